#include "ui/admin/lookspanel.h"

#include "domain/whendone.h"
#include "ui/shared/casewords.h"
#include "ui_lookspanel.h"

#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

LooksPanel::LooksPanel(const Workplace &place, Session session, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LooksPanel>())
    , m_session(std::move(session))
    , m_desk(place)
    , m_shown(columns())
{
    m_ui->setupUi(this);
    for (const int days : {7, 30, 90, 366})
        m_ui->looksDaysBox->addItem(tr("%n day(s)", nullptr, days), days);
    m_ui->looksDaysBox->setCurrentIndex(1);
    m_ui->looksTable->setRowModel(&m_shown);
    m_ui->looksTable->setEmptyText(tr("Nobody looked beyond the own work"),
                                   tr("Choose a longer period, or empty the search."));
    connect(m_ui->looksDaysBox, &QComboBox::currentIndexChanged, this, &LooksPanel::load);
    connect(m_ui->looksSearchEdit, &QLineEdit::textChanged, this, &LooksPanel::filter);
}

LooksPanel::~LooksPanel() = default;

QString LooksPanel::whoOf(const LookLine &line) const
{
    return m_desk.reference()->staffName(line.row.staff);
}

QList<RowColumn<LookLine>> LooksPanel::columns() const
{
    const auto post = [this](const LookLine &line) {
        return CaseWords::post(line.row.post, *m_desk.reference());
    };
    const auto what = [](const LookLine &line) {
        return line.row.kind == LookKind::Opened ? tr("opened the case") : tr("numbers shown");
    };
    const auto item = [](const LookLine &line) { return line.itemName.in(QLocale().language()); };
    return {{.title = tr("When"),
             .text = [](const LookLine &line) { return CaseWords::moment(line.row.at); },
             .shape = {.characters = 16},
             .extra = {}},
            {.title = tr("Who"),
             .text = [this](const LookLine &line) { return whoOf(line); },
             .shape = {.characters = 10},
             .extra = {}},
            {.title = tr("Post"), .text = post, .shape = {.characters = 16}, .extra = {}},
            {.title = tr("What"), .text = what, .shape = {.characters = 12}, .extra = {}},
            {.title = tr("Case number"),
             .text = [](const LookLine &line) { return line.row.number; },
             .shape = {.characters = 27, .isWhole = true},
             .extra = {}},
            {.title = tr("Item"),
             .text = item,
             .shape = {.characters = 14, .takesRest = true},
             .extra = {}},
            {.title = tr("Reason"),
             .text = [](const LookLine &line) { return line.row.purpose; },
             .shape = {.characters = 16, .takesRest = true},
             .extra = {}}};
}

void LooksPanel::goToSearch()
{
    m_ui->looksSearchEdit->setFocus();
}

void LooksPanel::load()
{
    const int asked = ++m_asked;
    whenDone(m_desk.looks(m_session, m_ui->looksDaysBox->currentData().toInt()), this,
             [this, asked](const Result<QList<LookLine>> &lines) {
                 if (asked != m_asked)
                     return;
                 if (!lines.ok()) {
                     Q_EMIT failed(lines.error());
                     return;
                 }
                 m_all = lines.value();
                 filter();
             });
}

void LooksPanel::filter()
{
    const QString text = m_ui->looksSearchEdit->text().trimmed();
    QList<LookLine> rows;
    for (const LookLine &line : std::as_const(m_all)) {
        const QString all = line.row.staff + u' ' + whoOf(line) + u' ' + line.row.number + u' '
            + line.row.purpose;
        if (all.contains(text, Qt::CaseInsensitive))
            rows.append(line);
    }
    m_shown.setRows(rows);
    m_ui->looksCountLabel->setText(tr("%n view(s)", nullptr, static_cast<int>(rows.size())));
    m_ui->looksTable->goToRow(0);
}

} // namespace hall
