#include "engineclient.h"

#include "enginepicture.h"

#include "store/integrity.h"
#include "store/recovery.h"
#include "store/referencerows.h"
#include "store/settings.h"
#include "sync/local/attention.h"

namespace hall::lockstep {

using namespace Qt::StringLiterals;
using namespace hall::model;

namespace {

const StreamId hallStream = StreamId::fromText(u"11111111-1111-4111-8111-111111111111"_s);
const QString seatKey = u"centre.seat"_s;
constexpr int year = 2026;
constexpr int faultSpread = 90; ///< the access that fails is one of so many

template <class T> T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

void must(const std::optional<Error> &error, const char *what)
{
    if (error)
        qFatal("%s: kind %d: %s", what, int(error->kind), qPrintable(error->detail));
}

template <class T> std::optional<Error> errorOf(const Result<T> &result)
{
    return result.ok() ? std::nullopt : std::optional<Error>(result.error());
}

} // namespace

EngineClient::EngineClient(Setting setting, ModelServer &server, const QString &login,
                           const ModelLink::NextFault &nextFault)
    : Client(std::move(setting), server, login, nextFault)
    , m_nextFault(nextFault)
    , m_fixed(instantOf(m_setting.now()))
    , m_disk(std::make_shared<EngineDisk>())
    , m_line(m_link, m_disk)
{
    open();
    publishHall();
}

EngineClient::~EngineClient() = default;

void EngineClient::setClock()
{
    m_fixed.set(instantOf(m_setting.now()));
}

void EngineClient::open()
{
    setClock();
    const QString folder = m_disk->folder.path();
    const bool isFirst = !QFile::exists(m_disk->path(u"hall.sqlite"_s));
    StoreOptions options{.folder = folder, .faults = &m_faults};
    if (isFirst)
        options.station = u"E%1"_s.arg(m_setting.nth, 2, 10, QLatin1Char('0'));
    Result<std::unique_ptr<Store>> opened = Store::open(options, m_fixed);
    if (!opened.ok() && opened.error().kind == ErrorKind::StoreDamaged) {
        must(errorOf(recoverStore(options, m_fixed)), "recovery");
        opened = Store::open(options, m_fixed);
    }
    must(errorOf(opened), "store");
    m_store = std::move(opened).value();
    m_pages = std::make_unique<PageStore>(m_disk->path(u"pages"_s));
    m_engine = std::make_unique<Engine>(
        EngineParts{.store = *m_store,
                    .pages = *m_pages,
                    .centre = m_line,
                    .services = &m_line,
                    .clock = m_clock,
                    .ids = *m_setting.ids,
                    .seed = quint32(m_setting.seed),
                    .program = u"lockstep"_s,
                    .ticks = [this] { return m_fixed.now().toMSecsSinceEpoch() + m_waited; }});
    for (auto key = m_disk->keys.cbegin(); key != m_disk->keys.cend(); ++key)
        m_engine->keys().unlock(key.key().section(u'|', 0, 0), key.key().section(u'|', 1, 1),
                                key.value());
    m_link.drop();
    m_line.isPersonGreeted = false;
    if (!m_person.isEmpty())
        m_engine->setPerson(m_person);
    m_picture.reset();
}

void EngineClient::close()
{
    m_engine.reset();
    m_store.reset();
    m_pages.reset();
}

void EngineClient::restart()
{
    close();
    open();
}

/// Only what numbers need.
void EngineClient::publishHall()
{
    const HallInfo hall{.name = u"lockstep"_s, .region = u"441900113"_s};
    const Event event = sealed({.id = m_setting.ids->make<EventId>(),
                                .kind = StreamKind::Hall,
                                .stream = hallStream,
                                .type = QString(publishedType),
                                .action = u"publish"_s,
                                .actor = u"admin"_s,
                                .station = m_store->station(),
                                .actedAt = 1},
                               publicationBody(u"hall"_s, u"hall"_s, hall.json()));
    must(errorOf(await(m_store->write([event](WriteTx &tx) { return tx.append({event}); }))),
         "hall");
}

void EngineClient::use(const EngineDiskPtr &disk)
{
    close();
    m_disk = disk;
    m_person.clear();
    m_link.setPerson({});
    open();
}

Disk EngineClient::copyDisk()
{
    Disk disk{.store = store(), .files = {}};
    close();
    disk.files = copyOf(*m_disk);
    open();
    return disk;
}

void EngineClient::useDisk(const Disk &disk)
{
    use(copyOf(*std::static_pointer_cast<EngineDisk>(disk.files)));
}

void EngineClient::reinstall()
{
    close();
    auto fresh = std::make_shared<EngineDisk>();
    carrySecondFile(*m_disk, *fresh);
    use(fresh);
    publishHall();
}

void EngineClient::goBackTo(const Disk &image)
{
    close();
    const EngineDiskPtr old = copyOf(*std::static_pointer_cast<EngineDisk>(image.files));
    carrySecondFile(*m_disk, *old);
    use(old);
}

// ---- the network -----------------------------------------------------------------------------

/// So many steps, or until there is nothing to do; now and then the disk fails at one of them.
bool EngineClient::run(int steps)
{
    setClock();
    m_picture.reset();
    m_faults.accesses = 0;
    m_faults.failAt = m_nextFault() == Fault::None ? 0 : 1 + (++m_faultNo * 37) % faultSpread;
    bool isIdle = false;
    for (int i = 0; i < steps && !isIdle; ++i) {
        isIdle = m_engine->step() > 0;
        if (!isOnline())
            break;
    }
    m_faults.failAt = 0;
    return isOnline() && m_link.isOpen();
}

bool EngineClient::connect()
{
    m_engine->disconnect();
    m_waited += 60'000; // whatever the back-off wanted
    for (int i = 0; i < 8; ++i) {
        if (run(1))
            return true;
        if (m_engine->status().state == LinkState::Offline)
            return false;
    }
    return false;
}

QString EngineClient::keyName(const QString &person) const
{
    return person + u'|' + m_store->station();
}

bool EngineClient::signIn(const QString &person)
{
    m_person = person;
    m_link.setPerson(person);
    m_line.isPersonGreeted = false;
    m_picture.reset();
    if (!m_link.isOpen()) {
        m_engine->setPerson(person);
        return false;
    }
    const QString station = m_store->station();
    const Result<SignInReply> reply = m_line.signIn(person, {}, station);
    if (!reply.ok()) {
        m_engine->disconnect();
        m_engine->setPerson(person);
        return false;
    }
    // What Engine::signInOnline() does, without the seconds of PBKDF2.
    m_engine->keys().unlock(person, station, reply.value().macKey);
    must(errorOf(await(m_store->write([&](WriteTx &tx) -> Result<Done> {
             const WrappedKey wrapped{.salt = "s", .iterations = 1, .wrapped = "k"};
             const Result<Done> kept = storeKey(tx, {person, station}, wrapped, 0);
             return kept.ok() ? setOwnSetting(tx.connection(), seatKey, station) : kept;
         }))),
         "seat");
    m_engine->setPerson(person);
    return run(2) && m_line.isPersonGreeted;
}

void EngineClient::signOut()
{
    m_engine->signOut();
    for (auto key = m_disk->keys.cbegin(); key != m_disk->keys.cend(); ++key)
        m_engine->keys().unlock(key.key().section(u'|', 0, 0), key.key().section(u'|', 1, 1),
                                key.value());
    m_person.clear();
}

bool EngineClient::push(int limit)
{
    return run(2 + limit);
}

bool EngineClient::pull(int limit, int crashAfter)
{
    if (crashAfter < 0)
        return run(limit);
    run(crashAfter);
    restart();
    return false;
}

bool EngineClient::sendPages()
{
    return run(6);
}

bool EngineClient::fetchPages()
{
    const Result<QList<QByteArray>> named
        = await(m_store->report([](ReadTx &tx) -> Result<QList<QByteArray>> {
              QList<QByteArray> shas;
              Query query(tx.connection(), u"select distinct sha from case_page"_s);
              Result<bool> more = query.next();
              for (; more.ok() && more.value(); more = query.next())
                  shas.append(query.bytes("sha"_L1));
              if (!more.ok())
                  return more.error();
              return shas;
          }));
    for (const QByteArray &sha : named.valueOr({})) {
        if (!m_pages->has(sha))
            m_engine->wantPage(sha);
    }
    m_engine->nudge();
    return run(40);
}

bool EngineClient::leaseNumbers()
{
    setClock();
    // The book notes what is missing; the transaction itself fails.
    static_cast<void>(await(m_store->write([](WriteTx &tx) -> Result<QString> {
        return tx.numbers().officialNumber(u"letter"_s, u"A"_s, year);
    })));
    m_waited += 60'000;
    return run(8);
}

// ---- work ------------------------------------------------------------------------------------

bool EngineClient::canWork() const
{
    return !m_person.isEmpty() && !m_disk->keys.value(keyName(m_person)).isEmpty();
}

QString EngineClient::newNumber()
{
    setClock();
    const Result<QString> number = await(
        m_store->write([](WriteTx &tx) { return tx.numbers().intakeNumber(tx.clock().today()); }));
    must(errorOf(number), "number");
    return number.value();
}

void EngineClient::wrote(const Event &event)
{
    m_disk->written.insert(event.id);
    for (const CarriedPage &page : pagesNamedIn(event))
        m_disk->attached.insert(page.sha);
    m_engine->nudge();
    m_picture.reset();
}

EventRef EngineClient::promise(const Draft &draft)
{
    setClock();
    if (!draft.page.isEmpty())
        must(errorOf(m_pages->put(draft.page)), "page");
    const Result<Event> written
        = await(m_store->write([this, &draft](WriteTx &tx) -> Result<Event> {
              QString official;
              if (draft.official > 0) {
                  const auto given = tx.numbers().officialNumber(u"letter"_s, u"A"_s, year);
                  if (!given.ok())
                      return given.error();
                  official = given.value();
              }
              const Event event = sealed(made(draft, tx.station()), bodyOf(draft, official));
              const Result<Done> done = tx.append({event});
              return done.ok() ? Result<Event>(event) : done.error();
          }));
    must(errorOf(written), "promise");
    wrote(written.value());
    return std::make_shared<const Event>(written.value());
}

EventRef EngineClient::resolve(qsizetype item, const std::optional<Draft> &draft)
{
    setClock();
    const EventId refused = store().attention.at(item).offer.event->id;
    if (!draft)
        return nullptr;
    const Result<Event> written
        = await(m_store->write([this, &draft, refused](WriteTx &tx) -> Result<Event> {
              QString official;
              if (draft->official > 0) {
                  const auto given = tx.numbers().officialNumber(u"letter"_s, u"A"_s, year);
                  if (!given.ok())
                      return given.error();
                  official = given.value();
              }
              const Event event = sealed(made(*draft, tx.station()), bodyOf(*draft, official));
              const Result<Done> done = redoRefused(tx, refused, {event});
              return done.ok() ? Result<Event>(event) : done.error();
          }));
    must(errorOf(written), "redo");
    wrote(written.value());
    return std::make_shared<const Event>(written.value());
}

const ClientStore &EngineClient::store() const
{
    if (!m_picture) {
        const PictureTerms terms{.items = m_setting.items,
                                 .book = *m_setting.book,
                                 .pages = *m_pages,
                                 .disk = *m_disk,
                                 .station = m_store->station()};
        Result<ClientStore> drawn
            = await(m_store->report([&terms](ReadTx &tx) { return pictureOf(tx, terms); }));
        must(errorOf(drawn), "picture");
        m_picture = std::move(drawn).value();
    }
    return *m_picture;
}

QString EngineClient::disorder()
{
    const Result<JournalFacts> facts
        = await(m_store->read([](ReadTx &tx) { return checkJournal(tx.connection()); }));
    if (!facts.ok())
        return facts.error().detail;
    const Result<ReplayReport> replayed = await(m_store->replay());
    if (!replayed.ok())
        return replayed.error().detail;
    return replayed.value().isEqual() ? QString() : replayed.value().first.join(u'\n');
}

} // namespace hall::lockstep
