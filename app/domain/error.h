#pragma once

#include <QString>
#include <QStringList>

namespace hall {

/// What went wrong, by what the person can do about it. `app/text` turns each into a sentence with a
/// next step; a new kind therefore needs a line there (its switch has no default).
enum class ErrorKind {
    // Numbers and values that a person typed (domain.md section 9).
    NumberLength,
    NumberCharacters,
    NumberDate,
    NumberCheckDigit,
    NumberRegionUnknown,
    NumberPrefix,
    MoneyFormat,
    DateFormat,
    FieldMissing,      ///< detail = the field's name
    FieldTooLong,      ///< detail = the field's name
    // Rules of a case.
    ActionUnknown,     ///< the definition has no such action in this state; detail = action
    StateMoved,        ///< somebody else acted on this branch first
    NotYourPost,       ///< the post may not take this action
    NotYourDepartment,
    SamePersonTwice,   ///< four eyes: the person already acted in `detail`
    OpinionMissing,
    ReasonMissing,
    MaterialsIncomplete,
    NothingToCorrect,  ///< a correction notice without a line that says what is wrong
    SecondCorrection,  ///< a second notice needs the manager and a reason
    FeeUnpaid,
    FeeNotChargeable,  ///< past its end date or without a published amount
    AmountMismatch,
    AlreadyPaid,
    SlipVoid,          ///< another slip took its place; detail = its number
    SecondPersonMissing,
    SurveyorsMissing,  ///< a site visit needs two officers (permit law art. 34)
    PageNotHere,       ///< a step is not signed while a page it shows is missing
    CaseClosed,
    RuleBroken,        ///< any other rule of a definition; detail says which
    // Definitions and reference data.
    DefinitionInvalid, ///< detail = what the linter says
    ReferenceMissing,  ///< detail = kind and code that was looked for
    RowRejected,       ///< an imported row; detail = line and reason
    // The store and the machine.
    StoreOpen,
    StoreNewer,        ///< written by a newer program
    StoreDamaged,
    StoreBusy,         ///< another program instance holds it
    StoreFailed,       ///< a statement failed; detail = technical text
    DiskFull,
    SafetyFile,        ///< the second file cannot be written
    NotFound,
    FileUnreadable,
    FileNotWritten,    ///< a PDF, a table or a report cannot be written where the person wants it
    FileVanished,
    FileTooLarge,
    FileEmpty,
    FileLocked,        ///< a PDF that opens only with a password
    ImageBroken,
    ImageTooLarge,     ///< too many pixels
    TooManyPages,
    FormatUnknown,
    WorkerFailed,      ///< the helper process died or did not answer
    PrinterFailed,
    // Sign-in.
    WrongPassword,
    WaitBeforeRetry,   ///< detail = seconds
    PasswordNotSet,    ///< nobody has given this account a password yet
    PasswordTooShort,
    AccountDisabled,
    // The centre.
    CentreUnreachable, ///< the link is down or gave no answer in time: the outcome is unknown
    CentreRefused,     ///< the centre said no; detail = its word (PROTOCOL.md)
    CentreTooOld,      ///< centre and program do not speak the same version
    CentreUntrusted,   ///< the certificate is not the hall's, or the link is not encrypted
    ConnectionFile,    ///< the file that an administrator gave cannot be used; detail = why
    OnlineOnly,        ///< this act needs the centre; detail = action
    SignInExpired,     ///< offline for longer than a sign-in without the centre is good for
    Cancelled
};

/// An error as a value. `detail` is data (a field name, a count, a technical text), never a sentence
/// for a person and never personal data.
struct Error
{
    ErrorKind kind = ErrorKind::StoreFailed;
    QString detail = {};
    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace hall
