#pragma once

#include "sync/api/protocol.h"

#include <QJsonArray>
#include <QJsonObject>

namespace hall::lockstep {

// One answer as a line of words, from the model's values and from the rows of the SQL.

enum PullColumn { Pos, Kind, Stream, StreamKindOf, Scope, Chain, Envelope, Body, Mac };
[[nodiscard]] QString hex(const QByteArray &bytes);
[[nodiscard]] QByteArray bytea(const QByteArray &bytes);
/// Of a bytea as text: "\x…".
[[nodiscard]] QString hexIn(const QByteArray &field);
[[nodiscard]] QByteArray compact(const QJsonObject &object);
[[nodiscard]] QJsonObject objectIn(const QByteArray &text);
[[nodiscard]] QByteArray uuidText(const QUuid &id);
[[nodiscard]] QString statusWord(HelloStatus status);
/// Words of offices stand in no case of this workflow.
[[nodiscard]] QString departments(QStringList scopes);
[[nodiscard]] QStringList listIn(const QJsonValue &value);
[[nodiscard]] QString wordOf(const FeedEntry &entry);
[[nodiscard]] QString wordOf(const QList<QByteArray> &row);
[[nodiscard]] QString sortedLines(QStringList lines);
[[nodiscard]] QJsonObject formOf(const OfferedEvent &offer);
[[nodiscard]] QString stateWord(const SnapshotRow &row);
/// stream, stream_kind, is_open, head, state, pos, envelope, body, chain, mac
[[nodiscard]] QString stateWord(const QList<QByteArray> &row, bool isOpen);

} // namespace hall::lockstep
