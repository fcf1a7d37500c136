#include "desk/figures/figuresdesk.h"
#include "desk/figures/reportpaper.h"
#include "desk/figures/reportsheet.h"

#include "playedhall.h"
#include "testmain.h"

#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

bool isOn(qint64 at, const QDate &day)
{
    return at != 0 && hallDate(instantOf(at)) == day;
}

/// The figures of a day counted again from the folded journals, by another way than the store's.
class BruteCount
{
public:
    BruteCount(const QList<CaseFile> &files, const Reference &reference)
        : m_files(files)
        , m_reference(reference)
    {
    }

    QMap<Figure, qint64> on(const QDate &day)
    {
        m_counts.clear();
        for (const CaseFile &file : m_files)
            countCase(file, day);
        return m_counts;
    }

private:
    void countCase(const CaseFile &file, const QDate &day)
    {
        m_counts[Figure::Received] += isOn(file.registeredAt, day) ? 1 : 0;
        m_counts[Figure::Accepted] += isOn(file.acceptedAt, day) ? 1 : 0;
        const Definition *definition
            = m_reference.definitions.find(file.item.workflow, file.definitionVersion);
        for (const HistoryLine &line : file.history) {
            const ActionDef *action = definition->action(line.action);
            if (!action || line.isIrregular || line.type != "moved"_L1 || !isOn(line.at, day))
                continue;
            m_counts[Figure::Refused] += action->sort == ActionSort::Refuse ? 1 : 0;
            m_counts[Figure::Corrections] += action->sort == ActionSort::Correct ? 1 : 0;
            m_counts[Figure::Returned] += action->sort == ActionSort::Withdraw ? 1 : 0;
        }
        const bool isClosed = QStringList{u"0"_s, u"4"_s, u"6"_s}.contains(file.finish);
        if (isClosed && isOn(file.closedAt, day))
            countClosing(file);
        const bool isOver = file.closedAt != 0 && hallDate(instantOf(file.closedAt)) <= day;
        const bool isInHand
            = file.acceptedAt != 0 && hallDate(instantOf(file.acceptedAt)) <= day && !isOver;
        m_counts[Figure::InHand] += isInHand ? 1 : 0;
        const bool isPaused = std::ranges::any_of(file.stops, [&day](const ClockStop &stop) {
            return hallDate(instantOf(stop.from)) <= day
                && (stop.to == 0 || hallDate(instantOf(stop.to)) > day);
        });
        m_counts[Figure::Paused] += isInHand && isPaused ? 1 : 0;
        for (const FeeSlip &slip : file.slips) {
            for (const Payment &payment : slip.payments) {
                if (payment.isVoid || !isOn(payment.at, day))
                    continue;
                ++m_counts[Figure::Payments];
                m_counts[Figure::Amount] += payment.amount.fen();
            }
        }
    }
    void countClosing(const CaseFile &file)
    {
        const QMap<CaseType, Figure> types{{CaseType::SameDay, Figure::SameDay},
                                           {CaseType::Promised, Figure::Promised},
                                           {CaseType::Joint, Figure::Joint},
                                           {CaseType::SentUp, Figure::SentUp}};
        ++m_counts[types.value(file.item.caseType)];
    }

    const QList<CaseFile> &m_files;
    const Reference &m_reference;
    QMap<Figure, qint64> m_counts;
};

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFigureIsDefinedOnce();
    void figuresEqualABruteCount();
    void rowsBehindAreExactlyTheFigure();
    void sumsOfDaysEqualTheRows();
    void subtotalsAddUp();
    void gradesAddUpToClosings();
    void overviewAddsUpAndOpens();
    void nobodyInAPostIsSaid();
    void missingPrintsADash();
    void emptyDay();
    void workbookHoldsTheNumbers();

private:
    [[nodiscard]] Result<DayReport> report(const QDate &day)
    {
        return await(m_desk->dayReport({.day = day}));
    }

    std::unique_ptr<PlayedHall> m_hall;
    std::unique_ptr<FiguresDesk> m_desk;
    QList<CaseFile> m_files;
    QList<QDate> m_days;
};

void TestFigures::initTestCase()
{
    m_hall = std::make_unique<PlayedHall>();
    VERIFY_OK(m_hall->open());
    m_desk = std::make_unique<FiguresDesk>(*m_hall->place);
    QList<StreamId> streams;
    for (int i = 0; i < 36; ++i) {
        const auto id = m_hall->cases.open(u"W%1"_s.arg(i % 6 + 1));
        VERIFY_OK(id);
        streams.append(id.value());
        for (int step = 0; step < 10; ++step)
            VERIFY_OK(m_hall->cases.stumble(id.value()));
    }
    for (const StreamId &stream : std::as_const(streams)) {
        const auto file = m_hall->read([stream](ReadTx &tx) { return tx.caseFile(stream); });
        VERIFY_OK(file);
        m_files.append(file.value());
        for (const HistoryLine &line : file.value().history) {
            const QDate day = hallDate(instantOf(line.at));
            if (!m_days.contains(day))
                m_days.append(day);
        }
    }
    QVERIFY(m_days.size() > 3);
}

void TestFigures::everyFigureIsDefinedOnce()
{
    QCOMPARE(figureDefs().size(), figureCount);
    QSet<QString> keys;
    for (int at = 0; at < figureCount; ++at) {
        QCOMPARE(static_cast<int>(figureDefs().at(at).figure), at);
        QVERIFY(!figureDefs().at(at).name.zh.isEmpty());
        QVERIFY(!figureDefs().at(at).source.zh.isEmpty());
        keys.insert(figureDefs().at(at).key);
    }
    QCOMPARE(keys.size(), figureCount);
    for (int at = 0; at < rateDefs().size(); ++at)
        QCOMPARE(static_cast<int>(rateDefs().at(at).rate), at);
}

void TestFigures::figuresEqualABruteCount()
{
    const ReferencePtr reference = m_hall->fixture.store().reference();
    BruteCount brute(m_files, *reference);
    qint64 everything = 0;
    qint64 pausedBefore = 0;
    for (const QDate &day : std::as_const(m_days)) {
        const auto counted = report(day);
        VERIFY_OK(counted);
        const QMap<Figure, qint64> expected = brute.on(day);
        if (day < m_hall->fixture.clock.today())
            pausedBefore += expected.value(Figure::Paused);
        for (auto figure = expected.begin(); figure != expected.end(); ++figure) {
            const QByteArray where
                = figureDef(figure.key()).key.toUtf8() + ' ' + day.toString(Qt::ISODate).toUtf8();
            QVERIFY2(counted.value().total.value(figure.key()) == figure.value(),
                     (where + ": " + QByteArray::number(figure.value()) + " expected").constData());
            everything += figure.value();
        }
    }
    QVERIFY(everything > 200);
    QVERIFY(pausedBefore > 0); // a day that is over knows its stops
}

void TestFigures::rowsBehindAreExactlyTheFigure()
{
    int opened = 0;
    for (const QDate &day : std::as_const(m_days)) {
        const auto counted = report(day);
        VERIFY_OK(counted);
        QList<ReportRow> rows = counted.value().windows + counted.value().departments;
        rows.append({.figures = counted.value().total});
        for (const ReportRow &row : std::as_const(rows)) {
            for (const FigureDef &def : figureDefs()) {
                const std::optional<qint64> value = row.figures.value(def.figure);
                if (!value || def.figure == Figure::Amount)
                    continue;
                const auto behind = await(
                    m_desk->behind({.scope = {.day = day, .dept = row.dept, .window = row.window},
                                    .figure = def.figure}));
                VERIFY_OK(behind);
                QVERIFY2(behind.value().size() == *value, def.key.toUtf8().constData());
                opened += static_cast<int>(*value);
            }
        }
    }
    QVERIFY(opened > 200);
}

/// Sums over the whole time come from the sums of days, those of an item from the milestones:
/// added up over the items they are the same.
void TestFigures::sumsOfDaysEqualTheRows()
{
    const FigureScope all{.from = QDate(2020, 1, 1), .to = QDate(2030, 1, 1)};
    const auto add = [](QMap<QString, qint64> &counts, const MilestoneSum &sum) {
        const QString name = u"%1/%2/%3/%4"_s.arg(int(sum.kind))
                                 .arg(int(sum.caseType))
                                 .arg(sum.finish)
                                 .arg(int(sum.grade));
        counts[name] += sum.count;
        counts[name + u"/used"_s] += sum.daysUsed;
        counts[name + u"/legal"_s] += sum.withLegalLimit + sum.legalDays + sum.legalDaysUsed;
    };
    QMap<QString, qint64> ofDays;
    QMap<QString, qint64> ofRows;
    const auto sums = m_hall->read(
        [all](ReadTx &tx) { return milestoneSums(tx, all, FigureGroup::Department); });
    const auto rows
        = m_hall->read([all](ReadTx &tx) { return milestoneSums(tx, all, FigureGroup::Item); });
    VERIFY_OK(sums);
    VERIFY_OK(rows);
    for (const MilestoneSum &sum : sums.value())
        add(ofDays, sum);
    for (const MilestoneSum &sum : rows.value())
        add(ofRows, sum);
    QCOMPARE(ofDays, ofRows);
    QVERIFY(ofDays.size() > 10);
    const MilestoneChoice ended{.kind = Milestone::Ended};
    const auto net = m_hall->read([&](ReadTx &tx) { return netDays(tx, ended, all); });
    VERIFY_OK(net);
    QCOMPARE(net.value().size(), std::ranges::count_if(m_files, [](const CaseFile &file) {
                 return file.closedAt != 0;
             }));
    QVERIFY(std::ranges::is_sorted(net.value()));
}

void TestFigures::subtotalsAddUp()
{
    const auto counted = report(m_days.constFirst());
    VERIFY_OK(counted);
    for (const FigureDef &def : figureDefs()) {
        qint64 sum = 0;
        for (const ReportRow &window : counted.value().windows)
            sum += window.figures.value(def.figure).value_or(0);
        QCOMPARE(counted.value().total.value(def.figure).value_or(0), sum);
    }
}

void TestFigures::gradesAddUpToClosings()
{
    for (const QDate &day : std::as_const(m_days)) {
        const auto counted = report(day);
        VERIFY_OK(counted);
        const auto sum = [&counted](std::initializer_list<Figure> figures) {
            qint64 total = 0;
            for (const Figure figure : figures)
                total += *counted.value().total.value(figure);
            return total;
        };
        QCOMPARE(sum({Figure::Early, Figure::OnTime, Figure::Late}),
                 sum({Figure::SameDay, Figure::Promised, Figure::Joint, Figure::SentUp}));
    }
}

void TestFigures::overviewAddsUpAndOpens()
{
    const auto overview = await(m_desk->overview());
    VERIFY_OK(overview);
    int open = 0;
    int waiting = 0;
    for (const CaseFile &file : std::as_const(m_files)) {
        open += file.isClosed() ? 0 : 1;
        waiting += file.phase == Phase::Correction ? 1 : 0;
    }
    QCOMPARE(overview.value().total.all(), open);
    QCOMPARE(overview.value().waiting, waiting);
    QVERIFY(open > 0);
    for (const LightRow &row : overview.value().windows) {
        for (int at = 0; at < lightCount; ++at) {
            const auto light = static_cast<Light>(at);
            const auto lines
                = await(m_desk->inHand({.dept = row.dept, .window = row.window, .light = light}));
            VERIFY_OK(lines);
            QCOMPARE(lines.value().size(), row.of(light));
            for (const CaseLine &line : lines.value())
                QVERIFY(line.light == light);
        }
    }
}

void TestFigures::nobodyInAPostIsSaid()
{
    PlayedHall hall;
    VERIFY_OK(hall.open());
    const FiguresDesk desk(*hall.place);
    const auto id = hall.cases.open(u"W2"_s);
    VERIFY_OK(id);
    QVERIFY(await(desk.overview()).value().stuck.isEmpty());
    // Everybody who may register and accept leaves.
    const ReferencePtr reference = hall.fixture.store().reference();
    VERIFY_OK(await(hall.fixture.store().write([&](WriteTx &tx) -> Result<Done> {
        Reference without = *reference;
        for (StaffMember &member : without.staff)
            member.isDisabled = true;
        const ReadTx other(tx.connection(), std::make_shared<const Reference>(without));
        const auto stuck = stuckBranches(other);
        if (!stuck.ok())
            return stuck.error();
        if (stuck.value().size() != 1 || stuck.value().constFirst().row.id != id.value())
            return Error{ErrorKind::RuleBroken, u"stuck"_s};
        return Done{};
    })));
}

void TestFigures::missingPrintsADash()
{
    const auto counted = report(m_hall->fixture.clock.today());
    VERIFY_OK(counted);
    const QList<Figure> missing = counted.value().missing();
    QCOMPARE(missing,
             QList<Figure>({Figure::Consult, Figure::Tickets, Figure::AverageWait, Figure::Rated,
                            Figure::Satisfied, Figure::Bad}));
    const QJsonObject data = reportData(counted.value(), *m_hall->fixture.store().reference(), {});
    QVERIFY(!data.value("total"_L1).toObject().contains("tickets"_L1));
    QVERIFY(data.value("total"_L1).toObject().contains("received"_L1));
    QCOMPARE(data.value("missing"_L1).toArray().size(), 2);
}

void TestFigures::emptyDay()
{
    const auto counted = report(QDate(2020, 5, 5));
    VERIFY_OK(counted);
    QVERIFY(counted.value().windows.isEmpty());
    QCOMPARE(counted.value().total.value(Figure::Received), 0);
    QVERIFY(!counted.value().idleDepts.isEmpty());
    const auto paper = composeReport(counted.value(), *m_hall->fixture.store().reference(),
                                     {.printedAt = m_hall->fixture.clock.now()});
    VERIFY_OK(paper);
    QVERIFY(paper.value().pageCount() >= 1);
    VERIFY_OK(reportXlsx(counted.value(), *m_hall->fixture.store().reference()));
}

void TestFigures::workbookHoldsTheNumbers()
{
    const auto counted = report(m_days.constFirst());
    VERIFY_OK(counted);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"day.xlsx"_s);
    VERIFY_OK(await(m_desk->saveXlsx(counted.value(), path)));
    QProcess unzip;
    unzip.start(u"unzip"_s, {u"-p"_s, path, u"xl/worksheets/sheet1.xml"_s});
    QVERIFY2(unzip.waitForFinished(), "unzip is needed for this test");
    QCOMPARE(unzip.exitCode(), 0);
    const QString sheet = QString::fromUtf8(unzip.readAllStandardOutput());
    QVERIFY(sheet.contains("topLeftCell=\"C5\""_L1)); // head and names stay in sight
    QVERIFY(sheet.contains("<cols>"_L1));
    int lines = 0;
    for (const ReportRow &dept : counted.value().departments) {
        qsizetype windows = 0;
        for (const ReportRow &window : counted.value().windows)
            windows += window.dept == dept.dept ? 1 : 0;
        lines += static_cast<int>(windows > 1 ? windows + 1 : windows);
    }
    const int total = 5 + lines; // rows in the file begin with 1
    const qint64 received = *counted.value().total.value(Figure::Received);
    QVERIFY(received > 0);
    const QRegularExpression cell(
        u"<c r=\"F%1\" s=\"\\d+\"><v>%2</v></c>"_s.arg(total).arg(received));
    QVERIFY2(cell.match(sheet).hasMatch(), "the total of received cases is no number");
    const QRegularExpression dash(u"<c r=\"C%1\" s=\"\\d+\" t=\"s\">"_s.arg(total));
    QVERIFY2(dash.match(sheet).hasMatch(), "a figure without a source is no dash");
}

HALL_TEST_MAIN(QGuiApplication, TestFigures)
#include "tst_figures.moc"
