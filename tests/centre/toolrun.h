#pragma once

#include "main/centre/centretool.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QString>

namespace hall::test {

/// One call of the tool with a console of its own.
struct ToolRun
{
    Exit exit = Exit::Failed;
    QString out = {};
    QString err = {};
    [[nodiscard]] QJsonObject json() const
    {
        return QJsonDocument::fromJson(out.toUtf8()).object();
    }
    [[nodiscard]] QString all() const { return out + err; }
};

inline ToolRun runTool(const QStringList &arguments, const QByteArray &typed = {})
{
    QByteArray input = typed;
    QByteArray output;
    QByteArray errors;
    QBuffer in(&input);
    QBuffer out(&output);
    QBuffer err(&errors);
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    Console console(in, out, err);
    const Exit exit = CentreTool(console).run(arguments);
    return {.exit = exit, .out = QString::fromUtf8(output), .err = QString::fromUtf8(errors)};
}

} // namespace hall::test
