#include "ui/admin/templatespage.h"

#include "domain/whendone.h"
#include "ui/admin/templatewords.h"
#include "ui/shared/casewords.h"
#include "ui/shared/icon.h"
#include "ui_templatespage.h"

#include <QFontDatabase>
#include <QShortcut>
#include <QTextBlock>

#include <algorithm>
#include <chrono>

namespace hall {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TemplatesPage::TemplatesPage(const PageContext &context, QWidget *parent)
    : AdminPage(context, parent)
    , m_ui(std::make_unique<Ui::TemplatesPage>())
    , m_desk(publisher())
    , m_rows(columns())
    , m_history(historyColumns())
{
    m_ui->setupUi(this);
    m_ui->splitter->setSizes({290, 430, 380});
    m_ui->editSplitter->setSizes({460, 110});
    m_ui->textEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->kindTable->setRowModel(&m_rows);
    m_ui->preview->setPrintable(false); // an invented case
    m_ui->historyTable->setRowModel(&m_history);
    m_ui->historyTable->setEmptyText(tr("Nobody has changed it"),
                                     tr("The template that came with the program is in use."));
    m_soon.setSingleShot(true);
    m_soon.setInterval(300ms);
    connectAll();
}

TemplatesPage::~TemplatesPage() = default;

QString TemplatesPage::pageTitle() const
{
    return tr("Paper templates");
}

QList<HelpKey> TemplatesPage::keys() const
{
    return {{u"Enter"_s, tr("From the list to the text")},
            {u"Ctrl+S"_s, tr("Publish the text as the next version")},
            {u"Ctrl+Z"_s, tr("Take back what was typed")},
            {u"Alt+1 Alt+2"_s, tr("Text, history")}};
}

QList<RowColumn<TemplateRow>> TemplatesPage::columns()
{
    return {{.title = tr("Paper"),
             .text = [](const TemplateRow &row) { return inOwnLanguage(paperName(row.kind)); },
             .shape = {.characters = 14, .takesRest = true},
             .extra = {}},
            {.title = tr("Version"),
             .text = [](const TemplateRow &row) { return row.version; },
             .shape = {.characters = 6, .isRightAligned = true},
             .extra = {}},
            {.title = tr("From"),
             .text = [](const TemplateRow &row) { return row.isOwn ? tr("hall") : tr("program"); },
             .shape = {.characters = 7},
             .extra = {}}};
}

void TemplatesPage::connectAll()
{
    connect(m_ui->kindTable, &RowTable::rowChanged, this, &TemplatesPage::choose);
    connect(m_ui->kindTable, &RowTable::rowOpened, this, [this] { m_ui->textEdit->setFocus(); });
    connect(m_ui->textEdit, &QPlainTextEdit::textChanged, this, &TemplatesPage::judge);
    connect(m_ui->problemList, &QListWidget::itemClicked, this, &TemplatesPage::goToProblem);
    connect(m_ui->problemList, &QListWidget::itemActivated, this, &TemplatesPage::goToProblem);
    connect(&m_soon, &QTimer::timeout, this, &TemplatesPage::paint);
    connect(m_ui->publishButton, &QPushButton::clicked, this, &TemplatesPage::askPublish);
    connect(m_ui->bundledButton, &QPushButton::clicked, this, &TemplatesPage::askTakeBack);
    connect(m_ui->dropButton, &QPushButton::clicked, this, &TemplatesPage::drop);
    connect(m_ui->preview, &PaperPreview::saveFailed, m_ui->strip,
            [this](const Error &error) { m_ui->strip->say(error); });
    for (int tab = 0; tab < m_ui->tabs->count(); ++tab) {
        connect(new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + tab)), this),
                &QShortcut::activated, m_ui->tabs,
                [this, tab] { m_ui->tabs->setCurrentIndex(tab); });
    }
    // Not of the whole page: the preview's own Ctrl+S saves what it shows as PDF.
    auto *publish = new QShortcut(QKeySequence::Save, m_ui->formSide);
    publish->setContext(Qt::WidgetWithChildrenShortcut);
    connect(publish, &QShortcut::activated, this, &TemplatesPage::askPublish);
}

void TemplatesPage::activate()
{
    refresh();
    m_ui->kindTable->setFocus();
}

QJsonObject TemplatesPage::saveInput() const
{
    QJsonObject input{{u"paper"_s, paperCode(m_shown.kind)}};
    if (isDirty())
        input.insert(u"text"_s, m_ui->textEdit->toPlainText());
    return input;
}

/// What was typed goes back only to the paper it was typed for.
void TemplatesPage::restoreInput(const QJsonObject &input)
{
    m_shown.kind = paperFromCode(input.value("paper"_L1).toString()).value_or(m_shown.kind);
    whenDone(m_desk.rows(), this,
             [this, text = input.value("text"_L1)](const Result<QList<TemplateRow>> &rows) {
                 if (!rows.ok())
                     return;
                 takeRows(rows.value());
                 if (text.isString())
                     m_ui->textEdit->setPlainText(text.toString());
             });
}

void TemplatesPage::refresh()
{
    whenDone(m_desk.rows(), this, [this](const Result<QList<TemplateRow>> &rows) {
        if (rows.ok())
            takeRows(rows.value());
        else
            m_ui->strip->say(rows.error());
    });
}

void TemplatesPage::takeRows(const QList<TemplateRow> &rows)
{
    const bool wasDirty = isDirty();
    m_rows.setRows(rows);
    const auto found = std::ranges::find(rows, m_shown.kind, &TemplateRow::kind);
    const int row = found == rows.end() ? 0 : int(found - rows.begin());
    m_ui->kindTable->goToRow(row);
    if (!wasDirty)
        present(rows.at(row));
}

bool TemplatesPage::isDirty() const
{
    return !m_shown.text.isEmpty() && m_ui->textEdit->toPlainText() != m_shown.text;
}

void TemplatesPage::choose(int row)
{
    if (row < 0 || row >= m_rows.rowCount() || m_rows.at(row).kind == m_shown.kind)
        return;
    if (!isDirty()) {
        present(m_rows.at(row));
        return;
    }
    m_ui->strip->say(Tone::Warning,
                     tr("The text you typed is not published yet. Publish it first, or drop it."),
                     {.text = tr("Drop it"), .run = [this] {
                          m_ui->strip->dismiss();
                          present(m_rows.at(m_ui->kindTable->currentRow()));
                      }});
}

void TemplatesPage::present(const TemplateRow &row)
{
    m_shown = row;
    m_ui->formTitle->setText(inOwnLanguage(paperName(row.kind)));
    m_ui->formHint->setText(row.isOwn
                                ? tr("Version %1, written in this hall; last changed by %2 on %3.")
                                      .arg(QString::number(row.version),
                                           publisher().reference()->staffName(row.actor),
                                           CaseWords::moment(row.at))
                                : tr("Version %1, as it came with the program.").arg(row.version));
    m_ui->textEdit->setPlainText(row.text);
    m_ui->bundledButton->setEnabled(row.isOwn);
    judge();
    m_soon.stop();
    paint();
    showHistory();
}

void TemplatesPage::judge()
{
    const QStringList problems
        = TemplateDesk::problems(m_shown.kind, m_ui->textEdit->toPlainText());
    m_ui->problemList->clear();
    for (const QString &problem : problems) {
        auto *item = new QListWidgetItem(TemplateWords::sentence(problem), m_ui->problemList);
        item->setData(Qt::UserRole, TemplateWords::line(problem));
    }
    if (problems.isEmpty())
        m_ui->problemList->addItem(tr("The text is in order"));
    m_ui->publishButton->setEnabled(isDirty() && problems.isEmpty());
    m_ui->dropButton->setEnabled(isDirty());
    if (problems.isEmpty())
        m_soon.start();
}

void TemplatesPage::paint()
{
    const int number = ++m_painted;
    whenDone(m_desk.preview(m_shown.kind, m_ui->textEdit->toPlainText()), this,
             [this, number](const Result<Document> &paper) {
                 if (number == m_painted && paper.ok())
                     m_ui->preview->setDocument(paper.value());
             });
}

void TemplatesPage::goToProblem(const QListWidgetItem *problem)
{
    const int line = problem->data(Qt::UserRole).toInt();
    if (line > 0)
        m_ui->textEdit->setTextCursor(
            QTextCursor(m_ui->textEdit->document()->findBlockByNumber(line - 1)));
    m_ui->textEdit->setFocus();
}

void TemplatesPage::drop()
{
    m_ui->textEdit->setPlainText(m_shown.text);
}

} // namespace hall
