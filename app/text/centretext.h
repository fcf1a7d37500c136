#pragma once

#include "domain/csv.h"
#include "domain/error.h"

#include <QCoreApplication>
#include <QString>

namespace hall {

// clang-format off
/// A sentence of `onehall-centre`; %1, %2 … are filled by the caller.
enum class Say {
    // What the commands do, one line each.
    Purpose, Init, Upgrade, Staff, Enrol, Close, Import, Status, Verify, Export, Backup, RestoreTest,
    Restored, AdminLogin, Demo, HelpCommand,
    // Options.
    Host, Port, Database, User, Authority, Certificate, Key, PasswordFile, Folder, Json, Language,
    TownOption, NameOption, HostNames, SampleOption, AdministratorOption, AdministratorNameOption,
    WindowOption, NoSettings, NewPasswordFile, Generate, All, Out, PersonName, Posts, PersonWindow,
    Card, Phone, Scopes, Address, AcceptValid, Quick, Scratch, Skip, Stop, DemoPort,
    // Usage.
    Usage, CommandsFollow, OptionsFollow, MoreHelp, ExitCodes, UnknownCommand, WrongArguments, OptionMissing,
    // Questions.
    AskOwnPassword, AskNewPassword, AskAgain, PasswordsDiffer, PasswordShort, NoTerminal,
    // What was done, and the next step.
    StepsApplied, NothingToApply, TownMade, Published, NothingChanged, RejectedRows, HeldBack,
    Certified, SettingsApplied, SettingsWritten, RestartNeeded, InitNext, StaffSet, StaffGenerated,
    StaffClosed, StaffListWritten, Enrolled, EnrolNext, StationClosed, NumbersVoided, AdminSet,
    StatusHall, StatusJournal, StatusCases, StatusPeople, StatusStation, StatusStationClosed,
    StatusNever, StatusPages, StatusRefused, StatusSize, StatusSchema,
    VerifyProgress, VerifySound, VerifyCounts, VerifyFaults,
    FaultPosition, FaultTownChain, FaultStreamChain, FaultEnvelope, FaultBody, FaultHead, FaultReplay, FaultPage,
    ExportDone, BackupDone, RestoreSound, RestoreFaults, RestoredDone,
    DemoReady, DemoStation, DemoPeople, DemoStop, DemoStopped,
    // What went wrong.
    Unreachable, WrongLogin, Untrusted, NewerCentre, NotSuperuser, ClosedLogin, CodeUsed, NoPerson,
    StepFailed, StepAltered, ProgramFailed, NotSetUp, Refused, NoRight, UnknownPost, DefinitionFaults
};
// clang-format on

class CentreText
{
    Q_DECLARE_TR_FUNCTIONS(CentreText)
public:
    [[nodiscard]] static QString say(Say what);
    /// What is the matter and what to do next, for an administrator.
    [[nodiscard]] static QString sentence(const Error &error);
    [[nodiscard]] static QString sentence(const RejectedRow &row);
};

} // namespace hall
