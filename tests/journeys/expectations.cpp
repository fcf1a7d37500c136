#include "expectations.h"

#include "domain/clock.h"
#include "printedpapers.h"
#include "specials.h"
#include "store/caserows.h"
#include "store/diagnostics.h"
#include "store/store.h"

#include <QDir>
#include <QSet>

#include <algorithm>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastVisits = 40;
constexpr int leastItems = 15;

QString finishWord(const CaseFile &file)
{
    // Finish codes of the exchange tables (domain.md section 4), as this hall's definitions use
    // them.
    if (!file.isClosed())
        return u"in hand"_s;
    switch (file.phase) {
    case Phase::Closed:
        return file.verdict == Verdict::Deny ? u"closed, not granted"_s : u"closed, granted"_s;
    case Phase::Refused:
        return u"not accepted"_s;
    case Phase::Withdrawn:
        return u"withdrawn"_s;
    case Phase::Lapsed:
        return u"ended for want of correction"_s;
    default:
        return u"void"_s;
    }
}

bool isOnPaper(const CaseFile &file, const QString &kind)
{
    return std::ranges::any_of(file.papers, [&kind](const CasePaper &paper) {
        return paper.kind == kind && paper.copies > 0
            && (paper.state == PaperState::Printed || paper.state == PaperState::HandedOver);
    });
}

QString papersOf(const CaseFile &file)
{
    QStringList kinds;
    for (const CasePaper &paper : file.papers)
        kinds.append(paper.kind + u' ' + paperStateWord(paper.state));
    return kinds.join(u", "_s);
}

Result<CaseFile> fileOf(Store &store, const QString &number)
{
    return store
        .report([number](ReadTx &tx) -> Result<CaseFile> {
            const Result<StreamId> stream = caseByNumber(tx, number);
            return stream.ok() ? tx.caseFile(stream.value()) : Result<CaseFile>(stream.error());
        })
        .result();
}

} // namespace

Expectations::Expectations(QString folder, QString store, const QList<Visit> &visits,
                           Report &report)
    : m_folder(std::move(folder))
    , m_store(std::move(store))
    , m_visits(visits)
    , m_report(report)
{
}

void Expectations::check(const QStringList &pictures)
{
    m_report.chapter(u"Comparing the store with what was expected"_s);
    m_sums.visits = int(m_visits.size());
    m_sums.pictures = int(pictures.size());
    checkScope();
    checkVisits();
    checkFolder();
    checkPages(pictures);
    m_report.table(m_sums);
}

void Expectations::checkScope()
{
    QSet<QString> items;
    for (const Visit &visit : m_visits)
        items.insert(visit.item);
    m_report.check(u"at least 40 visits"_s, m_visits.size() >= leastVisits);
    m_report.check(u"at least 15 items"_s, items.size() >= leastItems);
}

void Expectations::checkVisits()
{
    const FixedClock clock(hallInstant(QDate(2026, 12, 31), QTime(12, 0)));
    const Result<std::unique_ptr<Store>> store = Store::open({.folder = m_store}, clock);
    m_report.check(u"the store opens again"_s, store.ok());
    if (!store.ok())
        return;
    PrintedPapers papers(m_folder + u"/papers"_s, m_report);
    Specials specials(*store.value(), m_report, m_sums.played);
    for (const Visit &visit : m_visits) {
        const Result<CaseFile> file = fileOf(*store.value(), visit.number);
        m_report.check(visit.id + u": its case is in the store"_s, file.ok(), visit.problem);
        if (!file.ok())
            continue;
        checkVisit(visit, file.value());
        specials.check(visit, file.value());
        papers.check(visit, file.value());
    }
    papers.checkRest();
    papers.checkReport(int(m_visits.size()));
    specials.checkHall();
    m_sums.played[u"papers whose codes were read back"_s] = papers.codesRead();
    for (int kind = 1; kind <= 6; ++kind)
        m_report.check(u"a case of W%1 is closed"_s.arg(kind),
                       m_kinds.contains(u"W%1"_s.arg(kind)));
    const Result<ReplayReport> replay = store.value()->replay().result();
    m_report.check(u"replaying all journals gives the stored projections"_s,
                   replay.ok() && replay.value().isEqual(),
                   replay.ok() ? replay.value().first.join(u"; "_s) + replay.value().damage
                               : replay.error().detail);
}

void Expectations::checkVisit(const Visit &visit, const CaseFile &found)
{
    m_report.check(u"%1: state %2"_s.arg(visit.id, visit.state), found.state() == visit.state,
                   found.state());
    m_report.check(u"%1: finish '%2'"_s.arg(visit.id, visit.finish), found.finish == visit.finish,
                   found.finish);
    for (const QString &paper : visit.papers) {
        m_report.check(u"%1: %2 in hand"_s.arg(visit.id, paper), isOnPaper(found, paper),
                       papersOf(found));
    }
    ++m_sums.finishes[finishWord(found)];
    if (found.phase == Phase::Closed)
        m_kinds.insert(found.item.workflow);
}

void Expectations::checkFolder()
{
    const QFileInfoList papers
        = QDir(m_folder + u"/papers"_s).entryInfoList({u"*.pdf"_s}, QDir::Files);
    m_sums.papers = int(papers.size());
    int wanted = 0;
    for (const Visit &visit : m_visits)
        wanted += int(visit.papers.size());
    m_report.check(u"every paper is a PDF (%1 at least)"_s.arg(wanted), m_sums.papers >= wanted,
                   QString::number(m_sums.papers));
    m_report.check(u"no PDF is empty"_s, std::ranges::none_of(papers, [](const QFileInfo &paper) {
                       return paper.size() < 1000;
                   }));
    for (const QString &ending : {u"pdf"_s, u"xlsx"_s}) {
        const QFileInfoList reports
            = QDir(m_folder + u"/reports"_s).entryInfoList({u"*."_s + ending}, QDir::Files);
        m_report.check(u"the daily report as "_s + ending,
                       !reports.isEmpty() && reports.first().size() > 1000);
    }
}

void Expectations::checkPages(const QStringList &pictures)
{
    const QStringList pages{u"01-first-start"_s, u"03-sign-in"_s, u"10-counter"_s,
                            u"20-upstairs"_s,    u"30-cashier"_s, u"35-delivery"_s,
                            u"40-search"_s,      u"41-case"_s,    u"50-overview"_s,
                            u"51-report"_s,      u"60-staff"_s};
    for (const QString &page : pages) {
        for (const QString &language : {u"zh/"_s, u"en/"_s})
            m_report.check(u"picture "_s + language + page, pictures.contains(language + page));
    }
}

} // namespace hall::journeys
