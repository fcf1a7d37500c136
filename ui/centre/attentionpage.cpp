#include "ui/centre/attentionpage.h"

#include "domain/whendone.h"
#include "ui_attentionpage.h"

#include <QShortcut>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

AttentionPage::AttentionPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::AttentionPage>())
    , m_desk(context.place)
    , m_lines(columns())
    , m_fields(versionColumns())
{
    m_ui->setupUi(this);
    m_ui->attentionTable->setRowModel(&m_lines);
    m_ui->attentionTable->keepWidths(context.settings, u"attention"_s);
    m_ui->versionsTable->setRowModel(&m_fields);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->versionsPane->hide();
    connectAll();
    enableButtons();
}

AttentionPage::~AttentionPage() = default;

QString AttentionPage::pageTitle() const
{
    return tr("To decide");
}

QList<HelpKey> AttentionPage::keys() const
{
    return {{u"↑ ↓"_s, tr("Choose an act; both versions stand below")},
            {u"F4"_s, tr("Change your act and send it")},
            {u"F5"_s, tr("Send it once more as it is")},
            {u"F6"_s, tr("Adopt a colleague's act as yours")},
            {u"F7"_s, tr("Hand it to a colleague")},
            {u"F8"_s, tr("Give it up with a reason")},
            {u"Enter"_s, tr("Open the case")},
            {u"Alt+W"_s, tr("Mine or all")}};
}

void AttentionPage::connectAll()
{
    connect(&m_desk, &CentreDesk::attentionChanged, this, &AttentionPage::load);
    connect(m_ui->whoBox, &QComboBox::currentIndexChanged, this, &AttentionPage::filter);
    connect(m_ui->attentionTable, &RowTable::rowChanged, this, &AttentionPage::choose);
    connect(m_ui->attentionTable, &RowTable::rowOpened, this, &AttentionPage::openRow);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &AttentionPage::retry);
    connect(m_ui->changeButton, &QPushButton::clicked, this, &AttentionPage::change);
    connect(m_ui->adoptButton, &QPushButton::clicked, this, &AttentionPage::adopt);
    connect(m_ui->handButton, &QPushButton::clicked, this, &AttentionPage::handOver);
    connect(m_ui->giveUpButton, &QPushButton::clicked, this, &AttentionPage::giveUp);
    connect(m_ui->openButton, &QPushButton::clicked, this, &AttentionPage::openRow);
    addKey(Qt::Key_F4, &AttentionPage::change);
    addKey(Qt::Key_F5, &AttentionPage::retry);
    addKey(Qt::Key_F6, &AttentionPage::adopt);
    addKey(Qt::Key_F7, &AttentionPage::handOver);
    addKey(Qt::Key_F8, &AttentionPage::giveUp);
}

void AttentionPage::addKey(const QKeySequence &keys, void (AttentionPage::*slot)())
{
    connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
}

void AttentionPage::activate()
{
    load();
    m_ui->attentionTable->setFocus();
}

void AttentionPage::load()
{
    const int asked = ++m_asked;
    whenDone(m_desk.attention(m_context.session), this,
             [this, asked](const Result<QList<AttentionLine>> &lines) {
                 if (asked != m_asked)
                     return;
                 if (!lines.ok()) {
                     m_ui->strip->say(lines.error());
                     return;
                 }
                 m_all = lines.value();
                 Q_EMIT badgeChanged(static_cast<int>(m_all.size()));
                 filter();
             });
}

void AttentionPage::filter()
{
    const bool isAll = m_ui->whoBox->currentIndex() == 1;
    const AttentionLine *line = chosen();
    const EventId kept = line ? line->row.event : EventId();
    QList<AttentionLine> rows;
    for (const AttentionLine &one : std::as_const(m_all)) {
        if (isAll || one.isMine)
            rows.append(one);
    }
    const auto others = static_cast<int>(m_all.size() - rows.size());
    m_ui->attentionTable->setEmptyText(
        m_desk.isAlone() ? tr("This computer works without a centre") : tr("Nothing to decide"),
        others == 0
            ? tr("When the centre does not take an act, it waits here for a person. Nothing "
                 "is lost.")
            : tr("%n act(s) of colleagues wait here: choose \"All on this computer\".", nullptr,
                 others));
    m_lines.setRows(rows);
    m_ui->countLabel->setText(tr("%n act(s)", nullptr, static_cast<int>(rows.size())));
    const auto same = std::ranges::find_if(
        rows, [&kept](const AttentionLine &one) { return one.row.event == kept; });
    const int row = same == rows.end() ? 0 : static_cast<int>(same - rows.begin());
    m_ui->attentionTable->goToRow(row);
    choose(rows.isEmpty() ? -1 : row);
}

const AttentionLine *AttentionPage::chosen() const
{
    const int row = m_ui->attentionTable->currentRow();
    return row >= 0 && row < m_lines.rowCount() ? &m_lines.at(row) : nullptr;
}

void AttentionPage::choose(int row)
{
    if (row < 0 || row >= m_lines.rowCount()) {
        m_wanted = {};
        m_versions.reset();
        m_ui->versionsPane->hide();
        enableButtons();
        return;
    }
    const EventId event = m_lines.at(row).row.event;
    if (event != m_wanted)
        m_versions.reset();
    m_wanted = event;
    enableButtons();
    whenDone(m_desk.versions(event, m_context.session), this,
             [this, event](const Result<BothVersions> &versions) {
                 if (event != m_wanted)
                     return;
                 if (versions.ok()) {
                     m_versions = versions.value();
                     showVersions();
                 } else if (versions.error().kind != ErrorKind::NotFound) {
                     m_ui->strip->say(versions.error());
                 }
                 enableButtons();
             });
}

void AttentionPage::showVersions()
{
    const AttentionLine *line = chosen();
    if (!line)
        return;
    const ReferencePtr reference = m_desk.reference();
    QStringList sentences{CentreWords::sentence(*line, *reference)};
    const auto between = static_cast<int>(m_versions->conflict.now.size());
    if (between > 1)
        sentences.append(tr("%n acts came in between; the newest is shown.", nullptr, between));
    if (m_versions->parked > 0)
        sentences.append(tr("%n later act(s) on this case wait for your decision.", nullptr,
                            m_versions->parked));
    m_ui->causeLabel->setText(sentences.join(u' '));
    const QString printed = CentreWords::printed(*m_versions);
    m_ui->papersLabel->setText(printed);
    m_ui->papersLabel->setVisible(!printed.isEmpty());
    m_fields.setRows(CentreWords::versions(*m_versions, *reference));
    m_ui->versionsPane->show();
}

bool AttentionPage::hasVersions() const
{
    return m_versions && m_versions->own().id == m_wanted;
}

void AttentionPage::enableButtons()
{
    const AttentionLine *line = chosen();
    const bool mayAct = line && line->mayAct;
    // Who may change it: its author, or to whom it was handed.
    const bool mayChange
        = mayAct && line->isMine && hasVersions() && m_versions->kind != RedoKind::None;
    m_ui->changeButton->setEnabled(mayChange);
    m_ui->retryButton->setEnabled(mayAct);
    m_ui->adoptButton->setEnabled(mayAct && line->mayAdopt);
    m_ui->handButton->setEnabled(mayAct);
    m_ui->giveUpButton->setEnabled(mayAct);
    m_ui->openButton->setEnabled(line && line->isHere);
}

} // namespace hall
