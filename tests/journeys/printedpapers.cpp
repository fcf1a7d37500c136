#include "printedpapers.h"

#include "domain/clock.h"
#include "papers/paper.h"
#include "papers/pdftools.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

QString dayText(qint64 at)
{
    return hallDate(QDateTime::fromMSecsSinceEpoch(at)).toString(u"yyyy年M月d日"_s);
}

bool isInHand(const CasePaper &paper)
{
    return paper.copies > 0;
}

qint64 instantOf(const CaseFile &file, const EventId &event)
{
    const auto line = std::ranges::find(file.history, event, &HistoryLine::event);
    return line == file.history.end() ? 0 : line->at;
}

/// The day that a paper of that kind must name, by what it documents.
QString dayOn(const CaseFile &file, const CasePaper &paper)
{
    if (paper.kind == "intake-receipt"_L1)
        return dayText(file.registeredAt);
    if (paper.kind == "acceptance-notice"_L1 || paper.kind == "signoff-sheet"_L1)
        return dayText(file.acceptedAt);
    if (paper.kind == "grant-decision"_L1 || paper.kind == "denial-decision"_L1)
        return dayText(file.decidedAt);
    return dayText(instantOf(file, paper.about));
}

/// What zbarimg reads at the head of the first page, where both codes of every paper stand.
QStringList codesAtTheHead(const QString &pdf)
{
    const QTemporaryDir folder;
    const QString head = folder.filePath(u"head"_s);
    const auto output = [](const QString &program, const QStringList &arguments) {
        QProcess process;
        process.start(program, arguments, QIODevice::ReadOnly);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    };
    output(u"pdftoppm"_s,
           {u"-r"_s, u"200"_s, u"-gray"_s, u"-l"_s, u"1"_s, u"-H"_s, u"420"_s, u"-singlefile"_s,
            pdf, head});
    return output(u"zbarimg"_s, {u"-q"_s, head + u".pgm"_s}).split(u'\n', Qt::SkipEmptyParts);
}

/// What a clerk looks for on the paper before it is handed out.
QStringList wordsOn(const CaseFile &file, const CasePaper &paper)
{
    QStringList words{file.number, paper.number, file.applicant.name, file.item.name.zh,
                      dayOn(file, paper)};
    if (paper.kind == "acceptance-notice"_L1 || paper.kind == "intake-receipt"_L1)
        words += {file.applicant.idNumber, file.item.code};
    if (paper.kind == "intake-receipt"_L1 && !file.agent.isEmpty())
        words += file.agent.name;
    if (paper.kind == "delivery-receipt"_L1 && file.collector)
        words += {file.collector->name, file.collector->relation};
    if (paper.kind == "grant-decision"_L1)
        words += file.certificate;
    if (paper.kind == "payment-notice"_L1 && !file.slips.isEmpty())
        words += file.slips.first().total.text();
    words.removeAll(QString());
    return words;
}

} // namespace

PrintedPapers::PrintedPapers(QString folder, Report &report)
    : m_folder(std::move(folder))
    , m_report(report)
    , m_names(QDir(m_folder).entryList({u"*.pdf"_s}, QDir::Files))
{
    m_report.check(u"programs that read PDFs and codes are here"_s, test::missingTools().isEmpty(),
                   test::missingTools());
}

void PrintedPapers::check(const Visit &visit, const CaseFile &file)
{
    QStringList kinds;
    for (const CasePaper &paper : file.papers) {
        if (!kinds.contains(paper.kind))
            kinds.append(paper.kind);
    }
    for (const QString &kind : std::as_const(kinds))
        checkKind(visit, file, kind);
}

QList<PrintedPapers::Print> PrintedPapers::printsOf(const QString &title)
{
    QList<Print> prints;
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? title : u"%1-%2"_s.arg(title).arg(number);
        if (!m_names.contains(name + u".pdf"_s))
            return prints;
        m_matched.insert(name + u".pdf"_s);
        QFile pdf(m_folder + u'/' + name + u".pdf"_s);
        const QByteArray bytes = pdf.open(QIODevice::ReadOnly) ? pdf.readAll() : QByteArray();
        prints.append({.path = pdf.fileName(), .text = test::PdfFile(bytes).text()});
    }
}

void PrintedPapers::checkKind(const Visit &visit, const CaseFile &file, const QString &kind)
{
    const std::optional<PaperKind> known = paperFromCode(kind);
    if (!known)
        return;
    QList<CasePaper> papers;
    std::ranges::copy_if(file.papers, std::back_inserter(papers), [&kind](const CasePaper &paper) {
        return paper.kind == kind && isInHand(paper);
    });
    int copies = 0;
    for (const CasePaper &paper : std::as_const(papers))
        copies += paper.copies;
    const QString what = visit.id + u": "_s + kind;
    const QList<Print> prints = printsOf(paperName(*known).zh + u' ' + file.number);
    m_report.check(what + u" is a PDF as often as it was printed"_s, prints.size() == copies,
                   u"%1 PDFs, %2 prints"_s.arg(prints.size()).arg(copies));
    // In the order of printing: an original comes before the next paper of its kind, a reprint
    // carries the same number.
    for (const CasePaper &paper : std::as_const(papers)) {
        const auto isThis = [&paper](const Print &print) {
            return print.text.contains(test::squeezed(paper.number));
        };
        const auto print = std::ranges::find_if(prints, isThis);
        m_report.check(u"%1 bears the number %2"_s.arg(what, paper.number), print != prints.end());
        if (print == prints.end())
            continue;
        checkWords(what, *print, wordsOn(file, paper));
        checkCodes(what, file, *print, kind);
        const auto marked = std::ranges::count_if(prints, [&](const Print &each) {
            return isThis(each) && each.text.contains(test::squeezed(u"补打第"_s));
        });
        m_report.check(what + u": every further print is marked"_s, marked == paper.copies - 1,
                       QString::number(marked));
    }
}

void PrintedPapers::checkWords(const QString &what, const Print &print, const QStringList &words)
{
    QStringList missing;
    for (const QString &word : words) {
        if (!print.text.contains(test::squeezed(word)))
            missing.append(word);
    }
    m_report.check(what + u" says whose, which number, which item, which day"_s, missing.isEmpty(),
                   u"lacks "_s + missing.join(u", "_s));
}

void PrintedPapers::checkCodes(const QString &what, const CaseFile &file, const Print &print,
                               const QString &kind)
{
    const QString sort = kind + u'/' + file.finish;
    if (m_codeKinds.contains(sort))
        return;
    m_codeKinds.insert(sort);
    ++m_codesRead;
    const QStringList codes = codesAtTheHead(print.path);
    m_report.check(what + u": the bar code reads as the case number"_s,
                   codes.contains(u"CODE-128:"_s + file.number), codes.join(u' '));
    const QString start = u"QR-Code:OH1|%1|%2|"_s.arg(file.id.text(), file.number);
    // A fee slip also carries what is to be paid, so that it can be paid where it is not known.
    const QString end = kind == "payment-notice"_L1
        ? u'|' + QString::number(file.slips.first().total.fen())
        : QString();
    const bool isRead = std::ranges::any_of(codes, [&](const QString &code) {
        return code.startsWith(start, Qt::CaseInsensitive) && code.endsWith(end);
    });
    m_report.check(what + u": the QR code names the case"_s, isRead, codes.join(u' '));
}

void PrintedPapers::checkRest()
{
    const QString report = paperName(PaperKind::DailyReport).zh;
    QStringList strange;
    for (const QString &name : std::as_const(m_names)) {
        if (!m_matched.contains(name) && !name.startsWith(report))
            strange.append(name);
    }
    m_report.check(u"no PDF without its case"_s, strange.isEmpty(), strange.join(u", "_s));
}

void PrintedPapers::checkReport(int takenIn)
{
    QFile pdf(m_folder + u'/' + paperName(PaperKind::DailyReport).zh + u".pdf"_s);
    const QByteArray bytes = pdf.open(QIODevice::ReadOnly) ? pdf.readAll() : QByteArray();
    const QString text = test::PdfFile(bytes).text();
    // The row of the hall's sums: three columns without a source, then what was taken in.
    const QString sums = text.section(u"大厅合计"_s, 0, 0).section(u"———"_s, -2, -2);
    m_report.check(u"the printed report names its day"_s, text.contains(u"2026年11月23日"_s));
    m_report.check(u"the printed report counts %1 cases taken in"_s.arg(takenIn),
                   sums.startsWith(QString::number(takenIn)), sums);
}

} // namespace hall::journeys
