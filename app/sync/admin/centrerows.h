#pragma once

#include "domain/event.h"

#include <QByteArray>
#include <QString>

namespace hall {

/// An event as it stands in the centre's journal.
struct JournalRow
{
    qint64 pos = 0;
    StreamId stream = {};
    StreamKind kind = StreamKind::Case;
    QByteArray hash = {};
    QByteArray chain = {}; ///< of the stream
    QByteArray townChain = {};
    QByteArray envelope = {};
    QByteArray body = {};
};

/// A complete page takes a position too, so the town's chain runs over its SHA.
struct PagePosition
{
    qint64 pos = 0;
    QByteArray sha = {};
    QByteArray townChain = {};
};

struct HeadRow
{
    StreamId stream = {};
    StreamKind kind = StreamKind::Case;
    bool isOpen = false;
    QByteArray head = {}; ///< JSON
    QString state = {};
    qint64 pos = 0;
};

struct PageRow
{
    QByteArray sha = {};
    qint64 size = 0;
    bool isComplete = false;
    int pieces = 0;
};

/// What a station offered and the centre did not take.
struct RefusedRow
{
    qint64 id = 0;
    qint64 atMs = 0;
    QString role = {};
    int code = 0;
    QString reason = {};
    QByteArray raw = {};
};

/// A station on its way to being enrolled.
struct ConnectionLogin
{
    QString town = {};
    QString station = {};
    QString secret = {};
};

} // namespace hall
