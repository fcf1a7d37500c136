#include "domain/eventforms.h"

#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

class TestEventForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAloneWhatIsAllowed();
    void goesDownStepByStep();
    void refusesWhereNoWayLeads();

private:
    [[nodiscard]] static Event note(int version)
    {
        return sealed({.id = EventId::fromText(u"11111111-1111-4111-8111-111111111111"_s),
                       .type = u"note"_s,
                       .version = version},
                      {{u"text"_s, u"a"_s}, {u"two"_s, 2}, {u"three"_s, 3}});
    }
};

void TestEventForms::leavesAloneWhatIsAllowed()
{
    EventForms forms;
    QCOMPARE(forms.asWritten(note(3)).value().hash, note(3).hash); // nobody has said anything
    forms.allow({{u"note"_s, 3}, {u"paid"_s, 1}});
    QCOMPARE(forms.asWritten(note(3)).value().hash, note(3).hash);
    QCOMPARE(forms.asWritten(note(2)).value().hash, note(2).hash);
}

void TestEventForms::goesDownStepByStep()
{
    EventForms forms;
    const auto without = [](const QString &key) {
        return [key](QJsonObject body) {
            body.remove(key);
            return body;
        };
    };
    forms.add(u"note"_s, 2, without(u"two"_s));
    forms.add(u"note"_s, 3, without(u"three"_s));
    forms.allow({{u"note"_s, 1}});
    const Result<Event> oldest = forms.asWritten(note(3));
    QVERIFY(oldest.ok());
    QCOMPARE(oldest.value().version, 1);
    QCOMPARE(oldest.value().bodyObject(), (QJsonObject{{u"text"_s, u"a"_s}}));
    QCOMPARE(oldest.value().id, note(3).id);
    QVERIFY(isIntact(oldest.value()));
    forms.allow({{u"note"_s, 2}});
    QCOMPARE(forms.asWritten(note(3)).value().bodyObject(),
             (QJsonObject{{u"text"_s, u"a"_s}, {u"two"_s, 2}}));
}

void TestEventForms::refusesWhereNoWayLeads()
{
    EventForms forms;
    forms.add(u"note"_s, 3, [](const QJsonObject &body) { return body; });
    forms.allow({{u"note"_s, 1}});
    QCOMPARE(forms.asWritten(note(3)).error(), (Error{ErrorKind::CentreTooOld, u"note"_s}));
}

QTEST_GUILESS_MAIN(TestEventForms)
#include "tst_eventforms.moc"
