#include "main/centre/centretool.h"

#include "main/centre/commands.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

struct OptionRow
{
    QLatin1StringView name;
    Say description = Say::Purpose;
    QLatin1StringView value = {}; ///< empty = a switch
};

struct CommandRow
{
    QLatin1StringView name;
    QLatin1StringView usage;
    Say description = Say::Purpose;
    int fewest = 0;
    int most = 0;
    Exit (*run)(const Invocation &) = nullptr;
    QList<OptionRow> options = {};
};

const QList<OptionRow> &commonOptions()
{
    static const QList<OptionRow> rows{
        {"host"_L1, Say::Host, "host"_L1},
        {"port"_L1, Say::Port, "port"_L1},
        {"database"_L1, Say::Database, "name"_L1},
        {"user"_L1, Say::User, "login"_L1},
        {"ca"_L1, Say::Authority, "file"_L1},
        {"certificate"_L1, Say::Certificate, "file"_L1},
        {"key"_L1, Say::Key, "file"_L1},
        {"password-file"_L1, Say::PasswordFile, "file"_L1},
        {"folder"_L1, Say::Folder, "folder"_L1},
        {"json"_L1, Say::Json},
        {"language"_L1, Say::Language, "language"_L1},
    };
    return rows;
}

const QList<CommandRow> &setupRows()
{
    static const QList<CommandRow> rows{
        {"init"_L1,
         "init --town CODE --name NAME --administrator CODE --host-name HOST …"_L1,
         Say::Init,
         0,
         0,
         &initCentre,
         {{"town"_L1, Say::TownOption, "code"_L1},
          {"name"_L1, Say::NameOption, "name"_L1},
          {"host-name"_L1, Say::HostNames, "host"_L1},
          {"administrator"_L1, Say::AdministratorOption, "code"_L1},
          {"administrator-name"_L1, Say::AdministratorNameOption, "name"_L1},
          {"window"_L1, Say::WindowOption, "code"_L1},
          {"sample"_L1, Say::SampleOption},
          {"no-settings"_L1, Say::NoSettings}}},
        {"upgrade"_L1, "upgrade"_L1, Say::Upgrade, 0, 0, &upgradeCentre},
        {"staff"_L1,
         "staff add|reset|disable CODE, staff add --all --out FILE"_L1,
         Say::Staff,
         1,
         2,
         &changeStaff,
         {{"new-password-file"_L1, Say::NewPasswordFile, "file"_L1},
          {"generate"_L1, Say::Generate},
          {"all"_L1, Say::All},
          {"out"_L1, Say::Out, "file"_L1},
          {"name"_L1, Say::PersonName, "name"_L1},
          {"posts"_L1, Say::Posts, "posts"_L1},
          {"window"_L1, Say::PersonWindow, "code"_L1},
          {"card"_L1, Say::Card, "number"_L1},
          {"phone"_L1, Say::Phone, "number"_L1}}},
        {"enrol"_L1,
         "enrol STATION --out FILE"_L1,
         Say::Enrol,
         1,
         1,
         &enrolStation,
         {{"scopes"_L1, Say::Scopes, "list"_L1},
          {"address"_L1, Say::Address, "address"_L1},
          {"out"_L1, Say::Out, "file"_L1}}},
        {"close"_L1, "close STATION"_L1, Say::Close, 1, 1, &closeStation},
        {"import"_L1,
         "import catalogue|staff|calendar|hall|definition PATH, import sample"_L1,
         Say::Import,
         1,
         2,
         &importIntoCentre,
         {{"accept-valid"_L1, Say::AcceptValid}}},
        {"admin"_L1,
         "admin NAME"_L1,
         Say::AdminLogin,
         1,
         1,
         &makeAdminLogin,
         {{"new-password-file"_L1, Say::NewPasswordFile, "file"_L1}}},
    };
    return rows;
}

const QList<CommandRow> &careRows()
{
    static const QList<CommandRow> rows{
        {"status"_L1, "status"_L1, Say::Status, 0, 0, &showStatus},
        {"verify"_L1, "verify"_L1, Say::Verify, 0, 0, &verifyWhole, {{"quick"_L1, Say::Quick}}},
        {"export"_L1, "export FOLDER"_L1, Say::Export, 1, 1, &exportWhole},
        {"backup"_L1, "backup FOLDER"_L1, Say::Backup, 1, 1, &backUpCentre},
        {"restore-test"_L1,
         "restore-test BACKUP"_L1,
         Say::RestoreTest,
         1,
         1,
         &tryRestore,
         {{"scratch"_L1, Say::Scratch, "folder"_L1}}},
        {"restored"_L1,
         "restored"_L1,
         Say::Restored,
         0,
         0,
         &markRestored,
         {{"skip"_L1, Say::Skip, "count"_L1}}},
        {"demo"_L1,
         "demo"_L1,
         Say::Demo,
         0,
         0,
         &demonstrate,
         {{"stop"_L1, Say::Stop}, {"demo-port"_L1, Say::DemoPort, "port"_L1}}},
    };
    return rows;
}

const CommandRow *commandOf(const QString &name)
{
    for (const QList<CommandRow> *rows : {&setupRows(), &careRows()}) {
        for (const CommandRow &row : *rows) {
            if (row.name == name)
                return &row;
        }
    }
    return nullptr;
}

void addOptions(QCommandLineParser &parser, const QList<OptionRow> &rows)
{
    for (const OptionRow &row : rows)
        parser.addOption({QString(row.name), CentreText::say(row.description), QString(row.value)});
}

QString optionLine(const OptionRow &row)
{
    QString name = u"  --"_s + row.name;
    if (!row.value.isEmpty())
        name += u" <"_s + row.value + u'>';
    return name.leftJustified(30) + u' ' + CentreText::say(row.description);
}

} // namespace

CentreTool::CentreTool(Console &console)
    : m_console(console)
{
}

Exit CentreTool::help(const QString &command)
{
    if (const CommandRow *row = commandOf(command)) {
        m_console.say(CentreText::say(Say::Usage).arg(u"onehall-centre "_s + row->usage));
        m_console.say(u"  "_s + CentreText::say(row->description));
        m_console.say({});
        m_console.say(CentreText::say(Say::OptionsFollow));
        for (const OptionRow &option : row->options + commonOptions())
            m_console.say(optionLine(option));
        m_console.say({});
        m_console.say(CentreText::say(Say::ExitCodes));
        return Exit::Done;
    }
    m_console.say(CentreText::say(Say::Purpose));
    m_console.say({});
    m_console.say(CentreText::say(Say::CommandsFollow));
    for (const CommandRow &row : setupRows() + careRows())
        m_console.say(u"  "_s + QString(row.name).leftJustified(14)
                      + CentreText::say(row.description));
    m_console.say(u"  "_s + u"help"_s.leftJustified(14) + CentreText::say(Say::HelpCommand));
    m_console.say({});
    m_console.say(CentreText::say(Say::MoreHelp));
    m_console.say(CentreText::say(Say::ExitCodes));
    return Exit::Done;
}

Exit CentreTool::run(const QStringList &arguments)
{
    const QString name = arguments.value(0);
    if (name.isEmpty() || name == "help"_L1 || name == "--help"_L1 || name == "-h"_L1)
        return help(arguments.value(1));
    const CommandRow *row = commandOf(name);
    if (!row) {
        m_console.complain(CentreText::say(Say::UnknownCommand).arg(name));
        return Exit::Usage;
    }
    if (arguments.contains("--help"_L1) || arguments.contains("-h"_L1))
        return help(name);
    QCommandLineParser parser;
    addOptions(parser, commonOptions());
    addOptions(parser, row->options);
    const bool isParsed = parser.parse(arguments);
    const QStringList positional = parser.positionalArguments();
    if (!isParsed || positional.size() < row->fewest || positional.size() > row->most) {
        m_console.complain(CentreText::say(Say::WrongArguments)
                               .arg(isParsed ? positional.join(u' ') : parser.errorText(), name));
        return Exit::Usage;
    }
    return row->run(Invocation(parser, positional, m_console));
}

} // namespace hall
