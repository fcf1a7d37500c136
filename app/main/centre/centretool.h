#pragma once

#include "main/centre/console.h"

#include <QStringList>

namespace hall {

/// `onehall-centre`: one command a call. A library, so that a test drives it with its own console.
class CentreTool
{
public:
    explicit CentreTool(Console &console);

    /// `arguments` without the program's name.
    [[nodiscard]] Exit run(const QStringList &arguments);

private:
    Exit help(const QString &command);

    Console &m_console;
};

} // namespace hall
