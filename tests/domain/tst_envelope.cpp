#include "domain/canonicaljson.h"
#include "domain/event.h"

#include <QJsonArray>
#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

/// The bytes that every hash runs over, against the definition of their form.
class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheCanonicalFormOfItsFields_data();
    void isTheCanonicalFormOfItsFields();
};

namespace {

QString textOf(const EventId &id)
{
    return id.isNull() ? QString() : id.text();
}

QByteArray byObject(const Event &event)
{
    QJsonArray saw;
    for (const EventId &id : event.saw)
        saw.append(id.text());
    return canonicalJson({{u"id"_s, event.id.text()},
                          {u"kind"_s, streamWord(event.kind)},
                          {u"stream"_s, event.stream.text()},
                          {u"type"_s, event.type},
                          {u"version"_s, event.version},
                          {u"branch"_s, event.branch},
                          {u"action"_s, event.action},
                          {u"from"_s, event.from},
                          {u"to"_s, event.to},
                          {u"expects"_s, textOf(event.expects)},
                          {u"actor"_s, event.actor},
                          {u"post"_s, event.post},
                          {u"station"_s, event.station},
                          {u"actedAt"_s, event.actedAt},
                          {u"gained"_s, QJsonArray::fromStringList(event.scopesGained)},
                          {u"lost"_s, QJsonArray::fromStringList(event.scopesLost)},
                          {u"replaces"_s, textOf(event.replaces)},
                          {u"saw"_s, saw},
                          {u"head"_s, event.head},
                          {u"bodyHash"_s, QString::fromLatin1(event.bodyHash.toHex())}});
}

} // namespace

void TestEnvelope::isTheCanonicalFormOfItsFields_data()
{
    QTest::addColumn<Event>("event");
    SeededIds ids(3);
    QTest::newRow("empty") << Event{};
    QTest::newRow("everything") << Event{
        .id = ids.make<EventId>(),
        .kind = StreamKind::Till,
        .stream = ids.make<StreamId>(),
        .type = u"moved"_s,
        .version = 7,
        .branch = u"AJ/审\"核\\"_s,
        .action = u"a\tb\nc\rd\be\f"_s,
        .from = u"\u0001\u001f"_s,
        .to = u"𠮷/é"_s,
        .expects = ids.make<EventId>(),
        .actor = u"clerk1"_s,
        .post = u"HB/clerk"_s,
        .station = u"A01"_s,
        .actedAt = 1'795'000'000'123,
        .scopesGained = {u"HB"_s, u"市\"场"_s},
        .scopesLost = {u"AJ"_s},
        .replaces = ids.make<EventId>(),
        .saw = {ids.make<EventId>(), ids.make<EventId>()},
        .head = {{u"name"_s, u"王\"五"_s}, {u"n"_s, 12}, {u"a"_s, QJsonArray{1, true}}},
        .bodyHash = QByteArray(32, '\xa5')};
}

void TestEnvelope::isTheCanonicalFormOfItsFields()
{
    QFETCH(const Event, event);
    QCOMPARE(canonicalEnvelope(event), byObject(event));
}

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
