#include "main/centre/console.h"

#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestPassword = 8;

#ifdef Q_OS_UNIX
/// The terminal shows nothing of what is typed for as long as this lives.
class SilentTerminal
{
public:
    SilentTerminal()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    Q_DISABLE_COPY_MOVE(SilentTerminal)

private:
    termios m_before = {};
};
#endif

QString firstLine(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes.left(bytes.indexOf('\n'))).remove(u'\r');
}

} // namespace

Console::Console(QIODevice &in, QIODevice &out, QIODevice &err)
    : m_in(in)
    , m_out(out)
    , m_err(err)
{
}

void Console::say(const QString &line)
{
    m_out.write(line.toUtf8() + '\n');
}

void Console::complain(const QString &line)
{
    m_err.write(line.toUtf8() + '\n');
}

void Console::answer(const QJsonObject &object)
{
    m_out.write(QJsonDocument(object).toJson());
}

Exit Console::fail(const Error &error, const QString &words)
{
    if (error.kind != ErrorKind::Cancelled) // its reason was told already
        complain(CentreText::sentence(error));
    if (!words.isEmpty() && !error.detail.contains(words))
        complain(u"  ("_s + words + u')');
    return error.kind == ErrorKind::CentreUnreachable ? Exit::Unreachable : Exit::Failed;
}

std::optional<QString> Console::ask(const QString &prompt)
{
#ifdef Q_OS_UNIX
    if (::isatty(STDIN_FILENO) == 0)
        return std::nullopt;
    const SilentTerminal silent;
    m_err.write(prompt.toUtf8());
    const QString typed = firstLine(m_in.readLine());
    m_err.write("\n");
    return typed;
#else
    Q_UNUSED(prompt)
    return std::nullopt;
#endif
}

Result<QString> Console::secret(const QString &prompt, const QString &source, const QString &option)
{
    if (source == "-"_L1)
        return firstLine(m_in.readLine());
    if (!source.isEmpty()) {
        QFile file(source);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::FileUnreadable, source};
        return firstLine(file.readAll());
    }
    const std::optional<QString> typed = ask(prompt);
    if (typed)
        return *typed;
    complain(CentreText::say(Say::NoTerminal).arg(option));
    return Error{ErrorKind::Cancelled};
}

Result<QString> Console::newSecret(const QString &prompt, const QString &source,
                                   const QString &option)
{
    const Result<QString> first = secret(prompt, source, option);
    if (!first.ok())
        return first;
    if (first.value().size() < shortestPassword) {
        complain(CentreText::say(Say::PasswordShort).arg(shortestPassword));
        return Error{ErrorKind::Cancelled};
    }
    if (!source.isEmpty())
        return first;
    const Result<QString> second = secret(CentreText::say(Say::AskAgain), source, option);
    if (!second.ok())
        return second;
    if (second.value() != first.value()) {
        complain(CentreText::say(Say::PasswordsDiffer));
        return Error{ErrorKind::Cancelled};
    }
    return first;
}

QString generatedPassword(int length)
{
    static constexpr QLatin1StringView letters("abcdefghijkmnpqrstuvwxyz23456789");
    QString password;
    for (int i = 0; i < length; ++i)
        password.append(
            letters.at(QRandomGenerator::system()->bounded(static_cast<int>(letters.size()))));
    return password;
}

} // namespace hall
