#include "text/centretext.h"

#include "text/errortext.h"

#include <QHash>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    Say what = Say::Purpose;
    const char *source = "";
};

// clang-format off
const Row rows[] = {
    {Say::Purpose, QT_TRANSLATE_NOOP("CentreText",
        "Sets up and looks after the centre of a hall: the one database that all "
        "workstations synchronise through.")},
    {Say::Init, QT_TRANSLATE_NOOP("CentreText",
        "makes a new centre in the database server on this machine")},
    {Say::Upgrade, QT_TRANSLATE_NOOP("CentreText",
        "brings the centre's tables and functions up to this program")},
    {Say::Staff, QT_TRANSLATE_NOOP("CentreText",
        "adds a person's login, gives a new password, or closes it")},
    {Say::Enrol, QT_TRANSLATE_NOOP("CentreText",
        "enrols a workstation and writes its connection file")},
    {Say::Close, QT_TRANSLATE_NOOP("CentreText",
        "closes a workstation for good, for example a stolen one")},
    {Say::Import, QT_TRANSLATE_NOOP("CentreText",
        "publishes catalogue, staff, calendar, definitions or the sample hall")},
    {Say::Status, QT_TRANSLATE_NOOP("CentreText",
        "shows how the centre is")},
    {Say::Verify, QT_TRANSLATE_NOOP("CentreText",
        "recomputes every chain and every page")},
    {Say::Export, QT_TRANSLATE_NOOP("CentreText",
        "writes everything in open formats into an empty folder")},
    {Say::Backup, QT_TRANSLATE_NOOP("CentreText",
        "writes a backup into a new folder below FOLDER")},
    {Say::RestoreTest, QT_TRANSLATE_NOOP("CentreText",
        "restores a backup into a server of its own and verifies it")},
    {Say::Restored, QT_TRANSLATE_NOOP("CentreText",
        "tells all workstations that this database came from a backup")},
    {Say::AdminLogin, QT_TRANSLATE_NOOP("CentreText",
        "makes a login for this tool over the network")},
    {Say::Demo, QT_TRANSLATE_NOOP("CentreText",
        "starts a private centre with the sample hall, for trying it out")},
    {Say::HelpCommand, QT_TRANSLATE_NOOP("CentreText",
        "shows this text, or the options of one command")},
    {Say::Host, QT_TRANSLATE_NOOP("CentreText",
        "Host of the server, or the folder of its socket.")},
    {Say::Port, QT_TRANSLATE_NOOP("CentreText",
        "Port of the server.")},
    {Say::Database, QT_TRANSLATE_NOOP("CentreText",
        "Name of the database.")},
    {Say::User, QT_TRANSLATE_NOOP("CentreText",
        "Login of this tool; not needed on the server itself.")},
    {Say::Authority, QT_TRANSLATE_NOOP("CentreText",
        "Certificate of the hall's authority.")},
    {Say::Certificate, QT_TRANSLATE_NOOP("CentreText",
        "Certificate of this computer.")},
    {Say::Key, QT_TRANSLATE_NOOP("CentreText",
        "Key of this computer's certificate.")},
    {Say::PasswordFile, QT_TRANSLATE_NOOP("CentreText",
        "File with the password of this tool's login; - reads it from the standard input.")},
    {Say::Folder, QT_TRANSLATE_NOOP("CentreText",
        "Folder with the centre's certificates and settings.")},
    {Say::Json, QT_TRANSLATE_NOOP("CentreText",
        "Print the answer as JSON.")},
    {Say::Language, QT_TRANSLATE_NOOP("CentreText",
        "zh_CN or en.")},
    {Say::TownOption, QT_TRANSLATE_NOOP("CentreText",
        "Region code of the town, nine figures.")},
    {Say::NameOption, QT_TRANSLATE_NOOP("CentreText",
        "Name of the hall.")},
    {Say::HostNames, QT_TRANSLATE_NOOP("CentreText",
        "Name or address under which workstations reach this server; may be given several "
        "times.")},
    {Say::SampleOption, QT_TRANSLATE_NOOP("CentreText",
        "Begin with the sample hall.")},
    {Say::AdministratorOption, QT_TRANSLATE_NOOP("CentreText",
        "Sign-in name of the hall's administrator.")},
    {Say::AdministratorNameOption, QT_TRANSLATE_NOOP("CentreText",
        "Name of the hall's administrator.")},
    {Say::WindowOption, QT_TRANSLATE_NOOP("CentreText",
        "Code of the first window, for example A01.")},
    {Say::NoSettings, QT_TRANSLATE_NOOP("CentreText",
        "Do not change the server's settings; write them into the folder only.")},
    {Say::NewPasswordFile, QT_TRANSLATE_NOOP("CentreText",
        "File with the new password; - reads it from the standard input.")},
    {Say::Generate, QT_TRANSLATE_NOOP("CentreText",
        "Make a password and show it once.")},
    {Say::All, QT_TRANSLATE_NOOP("CentreText",
        "Everybody who is published, each with a password of their own.")},
    {Say::Out, QT_TRANSLATE_NOOP("CentreText",
        "File to write.")},
    {Say::PersonName, QT_TRANSLATE_NOOP("CentreText",
        "Name of the person.")},
    {Say::Posts, QT_TRANSLATE_NOOP("CentreText",
        "Posts of the person, for example HB/clerk;HB/reviewer.")},
    {Say::PersonWindow, QT_TRANSLATE_NOOP("CentreText",
        "Usual window of the person.")},
    {Say::Card, QT_TRANSLATE_NOOP("CentreText",
        "Number of the officer's card.")},
    {Say::Phone, QT_TRANSLATE_NOOP("CentreText",
        "Telephone number.")},
    {Say::Scopes, QT_TRANSLATE_NOOP("CentreText",
        "Departments whose cases may lie on this workstation, separated by commas; * for all.")},
    {Say::Address, QT_TRANSLATE_NOOP("CentreText",
        "Numeric address, to spare the look-up of the host name.")},
    {Say::AcceptValid, QT_TRANSLATE_NOOP("CentreText",
        "Publish the valid rows although others were rejected.")},
    {Say::Quick, QT_TRANSLATE_NOOP("CentreText",
        "Check the journal only: read no page, fold no case again.")},
    {Say::Scratch, QT_TRANSLATE_NOOP("CentreText",
        "Empty folder with room for the restored database.")},
    {Say::Skip, QT_TRANSLATE_NOOP("CentreText",
        "How many official numbers of each series are left out.")},
    {Say::Stop, QT_TRANSLATE_NOOP("CentreText",
        "Stop the demonstration.")},
    {Say::DemoPort, QT_TRANSLATE_NOOP("CentreText",
        "Port of the demonstration.")},
    {Say::Usage, QT_TRANSLATE_NOOP("CentreText",
        "Usage: %1")},
    {Say::CommandsFollow, QT_TRANSLATE_NOOP("CentreText",
        "Commands:")},
    {Say::OptionsFollow, QT_TRANSLATE_NOOP("CentreText",
        "Options:")},
    {Say::MoreHelp, QT_TRANSLATE_NOOP("CentreText",
        "onehall-centre help COMMAND shows the options of a command.")},
    {Say::ExitCodes, QT_TRANSLATE_NOOP("CentreText",
        "It ends with 0 done, 1 refused or failed, 2 not understood, 3 no answer from the server, 4 damage found.")},
    {Say::UnknownCommand, QT_TRANSLATE_NOOP("CentreText",
        "There is no command \"%1\". onehall-centre help lists them.")},
    {Say::WrongArguments, QT_TRANSLATE_NOOP("CentreText",
        "This command was not understood: %1. See onehall-centre help %2.")},
    {Say::OptionMissing, QT_TRANSLATE_NOOP("CentreText",
        "the option --%1 is missing")},
    {Say::AskOwnPassword, QT_TRANSLATE_NOOP("CentreText",
        "Password of %1: ")},
    {Say::AskNewPassword, QT_TRANSLATE_NOOP("CentreText",
        "New password for %1: ")},
    {Say::AskAgain, QT_TRANSLATE_NOOP("CentreText",
        "Once more: ")},
    {Say::PasswordsDiffer, QT_TRANSLATE_NOOP("CentreText",
        "The two passwords differ. Nothing was changed; start again.")},
    {Say::PasswordShort, QT_TRANSLATE_NOOP("CentreText",
        "A password needs at least %1 characters. Nothing was changed; choose a longer one.")},
    {Say::NoTerminal, QT_TRANSLATE_NOOP("CentreText",
        "There is no terminal to ask for the password. Give it with --%1 FILE, or --%1 - to "
        "read it from the standard input.")},
    {Say::StepsApplied, QT_TRANSLATE_NOOP("CentreText",
        "The centre's schema is at step %1 now (%2 applied).")},
    {Say::NothingToApply, QT_TRANSLATE_NOOP("CentreText",
        "The centre's schema is at step %1 already.")},
    {Say::TownMade, QT_TRANSLATE_NOOP("CentreText",
        "The hall \"%1\" (%2) was made.")},
    {Say::Published, QT_TRANSLATE_NOOP("CentreText",
        "Published: %1.")},
    {Say::NothingChanged, QT_TRANSLATE_NOOP("CentreText",
        "Nothing differs from what is published already.")},
    {Say::RejectedRows, QT_TRANSLATE_NOOP("CentreText",
        "Some rows were not understood. Correct them and import again, or publish the others "
        "with --accept-valid.")},
    {Say::HeldBack, QT_TRANSLATE_NOOP("CentreText",
        "Items left out because one of their rows was rejected: %1")},
    {Say::Certified, QT_TRANSLATE_NOOP("CentreText",
        "Certificates were made in %1. Keep authority.key there safe: who has it can enrol "
        "computers.")},
    {Say::SettingsApplied, QT_TRANSLATE_NOOP("CentreText",
        "TLS, SCRAM and the rules of access were set in the server (%1).")},
    {Say::SettingsWritten, QT_TRANSLATE_NOOP("CentreText",
        "The settings to make in the server lie in %1. Add them to postgresql.conf and, on "
        "top, to pg_hba.conf.")},
    {Say::RestartNeeded, QT_TRANSLATE_NOOP("CentreText",
        "The server must be restarted once before workstations can reach it: systemctl "
        "restart postgresql")},
    {Say::InitNext, QT_TRANSLATE_NOOP("CentreText",
        "Next: onehall-centre staff add %1, then onehall-centre import, then onehall-centre "
        "enrol WINDOW.")},
    {Say::StaffSet, QT_TRANSLATE_NOOP("CentreText",
        "%1 can sign in with the new password.")},
    {Say::StaffGenerated, QT_TRANSLATE_NOOP("CentreText",
        "Password of %1, shown once: %2")},
    {Say::StaffClosed, QT_TRANSLATE_NOOP("CentreText",
        "%1 can no longer sign in, and open sessions were ended.")},
    {Say::StaffListWritten, QT_TRANSLATE_NOOP("CentreText",
        "%1 passwords were written to %2. Hand them over and delete the file.")},
    {Say::Enrolled, QT_TRANSLATE_NOOP("CentreText",
        "Station %1 is enrolled; its connection file is %2.")},
    {Say::EnrolNext, QT_TRANSLATE_NOOP("CentreText",
        "Carry the file to that computer by hand and choose \"Join a hall\" there; then delete "
        "it here. It holds the station's secret.")},
    {Say::StationClosed, QT_TRANSLATE_NOOP("CentreText",
        "Station %1 is closed; its code is never given again.")},
    {Say::NumbersVoided, QT_TRANSLATE_NOOP("CentreText",
        "%1 official numbers that this station had leased and not used are void; nobody gets them again.")},
    {Say::AdminSet, QT_TRANSLATE_NOOP("CentreText",
        "The login %1 can be used from another computer: take authority.crt, %2.crt and %2.key "
        "there and give them with --ca, --certificate and --key.")},
    {Say::StatusHall, QT_TRANSLATE_NOOP("CentreText",
        "Hall: %1 (%2)")},
    {Say::StatusJournal, QT_TRANSLATE_NOOP("CentreText",
        "Journal: %1 events, position %2")},
    {Say::StatusCases, QT_TRANSLATE_NOOP("CentreText",
        "Cases: %1 open, %2 closed")},
    {Say::StatusPeople, QT_TRANSLATE_NOOP("CentreText",
        "People: %1")},
    {Say::StatusStation, QT_TRANSLATE_NOOP("CentreText",
        "Station %1: last contact %2, scopes %3")},
    {Say::StatusStationClosed, QT_TRANSLATE_NOOP("CentreText",
        "Station %1: closed")},
    {Say::StatusNever, QT_TRANSLATE_NOOP("CentreText",
        "never")},
    {Say::StatusPages, QT_TRANSLATE_NOOP("CentreText",
        "Pages: %1 (%2), %3 still on their way")},
    {Say::StatusRefused, QT_TRANSLATE_NOOP("CentreText",
        "Refused and kept: %1")},
    {Say::StatusSize, QT_TRANSLATE_NOOP("CentreText",
        "Database: %1")},
    {Say::StatusSchema, QT_TRANSLATE_NOOP("CentreText",
        "Schema: step %1")},
    {Say::VerifyProgress, QT_TRANSLATE_NOOP("CentreText",
        "%1 positions checked")},
    {Say::VerifySound, QT_TRANSLATE_NOOP("CentreText",
        "Everything is sound.")},
    {Say::VerifyCounts, QT_TRANSLATE_NOOP("CentreText",
        "Checked: %1 events in %2 streams, %3 pages (%4); %5 pages still on their way, %6 "
        "bodies erased by law.")},
    {Say::VerifyFaults, QT_TRANSLATE_NOOP("CentreText",
        "Something is wrong in %1 places. Make a backup now, change nothing, and restore the "
        "newest backup that verifies.")},
    {Say::FaultPosition, QT_TRANSLATE_NOOP("CentreText",
        "Position %1 does not follow the one before.")},
    {Say::FaultTownChain, QT_TRANSLATE_NOOP("CentreText",
        "Position %1: the town's chain is broken.")},
    {Say::FaultStreamChain, QT_TRANSLATE_NOOP("CentreText",
        "Position %1: the chain of stream %2 is broken.")},
    {Say::FaultEnvelope, QT_TRANSLATE_NOOP("CentreText",
        "Position %1: the envelope cannot be read.")},
    {Say::FaultBody, QT_TRANSLATE_NOOP("CentreText",
        "Position %1: the body in stream %2 is not the one that was written.")},
    {Say::FaultHead, QT_TRANSLATE_NOOP("CentreText",
        "The counter stands at %1, but the journal does not end there.")},
    {Say::FaultReplay, QT_TRANSLATE_NOOP("CentreText",
        "What the centre lists of %2 (position %1) is not what its events say.")},
    {Say::FaultPage, QT_TRANSLATE_NOOP("CentreText",
        "Page %2: its bytes are not the ones that were scanned.")},
    {Say::ExportDone, QT_TRANSLATE_NOOP("CentreText",
        "Exported to %1: %2 events, %3 streams, %4 pages, %5 refused.")},
    {Say::BackupDone, QT_TRANSLATE_NOOP("CentreText",
        "Backup written to %1 (%2), up to position %3. Try it with onehall-centre "
        "restore-test.")},
    {Say::RestoreSound, QT_TRANSLATE_NOOP("CentreText",
        "The backup was restored in %1 seconds up to position %2, and everything in it is "
        "sound.")},
    {Say::RestoreFaults, QT_TRANSLATE_NOOP("CentreText",
        "The backup could be restored, but %1 places in it are wrong. Do not rely on it; "
        "make a new one.")},
    {Say::RestoredDone, QT_TRANSLATE_NOOP("CentreText",
        "The centre has a new epoch. Every workstation compares itself at its next contact "
        "and sends again what is missing here.")},
    {Say::DemoReady, QT_TRANSLATE_NOOP("CentreText",
        "The demonstration centre runs on port %1; its files are in %2.")},
    {Say::DemoStation, QT_TRANSLATE_NOOP("CentreText",
        "Start workstation %1 with: %2")},
    {Say::DemoPeople, QT_TRANSLATE_NOOP("CentreText",
        "Sign in as cz01 (clerk), cz11 (reviewer) or another person of the sample hall; the "
        "password of everybody is %1.")},
    {Say::DemoStop, QT_TRANSLATE_NOOP("CentreText",
        "Stop it with: onehall-centre demo --stop --folder %1")},
    {Say::DemoStopped, QT_TRANSLATE_NOOP("CentreText",
        "The demonstration centre was stopped. Its files stay in %1; delete the folder to be "
        "rid of them.")},
    {Say::Unreachable, QT_TRANSLATE_NOOP("CentreText",
        "The server does not answer. Check that the database server runs, and --host and "
        "--port. On the server itself start this tool under its account: sudo -u postgres "
        "onehall-centre …")},
    {Say::WrongLogin, QT_TRANSLATE_NOOP("CentreText",
        "Login or password is wrong. Type the password again.")},
    {Say::Untrusted, QT_TRANSLATE_NOOP("CentreText",
        "The server's certificate is not that of this hall, or the line is not protected. "
        "Nothing was sent. Check --host and --ca.")},
    {Say::NewerCentre, QT_TRANSLATE_NOOP("CentreText",
        "The centre was upgraded by a newer program, or is none yet. Use the newest "
        "onehall-centre, or run onehall-centre upgrade.")},
    {Say::NotSuperuser, QT_TRANSLATE_NOOP("CentreText",
        "This needs the database server's own administrator. On the server: sudo -u postgres "
        "onehall-centre …")},
    {Say::ClosedLogin, QT_TRANSLATE_NOOP("CentreText",
        "This login is closed. Ask who administers the server.")},
    {Say::CodeUsed, QT_TRANSLATE_NOOP("CentreText",
        "This code was given before and is never given again. Choose another one.")},
    {Say::NoPerson, QT_TRANSLATE_NOOP("CentreText",
        "Nobody with this code is published. Give name and posts with --name and --posts, or "
        "import the staff first.")},
    {Say::StepFailed, QT_TRANSLATE_NOOP("CentreText",
        "A step of the schema could not be applied, and nothing of it was: %1")},
    {Say::StepAltered, QT_TRANSLATE_NOOP("CentreText",
        "A step of the centre is not the one that this program carries (%1). Take the onehall-centre that "
        "belongs to the workstations.")},
    {Say::ProgramFailed, QT_TRANSLATE_NOOP("CentreText",
        "Another program that this needs failed: %1")},
    {Say::NotSetUp, QT_TRANSLATE_NOOP("CentreText",
        "There is no centre in this database yet. Run onehall-centre init first.")},
    {Say::Refused, QT_TRANSLATE_NOOP("CentreText",
        "The centre did not take this: %1")},
    {Say::NoRight, QT_TRANSLATE_NOOP("CentreText",
        "This login has no right to do that. Use a login of the tool, or work on the server "
        "itself.")},
    {Say::UnknownPost, QT_TRANSLATE_NOOP("CentreText",
        "There is no such post: %1. Write department/role, for example HB/clerk, or /manager.")},
    {Say::DefinitionFaults, QT_TRANSLATE_NOOP("CentreText",
        "The definition has mistakes and was not published: %1")},
};
// clang-format on

/// The sentence for the word with which the centre refuses.
Say refusal(const QString &word)
{
    static const QHash<QString, Say> words{
        {u"who"_s, Say::NotSuperuser}, {u"rights"_s, Say::NoRight},
        {u"used"_s, Say::CodeUsed},    {u"database"_s, Say::NotSetUp},
        {u"login"_s, Say::WrongLogin}, {u"certificate"_s, Say::Untrusted}};
    if (word.startsWith("step "_L1))
        return word.contains(u':') ? Say::StepFailed : Say::StepAltered;
    return words.value(word, Say::Refused);
}

} // namespace

QString CentreText::say(Say what)
{
    for (const Row &row : rows) {
        if (row.what == what)
            return tr(row.source);
    }
    return {};
}

QString CentreText::sentence(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::CentreUnreachable:
        return say(Say::Unreachable);
    case ErrorKind::WrongPassword:
        return say(Say::WrongLogin);
    case ErrorKind::CentreUntrusted:
        return say(Say::Untrusted);
    case ErrorKind::CentreTooOld:
        return say(Say::NewerCentre);
    case ErrorKind::AccountDisabled:
        return say(Say::ClosedLogin);
    case ErrorKind::CentreRefused: {
        const QString text = say(refusal(error.detail));
        return text.contains("%1"_L1) ? text.arg(error.detail) : text;
    }
    case ErrorKind::WorkerFailed:
        return say(Say::ProgramFailed).arg(error.detail);
    case ErrorKind::FileNotWritten:
    case ErrorKind::FileUnreadable:
        return ErrorText::sentence(error) + u" ("_s + error.detail + u')';
    default:
        return ErrorText::sentence(error);
    }
}

} // namespace hall
