#include "ui/admin/feespage.h"

#include "domain/csvtable.h"
#include "domain/whendone.h"
#include "ui/admin/admintext.h"
#include "ui/admin/formguard.h"
#include "ui_feespage.h"

#include <QShortcut>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString amountText(const FeeDef &fee)
{
    return fee.rateMicroYuan ? microText(*fee.rateMicroYuan) : QString();
}

/// In a list as money is written: two decimals at least, 80.00 and 0.125.
QString listedAmount(const FeeDef &fee)
{
    QString text = amountText(fee);
    const qsizetype point = text.indexOf(u'.');
    if (point < 0)
        return text + u".00"_s;
    return text.leftJustified(std::max(text.size(), point + 3), u'0');
}

bool isSame(const FeeRow &a, const FeeRow &b)
{
    return a.item == b.item && a.fee.no == b.fee.no;
}

} // namespace

FeesPage::FeesPage(const PageContext &context, QWidget *parent)
    : AdminPage(context, parent)
    , m_ui(std::make_unique<Ui::FeesPage>())
    , m_desk(publisher())
    , m_model(columns())
{
    m_ui->setupUi(this);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->splitter->setSizes({740, 420});
    m_ui->feeTable->setRowModel(&m_model);
    m_ui->feeTable->setEmptyText(
        tr("No fee fits these words"),
        tr("Fee lines come with the catalogue; here they get their amount."));
    for (DateField *field : {m_ui->fromEdit, m_ui->toEdit})
        field->setToday(context.place.clock.today());
    m_guard = new FormGuard(m_ui->formSide);
    connectAll();
}

FeesPage::~FeesPage() = default;

QString FeesPage::pageTitle() const
{
    return tr("Fee standards");
}

QList<HelpKey> FeesPage::keys() const
{
    return {{u"Ctrl+F"_s, tr("Find a fee")},
            {u"Enter"_s, tr("From the list to the amount")},
            {u"Ctrl+S"_s, tr("Save the standard")}};
}

QList<RowColumn<FeeRow>> FeesPage::columns()
{
    const auto amount = [](const FeeRow &row) {
        return row.fee.rateMicroYuan ? listedAmount(row.fee) : tr("—", "no amount is set");
    };
    const auto state = [](const FeeRow &row) {
        if (row.isChargeable)
            return tr("charged");
        return row.fee.rateMicroYuan ? tr("not valid now") : tr("no standard");
    };
    return {{.title = tr("Item"),
             .text = [](const FeeRow &row) { return row.item; },
             .shape = {.characters = 12},
             .extra = {}},
            {.title = tr("Name of the item"),
             .text = [](const FeeRow &row) { return inOwnLanguage(row.itemName); },
             .shape = {.takesRest = true},
             .extra = {}},
            {.title = tr("Fee"),
             .text = [](const FeeRow &row) { return row.fee.name; },
             .shape = {.characters = 20},
             .extra = {}},
            {.title = tr("Yuan"),
             .text = amount,
             .shape = {.characters = 8, .isRightAligned = true},
             .extra = {}},
            {.title = tr("Unit"),
             .text = [](const FeeRow &row) { return row.fee.unit; },
             .shape = {.characters = 12},
             .extra = {}},
            {.title = tr("State"), .text = state, .shape = {.characters = 11}, .extra = {}}};
}

void FeesPage::connectAll()
{
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &FeesPage::refresh);
    connect(m_ui->missingCheck, &QCheckBox::toggled, this, &FeesPage::refresh);
    connect(m_ui->feeTable, &RowTable::rowChanged, this, &FeesPage::choose);
    connect(m_ui->feeTable, &RowTable::rowOpened, this, [this] { m_ui->amountEdit->setFocus(); });
    connect(m_ui->fromCheck, &QCheckBox::toggled, m_ui->fromEdit, &QWidget::setEnabled);
    connect(m_ui->toCheck, &QCheckBox::toggled, m_ui->toEdit, &QWidget::setEnabled);
    connect(m_ui->amountEdit, &QLineEdit::textChanged, this, &FeesPage::showExample);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &FeesPage::save);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_ui->searchEdit,
            [this] { m_ui->searchEdit->setFocus(); });
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this, &FeesPage::save);
}

void FeesPage::activate()
{
    refresh();
    m_ui->searchEdit->setFocus();
}

QJsonObject FeesPage::saveInput() const
{
    QJsonObject input = Page::saveInput();
    input.insert(u"fee"_s,
                 QJsonObject{{u"item"_s, m_shown.item},
                             {u"no"_s, m_shown.fee.no},
                             {u"isDirty"_s, m_guard->isDirty()}});
    return input;
}

/// What was typed goes back only to the fee it was typed for.
void FeesPage::restoreInput(const QJsonObject &input)
{
    const QJsonObject fee = input.value("fee"_L1).toObject();
    m_shown.item = fee.value("item"_L1).toString();
    m_shown.fee.no = fee.value("no"_L1).toInt();
    refresh();
    if (!fee.value("isDirty"_L1).toBool())
        return;
    m_guard->mark();
    Page::restoreInput(input);
}

void FeesPage::refresh()
{
    QList<FeeRow> rows = m_desk.rows(m_ui->searchEdit->text());
    if (m_ui->missingCheck->isChecked())
        rows.removeIf([](const FeeRow &row) { return row.isChargeable; });
    m_model.setRows(rows);
    m_ui->countLabel->setText(tr("%n fee line(s)", nullptr, int(rows.size())));
    if (m_guard->isDirty() || rows.isEmpty())
        return;
    const auto found
        = std::ranges::find_if(rows, [this](const FeeRow &row) { return isSame(row, m_shown); });
    const int row = found == rows.end() ? 0 : int(found - rows.begin());
    m_ui->feeTable->goToRow(row);
    present(rows[row], row);
}

void FeesPage::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount() || row == m_shownRow)
        return;
    if (!m_guard->isDirty()) {
        present(m_model.at(row), row);
        return;
    }
    m_ui->strip->say(Tone::Warning,
                     tr("The standard you typed is not saved yet. Save it first, or drop it."),
                     {.text = tr("Drop it"), .run = [this] {
                          m_guard->clear();
                          m_ui->strip->dismiss();
                          choose(m_ui->feeTable->currentRow());
                      }});
}

void FeesPage::present(const FeeRow &row, int index)
{
    m_shown = row;
    m_shownRow = index;
    m_ui->formTitle->setText(row.fee.name);
    m_ui->formHint->setText(
        row.item + u"  "_s + inOwnLanguage(row.itemName)
        + (row.fee.condition.isEmpty() ? QString() : u"\n"_s + row.fee.condition));
    m_ui->amountEdit->setText(amountText(row.fee));
    m_ui->unitEdit->setText(row.fee.unit);
    m_ui->basisEdit->setText(row.fee.basis);
    m_ui->basisEdit->setCursorPosition(0);
    const QDate today = context().place.clock.today();
    m_ui->fromCheck->setChecked(row.fee.validFrom.isValid());
    m_ui->fromEdit->setEnabled(row.fee.validFrom.isValid());
    m_ui->fromEdit->setDate(row.fee.validFrom.isValid() ? row.fee.validFrom : today);
    m_ui->toCheck->setChecked(row.fee.validTo.isValid());
    m_ui->toEdit->setEnabled(row.fee.validTo.isValid());
    m_ui->toEdit->setDate(row.fee.validTo.isValid() ? row.fee.validTo : today);
    showExample();
    m_guard->clear();
}

FeeStandard FeesPage::typed() const
{
    return {.item = m_shown.item,
            .no = m_shown.fee.no,
            .amountYuan = m_ui->amountEdit->text().trimmed(),
            .unit = m_ui->unitEdit->text(),
            .basis = m_ui->basisEdit->text(),
            .validFrom = m_ui->fromCheck->isChecked() ? m_ui->fromEdit->date() : QDate(),
            .validTo = m_ui->toCheck->isChecked() ? m_ui->toEdit->date() : QDate()};
}

/// What a slip of 1 and of 10 units would say: a decimal point in the wrong place is seen at once.
void FeesPage::showExample()
{
    const auto rate = microFromText(m_ui->amountEdit->text().trimmed());
    if (!rate) {
        m_ui->exampleLabel->setText(m_ui->amountEdit->text().isEmpty()
                                        ? tr("Without an amount this fee cannot be charged.")
                                        : AdminText::sentence(FeeFault::AmountForm));
        return;
    }
    const FeeDef fee{.rateMicroYuan = rate};
    m_ui->exampleLabel->setText(m_shown.fee.kind == FeeKind::Fixed
                                    ? tr("A slip says ¥%1.").arg(fee.amount(1000).text())
                                    : tr("A slip says ¥%1 for 1 unit, ¥%2 for 10 units.")
                                          .arg(fee.amount(1000).text(), fee.amount(10'000).text()));
}

void FeesPage::save()
{
    const FeeStandard standard = typed();
    const FeeFault fault = m_desk.faultOf(standard);
    if (fault != FeeFault::None) {
        m_ui->strip->say(Tone::Problem, AdminText::sentence(fault));
        return;
    }
    const QString goodNews = standard.amountYuan.isEmpty()
        ? tr("The standard of “%1” is taken back; it cannot be charged.").arg(m_shown.fee.name)
        : tr("“%1” is charged with ¥%2 from now on. Slips demanded before keep their amount.")
              .arg(m_shown.fee.name, standard.amountYuan);
    whenDone(m_desk.save(standard), this, [this, goodNews](const Result<Done> &result) {
        if (!tell(m_ui->strip, result, goodNews))
            return;
        m_guard->clear();
        refresh();
    });
}

} // namespace hall
