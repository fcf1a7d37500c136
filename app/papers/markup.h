#pragma once

#include "domain/result.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace hall {

/// An element of a template's markup; a run of text has no name.
struct MarkupNode
{
    QString name = {};
    QString text = {};
    QMap<QString, QString> attributes = {};
    QList<MarkupNode> children = {};

    [[nodiscard]] bool isText() const { return name.isEmpty(); }
    [[nodiscard]] bool isOn(const QString &attribute) const;
    [[nodiscard]] double number(const QString &attribute, double otherwise) const;
};

/// The root element. DefinitionInvalid with line and reason if the text is not well-formed.
[[nodiscard]] Result<MarkupNode> parseMarkup(const QString &text);

/// Elements, attributes and nesting outside the subset of README.md.
[[nodiscard]] QStringList markupProblems(const MarkupNode &root);

} // namespace hall
