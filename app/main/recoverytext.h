#pragma once

#include <QCoreApplication>
#include <QString>

namespace hall {

struct RecoveryReport;

/// What a recovery found, in sentences for the person who asked for it.
class RecoveryText
{
    Q_DECLARE_TR_FUNCTIONS(RecoveryText)
public:
    [[nodiscard]] static QString of(const RecoveryReport &report);
};

} // namespace hall
