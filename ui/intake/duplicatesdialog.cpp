#include "ui/intake/duplicatesdialog.h"

#include "domain/identity.h"
#include "ui/intake/intaketext.h"
#include "ui_duplicatesdialog.h"

#include <QHeaderView>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

struct Side
{
    QString label = {};
    QString typed = {};
    QString known = {};
};

QString certificate(const Applicant &who)
{
    return certificateKind(who.idKind).name.in(IntakeText::language());
}

} // namespace

DuplicatesDialog::DuplicatesDialog(const Applicant &typed, const QList<LikelyApplicant> &likely,
                                   QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DuplicatesDialog>())
    , m_typed(typed)
    , m_likely(likely)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->compareTable->setColumnCount(3);
    m_ui->compareTable->setHorizontalHeaderLabels(
        {QString(), tr("Typed now"), tr("Known already")});
    m_ui->compareTable->verticalHeader()->hide();
    m_ui->compareTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->compareTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    for (const LikelyApplicant &entry : m_likely) {
        m_ui->knownBox->addItem(
            tr("%1  %2").arg(entry.known.applicant.name, entry.known.maskedNumber));
    }
    m_ui->knownCountLabel->setText(tr("%n possible applicant(s)", nullptr, int(m_likely.size())));
    m_ui->knownBox->setVisible(m_likely.size() > 1);
    m_ui->knownCountLabel->setVisible(m_likely.size() > 1);
    connect(m_ui->knownBox, &QComboBox::currentIndexChanged, this, &DuplicatesDialog::showKnown);
    connect(m_ui->backToFieldsButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->useKnownButton, &QPushButton::clicked, this, [this] {
        Q_EMIT knownChosen(m_likely.at(std::max(0, m_ui->knownBox->currentIndex())).known);
        accept();
    });
    connect(m_ui->somebodyElseButton, &QPushButton::clicked, this, [this] {
        Q_EMIT somebodyElse();
        accept();
    });
    m_ui->useKnownButton->setFocus();
    showKnown(0);
}

DuplicatesDialog::~DuplicatesDialog() = default;

void DuplicatesDialog::showKnown(int index)
{
    if (index < 0 || index >= m_likely.size())
        return;
    const LikelyApplicant &entry = m_likely.at(index);
    const Applicant &known = entry.known.applicant;
    QStringList grounds;
    for (const SameGround ground : entry.grounds)
        grounds.append(IntakeText::ground(ground));
    m_ui->groundsLabel->setText(grounds.join(u' '));
    QList<Side> sides{{tr("Name"), m_typed.name, known.name},
                      {tr("Certificate"), certificate(m_typed), certificate(known)},
                      {tr("Number"), m_typed.idNumber, known.idNumber},
                      {tr("Telephone"), m_typed.phone, known.phone},
                      {tr("Address"), m_typed.address, known.address}};
    if (!m_typed.isPerson() || !known.isPerson())
        sides.append({tr("Legal representative"), m_typed.legalName, known.legalName});
    sides.append({tr("Cases"), tr("new"), QString::number(entry.known.cases)});
    sides.append({tr("Last case"), QString(), entry.known.lastItem});
    m_ui->compareTable->setRowCount(int(sides.size()));
    for (int row = 0; row < sides.size(); ++row) {
        const Side &side = sides.at(row);
        auto *typed = new QTableWidgetItem(side.typed);
        auto *other = new QTableWidgetItem(side.known);
        QFont bold = font();
        bold.setBold(!side.typed.isEmpty() && side.typed == side.known);
        typed->setFont(bold);
        other->setFont(bold);
        m_ui->compareTable->setItem(row, 0, new QTableWidgetItem(side.label));
        m_ui->compareTable->setItem(row, 1, typed);
        m_ui->compareTable->setItem(row, 2, other);
    }
}

} // namespace hall
