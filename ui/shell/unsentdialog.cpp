#include "ui/shell/unsentdialog.h"

#include "domain/whendone.h"
#include "ui/shared/casewords.h"
#include "ui_unsentdialog.h"

#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

UnsentDialog::UnsentDialog(CentreDesk &desk, const Session &session, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::UnsentDialog>())
    , m_desk(desk)
    , m_session(session)
    , m_lines(columns())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->unsentTable->setRowModel(&m_lines);
    m_ui->unsentTable->setEmptyText(tr("Everything is at the centre"));
    connect(m_ui->unsentCloseButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(&desk, &CentreDesk::statusChanged, this, &UnsentDialog::load);
    m_ui->unsentTable->setFocus();
    load();
}

UnsentDialog::~UnsentDialog() = default;

QList<RowColumn<UnsentLine>> UnsentDialog::columns() const
{
    return {{.title = tr("When"),
             .text = [](const UnsentLine &line) { return CaseWords::moment(line.row.actedAt); },
             .shape = {.characters = 16},
             .extra = {}},
            {.title = tr("Who"),
             .text =
                 [this](const UnsentLine &line) {
                     return CaseWords::person(line.row.actor, *m_desk.reference());
                 },
             .shape = {.characters = 10},
             .extra = {}},
            {.title = tr("What"),
             .text = [this](const UnsentLine &line) { return whatOf(line); },
             .shape = {.characters = 14},
             .extra = {}},
            {.title = tr("Case number"),
             .text = [](const UnsentLine &line) { return line.number; },
             .shape = {.characters = 27, .isWhole = true},
             .extra = {}},
            {.title = tr("Applicant"),
             .text = [](const UnsentLine &line) { return line.applicant; },
             .shape = {.characters = 12},
             .extra = {}},
            {.title = tr("Waits for"),
             .text = [this](const UnsentLine &line) { return reasonOf(line); },
             .shape = {.characters = 20, .takesRest = true},
             .extra = {}}};
}

QString UnsentDialog::whatOf(const UnsentLine &line) const
{
    const QString name = line.actionName.in(QLocale().language());
    if (!name.isEmpty())
        return name;
    if (line.row.kind == StreamKind::Till)
        return tr("cash shift");
    return CaseWords::action({}, line.row.action, *m_desk.reference());
}

QString UnsentDialog::reasonOf(const UnsentLine &line) const
{
    if (!line.row.isSealed)
        return tr("online sign-in of %1")
            .arg(CaseWords::person(line.row.actor, *m_desk.reference()));
    if (line.row.hold == "pages"_L1)
        return tr("its scanned pages");
    if (line.row.hold == "quota"_L1)
        return tr("the centre, which takes no more from here for the moment");
    if (line.row.hold == "newer"_L1)
        return tr("an update of the centre");
    return m_desk.isOnline() ? tr("its turn") : tr("the network");
}

void UnsentDialog::load()
{
    const int asked = ++m_asked;
    whenDone(m_desk.unsent(m_session), this, [this, asked](const Result<QList<UnsentLine>> &lines) {
        if (asked != m_asked)
            return;
        if (!lines.ok()) {
            m_ui->unsentStrip->say(lines.error());
            return;
        }
        m_lines.setRows(lines.value());
        m_ui->unsentCountLabel->setText(
            tr("%n act(s)", nullptr, static_cast<int>(lines.value().size())));
        m_ui->unsentTable->goToRow(0);
    });
}

} // namespace hall
