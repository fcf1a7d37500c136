#include "ui/centre/handoverdialog.h"

#include "ui/shared/casewords.h"
#include "ui_handoverdialog.h"

#include <QKeyEvent>

namespace hall {

using namespace Qt::StringLiterals;

HandOverDialog::HandOverDialog(QList<StaffMember> colleagues, ReferencePtr reference,
                               QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HandOverDialog>())
    , m_all(std::move(colleagues))
    , m_reference(std::move(reference))
    , m_shown({{.title = tr("Name"),
                .text = [](const StaffMember &member) { return member.name; },
                .shape = {.characters = 10},
                .extra = {}},
               {.title = tr("Code"),
                .text = [](const StaffMember &member) { return member.code; },
                .shape = {.characters = 8},
                .extra = {}},
               {.title = tr("Posts"),
                .text = [this](const StaffMember &member) { return postsOf(member); },
                .shape = {.characters = 20, .takesRest = true},
                .extra = {}}})
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->colleagueTable->setRowModel(&m_shown);
    m_ui->colleagueTable->setEmptyText(tr("Nobody found"), tr("Type fewer letters."));
    m_ui->colleagueEdit->installEventFilter(this);
    connect(m_ui->colleagueEdit, &QLineEdit::textChanged, this, &HandOverDialog::filter);
    connect(m_ui->colleagueTable, &RowTable::rowOpened, this, &QDialog::accept);
    connect(m_ui->handNoButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->handYesButton, &QPushButton::clicked, this, &QDialog::accept);
    filter();
    m_ui->colleagueEdit->setFocus();
}

HandOverDialog::~HandOverDialog() = default;

QString HandOverDialog::colleague() const
{
    const int row = m_ui->colleagueTable->currentRow();
    return row >= 0 && row < m_shown.rowCount() ? m_shown.at(row).code : QString();
}

bool HandOverDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Up)
        return QDialog::eventFilter(watched, event);
    m_ui->colleagueTable->goToRow(m_ui->colleagueTable->currentRow()
                                  + (key == Qt::Key_Down ? 1 : -1));
    return true;
}

QString HandOverDialog::postsOf(const StaffMember &member) const
{
    QStringList posts;
    for (const Post &post : member.posts)
        posts.append(CaseWords::post(post.code(), *m_reference));
    return posts.join(u" · "_s);
}

void HandOverDialog::filter()
{
    const QString text = m_ui->colleagueEdit->text().trimmed();
    QList<StaffMember> rows;
    for (const StaffMember &member : std::as_const(m_all)) {
        const QString all = member.code + u' ' + member.name + u' ' + postsOf(member);
        if (all.contains(text, Qt::CaseInsensitive))
            rows.append(member);
    }
    m_shown.setRows(rows);
    m_ui->colleagueTable->goToRow(0);
    m_ui->handYesButton->setEnabled(!rows.isEmpty());
}

} // namespace hall
