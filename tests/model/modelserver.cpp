#include "modelserver.h"

#include <QMessageAuthenticationCode>

namespace hall::model {

using namespace Qt::StringLiterals;

namespace {

QByteArray hmac(const QByteArray &message, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

} // namespace

ModelServer::ModelServer(Items items, Rules rules, std::shared_ptr<EventBook> book, qsizetype piece)
    : m_items(std::move(items))
    , m_rules(rules)
    , m_book(std::move(book))
    , m_piece(piece)
{
}

void ModelServer::setPosts(const QString &person, const QStringList &posts)
{
    m_town.posts[person] = posts;
}

void ModelServer::setStationScopes(const QString &login, const QStringList &scopes)
{
    m_town.stationScopes[login] = scopes;
}

QStringList ModelServer::scopesOf(const Session &session) const
{
    QStringList scopes;
    for (const QString &post : m_town.posts.value(session.person)) {
        const QString scope = deptOf(post);
        if (!scopes.contains(scope))
            scopes.append(scope);
    }
    return cutScopes(scopes, m_town.stationScopes.value(session.login));
}

QStringList ModelServer::scopesKept(const QString &login, const QString &station) const
{
    QStringList kept;
    for (const QString &person : m_town.seats.value(station)) {
        for (const QString &scope : scopesOf({.login = login, .person = person})) {
            if (!kept.contains(scope))
                kept.append(scope);
        }
    }
    return kept;
}

void ModelServer::restore(const Town &backup)
{
    m_town = backup;
    m_hidden.clear();
    ++m_generation;
    // The database knows by its own identity that it is not the one that wrote these rows.
    // The jump grows with time: one backup may be restored twice.
    if (m_rules.has(Rule::CountersJump))
        m_town.nextLeased += 1000 + static_cast<int>(20 * (m_now - m_town.newestMs) / 60'000);
}

HelloReply ModelServer::hello(Party party, const Session &session, const HelloAsk &ask)
{
    HelloReply reply;
    reply.head = {.pos = m_town.head(), .chain = m_town.chainAt(m_town.head())};
    reply.centreMs = m_now;
    reply.epoch = QUuid::createUuidV5(QUuid(), QString::number(m_generation));
    if (!m_town.stations.contains(ask.station))
        m_town.stations.insert(ask.station, {.login = session.login, .install = ask.install});
    const StationRow &row = m_town.stations[ask.station];
    const bool isOlderImage
        = m_rules.has(Rule::CloneBySerial) && ask.newestSerial < row.newestSerial;
    if (row.login != session.login || row.install != ask.install || isOlderImage) {
        reply.status = HelloStatus::Clone;
        return reply;
    }
    reply.scopes
        = party == Party::Person ? scopesOf(session) : scopesKept(session.login, ask.station);
    for (const Checkpoint &point : ask.trail) {
        const bool isHere = point.pos <= m_town.head()
            && (!m_rules.has(Rule::ChainCheck) || m_town.chainAt(point.pos) == point.chain);
        if (isHere) {
            reply.common = point.pos;
            break;
        }
        reply.status = HelloStatus::Fork;
    }
    return reply;
}

QByteArray ModelServer::keyOf(const QString &person, const QString &station) const
{
    const QString name = person + u'|' + station;
    if (!m_rules.has(Rule::DerivedKeys))
        return m_town.keys.value(name);
    QByteArray &key = m_derived[name];
    if (key.isEmpty())
        key = hmac(name.toUtf8(), "the secret of the town");
    return key;
}

QByteArray ModelServer::signIn(const QString &person, const QString &station)
{
    if (!person.isEmpty())
        m_town.seats[station].insert(person);
    const QString name = person + u'|' + station;
    if (!m_rules.has(Rule::DerivedKeys) && !m_town.keys.contains(name))
        m_town.keys.insert(name, hmac(name.toUtf8(), QByteArray::number(m_generation)));
    return keyOf(person, station);
}

QString ModelServer::renewStation(const Session &session, const QUuid &install)
{
    for (auto row = m_town.stations.cbegin(); row != m_town.stations.cend(); ++row) {
        if (row->login == session.login && row->install == install)
            return row.key();
    }
    // Drawn by the install: what a restored centre has forgotten is not drawn again by another one.
    quint32 draw = m_rules.has(Rule::StationsDrawn) ? install.data1 % 46656 : 0;
    QString code;
    do {
        code = u"%1"_s.arg(++draw % 46656, 3, 36, QLatin1Char('0')).toUpper();
    } while (m_town.stations.contains(code));
    m_town.stations.insert(code, {.login = session.login, .install = install});
    return code;
}

void ModelServer::enterStation(const Session &session, const QString &code, const QUuid &install)
{
    if (!m_town.stations.contains(code))
        m_town.stations.insert(code, {.login = session.login, .install = install});
}

void ModelServer::learnKey(const QString &person, const QString &station, const QByteArray &key)
{
    m_derived.insert(person + u'|' + station, key);
}

int ModelServer::lease(int size)
{
    const int first = m_town.nextLeased;
    m_town.nextLeased += size;
    return first;
}

PushReply ModelServer::push(const Session &session, const QList<OfferedEvent> &events)
{
    m_hidden.clear(); // who was slow has committed by now
    QList<Reading> readings;
    for (const OfferedEvent &offer : events) {
        readings.append({.offer = &offer,
                         .event = m_book->read(offer.envelope, offer.body),
                         .deliveredBy = session.station});
    }
    PushReply reply;
    reply.centreMs = m_now;
    reply.isClone = m_rules.has(Rule::CloneBySerial) && isClone(readings);
    const qint64 before = m_town.head();
    QSet<StreamId> stopped;
    for (const Reading &reading : std::as_const(readings)) {
        if (reply.isClone)
            break;
        PushAnswer answer{.code = PushCode::Conflict, .pos = 0, .reason = u"order"_s};
        if (!reading.event || !stopped.contains(reading.offer->stream)
            || hereAt(*reading.event) > 0)
            answer = answerTo(reading);
        else
            m_town.refused.insert(reading.event->id, {reading.event, answer.reason});
        if (answer.code != PushCode::Accepted && answer.code != PushCode::Here
            && m_rules.has(Rule::OrderRefusal))
            stopped.insert(reading.offer->stream);
        reply.answers.append(answer);
        noteDelivery(session, reading);
    }
    if (!m_rules.has(Rule::DensePositions) && ++m_pushes % 3 == 0) {
        for (qint64 pos = before + 1; pos <= m_town.head(); ++pos)
            m_hidden.insert(pos);
    }
    reply.head = {.pos = m_town.head(), .chain = m_town.chainAt(m_town.head())};
    return reply;
}

qint64 ModelServer::hereAt(const Event &event) const
{
    if (m_rules.has(Rule::IdOnce) && m_town.byId.contains(event.id))
        return m_town.byId.value(event.id);
    const qint64 byRoot = m_town.byRoot.value(rootOf(event));
    const bool isOther = byRoot > 0 && m_town.log.at(byRoot - 1).event->id != event.id;
    return m_rules.has(Rule::RootOnce) && isOther ? byRoot : 0;
}

bool ModelServer::isClone(const QList<Reading> &readings) const
{
    return std::ranges::any_of(readings, [this](const Reading &reading) {
        if (!reading.event || reading.offer->serial == 0)
            return false;
        if (!m_rules.has(Rule::CloneAmongHere) && hereAt(*reading.event) > 0)
            return false;
        const QString name = reading.event->station + u'|' + QString::number(reading.offer->serial);
        const auto used = m_town.serials.constFind(name);
        return used != m_town.serials.constEnd() && *used != reading.event->id;
    });
}

PushAnswer ModelServer::answerTo(const Reading &reading)
{
    if (!reading.event)
        return {.code = PushCode::Malformed, .pos = 0, .reason = u"hash"_s};
    if (const qint64 pos = hereAt(*reading.event); pos > 0) {
        rememberSerial(reading);
        const bool isAuthors = reading.offer->serial > 0
            && m_town.stations.value(reading.event->station).login
                == m_town.stations.value(reading.deliveredBy).login;
        if (isAuthors && m_town.byId.contains(reading.event->id))
            namePages(reading, m_town.streams[reading.event->stream]);
        return {.code = PushCode::Here, .pos = pos, .reason = {}};
    }
    const PushAnswer fault = faultOf(reading);
    if (fault.code == PushCode::Accepted)
        return {.code = PushCode::Accepted, .pos = accept(reading), .reason = {}};
    m_town.refused.insert(reading.event->id, {reading.event, fault.reason});
    if (fault.reason != "mac"_L1)
        rememberSerial(reading);
    if (m_watch)
        m_watch({.event = reading.event,
                 .state = m_town.streams.value(reading.event->stream).state,
                 .answer = fault});
    return fault;
}

PushAnswer ModelServer::faultOf(const Reading &reading) const
{
    const Event &event = *reading.event;
    const bool isTimer = event.actor.isEmpty();
    const QByteArray key = keyOf(event.actor, isTimer ? reading.deliveredBy : event.station);
    if (key.isEmpty() || hmac(event.hash, key) != reading.offer->mac)
        return {.code = PushCode::NotAllowed, .pos = 0, .reason = u"mac"_s};
    if (event.actedAt > m_now + clockTolerance)
        return {.code = PushCode::Malformed, .pos = 0, .reason = u"future"_s};
    if (!isTimer && !m_town.posts.value(event.actor).contains(event.post))
        return {.code = PushCode::NotAllowed, .pos = 0, .reason = u"post"_s};
    return caseFault(reading, m_town.streams.value(event.stream));
}

QString ModelServer::numberFault(const Reading &reading) const
{
    if (!m_rules.has(Rule::NumberOnce))
        return {};
    const QString number = reading.event->head.value("number"_L1).toString();
    const auto used = m_town.numbers.constFind(number);
    if (!number.isEmpty() && used != m_town.numbers.constEnd() && *used != reading.event->stream)
        return u"number"_s;
    for (const QString &official : reading.offer->numbers) {
        if (m_town.official.contains(official))
            return u"number"_s;
    }
    return {};
}

PushAnswer ModelServer::caseFault(const Reading &reading, const StreamRow &row) const
{
    const Event &event = *reading.event;
    const auto conflict = [](const QString &reason) {
        return PushAnswer{.code = PushCode::Conflict, .pos = 0, .reason = reason};
    };
    const bool isAfterEnd = event.type == "note"_L1 || event.type == "paper"_L1;
    if (row.state.isClosed && !isAfterEnd)
        return conflict(u"closed"_s);
    CaseState after = row.state;
    if (!apply(after, reading.event, m_items, m_rules))
        return conflict(u"state"_s);
    const bool overtakes = m_rules.has(Rule::Overtaking) && overtakesTimer(row.state, event);
    const CaseState &base = event.type == "registered"_L1 ? after
        : overtakes                                       ? row.state.beforeTimer->state
                                                          : row.state;
    const PushAnswer right = rightFault(event, base);
    if (right.code != PushCode::Accepted)
        return right;
    if (const QString fault = numberFault(reading); !fault.isEmpty())
        return conflict(fault);
    const bool mustWait = after.isClosed && !row.state.isClosed && m_rules.has(Rule::ClosingWaits);
    return mustWait && !arePagesComplete(row) ? conflict(u"pages"_s) : right;
}

PushAnswer ModelServer::rightFault(const Event &event, const CaseState &base) const
{
    const PushAnswer fine{.code = PushCode::Accepted};
    if (event.actor.isEmpty())
        return fine;
    const QString dept = deptOf(event.post);
    const bool isMove = event.type == "moved"_L1;
    const QString member = event.branch.section(u'/', 1, 1);
    const QString needed = member.isEmpty() ? base.dept : member;
    const ItemRow item = m_items.value(base.item);
    const bool isOfItem = item.isHall && (dept == item.dept || item.joint.contains(dept));
    const bool fits = dept == "*"_L1 || event.type == "registered"_L1
        || (isMove ? dept == needed : isOfItem || base.scopes.contains(dept));
    if (fits)
        return fine;
    return {.code = PushCode::NotAllowed, .pos = 0, .reason = u"department"_s};
}

bool ModelServer::arePagesComplete(const StreamRow &row) const
{
    return std::ranges::all_of(
        row.pages, [this](const QByteArray &sha) { return m_town.pages.value(sha).isComplete; });
}

} // namespace hall::model
