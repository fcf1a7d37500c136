#include "ui/figures/reportpage.h"

#include "desk/figures/reportpaper.h"
#include "domain/whendone.h"
#include "ui/figures/casesbehind.h"
#include "ui/shared/casewords.h"
#include "ui_reportpage.h"

#include <QFileDialog>
#include <QLocale>
#include <QShortcut>

namespace hall {

using namespace Qt::StringLiterals;

ReportPage::ReportPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::ReportPage>())
    , m_desk(context.place)
    , m_papers(context.place)
    , m_feed(context.place)
    , m_tables((m_ui->setupUi(this), *m_ui), m_feed)
{
    m_ui->dayEdit->setToday(context.place.clock.today());
    m_ui->dayEdit->setDate(context.place.clock.today());
    m_ui->preview->setPrintable(false);
    fillDepartments();
    connectAll();
    connectTables();
    setReady(false);
}

ReportPage::~ReportPage()
{
    // The field loses the focus while the page goes, and would ask for one more report.
    m_ui->dayEdit->disconnect(this);
}

QString ReportPage::pageTitle() const
{
    return tr("Daily report");
}

QList<HelpKey> ReportPage::keys() const
{
    return {{u"F5"_s, tr("Make the report of the day, department and window chosen")},
            {u"Alt+1 … Alt+5"_s, tr("Sheet, figures, charts, ratios, what is counted")},
            {u"Enter"_s, tr("The cases behind a figure")},
            {u"Ctrl+P"_s, tr("Print the report")},
            {u"Ctrl+S"_s, tr("Save it as PDF")},
            {u"Ctrl+E"_s, tr("Save it as a spreadsheet")}};
}

void ReportPage::connectAll()
{
    const auto onKey = [this](const QKeySequence &keys, void (ReportPage::*slot)()) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    onKey(Qt::Key_F5, &ReportPage::make);
    onKey(QKeySequence(Qt::CTRL | Qt::Key_E), &ReportPage::askSpreadsheet);
    connect(m_ui->refreshButton, &QPushButton::clicked, this, &ReportPage::make);
    connect(m_ui->printButton, &QPushButton::clicked, this, &ReportPage::print);
    connect(m_ui->pdfButton, &QPushButton::clicked, this, &ReportPage::savePdf);
    connect(m_ui->xlsxButton, &QPushButton::clicked, this, &ReportPage::askSpreadsheet);
    // The preview's own keys would make these ambiguous while the focus is in it.
    for (QShortcut *shortcut : m_ui->preview->findChildren<QShortcut *>()) {
        if (shortcut->key() == QKeySequence(Qt::CTRL | Qt::Key_P)
            || shortcut->key() == QKeySequence(Qt::CTRL | Qt::Key_S))
            shortcut->setEnabled(false);
    }
    onKey(QKeySequence(Qt::CTRL | Qt::Key_P), &ReportPage::print);
    onKey(QKeySequence(Qt::CTRL | Qt::Key_S), &ReportPage::savePdf);
    connect(m_ui->preview, &PaperPreview::printRequested, this, &ReportPage::print);
    connect(m_ui->preview, &PaperPreview::saved, this, [this](const QString &path) {
        m_ui->strip->say(Tone::Success, tr("Saved as %1.").arg(path));
    });
    connect(m_ui->preview, &PaperPreview::saveFailed, this,
            [this](const Error &error) { m_ui->strip->say(error); });
    connect(m_ui->dayEdit, &DateField::editingFinished, this, [this] {
        if (!m_report || m_report->scope.day != m_ui->dayEdit->date())
            make();
    });
    connect(m_ui->departmentBox, &QComboBox::activated, this, [this] {
        fillWindows();
        make();
    });
    connect(m_ui->windowBox, &QComboBox::activated, this, &ReportPage::make);
    for (int tab = 0; tab < m_ui->tabs->count(); ++tab) {
        connect(new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + tab)), this),
                &QShortcut::activated, m_ui->tabs, [this, tab] {
                    m_ui->tabs->setCurrentIndex(tab);
                    if (auto *table = m_ui->tabs->currentWidget()->findChild<RowTable *>())
                        table->setFocus();
                });
    }
}

void ReportPage::connectTables()
{
    connect(m_ui->figureTable, &RowTable::rowOpened, this, &ReportPage::openFigure);
    connect(m_ui->finishTable, &RowTable::rowOpened, this, [this](int row) {
        const QString finish = m_tables.finishes().at(row).code;
        open(finishName(finish).in(QLocale().language()),
             m_desk.behindFinish(m_report->scope, finish));
    });
    connect(m_ui->rateTable, &RowTable::rowOpened, this,
            [this] { open(tr("Cases closed on the day"), m_desk.behindRates(m_report->scope)); });
}

void ReportPage::fillDepartments()
{
    m_ui->departmentBox->clear();
    m_ui->departmentBox->addItem(tr("All departments"), QString());
    const ReferencePtr reference = m_feed.reference();
    for (const Department &dept : reference->departments)
        m_ui->departmentBox->addItem(dept.name.in(QLocale().language()), dept.code);
    fillWindows();
}

void ReportPage::fillWindows()
{
    const QString dept = m_ui->departmentBox->currentData().toString();
    m_ui->windowBox->clear();
    m_ui->windowBox->addItem(tr("All windows"), QString());
    const ReferencePtr reference = m_feed.reference();
    for (const Window &window : reference->windows) {
        if (dept.isEmpty() || window.depts.contains(dept))
            m_ui->windowBox->addItem(window.code + u' ' + window.name.in(QLocale().language()),
                                     window.code);
    }
}

ReportScope ReportPage::scope() const
{
    return {.day = m_ui->dayEdit->date(),
            .dept = m_ui->departmentBox->currentData().toString(),
            .window = m_ui->windowBox->currentData().toString()};
}

void ReportPage::activate()
{
    m_ui->dayEdit->setToday(m_context.place.clock.today());
    m_ui->dayEdit->setFocus();
    make();
}

void ReportPage::make()
{
    const int asked = ++m_asked;
    whenDone(m_desk.dayReport(scope()), this, [this, asked](const Result<DayReport> &report) {
        if (asked != m_asked)
            return;
        if (report.ok())
            present(report.value());
        else
            m_ui->strip->say(report.error());
    });
}

void ReportPage::present(const DayReport &report)
{
    m_report = report;
    m_tables.show(report);
    m_ui->chartPane->setCharts(reportCharts(report, *m_feed.reference()));
    m_ui->asOfLabel->setText(
        tr("As of %1").arg(CaseWords::moment(report.asOf.toMSecsSinceEpoch())));
    QStringList names;
    for (const Figure figure : report.missing())
        names.append(figureDef(figure).name.in(QLocale().language()));
    m_ui->missingLabel->setText(tr("— has no source: %1").arg(names.join(u", "_s)));
    compose();
}

void ReportPage::compose()
{
    setReady(false);
    whenDone(m_desk.paper(*m_report, m_context.session), this,
             [this, asked = m_asked](const Result<Document> &document) {
                 if (asked != m_asked)
                     return;
                 if (document.ok())
                     m_ui->preview->setDocument(document.value());
                 else
                     m_ui->strip->say(document.error());
                 setReady(document.ok());
             });
}

void ReportPage::setReady(bool isReady)
{
    m_ui->printButton->setEnabled(isReady);
    m_ui->pdfButton->setEnabled(isReady);
    m_ui->xlsxButton->setEnabled(m_report.has_value());
}

void ReportPage::print()
{
    if (!m_ui->preview->hasDocument())
        return;
    whenDone(m_papers.printDocument(*m_ui->preview->document(),
                                    m_context.shell.printerFor(paperCode(PaperKind::DailyReport))),
             this, [this](const Result<Done> &printed) {
                 if (printed.ok())
                     m_ui->strip->say(Tone::Success, tr("The report was sent to the printer."));
                 else
                     m_ui->strip->say(printed.error());
             });
}

void ReportPage::savePdf()
{
    m_ui->preview->savePdf();
}

void ReportPage::askSpreadsheet()
{
    if (!m_report)
        return;
    auto *dialog = new QFileDialog(this, tr("Save as a spreadsheet"), QString(),
                                   tr("Spreadsheets (*.xlsx)"));
    dialog->setObjectName(u"xlsxDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"xlsx"_s);
    dialog->selectFile(tr("Daily report %1").arg(m_report->scope.day.toString(Qt::ISODate))
                       + u".xlsx"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportPage::saveSpreadsheet);
    dialog->open();
}

void ReportPage::saveSpreadsheet(const QString &path)
{
    whenDone(m_desk.saveXlsx(*m_report, path), this, [this, path](const Result<Done> &saved) {
        if (saved.ok())
            m_ui->strip->say(Tone::Success, tr("Saved as %1.").arg(path));
        else
            m_ui->strip->say(saved.error());
    });
}

void ReportPage::openFigure()
{
    const QModelIndex index = m_ui->figureTable->currentIndex();
    const std::optional<ReportCell> cell = m_tables.cell(index.row(), index.column());
    if (cell)
        open(m_tables.cellTitle(*cell), m_desk.behind(*cell));
}

void ReportPage::open(const QString &title, const FiguresDesk::Lines &lines)
{
    openCasesBehind(this, title, lines, [this](const Error &error) { m_ui->strip->say(error); });
}

} // namespace hall
