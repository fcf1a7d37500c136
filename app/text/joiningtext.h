#pragma once

#include "domain/error.h"

#include <QCoreApplication>
#include <QString>

namespace hall {

/// Sentences around joining a hall's centre: what is the matter and what to do next.
class JoiningText
{
    Q_DECLARE_TR_FUNCTIONS(JoiningText)
public:
    /// Why joining did not go on; `host` is the centre's as the connection file names it.
    [[nodiscard]] static QString sentence(const Error &error, const QString &host);
    /// Why a connection file cannot be used; `reason` is the detail of ErrorKind::ConnectionFile.
    [[nodiscard]] static QString ofFile(const QString &reason);
};

} // namespace hall
