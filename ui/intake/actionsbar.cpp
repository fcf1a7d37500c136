#include "ui/intake/actionsbar.h"

#include "desk/intake/intakeplan.h"
#include "ui/intake/visit.h"
#include "ui_actionsbar.h"

#include <algorithm>

namespace hall {

ActionsBar::ActionsBar(Visit &visit, QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::ActionsBar>())
    , m_visit(visit)
{
    m_ui->setupUi(this);
    m_entries = {{CounterAct::Accept, m_ui->acceptButton},
                 {CounterAct::AcceptAll, m_ui->acceptAllButton},
                 {CounterAct::TakeIn, m_ui->takeInButton},
                 {CounterAct::Correct, m_ui->correctButton},
                 {CounterAct::Refuse, m_ui->refuseButton},
                 {CounterAct::Withdraw, m_ui->withdrawButton},
                 {CounterAct::Lapse, m_ui->lapseButton},
                 {CounterAct::HandOver, m_ui->handOverButton},
                 {CounterAct::EditField, m_ui->editFieldButton},
                 {CounterAct::Papers, m_ui->reprintButton},
                 {CounterAct::Park, m_ui->parkButton},
                 {CounterAct::NextVisitor, m_ui->nextButton}};
    for (const Entry &entry : m_entries) {
        entry.button->setFocusPolicy(Qt::TabFocus);
        connect(entry.button, &QPushButton::clicked, this,
                [this, act = entry.act] { Q_EMIT asked(act); });
    }
    connect(&m_visit, &Visit::shown, this, &ActionsBar::refresh);
    connect(&m_visit, &Visit::itemsChanged, this, &ActionsBar::refresh);
    refresh();
}

ActionsBar::~ActionsBar() = default;

bool ActionsBar::fitsLoaded(CounterAct act) const
{
    const CaseFile &file = *m_visit.currentFile();
    const bool isReceived = file.phase == Phase::Received;
    const bool isOpen = m_visit.isCurrentOpen();
    switch (act) {
    case CounterAct::Accept:
    case CounterAct::TakeIn:
    case CounterAct::Refuse:
        return isOpen;
    case CounterAct::Withdraw:
        return isOpen || file.phase == Phase::Review;
    case CounterAct::Correct:
        return isReceived;
    case CounterAct::Lapse:
        return file.phase == Phase::Correction;
    case CounterAct::HandOver:
        return file.phase == Phase::Delivery && file.isPaid();
    case CounterAct::EditField:
        return !file.isClosed();
    case CounterAct::Papers:
    case CounterAct::NextVisitor:
        return true;
    case CounterAct::AcceptAll:
    case CounterAct::Park:
        return false;
    }
    return false;
}

bool ActionsBar::fits(CounterAct act) const
{
    if (m_visit.currentFile())
        return fitsLoaded(act);
    switch (act) {
    case CounterAct::Accept:
    case CounterAct::TakeIn:
    case CounterAct::Correct:
    case CounterAct::Refuse:
    case CounterAct::Park:
    case CounterAct::NextVisitor:
        return true;
    case CounterAct::AcceptAll:
        return m_visit.work().items.size() > 1;
    case CounterAct::Withdraw:
    case CounterAct::Lapse:
    case CounterAct::HandOver:
    case CounterAct::EditField:
    case CounterAct::Papers:
        return false;
    }
    return false;
}

bool ActionsBar::offers(CounterAct act) const
{
    return !m_isBusy && fits(act);
}

void ActionsBar::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    for (const Entry &entry : m_entries)
        entry.button->setEnabled(!isBusy);
}

void ActionsBar::refresh()
{
    for (const Entry &entry : m_entries)
        entry.button->setVisible(fits(entry.act));
    const ItemWork *work = m_visit.current();
    const ItemDef *item = m_visit.currentItem();
    const bool onTheSpot
        = work && item && planOf(*item, work->version, m_visit.reference()).isOnTheSpot();
    m_ui->acceptButton->setText(onTheSpot ? tr("Accept and decide now (F9)") : tr("Accept (F9)"));
    m_ui->takeInButton->setText(m_visit.currentFile() ? tr("Keep what came in (F8)")
                                                      : tr("Take in only (F8)"));
    m_ui->nextButton->setText(m_visit.currentFile() ? tr("Close the case (F12)")
                                                    : tr("Next visitor (F12)"));
}

} // namespace hall
