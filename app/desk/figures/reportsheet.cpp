#include "desk/figures/reportsheet.h"

#include "desk/figures/reportpaper.h"
#include "domain/clock.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

using RowNumber = lxw_row_t;
using ColumnNumber = lxw_col_t;

constexpr RowNumber headRows = 4; // title, stamp, blocks, names
constexpr ColumnNumber labelColumns = 2;

struct Formats
{
    lxw_format *title = nullptr;
    lxw_format *head = nullptr;
    lxw_format *text = nullptr;
    lxw_format *number = nullptr;
    lxw_format *money = nullptr;
    lxw_format *sumText = nullptr;
    lxw_format *sumNumber = nullptr;
    lxw_format *sumMoney = nullptr;
};

lxw_format *newFormat(lxw_workbook *book, const char *number, bool isSum)
{
    lxw_format *format = workbook_add_format(book);
    format_set_border(format, LXW_BORDER_THIN);
    if (number)
        format_set_num_format(format, number);
    if (isSum) {
        constexpr lxw_color_t sumGround = 0xEDEDED;
        format_set_bold(format);
        format_set_bg_color(format, sumGround);
    }
    return format;
}

Formats formatsOf(lxw_workbook *book)
{
    Formats formats{.title = workbook_add_format(book),
                    .head = newFormat(book, nullptr, true),
                    .text = newFormat(book, nullptr, false),
                    .number = newFormat(book, "0", false),
                    .money = newFormat(book, "#,##0.00", false),
                    .sumText = newFormat(book, nullptr, true),
                    .sumNumber = newFormat(book, "0", true),
                    .sumMoney = newFormat(book, "#,##0.00", true)};
    constexpr double titleSize = 16;
    format_set_bold(formats.title);
    format_set_font_size(formats.title, titleSize);
    format_set_align(formats.head, LXW_ALIGN_CENTER);
    format_set_text_wrap(formats.head);
    for (lxw_format *format : {formats.number, formats.money, formats.sumNumber, formats.sumMoney})
        format_set_align(format, LXW_ALIGN_RIGHT);
    return formats;
}

/// One sheet; rows and columns from 0.
class Sheet
{
public:
    Sheet(lxw_workbook *book, const QString &name)
        : m_sheet(workbook_add_worksheet(book, name.toUtf8().constData()))
    {
    }

    void text(RowNumber row, ColumnNumber column, const QString &text, lxw_format *format) const
    {
        worksheet_write_string(m_sheet, row, column, text.toUtf8().constData(), format);
    }
    void number(RowNumber row, ColumnNumber column, double value, lxw_format *format) const
    {
        worksheet_write_number(m_sheet, row, column, value, format);
    }
    void width(ColumnNumber first, ColumnNumber last, double characters) const
    {
        worksheet_set_column(m_sheet, first, last, characters, nullptr);
    }
    void freeze(RowNumber rows, ColumnNumber columns) const
    {
        worksheet_freeze_panes(m_sheet, rows, columns);
    }
    void merge(RowNumber row, ColumnNumber first, ColumnNumber last, const QString &text,
               lxw_format *format) const
    {
        if (first == last)
            this->text(row, first, text, format);
        else
            worksheet_merge_range(m_sheet, row, first, row, last, text.toUtf8().constData(),
                                  format);
    }
    void landscape() const
    {
        worksheet_set_landscape(m_sheet);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        constexpr uint8_t a4 = 9;
        worksheet_set_paper(m_sheet, a4);
    }

private:
    lxw_worksheet *m_sheet;
};

ColumnNumber columnOf(int figure)
{
    return static_cast<ColumnNumber>(labelColumns + figure);
}

void writeFigures(const Sheet &sheet, RowNumber row, const FigureSet &figures, lxw_format *number,
                  lxw_format *money)
{
    for (const FigureDef &def : figureDefs()) {
        const ColumnNumber column = columnOf(static_cast<int>(def.figure));
        const bool isAmount = def.figure == Figure::Amount;
        const std::optional<qint64> value = figures.value(def.figure);
        if (!value)
            sheet.text(row, column, u"—"_s, number);
        else
            sheet.number(row, column, static_cast<double>(*value) / (isAmount ? 100.0 : 1.0),
                         isAmount ? money : number);
    }
}

void writeHead(const Sheet &sheet, const DayReport &report, const Reference &reference,
               const Formats &formats)
{
    sheet.text(0, 0, reference.hall.name + u"业务日报表"_s, formats.title);
    sheet.text(1, 0,
               u"%1　范围：%2　数据截至：%3"_s.arg(
                   report.scope.day.toString(Qt::ISODate), scopeLabel(report.scope, reference),
                   report.asOf.toOffsetFromUtc(hallOffsetSeconds).toString(u"yyyy-MM-dd HH:mm"_s)),
               nullptr);
    for (const RowNumber row : {headRows - 2, headRows - 1}) {
        sheet.text(row, 0, u"部门"_s, formats.head);
        sheet.text(row, 1, u"窗口"_s, formats.head);
    }
    int first = 0;
    for (int figure = 0; figure < figureCount; ++figure) {
        const FigureDef &def = figureDefs().at(figure);
        sheet.text(headRows - 1, columnOf(figure),
                   def.figure == Figure::Amount ? def.name.zh + u"（元）"_s : def.name.zh,
                   formats.head);
        const bool isLast
            = figure + 1 == figureCount || figureDefs().at(figure + 1).block.zh != def.block.zh;
        if (!isLast)
            continue;
        sheet.merge(headRows - 2, columnOf(first), columnOf(figure), def.block.zh, formats.head);
        first = figure + 1;
    }
    sheet.width(0, 0, 26);
    sheet.width(1, 1, 18);
    sheet.width(columnOf(0), columnOf(figureCount - 1), 8);
    sheet.width(columnOf(static_cast<int>(Figure::Amount)),
                columnOf(static_cast<int>(Figure::Amount)), 12);
    sheet.freeze(headRows, labelColumns);
    sheet.landscape();
}

void writeRows(const Sheet &sheet, const DayReport &report, const Reference &reference,
               const Formats &formats)
{
    RowNumber row = headRows;
    for (const ReportRow &dept : report.departments) {
        const QString name = reference.departmentName(dept.dept);
        int windows = 0;
        for (const ReportRow &window : report.windows) {
            if (window.dept != dept.dept)
                continue;
            ++windows;
            sheet.text(row, 0, name, formats.text);
            sheet.text(row, 1, windowLabel(window.window, reference), formats.text);
            writeFigures(sheet, row++, window.figures, formats.number, formats.money);
        }
        if (windows < 2)
            continue;
        sheet.text(row, 0, name, formats.sumText);
        sheet.text(row, 1, u"小计"_s, formats.sumText);
        writeFigures(sheet, row++, dept.figures, formats.sumNumber, formats.sumMoney);
    }
    sheet.text(row, 0, u"大厅合计"_s, formats.sumText);
    sheet.text(row, 1, {}, formats.sumText);
    writeFigures(sheet, row++, report.total, formats.sumNumber, formats.sumMoney);
    ++row;
    sheet.text(row++, 0, u"“—”表示没有数据来源或者没有可计算的数值，不等于 0。"_s, nullptr);
    for (const QString &line : missingLines(report))
        sheet.text(row++, 0, u"尚无数据来源的栏目："_s + line, nullptr);
}

void writeRates(const Sheet &sheet, const DayReport &report, const Formats &formats)
{
    const QStringList heads{u"指标"_s, u"数值"_s, u"单位"_s, u"计算方法"_s, u"数据来源"_s};
    for (int column = 0; column < heads.size(); ++column)
        sheet.text(0, static_cast<ColumnNumber>(column), heads.at(column), formats.head);
    RowNumber row = 1;
    for (const RateValue &rate : report.rates) {
        const RateDef &def = rateDef(rate.rate);
        sheet.text(row, 0, def.name.zh, formats.text);
        if (rate.value)
            sheet.number(row, 1, *rate.value, formats.money);
        else
            sheet.text(row, 1, u"—"_s, formats.money);
        sheet.text(row, 2, def.unit.zh, formats.text);
        sheet.text(row, 3, def.formula.zh, formats.text);
        sheet.text(row++, 4, def.source.zh, formats.text);
    }
    sheet.width(0, 0, 20);
    sheet.width(1, 2, 10);
    sheet.width(3, 4, 46);
    sheet.freeze(1, 0);
}

void writeParts(const Sheet &sheet, const DayReport &report, const Formats &formats)
{
    const QStringList heads{u"时段"_s, u"收件"_s, u"办结"_s, {}, u"办结方式"_s, u"件数"_s};
    for (int column = 0; column < heads.size(); ++column) {
        if (!heads.at(column).isEmpty())
            sheet.text(0, static_cast<ColumnNumber>(column), heads.at(column), formats.head);
    }
    RowNumber row = 1;
    for (const HourCount &hour : report.hours) {
        sheet.text(row, 0, u"%1时"_s.arg(hour.hour), formats.text);
        sheet.number(row, 1, hour.received, formats.number);
        sheet.number(row++, 2, hour.closed, formats.number);
    }
    row = 1;
    for (auto finish = report.finishes.begin(); finish != report.finishes.end(); ++finish) {
        sheet.text(row, 4, finishName(finish.key()).zh, formats.text);
        sheet.number(row++, 5, finish.value(), formats.number);
    }
    sheet.width(0, 3, 10);
    sheet.width(4, 4, 20);
    sheet.freeze(1, 0);
}

} // namespace

Result<QByteArray> reportXlsx(const DayReport &report, const Reference &reference)
{
    // The library writes files only.
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"report.xlsx"_s);
    lxw_workbook *book
        = folder.isValid() ? workbook_new(QFile::encodeName(path).constData()) : nullptr;
    if (!book)
        return Error{ErrorKind::FileNotWritten, u"xlsx"_s};
    const Formats formats = formatsOf(book);
    const Sheet rows(book, u"日报表"_s);
    writeHead(rows, report, reference, formats);
    writeRows(rows, report, reference, formats);
    writeRates(Sheet(book, u"指标"_s), report, formats);
    writeParts(Sheet(book, u"时段与办结方式"_s), report, formats);
    if (workbook_close(book) != LXW_NO_ERROR)
        return Error{ErrorKind::FileNotWritten, u"xlsx"_s};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::FileNotWritten, u"xlsx"_s};
    return file.readAll();
}

} // namespace hall
