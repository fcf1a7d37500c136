#pragma once

#include "domain/csv.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall::vectors {

/// The fixed day of all vectors: a birth after it lies in the future.
inline const QDate today(2026, 11, 22);

inline const QStringList identityHeader
    = {QStringLiteral("kind"), QStringLiteral("value"), QStringLiteral("valid"),
       QStringLiteral("reason"), QStringLiteral("source")};
inline const QStringList deadlineHeader = {QStringLiteral("start"),
                                           QStringLiteral("unit"),
                                           QStringLiteral("n"),
                                           QStringLiteral("roll"),
                                           QStringLiteral("excluded_from_to"),
                                           QStringLiteral("due"),
                                           QStringLiteral("note")};

struct Row
{
    QString origin = {}; ///< file:number, to find the row again
    QStringList fields = {};
};

/// The folder with the vectors: HALL_VECTORS (a relative path may also start at the project, for
/// each test runs in a folder of its own), else tests/data.
inline QString folder()
{
    const QString named = qEnvironmentVariable("HALL_VECTORS");
    if (named.isEmpty())
        return QStringLiteral(HALL_TEST_DATA);
    const QString inProject = QStringLiteral(HALL_SOURCE_DIR "/") + named;
    return QDir(named).exists() || !QDir(inProject).exists() ? named : inProject;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The rows of every *-vectors.csv of the folder whose first row is `header`; files with another
/// header are vectors of something else.
inline QList<Row> rowsWith(const QStringList &header)
{
    QList<Row> found;
    const QDir dir(folder());
    const auto names = dir.entryList({QStringLiteral("*-vectors.csv")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const auto rows = parseCsv(bytesOf(dir.filePath(name)));
        if (rows.isEmpty() || rows.first() != header)
            continue;
        for (qsizetype i = 1; i < rows.size(); ++i)
            found += Row{QStringLiteral("%1:%2").arg(name).arg(i + 1), rows.at(i)};
    }
    return found;
}

} // namespace hall::vectors
