#include "ui/search/townsearchdialog.h"

#include "domain/whendone.h"
#include "ui/shared/casewords.h"
#include "ui_townsearchdialog.h"

#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString own(const LocalText &text)
{
    return text.in(QLocale().language());
}

} // namespace

TownSearchDialog::TownSearchDialog(Workplace &place, const QString &text, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::TownSearchDialog>())
    , m_desk(place)
    , m_heads(columns())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->townTable->setRowModel(&m_heads);
    m_ui->townTable->setEmptyText(tr("Nothing asked yet"),
                                  tr("Say why you look, then press Enter."));
    fillChoices(text);
    connectAll();
    showHead(-1);
    if (!m_desk.isOnline())
        m_ui->townStrip->say(Error{.kind = ErrorKind::OnlineOnly, .detail = u"find"_s});
    (text.trimmed().isEmpty() ? static_cast<QWidget *>(m_ui->townTextEdit) : m_ui->purposeBox)
        ->setFocus();
}

TownSearchDialog::~TownSearchDialog() = default;

void TownSearchDialog::fillChoices(const QString &text)
{
    m_ui->kindBox->addItem(tr("Name"), static_cast<int>(FindKind::Name));
    m_ui->kindBox->addItem(tr("Case number"), static_cast<int>(FindKind::Number));
    m_ui->kindBox->addItem(tr("Identity number"), static_cast<int>(FindKind::IdNumber));
    m_ui->kindBox->addItem(tr("Phone"), static_cast<int>(FindKind::Phone));
    m_ui->purposeBox->addItems(
        {tr("The applicant asks where the case stands"),
         tr("The applicant came to the wrong window"), tr("Is the same matter in hand elsewhere?"),
         tr("A complaint or a letter is to be answered"), tr("A certificate is to be checked")});
    m_ui->purposeBox->setCurrentIndex(-1);
    m_ui->purposeBox->lineEdit()->setPlaceholderText(tr("Choose a reason or write one"));
    m_ui->purposeBox->lineEdit()->setMaxLength(500);
    m_ui->townTextEdit->setText(text.trimmed());
    m_ui->kindBox->setCurrentIndex(
        m_ui->kindBox->findData(static_cast<int>(CentreDesk::kindOf(text))));
}

void TownSearchDialog::connectAll()
{
    connect(m_ui->townTextEdit, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_ui->kindBox->setCurrentIndex(
            m_ui->kindBox->findData(static_cast<int>(CentreDesk::kindOf(text))));
    });
    connect(m_ui->lookButton, &QPushButton::clicked, this, &TownSearchDialog::look);
    connect(m_ui->townTable, &RowTable::rowChanged, this, &TownSearchDialog::showHead);
    connect(m_ui->townTable, &RowTable::rowOpened, this, &TownSearchDialog::openHead);
    connect(m_ui->townOpenButton, &QPushButton::clicked, this,
            [this] { openHead(m_ui->townTable->currentRow()); });
    connect(m_ui->townCloseButton, &QPushButton::clicked, this, &QDialog::reject);
}

QList<RowColumn<TownHead>> TownSearchDialog::columns() const
{
    return {{.title = tr("Case number"),
             .text = [](const TownHead &head) { return head.number; },
             .shape = {.characters = 27, .isWhole = true},
             .extra = {}},
            {.title = tr("Applicant"),
             .text = [](const TownHead &head) { return head.applicant; },
             .shape = {.characters = 12, .takesRest = true},
             .extra = {}},
            {.title = tr("Item"),
             .text = [](const TownHead &head) { return own(head.itemName); },
             .shape = {.characters = 16, .takesRest = true},
             .extra = {}},
            {.title = tr("Department"),
             .text = [](const TownHead &head) { return own(head.deptName); },
             .shape = {.characters = 12},
             .extra = {}},
            {.title = tr("State"),
             .text = [](const TownHead &head) { return own(head.stateName); },
             .shape = {.characters = 10},
             .extra = {}}};
}

void TownSearchDialog::look()
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    m_ui->lookButton->setEnabled(false);
    const FindAsk ask{.kind = static_cast<FindKind>(m_ui->kindBox->currentData().toInt()),
                      .text = m_ui->townTextEdit->text().trimmed(),
                      .purpose = m_ui->purposeBox->currentText().trimmed()};
    whenDone(m_desk.find(ask), this, [this, ask](const Result<QList<TownHead>> &heads) {
        m_isBusy = false;
        m_ui->lookButton->setEnabled(true);
        if (heads.ok()) {
            present(heads.value());
            return;
        }
        const bool isUnsaid = heads.error().kind == ErrorKind::FieldMissing;
        if (isUnsaid && ask.purpose.isEmpty()) {
            m_ui->townStrip->say(Tone::Warning, tr("Say why you look: it is written down."));
            m_ui->purposeBox->setFocus();
        } else {
            m_ui->townStrip->say(heads.error());
        }
    });
}

void TownSearchDialog::present(const QList<TownHead> &heads)
{
    m_ui->townStrip->dismiss();
    m_ui->townTable->setEmptyText(tr("No such case in the town"),
                                  tr("Numbers must be whole; a name needs two characters."));
    m_heads.setRows(heads);
    m_ui->townCountLabel->setText(
        tr("%n case(s); this search was written down", nullptr, static_cast<int>(heads.size())));
    m_ui->townTable->goToRow(0);
    showHead(heads.isEmpty() ? -1 : 0);
    if (!heads.isEmpty())
        m_ui->townTable->setFocus();
}

void TownSearchDialog::showHead(int row)
{
    const bool hasHead = row >= 0 && row < m_heads.rowCount();
    m_ui->townOpenButton->setEnabled(hasHead && m_heads.at(row).isHere);
    if (!hasHead) {
        m_ui->headLabel->clear();
        return;
    }
    const TownHead &head = m_heads.at(row);
    QStringList facts{head.number, head.applicant, CaseWords::masked(head.idNumber),
                      CaseWords::masked(head.phone), own(head.itemName)};
    facts.removeAll(QString());
    QString where;
    if (head.isHere)
        where = tr("It is on this computer: Enter opens it.");
    else if (head.isOpen)
        where = tr("It is in hand at %1, step \"%2\"; its pages and opinions are shown there.")
                    .arg(own(head.deptName), own(head.stateName));
    else
        where = tr("It is closed; %1 keeps it.").arg(own(head.deptName));
    m_ui->headLabel->setText(facts.join(u" · "_s) + u'\n' + where);
}

void TownSearchDialog::openHead(int row)
{
    if (row < 0 || row >= m_heads.rowCount() || !m_heads.at(row).isHere)
        return;
    const StreamId stream = m_heads.at(row).stream;
    accept();
    Q_EMIT openCase(stream);
}

} // namespace hall
