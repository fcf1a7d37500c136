#include "domain/catalogueimport.h"

#include "domain/csvtable.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int codeLength = 50; // GB/T 39046 and the exchange tables disagree: text, 50 wide

/// Reads the files one after the other into drafts; a draft with a rejected row is held back.
class CatalogueReader
{
public:
    CatalogueReader(const CatalogueFiles &files, const Reference &base)
        : m_files(files)
        , m_base(base)
    {
    }

    CatalogueImport read();

private:
    template <class F>
    void forRows(QLatin1StringView name, const QByteArray &bytes, const QStringList &needed, F row);
    template <class F>
    void forItemRows(QLatin1StringView name, const QByteArray &bytes, const QStringList &needed,
                     F row);
    bool takeOnce(CsvCells &cells, QLatin1StringView column, const QString &code);
    [[nodiscard]] bool knowsDepartment(const QString &code) const;
    ItemDef *draft(const QString &code);

    void department(CsvCells &cells);
    void window(CsvCells &cells);
    void item(CsvCells &cells);
    void finishItems();

    const CatalogueFiles &m_files;
    const Reference &m_base;
    CatalogueImport m_import;
    QSet<QString> m_departments;
    QMap<QString, ItemDef> m_drafts;
    QSet<QString> m_bad;
    QSet<QString> m_seen; // codes of the file being read
};

template <class F>
void CatalogueReader::forRows(QLatin1StringView name, const QByteArray &bytes,
                              const QStringList &needed, F row)
{
    if (bytes.isEmpty())
        return;
    const CsvFile file = readCsv(name, bytes);
    m_import.rejected += file.rejected;
    m_seen.clear();
    bool isComplete = true;
    for (const QString &column : needed) {
        if (file.header.contains(column) || file.header.isEmpty())
            continue;
        isComplete = false;
        m_import.rejected.append(
            {.file = name, .line = 1, .column = column, .fault = RowFault::ColumnMissing});
    }
    if (!isComplete)
        return;
    for (const CsvRow &line : file.rows) {
        CsvCells cells(file, line, name, m_import.rejected);
        row(cells);
    }
}

/// Rows that belong to an item: the item must be known; a bad row marks it.
template <class F>
void CatalogueReader::forItemRows(QLatin1StringView name, const QByteArray &bytes,
                                  const QStringList &needed, F row)
{
    forRows(name, bytes, QStringList{u"item_code"_s} + needed, [&](CsvCells &cells) {
        const QString code = cells.needed("item_code"_L1, codeLength);
        ItemDef *const item = draft(code);
        if (!item && !m_bad.contains(code) && cells.isGood())
            cells.reject("item_code"_L1, RowFault::UnknownCode, code);
        ItemDef scratch; // of an item that is held back: its rows are still checked
        row(cells, item ? *item : scratch, !m_seen.contains(code));
        m_seen.insert(code);
        if (!cells.isGood())
            m_bad.insert(code);
    });
}

bool CatalogueReader::takeOnce(CsvCells &cells, QLatin1StringView column, const QString &code)
{
    if (m_seen.contains(code))
        cells.reject(column, RowFault::Twice, code);
    m_seen.insert(code);
    return cells.isGood();
}

bool CatalogueReader::knowsDepartment(const QString &code) const
{
    return m_departments.contains(code) || m_base.departments.contains(code);
}

ItemDef *CatalogueReader::draft(const QString &code)
{
    if (!m_drafts.contains(code)) {
        const auto known = m_base.items.constFind(code);
        if (known == m_base.items.constEnd())
            return nullptr;
        m_drafts.insert(code, *known);
    }
    return &m_drafts[code];
}

void CatalogueReader::department(CsvCells &cells)
{
    const QString code = cells.needed("dept_code"_L1, codeLength);
    const Department department{
        .code = code,
        .name = {.zh = cells.needed("name_zh"_L1), .en = cells.text("name_en"_L1)},
        .status = cells.needed("status"_L1),
        .organWord = cells.text("organ_word"_L1),
        .phone = cells.text("phone"_L1),
        .note = cells.text("note"_L1)};
    (void)cells.choice("status"_L1, {u"stationed"_s, u"centre"_s, u"not_stationed_2012"_s});
    if (!takeOnce(cells, "dept_code"_L1, code))
        return;
    m_departments.insert(code);
    m_import.departments.append(department);
}

void CatalogueReader::window(CsvCells &cells)
{
    static const QRegularExpression form(u"^[A-Z][0-9A-Z]{2}$"_s);
    const QString code = cells.needed("window_code"_L1);
    if (cells.isGood() && !form.match(code).hasMatch())
        cells.reject("window_code"_L1, RowFault::UnknownValue, code);
    const Window window{.code = code,
                        .name = {.zh = cells.needed("name_zh"_L1), .en = cells.text("name_en"_L1)},
                        .depts = cells.list("depts"_L1),
                        .isCashier = cells.flag("is_cashier"_L1)};
    for (const QString &dept : window.depts) {
        if (!knowsDepartment(dept))
            cells.reject("depts"_L1, RowFault::UnknownCode, dept);
    }
    if (takeOnce(cells, "window_code"_L1, code))
        m_import.windows.append(window);
}

Limit limitOf(CsvCells &cells, QLatin1StringView days, QLatin1StringView unit)
{
    return {.days = cells.text(days).isEmpty() ? 0 : cells.number(days),
            .unit = cells.text(unit) == u"自然日"_s ? DayUnit::Calendar : DayUnit::Workday};
}

QList<int> applicantKinds(CsvCells &cells)
{
    QList<int> kinds;
    for (const QString &word : cells.list("applicant_codes"_L1)) {
        const int kind = word.toInt();
        if (kind < 1 || kind > 6)
            cells.reject("applicant_codes"_L1, RowFault::UnknownValue, word);
        kinds.append(kind);
    }
    if (kinds.isEmpty())
        cells.reject("applicant_codes"_L1, RowFault::Empty);
    return kinds;
}

void CatalogueReader::item(CsvCells &cells)
{
    const QString code = cells.needed("item_code"_L1, codeLength);
    const auto known = m_base.items.constFind(code);
    ItemDef item = known == m_base.items.constEnd() ? ItemDef{} : *known;
    item.code = code;
    item.dept = cells.needed("dept_code"_L1);
    item.name = {.zh = cells.needed("name_zh"_L1), .en = cells.text("name_en"_L1)};
    item.typeCode = cells.needed("item_type_code"_L1);
    item.typeName = cells.text("item_type_zh"_L1);
    item.caseType = static_cast<CaseType>(
        cells.choice("case_type_code"_L1, {u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    if (item.caseType < CaseType::SameDay && cells.isGood())
        cells.reject("case_type_code"_L1, RowFault::UnknownValue, u"0"_s);
    item.applicantKinds = applicantKinds(cells);
    item.legalLimit.reset();
    if (!cells.text("legal_limit"_L1).isEmpty())
        item.legalLimit = limitOf(cells, "legal_limit"_L1, "legal_unit"_L1);
    item.promisedLimit = limitOf(cells, "promised_limit"_L1, "promised_unit"_L1);
    item.hasFee = cells.flag("is_fee"_L1);
    item.result = cells.text("result_zh"_L1);
    item.workflow = cells.needed("workflow"_L1);
    item.stationed = cells.flag("stationed"_L1);
    if (cells.isGood() && !knowsDepartment(item.dept))
        cells.reject("dept_code"_L1, RowFault::UnknownCode, item.dept);
    if (cells.isGood() && !m_base.definitions.all().isEmpty()
        && !m_base.definitions.newest(item.workflow))
        cells.reject("workflow"_L1, RowFault::UnknownCode, item.workflow);
    if (takeOnce(cells, "item_code"_L1, code))
        m_drafts.insert(code, item);
    else
        m_bad.insert(code);
}

void materialRow(CsvCells &cells, ItemDef &item, bool isFirst)
{
    MaterialDef material{.no = cells.number("material_no"_L1),
                         .name = {.zh = cells.needed("name_zh"_L1), .en = cells.text("name_en"_L1)},
                         .form = cells.text("form"_L1),
                         .originals = cells.number("originals"_L1),
                         .copies = cells.number("copies"_L1),
                         .issuer = cells.text("issuer_zh"_L1),
                         .required = cells.flag("required"_L1),
                         .suppliedLater = cells.flag("may_be_supplied_later"_L1),
                         .originalReturned = cells.flag("original_returned"_L1)};
    if (isFirst)
        item.materials.clear();
    const auto hasNumber = [&](const MaterialDef &other) { return other.no == material.no; };
    if (std::ranges::any_of(item.materials, hasNumber))
        cells.reject("material_no"_L1, RowFault::Twice, QString::number(material.no));
    item.materials.append(material);
}

/// The department of a step: the roles that sit in no single department have none.
QString stepDepartment(CsvCells &cells)
{
    static const QStringList hallRoles{u"town_leader"_s, u"superior"_s, u"co_reviewer"_s,
                                       u"cashier"_s};
    return hallRoles.contains(cells.text("role"_L1)) ? QString() : cells.needed("actor_dept"_L1);
}

void stepRow(CsvCells &cells, ItemDef &item, bool isFirst)
{
    StepDef step{.code = cells.needed("step_code"_L1),
                 .name = {.zh = cells.needed("step_zh"_L1), .en = cells.text("step_en"_L1)},
                 .dept = stepDepartment(cells),
                 .limitDays = cells.number("limit_workdays"_L1),
                 .counts = cells.flag("counts"_L1),
                 .maySuspend = cells.flag("may_suspend"_L1),
                 .maySendBack = cells.flag("may_send_back"_L1),
                 .document = cells.text("document_zh"_L1)};
    if (isFirst)
        item.steps.clear();
    if (item.step(step.code))
        cells.reject("step_code"_L1, RowFault::Twice, step.code);
    item.steps.append(step);
}

void feeRow(CsvCells &cells, ItemDef &item, bool isFirst)
{
    const int kind = cells.choice("kind"_L1, {u"fixed"_s, u"per_unit"_s, u"variable"_s});
    FeeDef fee{.no = cells.number("fee_no"_L1),
               .name = cells.needed("fee_name_zh"_L1),
               .kind = static_cast<FeeKind>(std::max(kind, 0)),
               .rateMicroYuan = cells.micro("amount_yuan"_L1),
               .unit = cells.text("unit_zh"_L1),
               .basis = cells.needed("basis_zh"_L1),
               .validFrom = cells.date("valid_from"_L1),
               .validTo = cells.date("valid_to"_L1),
               .condition = cells.text("condition"_L1),
               .confidence = cells.text("confidence"_L1)};
    if (isFirst)
        item.fees.clear();
    const auto hasNumber = [&](const FeeDef &other) { return other.no == fee.no; };
    if (std::ranges::any_of(item.fees, hasNumber))
        cells.reject("fee_no"_L1, RowFault::Twice, QString::number(fee.no));
    item.fees.append(fee);
}

void guideRow(CsvCells &cells, ItemDef &item, bool)
{
    item.theme = cells.text("theme_zh"_L1);
    item.basis = cells.text("basis_zh"_L1);
    item.conditions = cells.text("conditions_zh"_L1);
}

void CatalogueReader::finishItems()
{
    for (auto draft = m_drafts.begin(); draft != m_drafts.end(); ++draft) {
        if (m_bad.contains(draft.key()))
            continue;
        const auto known = m_base.items.constFind(draft.key());
        if (known != m_base.items.constEnd() && !(*draft == *known))
            draft->version = known->version + 1;
        m_import.items.append(*draft);
    }
    m_import.heldBack = QStringList(m_bad.cbegin(), m_bad.cend());
    m_import.heldBack.removeAll(QString());
    m_import.heldBack.sort();
}

CatalogueImport CatalogueReader::read()
{
    forRows("departments"_L1, m_files.departments, {u"dept_code"_s, u"name_zh"_s, u"status"_s},
            [this](CsvCells &cells) { department(cells); });
    forRows("windows"_L1, m_files.windows,
            {u"window_code"_s, u"name_zh"_s, u"depts"_s, u"is_cashier"_s},
            [this](CsvCells &cells) { window(cells); });
    forRows("items"_L1, m_files.items,
            {u"item_code"_s, u"dept_code"_s, u"name_zh"_s, u"item_type_code"_s, u"case_type_code"_s,
             u"applicant_codes"_s, u"legal_limit"_s, u"legal_unit"_s, u"promised_limit"_s,
             u"promised_unit"_s, u"is_fee"_s, u"workflow"_s, u"stationed"_s},
            [this](CsvCells &cells) { item(cells); });
    forItemRows("materials"_L1, m_files.materials,
                {u"material_no"_s, u"name_zh"_s, u"originals"_s, u"copies"_s, u"required"_s,
                 u"may_be_supplied_later"_s, u"original_returned"_s},
                materialRow);
    forItemRows("steps"_L1, m_files.steps,
                {u"step_code"_s, u"step_zh"_s, u"role"_s, u"actor_dept"_s, u"limit_workdays"_s,
                 u"counts"_s, u"may_suspend"_s, u"may_send_back"_s},
                [this](CsvCells &cells, ItemDef &item, bool isFirst) {
                    stepRow(cells, item, isFirst);
                    const QString &dept = item.steps.last().dept;
                    if (!dept.isEmpty() && !knowsDepartment(dept))
                        cells.reject("actor_dept"_L1, RowFault::UnknownCode, dept);
                });
    forItemRows("fees"_L1, m_files.fees,
                {u"fee_no"_s, u"fee_name_zh"_s, u"kind"_s, u"amount_yuan"_s, u"basis_zh"_s},
                feeRow);
    forItemRows("guide"_L1, m_files.guide, {u"theme_zh"_s, u"basis_zh"_s, u"conditions_zh"_s},
                guideRow);
    forItemRows("joint"_L1, m_files.joint, {u"joint_depts"_s},
                [this](CsvCells &cells, ItemDef &item, bool) {
                    item.jointDepts = cells.list("joint_depts"_L1);
                    for (const QString &dept : item.jointDepts) {
                        if (!knowsDepartment(dept))
                            cells.reject("joint_depts"_L1, RowFault::UnknownCode, dept);
                    }
                });
    finishItems();
    return std::move(m_import);
}

} // namespace

CatalogueImport importCatalogue(const CatalogueFiles &files, const Reference &base)
{
    return CatalogueReader(files, base).read();
}

} // namespace hall
