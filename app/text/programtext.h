#pragma once

#include <QCoreApplication>
#include <QString>

namespace hall {

/// What the program says on a command line.
class ProgramText
{
    Q_DECLARE_TR_FUNCTIONS(ProgramText)
public:
    [[nodiscard]] static QString purpose();
    [[nodiscard]] static QString storeOption();
    [[nodiscard]] static QString connectOption();
    [[nodiscard]] static QString languageOption();
    [[nodiscard]] static QString themeOption();
    [[nodiscard]] static QString alreadyRunning();
};

} // namespace hall
