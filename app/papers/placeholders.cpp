#include "papers/placeholders.h"

#include "papers/filters.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr auto rowNumber = "@no"_L1;
constexpr auto ownText = "."_L1;

/// Grows the tree; `m_open` is the path of sections that are not closed yet.
class PartsBuilder
{
public:
    void add(TemplatePart part) { target().append(std::move(part)); }
    void open(TemplatePart part) { m_open.append(std::move(part)); }
    void close(const QString &name, int line)
    {
        if (m_open.isEmpty()) {
            m_result.problems.append(u"line %1: {{/%2}} closes nothing"_s.arg(line).arg(name));
            return;
        }
        TemplatePart part = m_open.takeLast();
        if (part.text != name)
            m_result.problems.append(
                u"line %1: {{/%2}} closes {{#%3}}"_s.arg(line).arg(name, part.text));
        add(std::move(part));
    }
    ParsedPlaceholders finish()
    {
        while (!m_open.isEmpty()) {
            TemplatePart part = m_open.takeLast();
            m_result.problems.append(
                u"line %1: {{#%2}} is not closed"_s.arg(part.line).arg(part.text));
            add(std::move(part));
        }
        return std::move(m_result);
    }

private:
    QList<TemplatePart> &target()
    {
        return m_open.isEmpty() ? m_result.parts : m_open.last().parts;
    }
    ParsedPlaceholders m_result;
    QList<TemplatePart> m_open;
};

QString escaped(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const uint code : text.toUcs4()) {
        const bool isControl = code < 0x20 && code != '\n' && code != '\t';
        const bool isForbidden = code == 0xFFFE || code == 0xFFFF || code == 0x7F;
        if (isControl || isForbidden)
            continue;
        if (code == '\n')
            out += "<br/>"_L1;
        else
            out += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1).toHtmlEscaped();
    }
    return out;
}

/// The row, the rows around it, and the paper's data, innermost last.
struct Scope
{
    QList<QJsonValue> levels = {};
    int row = 0;

    [[nodiscard]] QJsonValue value(const QString &path) const
    {
        if (path == ownText)
            return levels.last();
        if (path == rowNumber)
            return row;
        const QStringList names = path.split(u'.');
        for (qsizetype at = levels.size() - 1; at >= 0; --at) {
            QJsonValue found = levels.at(at);
            if (!found.toObject().contains(names.first()))
                continue;
            for (const QString &name : names)
                found = found.toObject().value(name);
            return found;
        }
        return QJsonValue(QJsonValue::Undefined);
    }
};

QString fillScope(const QList<TemplatePart> &parts, const Scope &scope);

QString fillSection(const TemplatePart &part, const Scope &scope)
{
    const QJsonValue value = scope.value(part.text);
    if (!isPresent(value))
        return {};
    if (!value.isArray()) {
        Scope inner = scope;
        if (value.isObject())
            inner.levels.append(value);
        return fillScope(part.parts, inner);
    }
    QString out;
    int row = 0;
    for (const QJsonValue each : value.toArray()) {
        Scope inner = scope;
        inner.levels.append(each);
        inner.row = ++row;
        out += fillScope(part.parts, inner);
    }
    return out;
}

QString fillScope(const QList<TemplatePart> &parts, const Scope &scope)
{
    QString out;
    for (const TemplatePart &part : parts) {
        switch (part.kind) {
        case TemplatePart::Kind::Text:
            out += part.text;
            break;
        case TemplatePart::Kind::Field:
            out += escaped(filtered(scope.value(part.text), part.filters));
            break;
        case TemplatePart::Kind::Section:
            out += fillSection(part, scope);
            break;
        case TemplatePart::Kind::Inverted:
            if (!isPresent(scope.value(part.text)))
                out += fillScope(part.parts, scope);
            break;
        }
    }
    return out;
}

const PaperField *findField(const QList<const PaperField *> &levels, const QString &path)
{
    for (qsizetype at = levels.size() - 1; at >= 0; --at) {
        if (const PaperField *found = levels.at(at)->find(path))
            return found;
    }
    return nullptr;
}

void checkParts(const QList<TemplatePart> &parts, const QList<const PaperField *> &levels,
                QStringList *problems)
{
    const bool isInRow = levels.size() > 1;
    for (const TemplatePart &part : parts) {
        if (part.kind == TemplatePart::Kind::Text)
            continue;
        for (const QString &filter : part.filters) {
            if (!isFilter(filter))
                problems->append(u"line %1: unknown filter %2"_s.arg(part.line).arg(filter));
        }
        if (isInRow && (part.text == ownText || part.text == rowNumber))
            continue;
        const PaperField *field = findField(levels, part.text);
        if (field == nullptr) {
            problems->append(u"line %1: unknown field %2"_s.arg(part.line).arg(part.text));
            continue;
        }
        const bool opensRows
            = part.kind == TemplatePart::Kind::Section && field->shape != PaperField::Shape::Value;
        checkParts(part.parts, opensRows ? levels + QList{field} : levels, problems);
    }
}

} // namespace

ParsedPlaceholders parsePlaceholders(const QString &text)
{
    static const QRegularExpression mark(uR"(\{\{\s*([#^/]?)\s*([^{}]*?)\s*\}\})"_s);
    PartsBuilder builder;
    qsizetype at = 0;
    int line = 1;
    for (auto each = mark.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch found = each.next();
        const QString before = text.mid(at, found.capturedStart() - at);
        builder.add({.text = before});
        line += int(before.count(u'\n'));
        at = found.capturedEnd();
        QStringList filters = found.captured(2).split(u'|');
        for (QString &filter : filters)
            filter = filter.trimmed();
        TemplatePart part{.kind = TemplatePart::Kind::Field,
                          .text = filters.takeFirst(),
                          .filters = filters,
                          .line = line};
        const QString sign = found.captured(1);
        if (sign == "/"_L1) {
            builder.close(part.text, line);
        } else if (sign.isEmpty()) {
            builder.add(part);
        } else {
            part.kind = sign == "#"_L1 ? TemplatePart::Kind::Section : TemplatePart::Kind::Inverted;
            builder.open(part);
        }
    }
    builder.add({.text = text.mid(at)});
    ParsedPlaceholders result = builder.finish();
    if (QString(text).remove(mark).contains("{{"_L1))
        result.problems.append(u"a {{ without its }}"_s);
    return result;
}

QString fillParts(const QList<TemplatePart> &parts, const QJsonObject &data)
{
    return fillScope(parts, {.levels = {QJsonValue(data)}});
}

QStringList unknownNames(const QList<TemplatePart> &parts, const PaperField &fields)
{
    QStringList problems;
    checkParts(parts, {&fields}, &problems);
    return problems;
}

} // namespace hall
