#pragma once

#include "desk/papers/casepapers.h"
#include "desk/papers/paperfields.h"
#include "papers/paperfield.h"
#include "samplehall.h"
#include "tests/domain/smallhall.h"

#include <QDir>
#include <QImage>
#include <QTest>

#include <algorithm>

namespace hall::test {

inline const Reference &sample()
{
    static const Reference reference = sampleReference();
    return reference;
}

inline Actor actorOf(const QString &staff, const QString &post, const QString &window = {})
{
    return {.staff = staff,
            .post = *Post::fromCode(post),
            .window = window,
            .station = QStringLiteral("A01")};
}

/// A case of the sample hall that people of its departments drive.
class PaperCase
{
public:
    QDateTime now = hallInstant(QDate(2026, 11, 23), QTime(9, 5)); // a Monday
    CaseFile file;
    QList<Event> journal;

    explicit PaperCase(const QString &item)
        : m_item(*sample().item(item))
    {
    }
    [[nodiscard]] Actor clerk() const { return of(Role::Clerk, QStringLiteral("A07")); }
    [[nodiscard]] Actor of(Role role, const QString &window = {}) const
    {
        for (const StaffMember &member : sample().staff) {
            for (const Post &post : member.posts) {
                const bool fits = post.dept.isEmpty() || post.dept == m_item.dept;
                if (post.role == role && fits && !m_used.contains(member.code))
                    return actorOf(member.code, post.code(), window);
            }
        }
        return {};
    }
    void open(LineVerdict verdict = LineVerdict::Right)
    {
        Registration opening{.stream = m_ids.make<StreamId>(),
                             .item = m_item.code,
                             .applicant = {.id = m_ids.make<ApplicantId>(),
                                           .kind = 2,
                                           .name = QStringLiteral("东莞市大朗镇巷头毛织有限公司"),
                                           .idKind = QStringLiteral("USCC"),
                                           .idNumber = QStringLiteral("91441900MA4W3X2P5G"),
                                           .phone = QStringLiteral("0769-83012345"),
                                           .legalName = QStringLiteral("陈𠮷祥")},
                             .agent = {.name = QStringLiteral("李娜"),
                                       .idKind = QStringLiteral("111"),
                                       .idNumber = QStringLiteral("441900199001019997")},
                             .summary = QStringLiteral("大朗镇长富西路12号")};
        for (const MaterialDef &due : m_item.materials)
            opening.lines.append({.line = due.no,
                                  .originals = due.originals,
                                  .copies = due.copies,
                                  .verdict = verdict});
        take(openCase(opening, context(clerk())));
    }
    void run(const Command &command, const Actor &actor)
    {
        take(decide(file, command, context(actor)));
    }
    void act(const QString &action, Role role, const QString &opinion = QStringLiteral("同意。"),
             const QString &branch = QStringLiteral("main"))
    {
        Act act{.action = action, .branch = branch, .opinion = opinion, .manifest = "{}"};
        act.details
            = {.findings = Findings{.place = QStringLiteral("长富西路12号"),
                                    .at = now.toMSecsSinceEpoch(),
                                    .present = QStringLiteral("李娜（代理人）"),
                                    .text = QStringLiteral("现场与申报材料一致，符合条件。")},
               .collector = Collector{.name = QStringLiteral("李娜"),
                                      .idKind = QStringLiteral("111"),
                                      .idNumber = QStringLiteral("441900199001019997"),
                                      .relation = QStringLiteral("代理人")},
               .certificate = QStringLiteral("朗证字第20260001号")};
        Actor actor = role == Role::Clerk ? clerk() : of(role);
        if (role == Role::CoReviewer) {
            const QString dept = branch.section(u'/', 1);
            actor = actorOf(dept.toLower() + QStringLiteral("41"),
                            dept + QStringLiteral("/co_reviewer"));
        }
        run(act, actor);
        if (branch.startsWith(QLatin1StringView("survey")))
            m_used.insert(actor.staff);
    }
    void payAll()
    {
        for (const FeeSlip &slip : QList<FeeSlip>(file.slips))
            run(TakePayment{.slip = slip.number,
                            .tendered = slip.total + Money(2000),
                            .till = m_ids.make<StreamId>()},
                actorOf(QStringLiteral("sf02"), QStringLiteral("FG/cashier"),
                        QStringLiteral("B02")));
    }
    /// Straight on to the hand-over, everybody agreeing.
    void driveToTheEnd()
    {
        open();
        act(QStringLiteral("accept"), Role::Clerk);
        now = now.addDays(1);
        const QString kind = m_item.workflow;
        if (kind == QLatin1StringView("W1")) {
            act(QStringLiteral("grantNow"), Role::Clerk);
        } else {
            act(QStringLiteral("review"), Role::Reviewer,
                QStringLiteral("经审核，材料齐全，拟同意。"));
            middle(kind);
        }
        payAll();
        now = now.addDays(1);
        run(WantPaper{.kind = QStringLiteral("signoff-sheet")}, clerk());
        act(QStringLiteral("handOver"), Role::Clerk, {});
    }
    [[nodiscard]] CasePaper paper(const QString &kind) const
    {
        const auto found = std::find_if(file.papers.crbegin(), file.papers.crend(),
                                        [&kind](const CasePaper &one) { return one.kind == kind; });
        return found == file.papers.crend() ? CasePaper() : *found;
    }
    [[nodiscard]] QJsonObject data(const CasePaper &paper) const
    {
        const auto occasion = occasionOf(journal, paper.id, sample().definitions);
        if (!occasion.ok())
            return {};
        return casePaperData(
            {occasion.value().file, occasion.value().paper, sample(), now, occasion.value().about});
    }
    [[nodiscard]] QJsonObject data(const QString &kind) const { return data(paper(kind)); }
    [[nodiscard]] QString text(const CasePaper &paper) const
    {
        const auto form = templateFor(*paperFromCode(paper.kind), sample());
        return form.ok() ? form.value().fill(data(paper)).valueOr({}) : QString();
    }
    [[nodiscard]] QString text(const QString &kind) const { return text(paper(kind)); }
    void append(const Event &event)
    {
        apply(file, event, sample().definitions);
        journal.append(event);
    }
    Context context(const Actor &actor) { return {sample(), actor, now, m_ids, m_numbers}; }
    QString problem; ///< first refusal

private:
    void middle(const QString &kind)
    {
        if (kind == QLatin1StringView("W4")) {
            act(QStringLiteral("surveyPass"), Role::Surveyor, QStringLiteral("符合条件。"),
                QStringLiteral("survey/1"));
            act(QStringLiteral("surveyPass"), Role::Surveyor, QStringLiteral("同意以上意见。"),
                QStringLiteral("survey/2"));
        }
        if (kind == QLatin1StringView("W6")) {
            for (const QString &dept : m_item.jointDepts)
                act(QStringLiteral("jointAgree"), Role::CoReviewer, QStringLiteral("同意。"),
                    QStringLiteral("joint/") + dept);
            act(QStringLiteral("sumUp"), Role::Reviewer, QStringLiteral("协办部门均无异议。"));
        }
        act(kind == QLatin1StringView("W2") ? QStringLiteral("headApprove")
                                            : QStringLiteral("headAgree"),
            Role::DeptHead);
        if (kind == QLatin1StringView("W5")) {
            act(QStringLiteral("leaderAgree"), Role::TownLeader);
            act(QStringLiteral("sendUp"), Role::Reviewer, {});
            now = now.addDays(5);
            act(QStringLiteral("cityGrant"), Role::Reviewer, QStringLiteral("市局批准。"));
            return;
        }
        if (kind != QLatin1StringView("W2"))
            act(QStringLiteral("leaderApprove"), Role::TownLeader);
        m_used.clear();
        act(QStringLiteral("make"), Role::Certifier, {});
    }
    void take(const Result<QList<Event>> &events)
    {
        if (!events.ok()) {
            if (problem.isEmpty())
                problem = QStringLiteral("kind %1 %2")
                              .arg(int(events.error().kind))
                              .arg(events.error().detail);
            return;
        }
        for (const Event &event : events.value())
            append(event);
        now = now.addSecs(600);
    }

    ItemDef m_item;
    SeededIds m_ids{11};
    CountedNumbers m_numbers;
    QSet<QString> m_used;
};

/// Names that the form of the paper does not know.
inline QString unknownNames(const QJsonObject &data, const PaperField &fields, const QString &at)
{
    QStringList unknown;
    for (auto entry = data.begin(); entry != data.end(); ++entry) {
        const PaperField *field = fields.find(entry.key());
        if (!field) {
            unknown.append(at + entry.key());
            continue;
        }
        for (const QJsonValue &row : entry->toArray()) {
            if (row.isObject())
                unknown += unknownNames(row.toObject(), *field, entry.key() + u'.');
        }
    }
    unknown.removeAll(QString());
    return unknown.join(u' ');
}

/// HALL_SHOTS=folder leaves pictures for a person to look at.
inline void draw(const PaperCase &made, const CasePaper &paper)
{
    const auto occasion = occasionOf(made.journal, paper.id, sample().definitions);
    QVERIFY(occasion.ok());
    const auto document = composeCasePaper(
        occasion.value().file, occasion.value().paper, sample(),
        {.now = made.now, .name = QStringLiteral("刘思"), .about = occasion.value().about});
    QVERIFY(document.ok());
    QVERIFY(document.value().pageCount() >= 1);
    const QString folder = qEnvironmentVariable("HALL_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (int page = 0; page < document.value().pageCount(); ++page) {
        document.value().image(page, 100).save(QStringLiteral("%1/%2-%3-%4.png")
                                                   .arg(folder, paper.kind, made.file.item.code)
                                                   .arg(page));
    }
}

} // namespace hall::test
