#include "domain/whendone.h"
#include "ui/delivery/deliverypage.h"
#include "ui/delivery/deliverytext.h"
#include "ui/routing/papersdialog.h"
#include "ui/shared/casewords.h"
#include "ui/shared/idnumberedit.h"
#include "ui_deliverypage.h"

#include <algorithm>
#include <utility>

namespace hall {

using namespace Qt::StringLiterals;

void DeliveryPage::fillRelations(Who who)
{
    // Relations are written on a Chinese paper and stay Chinese in the case; what is chosen from
    // here is shown in the person's language.
    QStringList relations;
    switch (who) {
    case Who::Applicant:
        relations = m_file->applicant.isPerson() ? QStringList{u"本人"_s}
                                                 : QStringList{u"法定代表人"_s, u"负责人"_s};
        break;
    case Who::Agent:
        relations = {u"代办人"_s, u"委托代理人"_s};
        break;
    case Who::Other:
        relations = {u"配偶"_s, u"父母"_s, u"子女"_s, u"单位职员"_s, u"委托代理人"_s};
        break;
    }
    m_ui->relationBox->clear();
    for (const QString &relation : std::as_const(relations))
        m_ui->relationBox->addItem(CaseWords::relation(relation), relation);
    if (who == Who::Other)
        m_ui->relationBox->setCurrentIndex(-1);
    m_ui->relationBox->lineEdit()->setPlaceholderText(tr("Relation to the applicant"));
}

void DeliveryPage::choose(Who who)
{
    if (!m_file || m_ui->handStack->currentWidget() != m_ui->handPanel)
        return;
    if (who == Who::Agent && m_file->agent.isEmpty()) {
        m_ui->strip->say(Tone::Info,
                         tr("No agent was named when the case was taken in. Choose "
                            "“somebody else” and look at the authority letter."));
        m_ui->agentButton->setChecked(false);
        return;
    }
    fillCollector(who);
    goToCollector();
}

void DeliveryPage::fillCollector(Who who)
{
    m_who = who;
    m_ui->applicantButton->setChecked(who == Who::Applicant);
    m_ui->agentButton->setChecked(who == Who::Agent);
    m_ui->otherButton->setChecked(who == Who::Other);
    const Applicant &applicant = m_file->applicant;
    const Agent &agent = m_file->agent;
    // For an organisation it is the legal representative in person who comes.
    const bool isPerson = applicant.isPerson();
    Collector collector;
    if (who == Who::Applicant)
        collector = {.name = isPerson ? applicant.name : applicant.legalName,
                     .idKind = isPerson ? applicant.idKind : QString(),
                     .idNumber = isPerson ? applicant.idNumber : applicant.legalIdNumber};
    else if (who == Who::Agent)
        collector = {.name = agent.name, .idKind = agent.idKind, .idNumber = agent.idNumber};
    m_ui->nameEdit->setText(collector.name);
    m_ui->numberEdit->setKindCode(collector.idKind.isEmpty() ? QString(citizenCardCode)
                                                             : collector.idKind);
    m_ui->numberEdit->setOverrideReason(who == Who::Applicant ? applicant.overrideReason
                                                              : QString());
    m_ui->numberEdit->setText(collector.idNumber);
    fillRelations(who);
}

void DeliveryPage::goToCollector()
{
    if (m_pending) {
        m_ui->signedButton->setFocus();
        return;
    }
    if (!m_file || m_ui->handStack->currentWidget() != m_ui->handPanel)
        return;
    if (m_ui->nameEdit->text().trimmed().isEmpty())
        m_ui->nameEdit->setFocus();
    else if (m_ui->numberEdit->isEmpty())
        m_ui->numberEdit->edit()->setFocus();
    else if (m_ui->relationBox->currentText().trimmed().isEmpty())
        m_ui->relationBox->setFocus();
    else
        m_ui->handOverButton->setFocus();
}

std::optional<Collector> DeliveryPage::typedCollector()
{
    const QString name = m_ui->nameEdit->text().trimmed();
    if (name.isEmpty()) {
        m_ui->strip->say(Tone::Warning, tr("Type the name of the person who takes the result."));
        m_ui->nameEdit->setFocus();
        return {};
    }
    // What the case was accepted with is not judged anew when the same person comes.
    const bool isKnown = m_who != Who::Other && !m_ui->numberEdit->isEmpty()
        && (m_ui->numberEdit->text() == m_file->applicant.idNumber
            || m_ui->numberEdit->text() == m_file->agent.idNumber);
    const Result<Checked<IdentityNumber>> number = m_ui->numberEdit->number();
    if (!isKnown && !number.ok()) {
        m_ui->strip->say(number.error());
        m_ui->numberEdit->edit()->setFocus();
        return {};
    }
    const QString typed = m_ui->relationBox->currentText().trimmed();
    const int known = m_ui->relationBox->findText(typed, Qt::MatchFixedString);
    const QString relation = known < 0 ? typed : m_ui->relationBox->itemData(known).toString();
    if (relation.isEmpty()) {
        m_ui->strip->say(Tone::Warning,
                         tr("Say how the collector stands to the applicant, and look at the "
                            "authority letter."));
        m_ui->relationBox->setFocus();
        return {};
    }
    return Collector{.name = name,
                     .idKind = m_ui->numberEdit->kindCode(),
                     .idNumber = m_ui->numberEdit->text(),
                     .relation = relation,
                     .signedOnPaper = true};
}

void DeliveryPage::handOver()
{
    if (m_isBusy || m_pending)
        return;
    if (!m_file || m_ui->handStack->currentWidget() != m_ui->handPanel) {
        m_ui->strip->say(Tone::Info, tr("Find a result that is ready first."));
        return;
    }
    if (!m_file->isPaid()) {
        m_ui->strip->say(Error{ErrorKind::FeeUnpaid, m_file->owed().text()});
        return;
    }
    const std::optional<Collector> collector = typedCollector();
    if (!collector)
        return;
    m_isBusy = true;
    whenDone(m_desk.handOver(*m_file, *collector, m_context.session), this,
             [this](const Result<ActResult> &result) { handedOver(result); });
}

void DeliveryPage::handedOver(const Result<ActResult> &result)
{
    m_isBusy = false;
    if (!result.ok()) {
        if (result.error().kind == ErrorKind::StateMoved)
            open(m_file->id, false);
        m_ui->strip->say(result.error());
        return;
    }
    m_file = result.value().file;
    m_pending = Pending{
        .stream = m_file->id, .caseNumber = m_file->number, .papers = result.value().wanted};
    m_ui->strip->dismiss();
    m_ui->signLabel->setText(
        tr("%1 (%2) signs the receipt of delivery", "name, relation")
            .arg(m_file->collector->name, CaseWords::relation(m_file->collector->relation)));
    m_ui->handStack->setCurrentWidget(m_ui->signPanel);
    m_ui->signedButton->setFocus();
    printNext();
    refresh();
}

void DeliveryPage::printNext()
{
    const auto next = std::ranges::find_if(m_pending->papers, [this](const CasePaper &paper) {
        return !m_pending->sent.contains(paper.id);
    });
    m_pending->isPrinting = next != m_pending->papers.end();
    if (!m_pending->isPrinting)
        return;
    const QString printer = m_context.shell.printerFor(next->kind);
    const StreamId &stream = m_pending->stream;
    const bool isWaste = m_pending->waste.contains(next->id);
    whenDone(isWaste ? m_papers->replace(stream, next->id, m_context.session, printer)
                     : m_papers->print(stream, next->id, m_context.session, printer),
             this,
             [this, papers = m_papers, id = next->id,
              stream = m_pending->stream](const Result<ActResult> &sent) {
                 if (!m_pending || m_pending->stream != stream)
                     return;
                 m_pending->isPrinting = false;
                 if (!sent.ok()) {
                     m_ui->strip->say(sent.error());
                     return;
                 }
                 m_pending->sent.append(id);
                 printNext();
             });
}

void DeliveryPage::printAgain()
{
    if (!m_pending || m_pending->isPrinting)
        return;
    if (m_pending->sent.isEmpty()) {
        printNext();
        return;
    }
    m_pending->waste = std::exchange(m_pending->sent, {});
    printNext();
}

void DeliveryPage::showPapers()
{
    if (!m_file || m_pending || m_file->papers.isEmpty()) {
        m_ui->strip->say(Tone::Info, tr("Find the case whose papers you want first."));
        return;
    }
    auto *dialog = new PapersDialog(m_context, PapersDialog::Kind::Act, this);
    dialog->addPapers(jobsOf(*m_file, m_file->papers),
                      tr("Papers of %1. A second print is marked as a copy.").arg(m_file->number));
    connect(dialog, &QDialog::finished, this, [this] {
        if (m_file)
            open(m_file->id, true);
    });
    dialog->open();
}

void DeliveryPage::confirmSigned()
{
    if (!m_pending || m_isBusy)
        return;
    if (m_pending->isPrinting) {
        m_ui->strip->say(Tone::Info,
                         tr("It is still being printed. Press Enter once it is signed "
                            "and in hand."));
        return;
    }
    if (m_pending->sent.size() < m_pending->papers.size()) {
        m_ui->strip->say(
            Tone::Warning,
            tr("The receipt of delivery has not been printed. Press F10 to print it."));
        return;
    }
    m_isBusy = true;
    whenDone(m_desk.confirmSigned(m_pending->stream, m_pending->sent, m_context.session), this,
             [this, number = m_pending->caseNumber](const Result<ActResult> &result) {
                 m_isBusy = false;
                 if (!result.ok()) {
                     m_ui->strip->say(result.error());
                     return;
                 }
                 clear();
                 m_ui->strip->say(Tone::Success,
                                  tr("Case %1 is handed over and closed.").arg(number));
                 refresh();
             });
}

} // namespace hall
