#pragma once

#include "domain/result.h"
#include "text/centretext.h"

#include <QIODevice>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace hall {

/// How the tool ends, for scripts.
enum class Exit { Done = 0, Failed = 1, Usage = 2, Unreachable = 3, Damaged = 4 };

/// Where the tool speaks and asks. Passwords come from a terminal, a file or the standard input,
/// never from the command line (everybody on the machine can read that).
class Console
{
public:
    Console(QIODevice &in, QIODevice &out, QIODevice &err);

    void say(const QString &line);
    void complain(const QString &line);
    void answer(const QJsonObject &object);
    /// The sentence of an error and what belongs to it; the exit that follows.
    Exit fail(const Error &error, const QString &words = {});

    /// A password for `prompt`: from `source` (a file, or "-" for the standard input; one line),
    /// else asked on the terminal. Cancelled after the reason was told.
    [[nodiscard]] Result<QString> secret(const QString &prompt, const QString &source,
                                         const QString &option);
    /// The same for a new password: asked twice, long enough.
    [[nodiscard]] Result<QString> newSecret(const QString &prompt, const QString &source,
                                            const QString &option);

private:
    [[nodiscard]] std::optional<QString> ask(const QString &prompt);

    QIODevice &m_in;
    QIODevice &m_out;
    QIODevice &m_err;
};

/// A password that can be told on the telephone: no 0/O, 1/l/I; about 5 bits a character.
[[nodiscard]] QString generatedPassword(int length = 12);

} // namespace hall
