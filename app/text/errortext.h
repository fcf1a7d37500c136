#pragma once

#include "domain/error.h"
#include "domain/numbercheck.h"

#include <QCoreApplication>
#include <QString>

namespace hall {

/// From an Error to the sentence that a person reads: what is the matter and what to do next. One
/// place for the window and the command line; technical details go to the log, not here.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
public:
    [[nodiscard]] static QString sentence(const Error &error);
    /// What to look at twice in a number that is valid all the same.
    [[nodiscard]] static QString sentence(NumberWarning warning);
    /// The word for a field that an Error names in its detail ("name" → "Name").
    [[nodiscard]] static QString fieldWord(const QString &field);

private:
    /// What a rule asks; empty when its code is the name of a field.
    [[nodiscard]] static QString ruleSentence(const QString &rule);
};

} // namespace hall
