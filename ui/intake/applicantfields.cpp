// The fields of the applicant who is being registered.
#include "desk/intake/intakephrases.h"
#include "domain/creditcode.h"
#include "domain/identity.h"
#include "domain/phone.h"
#include "domain/whendone.h"
#include "ui/intake/applicantbox.h"
#include "ui/intake/duplicatesdialog.h"
#include "ui/intake/visit.h"
#include "ui/shared/decision.h"
#include "ui_applicantbox.h"

#include <QKeyEvent>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

bool looksLikeNumber(const QString &text)
{
    return text.size() >= 6 && std::ranges::any_of(text, [](QChar c) { return c.isDigit(); })
        && std::ranges::all_of(text, [](QChar c) { return c.isDigit() || c.isUpper(); });
}

} // namespace

void ApplicantBox::connectFields()
{
    const QList<QLineEdit *> edits{m_ui->numberEdit->edit(), m_ui->nameEdit,
                                   m_ui->legalNameEdit,      m_ui->legalNumberEdit->edit(),
                                   m_ui->phoneEdit->edit(),  m_ui->addressEdit};
    for (QLineEdit *edit : edits) {
        edit->installEventFilter(this);
        connect(edit, &QLineEdit::textChanged, this, &ApplicantBox::takeFields);
    }
    for (IdNumberEdit *edit : {m_ui->numberEdit, m_ui->legalNumberEdit})
        connect(edit, &IdNumberEdit::changed, this, &ApplicantBox::takeFields);
    connect(m_ui->numberEdit, &IdNumberEdit::completed, this, [this] {
        if (m_isFilling || m_ui->applicantStack->currentIndex() != RegisterPage)
            return;
        takeFields(); // the editor says "completed" before its text has changed for us
        whenUnique([] {});
    });
    connect(m_ui->overrideButton, &QPushButton::clicked, this, &ApplicantBox::askOverride);
    connect(m_ui->editApplicantButton, &QPushButton::clicked, this, [this] {
        fillFields(m_visit.work().applicant);
        m_ui->applicantStack->setCurrentIndex(RegisterPage);
        m_ui->phoneEdit->setFocus();
    });
}

void ApplicantBox::focusField(const QString &field)
{
    fillFields(m_visit.work().applicant);
    const bool isEmpty
        = m_visit.work().applicant.name.isEmpty() && m_visit.work().applicant.idNumber.isEmpty();
    if (isEmpty && !m_visit.work().isRegistering) {
        focusSearch();
        return;
    }
    m_ui->applicantStack->setCurrentIndex(RegisterPage);
    QWidget *target = m_ui->nameEdit;
    if (field == "applicant.idNumber"_L1)
        target = m_ui->numberEdit->edit();
    else if (field == "applicant.phone"_L1)
        target = m_ui->phoneEdit->edit();
    else if (field == "applicant.legalName"_L1)
        target = m_ui->legalNameEdit;
    else if (field == "applicant.legalIdNumber"_L1)
        target = m_ui->legalNumberEdit->edit();
    else if (field == "applicant.address"_L1)
        target = m_ui->addressEdit;
    target->setFocus();
}

void ApplicantBox::beginRegistration()
{
    const QString text = m_ui->searchEdit->text().trimmed();
    Applicant fresh{.kind = m_ui->organisationButton->isChecked() ? 2 : 1,
                    .idKind = m_ui->organisationButton->isChecked() ? QString(creditCodeCode)
                                                                    : QString(citizenCardCode)};
    QString figures = text.toUpper();
    figures.remove(u' ');
    const bool isPhone = PhoneNumber::parse(text).ok();
    if (isPhone)
        fresh.phone = text;
    else if (looksLikeNumber(figures))
        fresh.idNumber = figures;
    else
        fresh.name = text;
    const NumberContext context{.regions = m_context.shell.regions(),
                                .today = m_context.place.clock.today()};
    const bool isCredit
        = fresh.isPerson() && figures.size() == 18 && CreditCode::parse(figures, context).ok();
    if (isCredit) {
        fresh.kind = 2;
        fresh.idKind = creditCodeCode;
    }
    m_ui->searchEdit->clear();
    m_visit.setSearch({});
    m_visit.beginVisit();
    m_visit.setApplicant(fresh, true);
    showKind(fresh.isPerson());
    fillFields(fresh);
    m_ui->applicantStack->setCurrentIndex(RegisterPage);
    takeFields();
    m_ui->numberEdit->setText(fresh.idNumber);
    (fresh.idNumber.isEmpty() ? m_ui->numberEdit->edit() : m_ui->nameEdit)->setFocus();
}

void ApplicantBox::fillFields(const Applicant &applicant)
{
    m_isFilling = true;
    showKind(applicant.isPerson());
    m_ui->numberEdit->setKindCode(applicant.idKind);
    m_ui->numberEdit->setOverrideReason(applicant.overrideReason);
    m_ui->numberEdit->setText(applicant.idNumber);
    m_ui->nameEdit->setText(applicant.name);
    m_ui->legalNameEdit->setText(applicant.legalName);
    m_ui->legalNumberEdit->setText(applicant.legalIdNumber);
    m_ui->phoneEdit->setText(applicant.phone);
    m_ui->addressEdit->setText(applicant.address);
    // A long name is known by its beginning.
    for (QLineEdit *edit : {m_ui->nameEdit, m_ui->addressEdit}) {
        if (!edit->hasFocus())
            edit->setCursorPosition(0);
    }
    m_isFilling = false;
    judgeNumber();
}

Applicant ApplicantBox::typedApplicant() const
{
    const bool isPerson = !m_ui->organisationButton->isChecked();
    Applicant typed = m_visit.work().applicant;
    if (isPerson != typed.isPerson())
        typed.kind = isPerson ? 1 : 2;
    typed.idKind = m_ui->numberEdit->kindCode();
    typed.idNumber = m_ui->numberEdit->text();
    typed.overrideReason = m_ui->numberEdit->overrideReason();
    typed.name = m_ui->nameEdit->text();
    typed.legalName = isPerson ? QString() : m_ui->legalNameEdit->text();
    typed.legalIdNumber = isPerson ? QString() : m_ui->legalNumberEdit->text();
    typed.phone = m_ui->phoneEdit->text();
    typed.address = m_ui->addressEdit->text();
    return typed;
}

void ApplicantBox::takeFields()
{
    if (m_isFilling)
        return;
    Applicant typed = typedApplicant();
    // Another name or number is another entry of the directory.
    const Applicant &before = m_visit.work().applicant;
    if (typed.idNumber != before.idNumber)
        typed.id = {};
    m_visit.setApplicant(typed, true);
    judgeNumber();
}

void ApplicantBox::judgeNumber()
{
    const auto number = m_ui->numberEdit->number();
    const bool isCredit = m_ui->numberEdit->kindCode() == creditCodeCode;
    const bool mayOverride = !number.ok()
        && (number.error().kind == ErrorKind::NumberRegionUnknown
            || (isCredit && number.error().kind == ErrorKind::NumberCheckDigit));
    m_ui->overrideButton->setVisible(mayOverride);
}

void ApplicantBox::askOverride()
{
    confirm(this,
            {.title = tr("Take this number"),
             .question = tr("Take the number although the check refuses it?"),
             .consequence = tr("The reason is kept with the case."),
             .yes = tr("Take it"),
             .reasonLabel = tr("Why it is right all the same"),
             .phrases = overrideReasons(m_visit.reference())},
            [this](const QString &reason) {
                m_ui->numberEdit->setOverrideReason(reason);
                takeFields();
                m_ui->nameEdit->setFocus();
            });
}

void ApplicantBox::enterPressed(QWidget *field)
{
    if (field != m_ui->addressEdit) {
        focusNextChild();
        return;
    }
    whenUnique([this] { Q_EMIT finished(); });
}

bool ApplicantBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_ui->searchEdit)
        return searchKey(key);
    if (isEnter) {
        enterPressed(qobject_cast<QWidget *>(watched));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ApplicantBox::whenUnique(std::function<void()> next)
{
    const Applicant typed = m_visit.work().applicant;
    if (m_visit.work().isSomebodyElse || (typed.name.isEmpty() && typed.idNumber.isEmpty())) {
        next();
        return;
    }
    whenDone(m_lookup.duplicates(typed), this,
             [this, next = std::move(next)](const Result<QList<LikelyApplicant>> &likely) {
                 if (!likely.ok())
                     Q_EMIT failed(likely.error());
                 else if (likely.value().isEmpty())
                     next();
                 else
                     askDuplicates(likely.value(), next);
             });
}

void ApplicantBox::askDuplicates(const QList<LikelyApplicant> &likely, std::function<void()> next)
{
    if (findChild<DuplicatesDialog *>())
        return;
    auto *dialog = new DuplicatesDialog(m_visit.work().applicant, likely, this);
    connect(dialog, &DuplicatesDialog::knownChosen, this,
            [this](const KnownApplicant &known) { choose(known); });
    connect(dialog, &DuplicatesDialog::somebodyElse, this, [this, next = std::move(next)] {
        m_visit.setSomebodyElse();
        next();
    });
    dialog->open();
}

} // namespace hall
