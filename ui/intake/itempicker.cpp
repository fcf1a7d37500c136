#include "ui/intake/itempicker.h"

#include "ui/intake/intaketext.h"
#include "ui/intake/visit.h"
#include "ui/shared/icon.h"
#include "ui/shared/theme.h"
#include "ui_itempicker.h"

#include <QKeyEvent>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QVariant greyWhenBarred(const OfferedItem &item, int role)
{
    if (role == Qt::ForegroundRole && item.bar != ItemBar::None)
        return themeColours(QPalette()).muted;
    if (role == Qt::ToolTipRole)
        return item.name.in(IntakeText::language());
    return {};
}

QList<RowColumn<OfferedItem>> offeredColumns()
{
    using Row = OfferedItem;
    return {{.title = ItemPicker::tr("Code"),
             .text = [](const Row &row) { return row.code; },
             .shape = {.characters = 10},
             .extra = greyWhenBarred},
            {.title = ItemPicker::tr("Item"),
             .text = [](const Row &row) { return row.name.in(IntakeText::language()); },
             .shape = {.characters = 18, .takesRest = true},
             .extra = greyWhenBarred},
            {.title = ItemPicker::tr("Kind"),
             .text =
                 [](const Row &row) {
                     return row.bar == ItemBar::None ? IntakeText::caseType(row.caseType)
                                                     : IntakeText::bar(row);
                 },
             .shape = {.characters = 12},
             .extra = greyWhenBarred}};
}

QVariant boldWhenCurrent(const ChosenRow &row, int role)
{
    if (role == Qt::ToolTipRole)
        return row.name;
    if (role != Qt::FontRole || !row.isCurrent)
        return {};
    QFont font;
    font.setBold(true);
    return font;
}

QList<RowColumn<ChosenRow>> chosenColumns()
{
    using Row = ChosenRow;
    return {{.title = ItemPicker::tr("No."),
             .text = [](const Row &row) { return row.index + 1; },
             .shape = {.characters = 3},
             .extra = boldWhenCurrent},
            {.title = ItemPicker::tr("Item of this visit"),
             .text = [](const Row &row) { return row.name; },
             .shape = {.characters = 18, .takesRest = true},
             .extra = boldWhenCurrent},
            {.title = ItemPicker::tr("Materials"),
             .text = [](const Row &row) { return row.facts; },
             .shape = {.characters = 12},
             .extra = boldWhenCurrent}};
}

} // namespace

ItemPicker::ItemPicker(Visit &visit, const Actor &actor, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ItemPicker>())
    , m_visit(visit)
    , m_actor(actor)
    , m_choice(visit.referencePtr(), actor)
    , m_offered(new RowModel<OfferedItem>(offeredColumns(), this))
    , m_chosen(new RowModel<ChosenRow>(chosenColumns(), this))
{
    m_ui->setupUi(this);
    m_ui->offeredTable->setRowModel(m_offered);
    m_ui->offeredTable->setEmptyText(tr("No item is called so."),
                                     tr("Try the department, or fewer letters."));
    m_ui->chosenTable->setRowModel(m_chosen);
    m_ui->guideButton->setIcon(icon(u"guide"_s));
    connectAll();
    find();
    showChosen();
}

ItemPicker::~ItemPicker() = default;

void ItemPicker::connectAll()
{
    m_ui->itemEdit->installEventFilter(this);
    m_ui->chosenTable->installEventFilter(this);
    connect(m_ui->itemEdit, &QLineEdit::textEdited, this, &ItemPicker::find);
    connect(m_ui->offeredTable, &RowTable::rowOpened, this, &ItemPicker::choose);
    connect(m_ui->chosenTable, &RowTable::rowChanged, this, [this](int row) {
        if (row >= 0 && row < m_visit.work().items.size())
            m_visit.setCurrent(row);
    });
    connect(m_ui->chosenTable, &RowTable::rowOpened, this, &ItemPicker::chosen);
    connect(m_ui->guideButton, &QToolButton::clicked, this, &ItemPicker::guideAsked);
    connect(&m_visit, &Visit::shown, this, [this] {
        m_ui->itemEdit->clear();
        find();
    });
    connect(&m_visit, &Visit::applicantChanged, this, &ItemPicker::find);
    connect(&m_visit, &Visit::itemsChanged, this, &ItemPicker::showChosen);
    connect(&m_visit, &Visit::currentEdited, this, &ItemPicker::showChosen);
}

void ItemPicker::focusSearch()
{
    m_ui->itemEdit->setFocus();
    m_ui->itemEdit->selectAll();
}

void ItemPicker::renew()
{
    m_choice = ItemChoice(m_visit.referencePtr(), m_actor);
    find();
}

QString ItemPicker::itemInView() const
{
    const int row = m_ui->offeredTable->currentRow();
    if (m_ui->itemStack->currentIndex() == OfferedPage && row >= 0 && row < m_offered->rowCount())
        return m_offered->at(row).code;
    return m_visit.current() ? m_visit.current()->item : QString();
}

void ItemPicker::find()
{
    const QString text = m_ui->itemEdit->text().trimmed();
    const bool isChoosing = !text.isEmpty() || m_visit.work().items.isEmpty();
    if (isChoosing) {
        m_offered->setRows(m_choice.find(text, m_visit.work().applicant.isPerson()));
        if (!m_offered->isEmpty())
            m_ui->offeredTable->goToRow(0);
    }
    m_ui->itemStack->setCurrentIndex(isChoosing ? OfferedPage : ChosenPage);
}

void ItemPicker::choose(int row)
{
    if (row < 0 || row >= m_offered->rowCount())
        return;
    const OfferedItem item = m_offered->at(row);
    const QString name = item.name.in(IntakeText::language());
    if (item.bar != ItemBar::None) {
        Q_EMIT barred(tr("“%1” cannot be taken here: %2.").arg(name, IntakeText::bar(item)));
        return;
    }
    m_ui->itemEdit->clear();
    m_visit.addItem(item.code);
    m_ui->itemStack->setCurrentIndex(ChosenPage);
    Q_EMIT chosen();
}

void ItemPicker::showChosen()
{
    QList<ChosenRow> rows;
    for (int index = 0; index < m_visit.work().items.size(); ++index) {
        const ItemWork &work = m_visit.work().items.at(index);
        const ItemDef *item = m_visit.itemAt(index);
        const auto right = std::ranges::count_if(work.lines, [](const LineCheck &line) {
            return line.verdict == LineVerdict::Right || line.verdict == LineVerdict::NotNeeded;
        });
        rows.append({.index = index,
                     .name = item ? item->name.in(IntakeText::language()) : work.item,
                     .facts = tr("%1 of %2 right").arg(right).arg(work.lines.size()),
                     .isCurrent = index == m_visit.currentIndex()});
    }
    m_chosen->setRows(rows);
    if (m_visit.currentIndex() >= 0) {
        const QSignalBlocker blocker(m_ui->chosenTable);
        m_ui->chosenTable->goToRow(m_visit.currentIndex());
    }
    if (m_ui->itemEdit->text().isEmpty())
        m_ui->itemStack->setCurrentIndex(rows.isEmpty() ? OfferedPage : ChosenPage);
    if (rows.isEmpty() && m_offered->isEmpty())
        find();
}

bool ItemPicker::searchKey(int key)
{
    const int row = m_ui->offeredTable->currentRow();
    const int last = m_offered->rowCount() - 1;
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        if (last >= 0)
            m_ui->offeredTable->goToRow(std::clamp(row + (key == Qt::Key_Down ? 1 : -1), 0, last));
        return true;
    }
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    const bool isChoosing = m_ui->itemStack->currentIndex() == OfferedPage;
    if (isChoosing)
        choose(std::max(0, row));
    else
        Q_EMIT chosen();
    return true;
}

bool ItemPicker::chosenKey(int key)
{
    const bool isRemoval
        = key == Qt::Key_Delete && m_visit.current() && m_visit.current()->loaded.isNull();
    if (isRemoval)
        m_visit.removeItem(m_visit.currentIndex());
    return isRemoval;
}

bool ItemPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    return watched == m_ui->itemEdit ? searchKey(key) : chosenKey(key);
}

} // namespace hall
