#include "ui/search/casecolumns.h"

#include "domain/clock.h"
#include "ui/shared/casewords.h"
#include "ui/shared/light.h"

#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QLocale::Language language()
{
    return QLocale().language();
}

QString dayOf(qint64 ms)
{
    return ms == 0 ? u"—"_s : hallDate(instantOf(ms)).toString(Qt::ISODate);
}

QString lightWordOf(const CaseLine &line)
{
    return isEnd(line.row.phase) ? u"—"_s : LightText::word(line.light);
}

QVariant lightExtra(const CaseLine &line, int role)
{
    // An ended case has no light.
    if (isEnd(line.row.phase))
        return {};
    if (role == LightRole)
        return static_cast<int>(line.light);
    return role == Qt::ToolTipRole ? QVariant(LightText::sentence(line.light)) : QVariant();
}

/// The same columns over a case line and over a search result.
template <class Row> class LineColumns
{
public:
    using Text = QVariant (*)(const CaseLine &);

    explicit LineColumns(const CaseLine &(*line)(const Row &))
        : m_line(line)
    {
    }
    [[nodiscard]] RowColumn<Row> light(const QString &title) const
    {
        return {.title = title,
                .text = [line = m_line](const Row &row) { return lightWordOf(line(row)); },
                .shape = {.characters = 8, .isLight = true},
                .extra = [line = m_line](const Row &row,
                                         int role) { return lightExtra(line(row), role); }};
    }
    [[nodiscard]] RowColumn<Row> text(const QString &title, Text text, ColumnShape shape) const
    {
        return {.title = title,
                .text = [line = m_line, text](const Row &row) { return text(line(row)); },
                .shape = shape,
                .extra =
                    [line = m_line, text](const Row &row, int role) {
                        return role == Qt::ToolTipRole ? text(line(row)) : QVariant();
                    }};
    }

private:
    const CaseLine &(*m_line)(const Row &);
};

QVariant itemOf(const CaseLine &line)
{
    return line.itemName.in(language());
}

QVariant dueOf(const CaseLine &line)
{
    return CaseWords::day(isEnd(line.row.phase) ? QDate() : line.row.light.promiseDue);
}

} // namespace

QList<RowColumn<FoundCase>> CaseColumns::found()
{
    const LineColumns<FoundCase> columns(
        [](const FoundCase &found) -> const CaseLine & { return found.line; });
    return {
        columns.light(tr("Light")),
        columns.text(tr("Case number"),
                     [](const CaseLine &line) { return QVariant(line.row.number); },
                     {.characters = 27, .isWhole = true}),
        columns.text(tr("Item"), itemOf, {.characters = 16, .takesRest = true}),
        columns.text(tr("Applicant"),
                     [](const CaseLine &line) { return QVariant(line.row.applicantName); },
                     {.characters = 14, .takesRest = true}),
        columns.text(tr("Window"), [](const CaseLine &line) { return QVariant(line.row.window); },
                     {.characters = 7}),
        columns.text(tr("State"),
                     [](const CaseLine &line) { return QVariant(line.stateName.in(language())); },
                     {.characters = 14}),
        columns.text(tr("Taken in"),
                     [](const CaseLine &line) { return QVariant(dayOf(line.row.registeredAt)); },
                     {.characters = 11}),
        columns.text(tr("Promised for"), dueOf, {.characters = 11}),
        {.title = tr("Found by"),
         .text = [](const FoundCase &found) { return matchText(found); },
         .shape = {.characters = 27},
         .extra = {}}};
}

QList<RowColumn<CaseLine>> CaseColumns::cases()
{
    const LineColumns<CaseLine> columns(
        [](const CaseLine &line) -> const CaseLine & { return line; });
    return {
        columns.light(tr("Light")),
        columns.text(tr("Case number"),
                     [](const CaseLine &line) { return QVariant(line.row.number); },
                     {.characters = 27, .isWhole = true}),
        columns.text(tr("Item"), itemOf, {.characters = 14, .takesRest = true}),
        columns.text(tr("State"),
                     [](const CaseLine &line) { return QVariant(line.stateName.in(language())); },
                     {.characters = 14}),
        columns.text(tr("Taken in"),
                     [](const CaseLine &line) { return QVariant(dayOf(line.row.registeredAt)); },
                     {.characters = 11}),
        columns.text(tr("Closed"),
                     [](const CaseLine &line) { return QVariant(dayOf(line.row.closedAt)); },
                     {.characters = 11})};
}

QString CaseColumns::matchText(const FoundCase &found)
{
    switch (found.field) {
    case MatchField::Newest:
        return tr("newest");
    case MatchField::CaseNumber:
        return tr("case number");
    case MatchField::Number:
        return tr("number %1").arg(CaseWords::masked(found.text));
    case MatchField::Phone:
        return tr("phone %1").arg(found.text);
    case MatchField::Name:
        return tr("applicant");
    case MatchField::LegalName:
        return tr("legal representative %1").arg(found.text);
    case MatchField::AgentName:
        return tr("agent %1").arg(found.text);
    case MatchField::Initials:
        return tr("initials of %1").arg(found.text);
    case MatchField::Address:
        return tr("address %1").arg(found.text);
    }
    return {};
}

QList<RowColumn<MaterialLine>> CaseColumns::materials()
{
    const auto counts = [](int originals, int copies) {
        return tr("%1 / %2", "originals / copies").arg(originals).arg(copies);
    };
    return {
        {.title = tr("No."),
         .text = [](const MaterialLine &line) { return line.due.no; },
         .shape = {.characters = 4},
         .extra = {}},
        {.title = tr("Material"),
         .text = [](const MaterialLine &line) { return line.due.name.in(language()); },
         .shape = {.characters = 20, .takesRest = true},
         .extra = {}},
        {.title = tr("Due", "originals / copies due"),
         .text
         = [counts](
               const MaterialLine &line) { return counts(line.due.originals, line.due.copies); },
         .shape = {.characters = 8},
         .extra = {}},
        {.title = tr("Received"),
         .text = [counts](const MaterialLine &line) { return counts(line.originals, line.copies); },
         .shape = {.characters = 8},
         .extra = {}},
        {.title = tr("Verdict"),
         .text = [](const MaterialLine &line) { return CaseWords::verdict(line); },
         .shape = {.characters = 24},
         .extra = {}}};
}

QList<RowColumn<Opinion>> CaseColumns::opinions(const Source &source)
{
    return {{.title = tr("Step"),
             .text =
                 [&source](const Opinion &opinion) {
                     return CaseWords::state(source.file, opinion.state, *source.reference);
                 },
             .shape = {.characters = 16},
             .extra = {}},
            {.title = tr("Who"),
             .text =
                 [&source](const Opinion &opinion) {
                     return CaseWords::person(opinion.actor, *source.reference);
                 },
             .shape = {.characters = 9},
             .extra = {}},
            {.title = tr("Act"),
             .text =
                 [&source](const Opinion &opinion) {
                     return CaseWords::action(source.file, opinion.action, *source.reference);
                 },
             .shape = {.characters = 16},
             .extra = {}},
            {.title = tr("Opinion"),
             .text = [](const Opinion &opinion) { return opinion.text; },
             .shape = {.characters = 16, .takesRest = true},
             .extra = {}},
            {.title = tr("When"),
             .text = [](const Opinion &opinion) { return CaseWords::moment(opinion.at); },
             .shape = {.characters = 16},
             .extra = {}},
            {.title = tr("Signature"),
             .text =
                 [](const Opinion &opinion) {
                     if (opinion.manifest.isEmpty())
                         return u"—"_s;
                     return opinion.isVoid ? tr("void: the file was changed afterwards")
                                           : tr("stands");
                 },
             .shape = {.characters = 10},
             .extra = {}}};
}

QList<RowColumn<SlipEntry>> CaseColumns::slips()
{
    return {{.title = tr("Fee slip"),
             .text = [](const SlipEntry &entry) { return entry.slip; },
             .shape = {.characters = 24},
             .extra = {}},
            {.title = tr("Fee"),
             .text = [](const SlipEntry &entry) { return entry.line.name; },
             .shape = {.characters = 14, .takesRest = true},
             .extra = {}},
            {.title = tr("Basis"),
             .text = [](const SlipEntry &entry) { return entry.line.basis; },
             .shape = {.characters = 14, .takesRest = true},
             .extra = {}},
            {.title = tr("Amount (yuan)"),
             .text = [](const SlipEntry &entry) { return entry.line.amount.text(); },
             .shape = {.characters = 12, .isRightAligned = true},
             .extra = {}},
            {.title = tr("Paid"),
             .text =
                 [](const SlipEntry &entry) {
                     if (entry.standing == SlipStanding::Void)
                         return tr("void", "fee slip");
                     if (entry.standing == SlipStanding::Refund)
                         return tr("to be given back", "fee slip");
                     return entry.isPaid ? tr("paid") : tr("open", "fee slip");
                 },
             .shape = {.characters = 7},
             .extra = {}}};
}

QList<RowColumn<Payment>> CaseColumns::payments(const Source &source)
{
    return {
        {.title = tr("Receipt"),
         .text = [](const Payment &payment) { return payment.receipt; },
         .shape = {.characters = 20},
         .extra = {}},
        {.title = tr("How"),
         .text = [](const Payment &payment) { return CaseWords::instrument(payment.instrument); },
         .shape = {.characters = 8},
         .extra = {}},
        {.title = tr("Amount (yuan)"),
         .text = [](const Payment &payment) { return payment.amount.text(); },
         .shape = {.characters = 12, .isRightAligned = true},
         .extra = {}},
        {.title = tr("Cashier"),
         .text =
             [&source](const Payment &payment) {
                 return CaseWords::person(payment.cashier, *source.reference);
             },
         .shape = {.characters = 9},
         .extra = {}},
        {.title = tr("When"),
         .text = [](const Payment &payment) { return CaseWords::moment(payment.at); },
         .shape = {.characters = 16},
         .extra = {}},
        {.title = tr("Remark"),
         .text =
             [&source](const Payment &payment) {
                 if (!payment.isVoid)
                     return payment.reference;
                 return tr("void: %1 (%2 and %3)", "reason, cashier, second person")
                     .arg(payment.voidReason,
                          CaseWords::person(payment.voidedBy, *source.reference),
                          CaseWords::person(payment.voidWitness, *source.reference));
             },
         .shape = {.characters = 12, .takesRest = true},
         .extra = {}}};
}

QList<RowColumn<CasePaper>> CaseColumns::papers()
{
    return {{.title = tr("Paper"),
             .text = [](const CasePaper &paper) { return CaseWords::paperName(paper.kind); },
             .shape = {.characters = 14, .takesRest = true},
             .extra = {}},
            {.title = tr("Number"),
             .text = [](const CasePaper &paper) { return paper.number; },
             .shape = {.characters = 9, .takesRest = true},
             .extra = {}},
            {.title = tr("State"),
             .text = [](const CasePaper &paper) { return CaseWords::paperState(paper); },
             .shape = {.characters = 8},
             .extra = {}},
            {.title = tr("Prints"),
             .text = [](const CasePaper &paper) { return paper.copies; },
             .shape = {.characters = 5, .isRightAligned = true},
             .extra = {}}};
}

QList<RowColumn<HistoryLine>> CaseColumns::history(const Source &source)
{
    return {
        {.title = tr("When"),
         .text = [](const HistoryLine &line) { return CaseWords::moment(line.at); },
         .shape = {.characters = 16},
         .extra = {}},
        {.title = tr("Who"),
         .text =
             [&source](const HistoryLine &line) {
                 return CaseWords::person(line.actor, *source.reference);
             },
         .shape = {.characters = 9},
         .extra = {}},
        {.title = tr("Post"),
         .text
         = [&source](
               const HistoryLine &line) { return CaseWords::post(line.post, *source.reference); },
         .shape = {.characters = 12, .takesRest = true},
         .extra = {}},
        {.title = tr("What"),
         .text =
             [&source](const HistoryLine &line) {
                 return CaseWords::action(source.file, line.action, *source.reference);
             },
         .shape = {.characters = 14},
         .extra = {}},
        {.title = tr("Words"),
         .text = [&source](const HistoryLine &line) { return CaseWords::words(source.file, line); },
         .shape = {.characters = 30, .takesRest = true},
         .extra = {}}};
}

} // namespace hall
