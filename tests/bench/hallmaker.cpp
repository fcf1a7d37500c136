#include "hallmaker.h"

#include "desk/routing/caseacts.h"
#include "desk/setup/setupdesk.h"
#include "store/caserows.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

const QString surnames
    = u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟"_s;
const QString given
    = u"建国明华英丽军伟芳敏静强磊洋勇艳杰娟涛超秀霞平刚桂兰玉珍红梅志海燕晓东春生文斌宇浩佳欣怡思雨梓涵子轩俊熙"_s;

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

CaseRow coldRow(int index, const QList<const ItemDef *> &items, People &people, IdSource &ids)
{
    const ItemDef &item = *items.at(people.below(static_cast<int>(items.size())));
    const QDate day = QDate(2006, 1, 4).addDays(index / 160);
    const QDateTime at = hallInstant(day, QTime(8, 30).addSecs(index % 30'000));
    const qint64 ms = at.toMSecsSinceEpoch();
    CaseRow row{.id = ids.make<StreamId>(),
                .number = u"441900113-%1-A%2-%3-0"_s.arg(day.toString(u"yyyyMMdd"_s))
                              .arg(1 + index % 24, 2, 10, '0'_L1)
                              .arg(1 + (index % 160) / 24 + 10 * (index % 24), 4, 10, '0'_L1),
                .itemCode = item.code,
                .itemName = item.name.zh,
                .dept = item.dept,
                .window = u"A%1"_s.arg(1 + index % 24, 2, 10, '0'_L1),
                .applicantName = people.name(),
                .applicantNumber = people.number(),
                .phone = people.phone(),
                .phase = Phase::Closed,
                .state = u"closed"_s,
                .caseType = item.caseType,
                .finish = u"0"_s};
    row.applicant = ids.make<ApplicantId>();
    row.registeredAt = ms;
    row.acceptedAt = ms;
    row.closedAt = ms + 5LL * 24 * 3600 * 1000;
    row.changedAt = row.closedAt;
    row.isFolded = false;
    return row;
}

Result<Done> makeCold(Store &store, int count, IdSource &ids)
{
    People people(1);
    constexpr int batch = 200'000;
    for (int from = 0; from < count; from += batch) {
        const int upTo = std::min(count, from + batch);
        QFuture<Result<Done>> done
            = store.write([from, upTo, &people, &ids](WriteTx &tx) -> Result<Done> {
                  QList<const ItemDef *> items;
                  for (const ItemDef &item : tx.reference().items)
                      items.append(&item);
                  QList<CaseRow> rows;
                  for (int index = from; index < upTo; ++index)
                      rows.append(coldRow(index, items, people, ids));
                  return insertColdRows(tx, rows);
              });
        done.waitForFinished();
        if (!done.result().ok())
            return done.result();
        say(u"  %1 of %2 cold rows"_s.arg(upTo).arg(count));
    }
    return Done{};
}

/// One case with its journal; a same-day item is decided at once.
Result<Done> makeCase(WriteTx &tx, const ItemDef &item, People &people, IdSource &ids)
{
    const Session clerk = clerkFor(item, tx.reference());
    const Registration registration = randomRegistration(item, people, ids);
    const Result<ActResult> opened = CaseActs::openIn(tx, registration, clerk, ids);
    if (!opened.ok())
        return opened.error();
    const Result<ActResult> accepted
        = CaseActs::runIn(tx, registration.stream, clerk, Act{.action = u"accept"_s}, ids);
    if (!accepted.ok())
        return accepted.error();
    if (item.caseType != CaseType::SameDay)
        return Done{};
    const Result<ActResult> granted
        = CaseActs::runIn(tx, registration.stream, clerk,
                          Act{.action = u"grantNow"_s, .opinion = u"材料齐全，准予办理"_s}, ids);
    return granted.ok() ? Result<Done>(Done{}) : Result<Done>(granted.error());
}

bool isUsable(const ItemDef &item, bool wantsSameDay, const Reference &reference)
{
    return item.stationed && !clerkFor(item, reference).member.code.isEmpty()
        && (wantsSameDay || item.caseType != CaseType::SameDay);
}

/// One station writes the whole hall, and its intake serials of a date end at 9,999.
constexpr int openADay = 800;

Result<Done> makeJournals(Store &store, int count, bool withSameDay, FixedClock &clock,
                          IdSource &ids)
{
    People people(withSameDay ? 3 : 2);
    constexpr int batch = 250;
    for (int from = 0; from < count; from += batch) {
        // The day goes on while its cases come in; the open ones came over the last weeks.
        if (withSameDay)
            clock.advance(25 * 60 * batch / 4500);
        else
            clock.set(
                hallInstant(reportDate().addDays(-1 - (count - from) / openADay), QTime(9, 0)));
        const int upTo = std::min(count, from + batch);
        QFuture<Result<Done>> done = store.write([=, &people, &ids](WriteTx &tx) -> Result<Done> {
            QList<const ItemDef *> items;
            for (const ItemDef &item : tx.reference().items) {
                if (isUsable(item, withSameDay, tx.reference()))
                    items.append(&item);
            }
            for (int index = from; index < upTo; ++index) {
                const ItemDef &item = *items.at(people.below(static_cast<int>(items.size())));
                if (const Result<Done> made = makeCase(tx, item, people, ids); !made.ok())
                    return made;
            }
            return Done{};
        });
        done.waitForFinished();
        if (!done.result().ok())
            return done.result();
        if (from % 5'000 == 0)
            say(u"  %1 of %2 cases with journal"_s.arg(upTo).arg(count));
    }
    return Done{};
}

Result<Done> makeHall(Store &store, const HallSize &size, FixedClock &clock, IdSource &ids)
{
    say(u"Making the measured hall (once; kept for the next run)"_s);
    QFuture<Result<Done>> sample = SetupDesk(store, ids).makeSampleHall();
    sample.waitForFinished();
    if (!sample.result().ok())
        return sample.result();
    if (const auto done = makeCold(store, size.rows - size.open - size.reportDay, ids); !done.ok())
        return done;
    if (const auto done = makeJournals(store, size.open, false, clock, ids); !done.ok())
        return done;
    clock.set(hallInstant(reportDate(), QTime(8, 30)));
    return makeJournals(store, size.reportDay, true, clock, ids);
}

} // namespace

QString People::name()
{
    QString name(surnames.at(below(static_cast<int>(surnames.size()))));
    const int length = below(5) == 0 ? 1 : 2;
    for (int i = 0; i < length; ++i)
        name += given.at(below(static_cast<int>(given.size())));
    return name;
}

QString People::number()
{
    const QDate born = QDate(1950, 1, 1).addDays(below(20'000));
    const QString body
        = u"441900"_s + born.toString(u"yyyyMMdd"_s) + u"%1"_s.arg(below(1000), 3, 10, '0'_L1);
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += body.at(i).digitValue() * weights[i];
    return body + u"10X98765432"_s.at(sum % 11);
}

QString People::phone()
{
    return u"13%1"_s.arg(below(1'000'000'000), 9, 10, '0'_L1);
}

Registration randomRegistration(const ItemDef &item, People &people, IdSource &ids)
{
    Registration registration{.stream = ids.make<StreamId>(),
                              .item = item.code,
                              .applicant = {.id = ids.make<ApplicantId>(),
                                            .name = people.name(),
                                            .idKind = u"111"_s,
                                            .idNumber = people.number(),
                                            .phone = people.phone(),
                                            .address = u"东莞市大朗镇长盛社区美景中路"_s},
                              .visit = ids.make<VisitId>()};
    for (const MaterialDef &due : item.materials) {
        registration.lines.append({.line = due.no,
                                   .originals = due.originals,
                                   .copies = due.copies,
                                   .verdict = LineVerdict::Right});
    }
    return registration;
}

Session clerkFor(const ItemDef &item, const Reference &reference)
{
    for (const StaffMember &member : reference.staff) {
        for (const Post &post : member.posts) {
            const Actor actor{.staff = member.code, .post = post, .window = member.window};
            const Window *window = reference.window(member.window);
            const bool serves = post.dept == item.dept
                || (window && window->depts.contains(item.dept)
                    && window->depts.contains(post.dept));
            if (post.role == Role::Clerk && serves)
                return {.member = member, .post = post, .window = member.window};
        }
    }
    return {};
}

Result<std::unique_ptr<Store>> openHall(const QString &folder, const HallSize &size,
                                        FixedClock &clock, IdSource &ids)
{
    const QString marker = folder + u"/complete-%1"_s.arg(size.rows);
    const bool isMade = QFile::exists(marker);
    if (!isMade)
        QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    Result<std::unique_ptr<Store>> store
        = Store::open({.folder = folder, .station = u"A01"_s}, clock);
    if (!store.ok())
        return store;
    if (!isMade) {
        if (const Result<Done> made = makeHall(*store.value(), size, clock, ids); !made.ok())
            return made.error();
        QFile file(marker);
        if (!file.open(QIODevice::WriteOnly))
            return Error{ErrorKind::StoreFailed, marker};
    }
    // As every night in a hall: the second file then holds a day, not the whole hall.
    if (store.value()->isBackupDue()) {
        QFuture<Result<BackupReport>> backup = store.value()->backup();
        backup.waitForFinished();
        if (!backup.result().ok())
            return backup.result().error();
    }
    return store;
}

} // namespace hall::bench
