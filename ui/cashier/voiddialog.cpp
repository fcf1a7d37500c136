#include "ui/cashier/voiddialog.h"

#include "domain/whendone.h"
#include "text/errortext.h"
#include "ui/cashier/cashiertext.h"
#include "ui_voiddialog.h"

namespace hall {

using namespace Qt::StringLiterals;

VoidDialog::VoidDialog(const CashierDesk &desk, const Session &session, const VoidSubject &subject,
                       QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::VoidDialog>())
    , m_desk(desk)
    , m_session(session)
    , m_subject(subject)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, sizeHint().height());
    const PaymentRow &payment = subject.payment;
    const QString intro = subject.isRefund
        ? tr("Receipt %1: %2 of %3, paid by %4. The shift that took it is closed and keeps its "
             "sums: the money is given back out of the open shift, and a manager signs for it. "
             "Keep the receipt with the day's papers.",
             "number, amount, payer, instrument")
        : tr("Receipt %1: %2 of %3, paid by %4. The slip is open again afterwards; keep the "
             "receipt with the day's papers.",
             "number, amount, payer, instrument");
    m_ui->introLabel->setText(intro.arg(payment.receipt, CashierText::yuan(payment.amount),
                                        payment.applicantName,
                                        CashierText::instrument(payment.instrument)));
    if (subject.isRefund)
        m_ui->witnessEdit->setPlaceholderText(tr("Sign-in name of a manager who is here"));
    m_ui->problemLabel->hide();
    connect(m_ui->confirmVoidButton, &QPushButton::clicked, this, &VoidDialog::takeBack);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->reasonEdit->setFocus();
}

VoidDialog::~VoidDialog() = default;

void VoidDialog::takeBack()
{
    // Enter in a line goes on to the next one that is empty.
    for (QLineEdit *edit : {m_ui->reasonEdit, m_ui->witnessEdit, m_ui->witnessPasswordEdit}) {
        if (edit->text().trimmed().isEmpty()) {
            edit->setFocus();
            return;
        }
    }
    m_ui->confirmVoidButton->setEnabled(false);
    whenDone(m_desk.takeBack({.payment = m_subject.payment,
                              .reason = m_ui->reasonEdit->text(),
                              .witness = m_ui->witnessEdit->text(),
                              .password = m_ui->witnessPasswordEdit->text()},
                             m_session),
             this, [this](const Result<ActResult> &result) { finish(result); });
}

void VoidDialog::finish(const Result<ActResult> &result)
{
    if (result.ok()) {
        accept();
        return;
    }
    const Error &error = result.error();
    QString sentence = ErrorText::sentence(error);
    if (error.kind == ErrorKind::SecondPersonMissing && error.detail == "manager"_L1)
        sentence = tr("The shift of this receipt is closed and counted. A manager must be the "
                      "second person; ask one to sign.");
    else if (error.kind == ErrorKind::SecondPersonMissing)
        sentence = tr("The second person must be somebody else than you. Ask a colleague to sign.");
    m_ui->problemLabel->setText(sentence);
    m_ui->problemLabel->show();
    m_ui->confirmVoidButton->setEnabled(true);
    m_ui->witnessPasswordEdit->clear();
    const bool isOther = error.kind == ErrorKind::SecondPersonMissing;
    (isOther ? m_ui->witnessEdit : m_ui->witnessPasswordEdit)->setFocus();
    m_ui->witnessEdit->selectAll();
}

} // namespace hall
