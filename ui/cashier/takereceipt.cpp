#include "domain/whendone.h"
#include "ui/cashier/cashiertext.h"
#include "ui/cashier/takebox.h"
#include "ui_takebox.h"

namespace hall {

void TakeBox::showReceipt(const CasePaper &paper, const TakePayment &payment)
{
    m_pending->paper = paper;
    m_strip.dismiss();
    m_ui->payStack->setCurrentWidget(m_ui->receiptPanel);
    m_ui->receiptLabel->setText(tr("Taken: %1 by %2, receipt %3", "amount, instrument, number")
                                    .arg(CashierText::yuan(m_slip->slip.total),
                                         CashierText::instrument(payment.instrument),
                                         paper.number));
    m_ui->receiptChangeLabel->setText(tr("Change: %1").arg(CashierText::yuan(m_pending->change)));
    m_ui->receiptChangeLabel->setVisible(payment.instrument == Instrument::Cash);
    m_ui->inHandButton->setFocus();
    print();
}

void TakeBox::print()
{
    m_pending->isPrinting = true;
    whenDone(m_papers->print(m_pending->stream, m_pending->paper.id, m_context.session,
                             m_context.shell.printerFor(m_pending->paper.kind)),
             this,
             [this, papers = m_papers, id = m_pending->paper.id](const Result<ActResult> &sent) {
                 if (!m_pending || m_pending->paper.id != id)
                     return;
                 m_pending->isPrinting = false;
                 m_pending->isPrinted = sent.ok();
                 if (!sent.ok())
                     m_strip.say(sent.error());
             });
}

void TakeBox::printAgain()
{
    if (!m_pending || m_pending->isPrinting)
        return;
    if (!m_pending->isPrinted) {
        print();
        return;
    }
    m_pending->isPrinting = true;
    whenDone(m_papers->mark(m_pending->stream, {m_pending->paper.id}, PaperState::Spoiled,
                            m_context.session),
             this, [this, papers = m_papers](const Result<ActResult> &marked) {
                 if (!m_pending)
                     return;
                 m_pending->isPrinting = false;
                 if (marked.ok())
                     print();
                 else
                     m_strip.say(marked.error());
             });
}

void TakeBox::confirm()
{
    if (!m_pending || m_isBusy)
        return;
    if (m_pending->isPrinting) {
        m_strip.say(Tone::Info,
                    tr("The receipt is still being printed. Press Enter once it is in "
                       "your hand."));
        return;
    }
    if (!m_pending->isPrinted) {
        m_strip.say(Tone::Warning, tr("The receipt has not been printed. Press F10 to print it."));
        return;
    }
    m_isBusy = true;
    whenDone(m_papers->mark(m_pending->stream, {m_pending->paper.id}, PaperState::Printed,
                            m_context.session),
             this,
             [this, papers = m_papers,
              number = m_pending->paper.number](const Result<ActResult> &marked) {
                 m_isBusy = false;
                 if (!marked.ok()) {
                     m_strip.say(marked.error());
                     return;
                 }
                 clear();
                 m_strip.say(
                     Tone::Success,
                     tr("Receipt %1 is handed over. Ready for the next payer.").arg(number));
             });
}

} // namespace hall
