#pragma once

#include "domain/decide.h"

#include <QDir>
#include <QFile>
#include <QMap>

namespace hall::test {

/// A hall of two departments, one item per workflow kind and a handful of people: enough for every
/// rule of a case. The definitions are the shipped ones.
class SmallHall
{
public:
    SmallHall()
    {
        using namespace Qt::StringLiterals;
        reference.hall = {.name = u"试验大厅"_s, .region = u"441900113"_s, .organWord = u"试验"_s};
        reference.departments = {{u"HB"_s, {.code = u"HB"_s}}, {u"AJ"_s, {.code = u"AJ"_s}}};
        reference.windows = {{u"A01"_s, {.code = u"A01"_s, .depts = {u"HB"_s}}}};
        const QStringList people{
            u"clerk1 HB/clerk"_s,      u"clerk2 HB/clerk"_s,      u"clerk9 AJ/clerk"_s,
            u"rev1 HB/reviewer"_s,     u"rev2 HB/reviewer"_s,     u"sur1 HB/surveyor"_s,
            u"sur2 HB/surveyor"_s,     u"co1 AJ/co_reviewer"_s,   u"co2 NY/co_reviewer"_s,
            u"head1 HB/dept_leader"_s, u"leader1 /town_leader"_s, u"cert1 HB/certifier"_s,
            u"cash1 /cashier"_s,       u"cash2 /cashier"_s,       u"man1 /manager"_s,
            u"clerk1r HB/reviewer"_s};
        for (const QString &line : people) {
            const QStringList parts = line.split(u' ');
            const Post post = *Post::fromCode(parts.at(1));
            // "clerk1r" is clerk1 in his second post: the person, not the post, is who acted.
            QString code = parts.at(0);
            if (code.endsWith(u'r') && code.startsWith("clerk"_L1))
                code.chop(1);
            reference.staff[code].code = code;
            reference.staff[code].name = code;
            reference.staff[code].posts.append(post);
            posts.insert(parts.at(0), {code, post});
        }
        const QDir folder(QStringLiteral(HALL_SOURCE_DIR "/resources/reference/definitions"));
        for (const QString &name : folder.entryList({u"W*.json"_s})) {
            QFile file(folder.filePath(name));
            Q_ASSERT(file.open(QIODevice::ReadOnly));
            const Result<Definition> definition = Definition::fromJson(file.readAll());
            Q_ASSERT(definition.ok());
            reference.definitions.add(definition.value());
            addItem(definition.value());
        }
    }

    Actor actor(const QString &who) const
    {
        const auto &[staff, post] = posts.value(who);
        return {.staff = staff,
                .post = post,
                .window = QStringLiteral("A01"),
                .station = QStringLiteral("A01")};
    }

    Reference reference;
    QMap<QString, std::pair<QString, Post>> posts;

private:
    void addItem(const Definition &definition)
    {
        using namespace Qt::StringLiterals;
        ItemDef item{.code = definition.code(),
                     .dept = u"HB"_s,
                     .name = {.zh = u"事项"_s, .en = u"Item"_s},
                     .caseType
                     = definition.code() == "W1"_L1 ? CaseType::SameDay : CaseType::Promised,
                     .applicantKinds = {1, 2},
                     .legalLimit = Limit{.days = 20},
                     .promisedLimit = {.days = definition.code() == "W1"_L1 ? 0 : 10},
                     .hasFee = true,
                     .workflow = definition.code(),
                     .jointDepts = {u"AJ"_s, u"NY"_s},
                     .materials = {{.no = 1, .name = {.zh = u"申请表"_s}, .originals = 1},
                                   {.no = 2, .name = {.zh = u"身份证"_s}, .copies = 1}},
                     .fees = {{.no = 1,
                               .name = u"工本费"_s,
                               .kind = FeeKind::Fixed,
                               .rateMicroYuan = 20'000'000,
                               .unit = u"证"_s,
                               .basis = u"样例"_s}}};
        for (const StateDef &state : definition.states()) {
            if (!state.step.isEmpty())
                item.steps.append({.code = state.step, .dept = u"HB"_s, .limitDays = 2});
        }
        reference.items.insert(item.code, item);
    }
};

/// Counts numbers up; good enough where the form of a number does not matter.
class CountedNumbers final : public NumberGiver
{
public:
    Result<QString> intakeNumber(QDate date) override
    {
        return date.toString(QStringLiteral("yyyyMMdd-")) + QString::number(++m_given);
    }
    Result<QString> officialNumber(const QString &series, const QString &organ, int year) override
    {
        return organ + series + QString::number(year) + u'-' + QString::number(++m_given);
    }

private:
    int m_given = 0;
};

/// A case that a test drives by short steps.
class DrivenCase
{
public:
    explicit DrivenCase(const SmallHall &hall, quint64 seed = 1)
        : m_hall(hall)
        , m_ids(seed)
    {
    }

    QDateTime now = hallInstant(QDate(2026, 9, 17), QTime(9, 0)); // a Thursday
    CaseFile file;
    QList<Event> journal;

    Result<QList<Event>> open(const QString &item, const QString &who = QStringLiteral("clerk1"))
    {
        using namespace Qt::StringLiterals;
        const Registration registration{
            .stream = m_ids.make<StreamId>(),
            .item = item,
            .applicant = {.id = m_ids.make<ApplicantId>(),
                          .name = u"王建国"_s,
                          .idKind = u"111"_s,
                          .idNumber = u"441900199001019997"_s,
                          .phone = u"13812345678"_s},
            .lines = {{.line = 1, .originals = 1, .verdict = LineVerdict::Right},
                      {.line = 2, .copies = 1, .verdict = LineVerdict::Right}}};
        return take(openCase(registration, context(who)));
    }

    Result<QList<Event>> run(const Command &command, const QString &who)
    {
        return take(decide(file, command, context(who)));
    }

    Context context(const QString &who)
    {
        return {m_hall.reference, m_hall.actor(who), now, m_ids, m_numbers};
    }

private:
    Result<QList<Event>> take(Result<QList<Event>> events)
    {
        if (events.ok()) {
            for (const Event &event : events.value())
                apply(file, event, m_hall.reference.definitions);
            journal.append(events.value());
            now = now.addSecs(60);
        }
        return events;
    }

    const SmallHall &m_hall;
    SeededIds m_ids;
    CountedNumbers m_numbers;
};

} // namespace hall::test
