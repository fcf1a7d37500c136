#include "text/centretext.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

struct FaultRow
{
    RowFault fault = RowFault::Empty;
    const char *source = "";
};

// clang-format off
const FaultRow faultRows[] = {
    {RowFault::NotUtf8, QT_TRANSLATE_NOOP("CentreText", "the file is not UTF-8")},
    {RowFault::QuoteOpen, QT_TRANSLATE_NOOP("CentreText", "a quote is not closed")},
    {RowFault::TextAfterQuote, QT_TRANSLATE_NOOP("CentreText", "text after a closing quote")},
    {RowFault::FieldCount, QT_TRANSLATE_NOOP("CentreText", "wrong number of fields (%1)")},
    {RowFault::ColumnMissing, QT_TRANSLATE_NOOP("CentreText", "the column is missing")},
    {RowFault::Empty, QT_TRANSLATE_NOOP("CentreText", "a value is needed")},
    {RowFault::TooLong, QT_TRANSLATE_NOOP("CentreText", "too long (at most %1)")},
    {RowFault::NotANumber, QT_TRANSLATE_NOOP("CentreText", "not a number")},
    {RowFault::NotADate, QT_TRANSLATE_NOOP("CentreText", "not a date (yyyy-mm-dd)")},
    {RowFault::NotAnAmount, QT_TRANSLATE_NOOP("CentreText", "not an amount")},
    {RowFault::UnknownValue, QT_TRANSLATE_NOOP("CentreText", "not allowed: %1")},
    {RowFault::UnknownCode, QT_TRANSLATE_NOOP("CentreText", "unknown code: %1")},
    {RowFault::Twice, QT_TRANSLATE_NOOP("CentreText", "the same code twice")},
};
// clang-format on

} // namespace

QString CentreText::sentence(const RejectedRow &row)
{
    for (const FaultRow &fault : faultRows) {
        if (fault.fault == row.fault) {
            const QString text = tr(fault.source);
            return u"%1:%2 %3: "_s.arg(row.file, QString::number(row.line), row.column)
                + (text.contains("%1"_L1) ? text.arg(row.detail) : text);
        }
    }
    return {};
}

} // namespace hall
