#include "ui/intake/applicantbox.h"

#include "domain/identity.h"
#include "domain/whendone.h"
#include "ui/intake/intaketext.h"
#include "ui/intake/visit.h"
#include "ui/shared/icon.h"
#include "ui_applicantbox.h"

#include <algorithm>
#include <utility>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPause = 90; // ms; a name's letters come faster, an answer is ready sooner

QList<RowColumn<KnownApplicant>> foundColumns()
{
    using Row = KnownApplicant;
    return {{.title = ApplicantBox::tr("Name"),
             .text = [](const Row &row) { return row.applicant.name; },
             .shape = {.characters = 10, .takesRest = true},
             .extra = {}},
            {.title = ApplicantBox::tr("Number"),
             .text = [](const Row &row) { return row.maskedNumber; },
             .shape = {.characters = 19},
             .extra = {}},
            {.title = ApplicantBox::tr("Telephone"),
             .text = [](const Row &row) { return row.maskedPhone; },
             .shape = {.characters = 12},
             .extra = {}},
            {.title = ApplicantBox::tr("Last case"),
             .text = [](const Row &row) { return row.lastItem; },
             .shape = {.characters = 12, .takesRest = true},
             .extra = {}}};
}

} // namespace

ApplicantBox::ApplicantBox(const PageContext &context, Visit &visit, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ApplicantBox>())
    , m_context(context)
    , m_visit(visit)
    , m_lookup(context.place)
    , m_found(new RowModel<KnownApplicant>(foundColumns(), this))
{
    m_ui->setupUi(this);
    m_ui->foundTable->setRowModel(m_found);
    m_ui->foundTable->setEmptyText(tr("Nobody is chosen yet."),
                                   tr("Type a number, a name or its initials."));
    m_ui->organisationButton->setIcon(icon(u"organisation"_s));
    m_ui->organisationButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_ui->agentButton->setIcon(icon(u"people"_s));
    const auto regions
        = [&shell = context.shell]() -> const RegionTable & { return shell.regions(); };
    const QDate today = context.place.clock.today();
    m_ui->numberEdit->setRules(regions, today);
    m_ui->legalNumberEdit->setRules(regions, today);
    m_findSoon.setSingleShot(true);
    m_findSoon.setInterval(typingPause);
    connectSearch();
    connectFields();
    showVisit();
}

ApplicantBox::~ApplicantBox() = default;

void ApplicantBox::connectSearch()
{
    m_ui->searchEdit->installEventFilter(this);
    connect(m_ui->searchEdit, &QLineEdit::textEdited, this, [this](const QString &text) {
        Q_EMIT typing();
        m_visit.setSearch(text);
        m_ui->applicantStack->setCurrentIndex(FoundPage);
        m_findSoon.start();
    });
    connect(&m_findSoon, &QTimer::timeout, this, &ApplicantBox::find);
    connect(m_ui->foundTable, &RowTable::rowOpened, this,
            [this](int row) { choose(m_found->at(row)); });
    connect(m_ui->agentButton, &QToolButton::clicked, this, &ApplicantBox::agentAsked);
    connect(m_ui->organisationButton, &QToolButton::clicked, this,
            [this] { showKind(!m_ui->organisationButton->isChecked()); });
    connect(&m_visit, &Visit::shown, this, &ApplicantBox::showVisit);
    connect(&m_visit, &Visit::applicantChanged, this, [this] {
        const Agent &agent = m_visit.work().agent;
        m_ui->agentTextLabel->setText(tr("Agent: %1").arg(agent.name));
        m_ui->agentTextLabel->setVisible(!agent.isEmpty());
    });
}

void ApplicantBox::focusSearch()
{
    m_ui->searchEdit->setFocus();
    m_ui->searchEdit->selectAll();
}

void ApplicantBox::toggleOrganisation()
{
    m_ui->organisationButton->toggle();
    showKind(!m_ui->organisationButton->isChecked());
}

void ApplicantBox::showVisit()
{
    const CounterWork &work = m_visit.work();
    m_isFilling = true;
    m_ui->searchEdit->setText(work.search);
    m_isFilling = false;
    m_answered.clear();
    m_found->setRows({});
    m_ui->organisationButton->setChecked(!work.applicant.isPerson());
    fillFields(work.applicant);
    if (work.isRegistering)
        m_ui->applicantStack->setCurrentIndex(RegisterPage);
    else if (!work.applicant.name.isEmpty())
        showCard(work.applicant);
    else
        m_ui->applicantStack->setCurrentIndex(FoundPage);
    m_ui->editApplicantButton->setVisible(!m_visit.currentFile());
}

void ApplicantBox::showCard(const Applicant &applicant)
{
    const QString kind = certificateKind(applicant.idKind).name.in(IntakeText::language());
    m_ui->cardIconLabel->setPixmap(
        icon(applicant.isPerson() ? u"person"_s : u"organisation"_s).pixmap(20, 20));
    m_ui->cardNameLabel->setText(applicant.name);
    m_ui->cardNumberLabel->setText(tr("%1 %2").arg(kind, applicant.idNumber));
    m_ui->cardContactLabel->setText(applicant.address.isEmpty()
                                        ? applicant.phone
                                        : tr("%1 · %2").arg(applicant.phone, applicant.address));
    m_ui->cardLegalLabel->setText(tr("Legal representative: %1").arg(applicant.legalName));
    m_ui->cardLegalLabel->setVisible(!applicant.legalName.isEmpty());
    m_ui->cardLastLabel->setText(tr("Stays for the next item of this visit. F12: next visitor."));
    m_ui->applicantStack->setCurrentIndex(CardPage);
}

void ApplicantBox::showKind(bool isPerson)
{
    using Bearer = IdNumberEdit::Bearer;
    m_ui->organisationButton->setChecked(!isPerson);
    const bool wasFilling = std::exchange(m_isFilling, true);
    m_ui->numberEdit->setBearer(isPerson ? Bearer::Person : Bearer::Organisation);
    m_isFilling = wasFilling;
    for (QWidget *widget :
         {static_cast<QWidget *>(m_ui->legalNameLabel), static_cast<QWidget *>(m_ui->legalNameEdit),
          static_cast<QWidget *>(m_ui->legalNumberLabel),
          static_cast<QWidget *>(m_ui->legalNumberEdit)})
        widget->setVisible(!isPerson);
    // While a visit is shown its fields are filled from it, never the other way round.
    if (m_isFilling)
        return;
    if (m_ui->applicantStack->currentIndex() == RegisterPage)
        takeFields();
    else if (m_visit.work().applicant.name.isEmpty())
        m_visit.setApplicant(typedApplicant(), false);
}

void ApplicantBox::find()
{
    const QString text = m_ui->searchEdit->text().trimmed();
    if (text.isEmpty()) {
        showFound(text, {});
        return;
    }
    whenDone(m_lookup.find(text), this, [this, text](const Result<QList<KnownApplicant>> &found) {
        // An answer that came after more was typed is old.
        if (text != m_ui->searchEdit->text().trimmed())
            return;
        if (found.ok())
            showFound(text, found.value());
        else
            Q_EMIT failed(found.error());
    });
}

void ApplicantBox::showFound(const QString &asked, const QList<KnownApplicant> &found)
{
    m_answered = asked;
    m_found->setRows(found);
    m_ui->foundTable->setEmptyText(
        asked.isEmpty() ? tr("Nobody is chosen yet.") : tr("Nobody known is called so."),
        asked.isEmpty() ? tr("Type a number, a name or its initials.")
                        : tr("Enter takes down a new applicant with what you typed."));
    if (!found.isEmpty())
        m_ui->foundTable->goToRow(0);
    if (m_isEnterWaiting)
        enterSearch();
}

bool ApplicantBox::searchKey(int key)
{
    const int row = m_ui->foundTable->currentRow();
    const int last = m_found->rowCount() - 1;
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        m_ui->foundTable->goToRow(std::clamp(row + (key == Qt::Key_Down ? 1 : -1), 0, last));
        return last >= 0;
    }
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    enterSearch();
    return true;
}

void ApplicantBox::enterSearch()
{
    const QString text = m_ui->searchEdit->text().trimmed();
    const int row = m_ui->foundTable->currentRow();
    const int last = m_found->rowCount() - 1;
    if (text.isEmpty()) {
        if (!m_visit.work().applicant.name.isEmpty())
            Q_EMIT finished();
        return;
    }
    // Enter before the answer waits for it: nobody may get the person above by typing fast.
    m_isEnterWaiting = m_answered != text;
    if (m_isEnterWaiting) {
        m_findSoon.stop();
        find();
    } else if (last >= 0) {
        choose(m_found->at(std::clamp(row, 0, last)));
    } else {
        beginRegistration();
    }
}

void ApplicantBox::choose(const KnownApplicant &known)
{
    m_ui->searchEdit->clear();
    m_visit.setSearch({});
    m_visit.beginVisit();
    m_visit.setApplicant(known.applicant, false);
    m_visit.setSomebodyElse();
    showKind(known.applicant.isPerson());
    fillFields(known.applicant);
    showCard(known.applicant);
    Q_EMIT finished();
}

} // namespace hall
