// What a station holds when a run has ended, for the driver's checks.
#include "station.h"

#include "store/integrity.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

template <class T> T awaited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

Result<QJsonObject> journals(ReadTx &tx)
{
    QList<StreamId> streams;
    {
        Query query(tx.connection(), u"select id from stream where kind = 1"_s);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next())
            streams.append(StreamId::fromBytes(query.bytes("id"_L1)));
        if (!more.ok())
            return more.error();
    }
    QJsonObject all;
    for (const StreamId &stream : std::as_const(streams)) {
        const Result<QList<Event>> events = tx.journal(stream);
        if (!events.ok() && events.error().kind == ErrorKind::NotFound)
            continue; // a closed case of a first filling: a head without a journal
        if (!events.ok())
            return events.error();
        QJsonArray ids;
        for (const Event &event : events.value())
            ids.append(event.id.text());
        all.insert(stream.text(), ids);
    }
    return all;
}

Result<QJsonArray> texts(ReadTx &tx, const QString &sql)
{
    QJsonArray rows;
    Query query(tx.connection(), sql);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        rows.append(query.text("v"_L1));
    return more.ok() ? Result<QJsonArray>(rows) : more.error();
}

/// Files of pages, and those whose bytes do not give their name.
void readPages(const QString &folder, QJsonObject &report)
{
    QJsonArray here;
    QJsonArray wrong;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const QString name = files.fileName();
        if (name.size() != 64 || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray sha = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
        (QString::fromLatin1(sha.toHex()) == name ? here : wrong).append(name);
    }
    report.insert(u"pages"_s, here);
    report.insert(u"wrongPages"_s, wrong);
}

} // namespace

Result<Done> Station::report(const QString &path)
{
    const auto read = awaited(m_store->report([](ReadTx &tx) -> Result<QJsonObject> {
        const auto all = journals(tx);
        const auto attention
            = texts(tx, u"select event as v from attention where state = 0 order by nth"_s);
        const auto scopes = texts(tx, u"select scope as v from centre_scope order by scope"_s);
        const auto facts = checkJournal(tx.connection());
        if (!all.ok() || !attention.ok() || !scopes.ok())
            return Error{ErrorKind::StoreFailed, u"report"_s};
        return QJsonObject{{u"streams"_s, all.value()},
                           {u"attention"_s, attention.value()},
                           {u"scopes"_s, scopes.value()},
                           {u"journal"_s, facts.ok() ? QString() : facts.error().detail + u'!'}};
    }));
    if (!read.ok())
        return read.error();
    QJsonObject report = read.value();
    const Result<ReplayReport> replay = awaited(m_store->replay());
    const bool isEqual = replay.ok() && replay.value().isEqual();
    report.insert(u"replay"_s,
                  isEqual           ? QString()
                      : replay.ok() ? replay.value().first.join(u'|') + replay.value().damage + u'!'
                                    : replay.error().detail + u'!');
    readPages(m_setting.folder + u"/pages"_s, report);
    report.insert(u"station"_s, m_store->station());
    report.insert(u"blockedMs"_s, m_meter.longestMs());
    report.insert(u"blockedCall"_s, m_meter.longestCall());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorKind::FileNotWritten, path};
    file.write(QJsonDocument(report).toJson());
    return Done{};
}

/// For the reader of a failed run: where the link stands, and what waits here and why.
QString Station::troubles()
{
    const CentreStatus status = this->status();
    const Result<QString> waiting = awaited(m_store->report([](ReadTx &tx) -> Result<QString> {
        Query query(tx.connection(),
                    u"select e.station || '#' || o.pos || ' ' || e.type || ' ' || e.action ||"
                    " case when e.mac is null then ' no mac' else '' end || ' ' || o.hold_reason"
                    " as v from outbox o join event e on e.key = o.event_key where o.state = 0"
                    " order by o.pos limit 5"_s);
        QStringList texts;
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next())
            texts.append(query.text("v"_L1).simplified());
        return more.ok() ? Result<QString>(texts.join(u", "_s)) : more.error();
    }));
    return u"%1 state %2 unsent %3 pages %4 attention %5 person %6 signin %7 trouble %8; waits: %9"_s
        .arg(m_store->station())
        .arg(int(status.state))
        .arg(status.unsent)
        .arg(status.pagesWaiting)
        .arg(status.attention)
        .arg(status.hasPerson)
        .arg(status.needsSignIn)
        .arg(status.trouble ? status.trouble->detail : QString(), waiting.valueOr({}));
}

} // namespace hall::test
