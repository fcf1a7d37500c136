#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

namespace hall {

/// What a workstation needs to reach its centre: one JSON file that `onehall-centre enrol` writes
/// and that is carried to the PC by hand. It holds the station's secret and key, so only its owner
/// may read it (mode 0600). Certificates and key are PEM text inside the file.
struct ConnectionFile
{
    QString hall = {};    ///< the name that people read
    QString host = {};    ///< as the centre's certificate names it
    QString address = {}; ///< numeric, optional: spares the look-up
    int port = 5432;
    QString database = {};
    QString town = {};    ///< nine figures
    QString station = {}; ///< three characters; the login keeps it when the station is renewed
    QString secret = {};  ///< the station's password
    QByteArray authority = {};
    QByteArray certificate = {}; ///< empty where the centre asks for none
    QByteArray key = {};

    /// Login of this station, and of a person who sits at it.
    [[nodiscard]] QString stationRole() const;
    [[nodiscard]] QString personRole(const QString &staff) const;

    /// ConnectionFile (detail: "unreadable", "mode", "form", "version", or the field that is
    /// missing or malformed).
    [[nodiscard]] static Result<ConnectionFile> read(const QString &path);
    [[nodiscard]] static Result<ConnectionFile> fromJson(const QByteArray &json);
    [[nodiscard]] QByteArray json() const;
    /// Whole or not at all, mode 0600; FileNotWritten.
    [[nodiscard]] Result<Done> write(const QString &path) const;

    friend bool operator==(const ConnectionFile &, const ConnectionFile &) = default;
};

/// Writes a file that only its owner may read, whole or not at all; FileNotWritten.
[[nodiscard]] Result<Done> writePrivately(const QString &path, const QByteArray &bytes);

} // namespace hall
