#include "text/errortext.h"

#include "text/joiningtext.h"
#include "text/refusaltext.h"

#include <span>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// A sentence of one kind; "%1" stands for the error's detail.
struct Row
{
    ErrorKind kind = ErrorKind::StoreFailed;
    const char *source = "";
};

const Row valueRows[] = {
    {ErrorKind::NumberLength,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The number has too few or too many characters. Count them against the certificate.")},
    {ErrorKind::NumberCharacters,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The number contains a character that cannot stand there. Compare it with "
                       "the certificate.")},
    {ErrorKind::NumberDate,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The date of birth inside the number is no possible date. Compare those "
                       "eight figures with the certificate.")},
    {ErrorKind::NumberCheckDigit,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The check digit says that one figure is wrong or two are swapped. Read the "
                       "number once more.")},
    {ErrorKind::NumberRegionUnknown,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The first six figures are no known region. Compare them with the "
                       "certificate; if they are right, take the number with a reason.")},
    {ErrorKind::NumberPrefix,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "No number of this kind begins so. Check whether another kind of certificate is meant.")},
    {ErrorKind::MoneyFormat,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "This is no amount. Write yuan with at most two decimals, for example 80 or 80.50.")},
    {ErrorKind::DateFormat,
     QT_TRANSLATE_NOOP("ErrorText",
                       "This is no date. Write it as year-month-day, for example 2026-11-22.")},
    {ErrorKind::FieldMissing, QT_TRANSLATE_NOOP("ErrorText", "\"%1\" is still empty. Fill it in.")},
    {ErrorKind::FieldTooLong, QT_TRANSLATE_NOOP("ErrorText", "\"%1\" is too long. Shorten it.")},
};

const Row caseRows[] = {
    {ErrorKind::ActionUnknown,
     QT_TRANSLATE_NOOP("ErrorText",
                       "This cannot be done at the step where the case stands now. Open the case "
                       "again to see its step.")},
    {ErrorKind::StateMoved,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Somebody else has moved this case in the meantime. Look at what was done, "
                       "then decide again.")},
    {ErrorKind::NotYourPost,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Your post may not do this. Hand the case to a colleague whose post may.")},
    {ErrorKind::NotYourDepartment,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "This case belongs to another department. A colleague there can go on with it.")},
    {ErrorKind::SamePersonTwice,
     QT_TRANSLATE_NOOP("ErrorText",
                       "You have already acted in this case, so another person must take this "
                       "step. Leave it for a colleague.")},
    {ErrorKind::OpinionMissing,
     QT_TRANSLATE_NOOP("ErrorText", "An opinion is needed here. Write one or choose a phrase.")},
    {ErrorKind::ReasonMissing,
     QT_TRANSLATE_NOOP("ErrorText", "A reason is needed here. Write why.")},
    {ErrorKind::MaterialsIncomplete,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Materials are missing or not yet judged. Complete the checklist, or ask "
                       "the applicant once for everything that is missing.")},
    {ErrorKind::NothingToCorrect,
     QT_TRANSLATE_NOOP("ErrorText",
                       "No line says what is wrong. Mark each wrong line and write what the "
                       "applicant must bring.")},
    {ErrorKind::SecondCorrection,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The applicant was already asked once for corrections. A second notice "
                       "needs the manager's consent and a reason.")},
    {ErrorKind::FeeUnpaid,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The fee is not paid yet. Send the applicant to the cashier first.")},
    {ErrorKind::FeeNotChargeable,
     QT_TRANSLATE_NOOP("ErrorText",
                       "No published standard allows this fee today. Ask the administrator to "
                       "check the fee standards.")},
    {ErrorKind::AmountMismatch,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The amount differs from the fee slip. Take exactly the amount on the slip.")},
    {ErrorKind::AlreadyPaid,
     QT_TRANSLATE_NOOP(
         "ErrorText", "This slip is already paid. Look at the receipt before taking money again.")},
    {ErrorKind::SlipVoid,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "This slip is void: the clerk had decided on the case before it was deemed accepted. Open "
         "the case to see what is owed.")},
    {ErrorKind::SecondPersonMissing,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "A second person must confirm this with name and password. Ask a colleague to come.")},
    {ErrorKind::SurveyorsMissing,
     QT_TRANSLATE_NOOP("ErrorText",
                       "A site visit needs two officers with their cards. Choose both.")},
    {ErrorKind::PageNotHere,
     QT_TRANSLATE_NOOP("ErrorText",
                       "A page of this case is not on this computer, so the step cannot be signed "
                       "yet. Import the page again or wait until it has arrived.")},
    {ErrorKind::CaseClosed,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "This case is closed. Register a new case if something is still to be done.")},
    {ErrorKind::RuleBroken,
     QT_TRANSLATE_NOOP("ErrorText",
                       "A rule of this item does not allow it (%1). Check what was entered.")},
    {ErrorKind::DefinitionInvalid,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The item's workflow or template has a mistake (%1). Tell the administrator.")},
    {ErrorKind::ReferenceMissing,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Nothing is known here under \"%1\". Check the code, or tell the administrator.")},
    {ErrorKind::RowRejected,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "A row of the file was not taken (%1). Correct the row and import the file again.")},
    {ErrorKind::NotFound,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Nothing was found. Check the number or search by another word.")},
};

const Row fileRows[] = {
    {ErrorKind::FileUnreadable,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The file or folder cannot be read. Check that it is there and that you may open it.")},
    {ErrorKind::FileNotWritten,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The file cannot be written there. Choose another folder, or close the file "
                       "if it is open elsewhere.")},
    {ErrorKind::FileVanished,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The file went away while it was being read. Put it back or plug the stick "
                       "in, then attach it again.")},
    {ErrorKind::FileTooLarge,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The file is larger than 50 MB. Scan it with fewer dots per inch or in several parts.")},
    {ErrorKind::FileEmpty,
     QT_TRANSLATE_NOOP("ErrorText", "The file is empty. Scan or save it again.")},
    {ErrorKind::FileLocked,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The file opens only with a password. Ask the applicant for a copy without one.")},
    {ErrorKind::ImageBroken,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The picture is damaged and cannot be shown. Scan or photograph the sheet again.")},
    {ErrorKind::ImageTooLarge,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The picture has too many dots to be taken in safely. Scan it with at most "
                       "600 dots per inch.")},
    {ErrorKind::TooManyPages,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The file has more than 200 pages. Split it and attach the parts.")},
    {ErrorKind::FormatUnknown,
     QT_TRANSLATE_NOOP("ErrorText",
                       "This kind of file cannot be attached. Use JPEG, PNG, TIFF or PDF.")},
    {ErrorKind::WorkerFailed,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Reading the file was broken off to keep the program safe. Try once more; "
                       "if it fails again, scan the sheet anew.")},
    {ErrorKind::PrinterFailed,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The printer did not take the paper. Check that it is on and has paper, choose another "
         "printer under Settings, then print again. Nothing is lost.")},
};

const Row machineRows[] = {
    {ErrorKind::StoreOpen,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The store of this computer cannot be opened. Check that its folder is "
                       "there and may be written.")},
    {ErrorKind::StoreNewer,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The store was written by a newer version of this program. Install the "
                       "newer version on this computer; nothing was changed.")},
    {ErrorKind::StoreDamaged,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The store of this computer is damaged. Start the recovery from the last "
                       "backup and the safety file; no event is lost by it.")},
    {ErrorKind::StoreBusy,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Another copy of the program works on this store. Use its window, or close it first.")},
    {ErrorKind::StoreFailed,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The store did not answer as it should, and nothing was changed. Try again; "
                       "if it happens again, call the administrator.")},
    {ErrorKind::DiskFull,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The disk is full, and nothing was changed. Free some room, then try again; "
                       "what you typed is still here.")},
    {ErrorKind::SafetyFile,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The second safety file cannot be written. Your work is in the store; call "
                       "the administrator to check the disk today.")},
    {ErrorKind::WrongPassword,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Name or password is not right. Check Caps Lock and try again.")},
    {ErrorKind::WaitBeforeRetry,
     QT_TRANSLATE_NOOP("ErrorText", "Too many wrong passwords. Wait %1 seconds, then try again.")},
    {ErrorKind::PasswordNotSet,
     QT_TRANSLATE_NOOP("ErrorText",
                       "This account has no password yet. Ask the administrator to set one.")},
    {ErrorKind::PasswordTooShort,
     QT_TRANSLATE_NOOP("ErrorText", "The new password is too short. Use at least 8 characters.")},
    {ErrorKind::AccountDisabled,
     QT_TRANSLATE_NOOP("ErrorText",
                       "This account is closed. Ask the administrator to open it again.")},
    {ErrorKind::Cancelled,
     QT_TRANSLATE_NOOP("ErrorText", "It was cancelled. Nothing was changed.")},
};

const Row centreRows[] = {
    {ErrorKind::CentreUnreachable,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The centre cannot be reached now. Your work is kept here and is sent by "
                       "itself when the network is back.")},
    {ErrorKind::CentreTooOld,
     QT_TRANSLATE_NOOP("ErrorText",
                       "This program and the centre are of different versions. Your work is still "
                       "sent; ask the administrator for the update.")},
    {ErrorKind::CentreUntrusted,
     QT_TRANSLATE_NOOP("ErrorText",
                       "What answered is not this hall's centre, or the line is not protected. "
                       "Nothing was sent; tell the administrator.")},
    {ErrorKind::OnlineOnly,
     QT_TRANSLATE_NOOP("ErrorText",
                       "This can only be done while the centre is reached. Wait until the strip "
                       "below says online, then try again.")},
    {ErrorKind::SignInExpired,
     QT_TRANSLATE_NOOP("ErrorText",
                       "You have not signed in with the network for too long. Connect this PC to "
                       "the network and sign in again.")},
};

QString fill(std::span<const Row> rows, const Error &error)
{
    for (const Row &row : rows) {
        if (row.kind != error.kind)
            continue;
        const QString sentence = ErrorText::tr(row.source);
        return sentence.contains(u"%1"_s) ? sentence.arg(ErrorText::fieldWord(error.detail))
                                          : sentence;
    }
    return {};
}

std::span<const Row> rowsOf(ErrorKind kind)
{
    using enum ErrorKind;
    // Several labels a line, so that the list of all kinds can be read at once.
    // clang-format off
    switch (kind) {
    case NumberLength: case NumberCharacters: case NumberDate: case NumberCheckDigit:
    case NumberRegionUnknown: case NumberPrefix: case MoneyFormat: case DateFormat:
    case FieldMissing: case FieldTooLong:
        return valueRows;
    case ActionUnknown: case StateMoved: case NotYourPost: case NotYourDepartment:
    case SamePersonTwice: case OpinionMissing: case ReasonMissing: case MaterialsIncomplete:
    case NothingToCorrect: case SecondCorrection: case FeeUnpaid: case FeeNotChargeable:
    case AmountMismatch: case AlreadyPaid: case SlipVoid: case SecondPersonMissing: case SurveyorsMissing:
    case PageNotHere: case CaseClosed: case RuleBroken: case DefinitionInvalid:
    case ReferenceMissing: case RowRejected: case NotFound:
        return caseRows;
    case FileUnreadable: case FileNotWritten: case FileVanished: case FileTooLarge:
    case FileEmpty: case FileLocked: case ImageBroken: case ImageTooLarge: case TooManyPages:
    case FormatUnknown: case WorkerFailed: case PrinterFailed:
        return fileRows;
    case StoreOpen: case StoreNewer: case StoreDamaged: case StoreBusy: case StoreFailed:
    case DiskFull: case SafetyFile: case WrongPassword: case WaitBeforeRetry:
    case PasswordNotSet: case PasswordTooShort: case AccountDisabled: case Cancelled:
        return machineRows;
    case CentreUnreachable: case CentreRefused: case CentreTooOld: case CentreUntrusted:
    case ConnectionFile: case OnlineOnly: case SignInExpired:
        return centreRows;
    }
    // clang-format on
    return machineRows;
}

} // namespace

QString ErrorText::sentence(const Error &error)
{
    if (error.kind == ErrorKind::ConnectionFile)
        return JoiningText::ofFile(error.detail);
    if (error == Error{ErrorKind::SignInExpired, u"never"_s})
        return tr("The centre cannot be reached, and you have never signed in at this computer. "
                  "Sign in here once with the network, or go to a computer where you have.");
    if (error == Error{ErrorKind::OnlineOnly, u"number"_s})
        return tr(
            "No official number is left on this computer. New ones are fetched as soon as the "
            "centre is reached: wait until the strip says online, then try again. Taking in "
            "needs no such number.");
    if (error.kind == ErrorKind::CentreRefused)
        return RefusalText::sentence(error.detail);
    const QString rule
        = error.kind == ErrorKind::RuleBroken ? ruleSentence(error.detail) : QString();
    return rule.isEmpty() ? fill(rowsOf(error.kind), error) : rule;
}

QString ErrorText::sentence(NumberWarning warning)
{
    switch (warning) {
    case NumberWarning::InnerCode:
        return tr("The organisation code inside this number fails its own check: compare it with "
                  "the licence.");
    case NumberWarning::RegionCollective:
        return tr(
            "The region stands for all districts of a city: compare it with the certificate.");
    case NumberWarning::RegionOtherPeriod:
        return tr("The region's code was not in use at the date of birth: compare it with the "
                  "certificate.");
    case NumberWarning::RegionUnlisted:
        return tr("The registering region is not in the table: compare it with the licence.");
    case NumberWarning::RegionOverridden:
        return tr("The unknown region was taken with a reason.");
    case NumberWarning::CheckDigitOverridden:
        return tr("The failing check character was taken with a reason.");
    case NumberWarning::DateImplausible:
        return tr("The six birth figures are no date: compare them with the card.");
    }
    return {};
}

} // namespace hall
