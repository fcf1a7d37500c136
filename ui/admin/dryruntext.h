#pragma once

#include "domain/catalogue.h"
#include "domain/dryrun.h"
#include "domain/lint.h"
#include "domain/reference.h"

#include <QCoreApplication>
#include <QString>

namespace hall {

/// A dry run as plain text that can be read, saved and printed by any editor.
class DryRunText
{
    Q_DECLARE_TR_FUNCTIONS(DryRunText)
public:
    [[nodiscard]] static QString text(const ItemDef &item, const DryRun &run,
                                      const QList<Finding> &findings, const Reference &reference);

private:
    [[nodiscard]] static QString stepLine(const DryRunStep &step, const Reference &reference);
    [[nodiscard]] static QString dueText(const Due &due);
    [[nodiscard]] static QString limitText(const Limit &limit);
};

} // namespace hall
