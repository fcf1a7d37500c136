#include "drillwindow.h"

#include "sync/local/centreoutbox.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 workingDay = 9 * 3600; ///< s
constexpr int mostSteps = 20'000;

template <class T> T awaited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// The intake number once a case, official numbers with their series.
QStringList numbersOf(const Event &event)
{
    QStringList numbers;
    if (event.type == "registered"_L1)
        numbers.append(event.head.value("number"_L1).toString());
    const CarriedThings carried = carriedBy(event);
    if (!carried.number.isEmpty())
        numbers.append(carried.series + u' ' + carried.number);
    return numbers;
}

} // namespace

DrillWindow::DrillWindow(const DrillSeat &seat, const ConnectionFile &file, quint32 seed)
    : m_seat(seat)
    , m_machine(QDateTime::currentDateTimeUtc())
    , m_pages(m_folder.filePath(u"pages"_s))
    , m_centre(file)
    , m_random(seed)
{
}

Actor DrillWindow::actor() const
{
    return {.staff = m_seat.staff,
            .post = m_seat.post,
            .window = m_seat.desk,
            .station = m_store->station()};
}

Result<Done> DrillWindow::begin()
{
    if (!m_promises.open(m_folder.filePath(u"promises.log"_s)))
        return Error{ErrorKind::FileNotWritten, u"promises"_s};
    Result<std::unique_ptr<Store>> store
        = Store::open({.folder = m_folder.path(), .station = m_seat.window}, m_clock);
    if (!store.ok())
        return store.error();
    m_store = std::move(store).value();
    m_engine = std::make_unique<Engine>(EngineParts{.store = *m_store,
                                                    .pages = m_pages,
                                                    .centre = m_centre,
                                                    .services = &m_centre,
                                                    .clock = m_clock,
                                                    .ids = m_ids,
                                                    .seed = quint32(m_random()),
                                                    .program = u"drill"_s});
    if (!settle(1))
        return Error{ErrorKind::CentreUnreachable, u"morning"_s};
    const Result<SignInReply> in = m_engine->signInOnline(m_seat.staff, CentreTown::password);
    if (!in.ok())
        return in.error();
    m_machine.advance(61); // numbers are leased when the hall's own word for them is here
    return settle(1) ? Result<Done>(Done{}) : Error{ErrorKind::CentreUnreachable, u"leases"_s};
}

bool DrillWindow::settle(qint64 head)
{
    const auto isThere = [&] {
        return awaited(m_store->report([head](ReadTx &tx) -> Result<bool> {
                   Query query(tx.connection(),
                               u"select (select count(*) from centre_scope where fill <> 0"
                               "  or pos < :head) + (select count(*) from want_history)"
                               " + (select count(*) from outbox where state = 0)"
                               " + (select count(*) from case_page where is_there = 0) as n"_s);
                   const Result<bool> row = query.bind(":head"_L1, head).next();
                   return row.ok() ? Result<bool>(query.number("n"_L1) == 0) : row;
               }))
            .valueOr(false);
    };
    m_engine->nudge();
    for (int i = 0; i < mostSteps; ++i) {
        const qint64 rest = m_engine->step();
        if (rest == 0)
            continue;
        if (m_engine->status().state == LinkState::Online && isThere())
            return true;
        m_machine.advance(rest / 1000 + 1); // pauses pass on the clock of the drill
        m_engine->nudge();
    }
    return false;
}

Registration DrillWindow::registration()
{
    const QStringList families{u"王"_s, u"李"_s, u"单"_s, u"曾"_s, u"欧阳"_s};
    const ItemDef &item = m_seat.items.at(below(int(m_seat.items.size())));
    Registration opening{.stream = m_ids.make<StreamId>(),
                         .item = item.code,
                         .applicant = {.id = m_ids.make<ApplicantId>(),
                                       .name = families.at(below(5)) + u"建国"_s,
                                       .idKind = u"111"_s,
                                       .idNumber = u"441900199001019997"_s,
                                       .phone = u"13812345678"_s},
                         .summary = item.name.zh,
                         .visit = m_ids.make<VisitId>()};
    for (const MaterialDef &material : item.materials) {
        opening.lines.append({.line = material.no,
                              .originals = material.originals,
                              .copies = material.copies,
                              .verdict = LineVerdict::Right});
    }
    return opening;
}

/// A paper is printed after the commit; the promise stands in a file of its own from then on.
Result<Done> DrillWindow::keep(const Result<QList<Event>> &events)
{
    if (!events.ok())
        return events.error();
    if (!m_promises.print(events.value()))
        return Error{ErrorKind::FileNotWritten, u"promises"_s};
    ++m_tally.receipts;
    for (const Event &event : events.value()) {
        m_tally.promised.insert(event.id.text());
        m_tally.numbers += numbersOf(event);
    }
    return Done{};
}

Result<Done> DrillWindow::run(const StreamId &stream, const Command &command)
{
    return keep(awaited(m_store->write([&](WriteTx &tx) -> Result<QList<Event>> {
        const Result<CaseFile> file = tx.caseFile(stream);
        if (!file.ok())
            return file.error();
        const Context context{tx.reference(), actor(), tx.clock().now(), m_ids, tx.numbers()};
        const Result<QList<Event>> events = decide(file.value(), command, context);
        if (!events.ok())
            return events;
        const Result<Done> appended = tx.append(events.value());
        return appended.ok() ? events : appended.error();
    })));
}

/// Scanned, registered with its receipt, accepted with its notice.
Result<Done> DrillWindow::oneCase()
{
    Registration opening = registration();
    QByteArray bytes(8'000 + below(40'000), Qt::Uninitialized);
    std::ranges::generate(bytes, [this] { return char(m_random()); });
    const Result<QByteArray> sha = m_pages.put(bytes);
    if (!sha.ok())
        return sha.error();
    opening.pages
        = {{.id = m_ids.make<PageId>(), .sha = sha.value(), .format = u"png"_s, .line = 1}};
    const Result<Done> opened
        = keep(awaited(m_store->write([&](WriteTx &tx) -> Result<QList<Event>> {
              const Context context{tx.reference(), actor(), tx.clock().now(), m_ids, tx.numbers()};
              const Result<QList<Event>> events = openCase(opening, context);
              if (!events.ok())
                  return events;
              const Result<Done> appended = tx.append(events.value());
              return appended.ok() ? events : appended.error();
          })));
    if (!opened.ok())
        return opened;
    ++m_tally.cases;
    m_tally.pages.append(sha.value());
    const Result<Done> accepted = run(opening.stream,
                                      Act{.action = u"accept"_s,
                                          .opinion = u"同意"_s,
                                          .reason = u"材料齐全"_s,
                                          .manifest = "{}"});
    if (!accepted.ok() && m_tally.refusedHere++ == 0)
        m_tally.firstRefusal
            = u"%1 %2"_s.arg(int(accepted.error().kind)).arg(accepted.error().detail);
    return Done{};
}

Result<Done> DrillWindow::workCutOff(int cases)
{
    // The day that ends now: the centre refuses what lies in its future.
    m_machine.set(QDateTime::currentDateTimeUtc().addSecs(-workingDay));
    for (int i = 0; i < cases; ++i) {
        const Result<Done> done = oneCase();
        if (!done.ok())
            return done;
        m_machine.advance(workingDay / (cases + 1));
    }
    m_machine.set(QDateTime::currentDateTimeUtc());
    return Done{};
}

qint64 DrillWindow::largestFile() const
{
    qint64 largest = 0;
    QDirIterator files(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        largest = qMax(largest, QFileInfo(files.next()).size());
    return largest;
}

} // namespace hall::test
