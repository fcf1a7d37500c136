#include "checks.h"

#include "sync/admin/centredatabase.h"
#include "sync/admin/verification.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

constexpr double frame = 16; ///< ms

QSet<QString> textsOf(const QJsonValue &array)
{
    QSet<QString> texts;
    for (const QJsonValue &one : array.toArray())
        texts.insert(one.toString());
    return texts;
}

} // namespace

void RunChecks::all()
{
    if (!readCentre() || !readStations())
        return;
    verify();
    promises();
    for (const QJsonObject &report : std::as_const(m_reports)) {
        orders(report);
        pages(report);
        const double blocked = report.value("blockedMs"_L1).toDouble();
        m_run.noteBlocked(blocked);
        if (blocked > frame)
            problem(u"%1 held its owner's thread for %2 ms"_s
                        .arg(report.value("blockedCall"_L1).toString())
                        .arg(blocked));
    }
    if (!m_run.mayRetire)
        return;
    for (size_t i = 0; i < m_run.stations().size(); ++i) {
        // Older backups go with the next one, which the program makes within four hours.
        m_run.expect(m_run.stations().at(i)->ask(u"backup"_s), u"backup"_s);
        m_run.stations().at(i)->quit(); // what SQLite keeps open goes into the file
        remains(*m_run.stations().at(i), m_reports.at(qsizetype(i)));
    }
}

bool RunChecks::readCentre()
{
    CentreDatabase centre;
    if (!centre.open(m_run.town().access()).ok()) {
        problem(u"the centre cannot be read"_s);
        return false;
    }
    qint64 after = 0;
    for (;;) {
        const Result<QList<JournalRow>> rows = centre.events(after, 1000);
        if (!rows.ok() || rows.value().isEmpty())
            break;
        for (const JournalRow &row : rows.value()) {
            const QJsonObject envelope = QJsonDocument::fromJson(row.envelope).object();
            const QString id = envelope.value("id"_L1).toString();
            const QString replaces = envelope.value("replaces"_L1).toString();
            const QString root = replaces.isEmpty() ? id : replaces;
            if (m_centre.roots.contains(root))
                problem(u"twice: the act of %1 was done more than once"_s.arg(root));
            m_centre.roots.insert(root);
            if (row.kind == StreamKind::Case)
                m_centre.streams[row.stream.text()].append(id);
            const QString number
                = envelope.value("head"_L1).toObject().value("number"_L1).toString();
            if (!number.isEmpty())
                m_centre.numbers.insert(row.stream.text(), number);
            after = row.pos;
        }
    }
    const auto link = m_run.town().root();
    for (const QList<QByteArray> &row :
         link->run("select stream, scope from app.scope_stream").rows)
        m_centre.scopes[QString::fromLatin1(row.at(0))].insert(QString::fromLatin1(row.at(1)));
    for (const QList<QByteArray> &row :
         link->run("select stream from app.stream where not is_open").rows)
        m_centre.ended.insert(QString::fromLatin1(row.at(0)));
    if (m_centre.roots.isEmpty())
        problem(u"the centre is empty"_s);
    const auto numbers = m_centre.numbers.values();
    if (QSet<QString>(numbers.begin(), numbers.end()).size() != numbers.size())
        problem(u"number: the centre holds an intake number twice"_s);
    return !m_centre.roots.isEmpty();
}

bool RunChecks::readStations()
{
    for (const auto &station : m_run.stations()) {
        const QString path = station->path(u"report.json"_s);
        if (!m_run.expect(station->ask(u"report "_s + path), station->code() + u" reports"_s))
            return false;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        m_reports.append(QJsonDocument::fromJson(file.readAll()).object());
    }
    return true;
}

void RunChecks::verify()
{
    CentreDatabase centre;
    static_cast<void>(centre.open(m_run.town().access()));
    const Result<Verification> found = verifyCentre(centre, PageCheck::Bytes, [](qint64) {});
    if (!found.ok()) {
        problem(u"verification: "_s + found.error().detail);
        return;
    }
    for (const Fault &fault : found.value().faults)
        problem(u"chain: fault %1 at %2 %3"_s.arg(int(fault.kind)).arg(fault.pos).arg(fault.what));
    if (found.value().pagesWaiting > 0)
        problem(u"page: %1 pages never came up whole"_s.arg(found.value().pagesWaiting));
}

void RunChecks::promises()
{
    QSet<QString> inFront;
    for (const QJsonObject &report : std::as_const(m_reports))
        inFront += textsOf(report.value("attention"_L1));
    for (const auto &station : m_run.stations()) {
        QFile file(station->path(u"promises.log"_s));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QString event = QString::fromLatin1(line.split(' ').first());
            if (!event.isEmpty() && !m_centre.roots.contains(event) && !inFront.contains(event))
                problem(u"lost: %1 of %2 was promised and is nowhere"_s.arg(
                    QString::fromLatin1(line), station->code()));
        }
    }
}

QSet<QString> RunChecks::kept(const QString &code) const
{
    return textsOf(
        QJsonDocument::fromJson(
            m_run.town().value("select array_to_json(app.kept_scopes(s)) from app.station s"
                               " where s.code = '"
                               + code.toLatin1() + "'"))
            .array());
}

bool RunChecks::isVisible(const QString &stream, const QSet<QString> &kept) const
{
    return kept.contains(u"*"_s) || m_centre.scopes.value(stream).intersects(kept);
}

void RunChecks::orders(const QJsonObject &station)
{
    const QString code = station.value("station"_L1).toString();
    const QJsonObject here = station.value("streams"_L1).toObject();
    const QSet<QString> mayKeep = kept(code);
    for (auto stream = m_centre.streams.cbegin(); stream != m_centre.streams.cend(); ++stream) {
        if (!isVisible(stream.key(), mayKeep))
            continue;
        QStringList ids;
        for (const QJsonValue &id : here.value(stream.key()).toArray())
            ids.append(id.toString());
        const bool isHead = ids.isEmpty() && m_centre.ended.contains(stream.key());
        if (ids != *stream && !isHead)
            problem(u"order: %1 has %2 events of %3, the centre %4, or in another order"_s.arg(code)
                        .arg(ids.size())
                        .arg(stream.key())
                        .arg(stream->size()));
    }
    for (const QString &stream : here.keys()) {
        if (!m_centre.streams.contains(stream) && !here.value(stream).toArray().isEmpty())
            problem(u"phantom: %1 shows %2, which the centre does not know"_s.arg(code, stream));
        else if (m_centre.streams.contains(stream) && !isVisible(stream, mayKeep))
            problem(u"leak: %1 holds %2 without a right"_s.arg(code, stream));
    }
    const QString wrong
        = station.value("journal"_L1).toString() + station.value("replay"_L1).toString();
    if (!wrong.isEmpty())
        problem(u"replay: %1: %2"_s.arg(code, wrong));
}

void RunChecks::pages(const QJsonObject &station)
{
    const QSet<QString> wrong = textsOf(station.value("wrongPages"_L1));
    if (!wrong.isEmpty())
        problem(u"page: %1 at %2 do not match their names"_s.arg(wrong.size())
                    .arg(station.value("station"_L1).toString()));
}

/// Byte by byte: the intake number of a case that has left stands in no file any more.
void RunChecks::remains(const StationProcess &station, const QJsonObject &report)
{
    const QSet<QString> mayKeep = kept(report.value("station"_L1).toString());
    QList<std::pair<QString, QByteArray>> files;
    QDirIterator all(station.storeFolder(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (file.open(QIODevice::ReadOnly))
            files.append({file.fileName().section(u'/', -1), file.readAll()});
    }
    for (auto stream = m_centre.numbers.cbegin(); stream != m_centre.numbers.cend(); ++stream) {
        if (isVisible(stream.key(), mayKeep))
            continue;
        for (const auto &[name, bytes] : std::as_const(files)) {
            if (bytes.contains(stream->toUtf8()))
                problem(u"leak: %1 of %2 still says %3"_s.arg(name, station.code(), *stream));
        }
    }
}

} // namespace hall::test
