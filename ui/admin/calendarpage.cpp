#include "ui/admin/calendarpage.h"

#include "domain/whendone.h"
#include "ui/admin/admintext.h"
#include "ui/admin/moveddates.h"
#include "ui/shared/decision.h"
#include "ui/shared/icon.h"
#include "ui_calendarpage.h"

#include <QFileDialog>
#include <QShortcut>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString dateText(const QDate &date)
{
    return QLocale().toString(date, u"yyyy-MM-dd ddd"_s);
}

QString yearsText(const QList<int> &years)
{
    QStringList texts;
    for (const int year : years)
        texts.append(QString::number(year));
    return texts.join(u", "_s);
}

} // namespace

CalendarPage::CalendarPage(const PageContext &context, QWidget *parent)
    : AdminPage(context, parent)
    , m_ui(std::make_unique<Ui::CalendarPage>())
    , m_desk(publisher())
    , m_days(dayColumns())
{
    m_ui->setupUi(this);
    m_ui->noticeButton->setIcon(icon(u"import"_s));
    m_ui->splitter->setSizes({420, 640});
    m_ui->dayTable->setRowModel(&m_days);
    m_ui->dayTable->setEmptyText(tr("No day of this year differs from the week"),
                                 tr("Load the yearly notice of the State Council when it is out; "
                                    "dates are provisional until "
                                    "then."));
    m_moved = new MovedDates(
        context, m_desk,
        {.table = m_ui->impactTable, .label = m_ui->impactLabel, .strip = m_ui->strip}, this);
    m_ui->impactScopeLabel->setVisible(!m_desk.seesWholeHall());
    const QDate today = context.place.clock.today();
    m_ui->dateEdit->setToday(today);
    m_ui->dateEdit->setDate(today);
    m_ui->yearSpin->setValue(today.year());
    connectAll();
}

CalendarPage::~CalendarPage() = default;

QString CalendarPage::pageTitle() const
{
    return tr("Working calendar");
}

QList<HelpKey> CalendarPage::keys() const
{
    return {{u"Enter"_s, tr("From the list to the chosen day")},
            {u"Ctrl+M"_s, tr("Show which due dates move")},
            {u"Ctrl+S"_s, tr("Save the day")}};
}

QList<RowColumn<CalendarDay>> CalendarPage::dayColumns() const
{
    const auto source = [this](const CalendarDay &day) {
        return day.isLocal
            ? tr("Local order, %1").arg(publisher().reference()->staffName(day.author))
            : tr("Yearly notice");
    };
    return {{.title = tr("Day"),
             .text = [](const CalendarDay &day) { return dateText(day.date); },
             .shape = {.characters = 16},
             .extra = {}},
            {.title = tr("The hall is"),
             .text = [](const CalendarDay &day) { return day.isOff ? tr("closed") : tr("open"); },
             .shape = {.characters = 8},
             .extra = {}},
            {.title = tr("Reason"),
             .text = [](const CalendarDay &day) { return day.note; },
             .shape = {.takesRest = true},
             .extra = {}},
            {.title = tr("Source"), .text = source, .shape = {.characters = 16}, .extra = {}}};
}

void CalendarPage::connectAll()
{
    connect(m_ui->yearSpin, &QSpinBox::valueChanged, this, &CalendarPage::refresh);
    connect(m_ui->dayTable, &RowTable::rowChanged, this, &CalendarPage::chooseDay);
    connect(m_ui->dayTable, &RowTable::rowOpened, this, [this](int row) {
        m_ui->dateEdit->setDate(m_days.at(row).date);
        m_ui->reasonEdit->setFocus();
    });
    const auto impactOfTyped = [this] {
        if (!refuses(typed()))
            showImpact({.day = typed()});
    };
    connect(m_ui->impactButton, &QPushButton::clicked, this, impactOfTyped);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &CalendarPage::save);
    connect(m_ui->takeBackButton, &QPushButton::clicked, this, &CalendarPage::takeBack);
    connect(m_ui->noticeButton, &QPushButton::clicked, this, &CalendarPage::chooseNotice);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_M), this), &QShortcut::activated, this,
            impactOfTyped);
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this,
            &CalendarPage::save);
}

void CalendarPage::activate()
{
    refresh();
    m_moved->follow();
    m_ui->dayTable->setFocus();
}

void CalendarPage::refresh()
{
    const int last = m_desk.lastLoadedYear();
    const int year = m_ui->yearSpin->value();
    m_ui->loadedLabel->setText(
        year > last ? tr("The notice of %1 is not loaded: due dates after %2 are provisional.")
                          .arg(year)
                          .arg(last)
                    : tr("Notices are loaded up to %1.").arg(last));
    m_ui->takeBackButton->setEnabled(false);
    whenDone(m_desk.days(year), this, [this](const Result<QList<CalendarDay>> &days) {
        if (days.ok())
            m_days.setRows(days.value());
        else
            m_ui->strip->say(days.error());
    });
}

void CalendarPage::chooseDay(int row)
{
    const bool isLocal = row >= 0 && row < m_days.rowCount() && m_days.at(row).isLocal;
    m_ui->takeBackButton->setEnabled(isLocal);
}

LocalDay CalendarPage::typed() const
{
    return {.date = m_ui->dateEdit->date(),
            .isOff = m_ui->offRadio->isChecked(),
            .reason = m_ui->reasonEdit->text().trimmed()};
}

bool CalendarPage::refuses(const LocalDay &day)
{
    const DayFault fault = m_desk.faultOf(day);
    if (fault == DayFault::None)
        return false;
    m_ui->strip->say(Tone::Problem, AdminText::sentence(fault));
    return true;
}

void CalendarPage::showImpact(const CalendarChange &change)
{
    m_ui->impactButton->setEnabled(false);
    whenDone(m_moved->ask(change), this, [this](const Result<QList<MovedDate>> &moved) {
        m_ui->impactButton->setEnabled(true);
        m_moved->show(moved);
    });
}

void CalendarPage::save()
{
    const LocalDay day = typed();
    if (refuses(day))
        return;
    apply({.day = day},
          day.isOff ? tr("The hall is closed on %1.").arg(dateText(day.date))
                    : tr("The hall is open on %1.").arg(dateText(day.date)));
}

void CalendarPage::takeBack()
{
    const int row = m_ui->dayTable->currentRow();
    if (row < 0 || !m_days.at(row).isLocal) {
        m_ui->strip->say(Tone::Info, AdminText::sentence(DayFault::NothingThere));
        return;
    }
    const QDate date = m_days.at(row).date;
    apply({.removed = date}, tr("%1 is again as the yearly notice says.").arg(dateText(date)));
}

/// The moved dates are shown again after saving, as what has happened.
void CalendarPage::apply(const CalendarChange &change, const QString &goodNews)
{
    whenDone(m_moved->ask(change), this,
             [this, change, goodNews](const Result<QList<MovedDate>> &moved) {
                 m_moved->show(moved);
                 if (moved.ok())
                     saveAs(change, goodNews);
             });
}

void CalendarPage::saveAs(const CalendarChange &change, const QString &goodNews)
{
    whenDone(m_desk.save(change), this, [this, goodNews](const Result<Done> &saved) {
        if (!tell(m_ui->strip, saved, goodNews))
            return;
        m_ui->reasonEdit->clear();
        refresh();
        m_moved->followSaved();
    });
}

void CalendarPage::chooseNotice()
{
    auto *dialog
        = new QFileDialog(this, tr("Load a yearly notice"), {}, tr("Tables of days (*.csv)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &CalendarPage::readNotice);
    dialog->open();
}

void CalendarPage::readNotice(const QString &path)
{
    const Result<NoticeFile> notice = CalendarDesk::readNotice(path);
    if (!notice.ok()) {
        m_ui->strip->say(notice.error());
        return;
    }
    if (!notice.value().rejected.isEmpty()) {
        const RejectedRow &row = notice.value().rejected.first();
        m_ui->strip->say(Tone::Problem,
                         tr("Nothing was loaded. Line %1: %2")
                             .arg(QString::number(row.line), AdminText::sentence(row)));
        return;
    }
    const CalendarChange change{.notice = notice.value().days};
    const QString years = yearsText(notice.value().years);
    showImpact(change);
    confirm(this,
            {.title = tr("Load a yearly notice"),
             .question = tr("Replace the national days of %1?").arg(years),
             .consequence = tr("The page shows which due dates of open cases move. Printed dates "
                               "stay in the record."),
             .yes = tr("Replace")},
            [this, change, years](const QString &) {
                m_ui->yearSpin->setValue(change.notice.last().date.year());
                apply(change, tr("The national days of %1 are loaded.").arg(years));
            });
}

} // namespace hall
