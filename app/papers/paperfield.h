#pragma once

#include "papers/paper.h"

#include <QList>
#include <QString>

namespace hall {

/// A field that a template may name (README.md is the same table in words).
struct PaperField
{
    enum class Shape { Value, Object, List };
    QString name = {};
    Shape shape = Shape::Value;
    QList<PaperField> fields = {}; ///< of the object or of each row; a list of plain texts has none

    [[nodiscard]] const PaperField *find(const QString &path) const;
};

/// All fields of a paper, as one object.
[[nodiscard]] const PaperField &paperFields(PaperKind kind);

} // namespace hall
