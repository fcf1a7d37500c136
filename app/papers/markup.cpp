#include "papers/markup.h"

#include <QXmlStreamReader>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

MarkupNode readElement(QXmlStreamReader *reader)
{
    MarkupNode node{.name = reader->name().toString()};
    for (const QXmlStreamAttribute &each : reader->attributes())
        node.attributes.insert(each.name().toString(), each.value().toString());
    while (!reader->atEnd()) {
        const auto token = reader->readNext();
        if (token == QXmlStreamReader::StartElement)
            node.children.append(readElement(reader));
        else if (token == QXmlStreamReader::Characters)
            node.children.append(MarkupNode{.text = reader->text().toString()});
        else if (token == QXmlStreamReader::EndElement)
            break;
    }
    return node;
}

struct Rule
{
    QStringList attributes = {};
    QStringList parents = {};
};

const QMap<QString, Rule> &rules()
{
    static const QStringList blocks{u"paper"_s, u"keep"_s, u"place"_s};
    static const QStringList cells{u"th"_s, u"td"_s};
    static const QStringList lines{u"p"_s,    u"h"_s,     u"th"_s,    u"td"_s,    u"b"_s,
                                   u"u"_s,    u"small"_s, u"organ"_s, u"title"_s, u"number"_s,
                                   u"name"_s, u"date"_s,  u"foot"_s};
    static const QStringList text{u"align"_s, u"size"_s, u"face"_s, u"indent"_s, u"leading"_s};
    static const QStringList cell
        = text + QStringList{u"valign"_s, u"colspan"_s, u"merge"_s, u"fill"_s};
    static const QMap<QString, Rule> all{
        {u"paper"_s,
         {{u"version"_s, u"size"_s, u"landscape"_s, u"margins"_s, u"text"_s, u"leading"_s}, {}}},
        {u"head"_s, {{u"codes"_s, u"size"_s}, {u"paper"_s}}},
        {u"organ"_s, {{}, {u"head"_s}}},
        {u"title"_s, {{}, {u"head"_s}}},
        {u"number"_s, {{u"align"_s}, {u"head"_s}}},
        {u"foot"_s, {{}, {u"paper"_s}}},
        {u"p"_s, {text + QStringList{u"gap"_s}, blocks + cells + QStringList{u"seal"_s}}},
        {u"h"_s, {text + QStringList{u"gap"_s}, blocks}},
        {u"table"_s,
         {{u"cols"_s, u"border"_s, u"size"_s, u"leading"_s, u"pad"_s, u"gap"_s}, blocks}},
        {u"thead"_s, {{}, {u"table"_s}}},
        {u"tr"_s, {{u"minheight"_s, u"fill"_s}, {u"table"_s, u"thead"_s}}},
        {u"th"_s, {cell, {u"tr"_s}}},
        {u"td"_s, {cell, {u"tr"_s}}},
        {u"keep"_s, {{}, {u"paper"_s}}},
        {u"seal"_s, {{u"diameter"_s, u"width"_s}, {u"paper"_s, u"keep"_s}}},
        {u"name"_s, {{}, {u"seal"_s}}},
        {u"date"_s, {{}, {u"seal"_s}}},
        {u"charts"_s, {{u"field"_s, u"height"_s, u"columns"_s}, {u"paper"_s}}},
        {u"space"_s, {{u"mm"_s}, blocks}},
        {u"rule"_s, {{}, blocks}},
        {u"pagebreak"_s, {{}, {u"paper"_s}}},
        {u"place"_s, {{u"x"_s, u"y"_s, u"w"_s}, {u"paper"_s}}},
        {u"b"_s, {{}, lines}},
        {u"u"_s, {{}, lines}},
        {u"small"_s, {{}, lines}},
        {u"br"_s, {{}, lines}},
    };
    return all;
}

void checkNode(const MarkupNode &node, const QString &parent, QStringList *problems)
{
    if (node.isText())
        return;
    const auto rule = rules().constFind(node.name);
    if (rule == rules().cend()) {
        problems->append(u"unknown element <%1>"_s.arg(node.name));
        return;
    }
    if (!rule->parents.isEmpty() && !rule->parents.contains(parent))
        problems->append(u"<%1> does not belong into <%2>"_s.arg(node.name, parent));
    for (const QString &name : node.attributes.keys()) {
        if (!rule->attributes.contains(name))
            problems->append(u"unknown attribute %1 of <%2>"_s.arg(name, node.name));
    }
    for (const MarkupNode &child : node.children)
        checkNode(child, node.name, problems);
}

} // namespace

bool MarkupNode::isOn(const QString &attribute) const
{
    return attributes.value(attribute) == "yes"_L1;
}

double MarkupNode::number(const QString &attribute, double otherwise) const
{
    bool isNumber = false;
    const double value = attributes.value(attribute).toDouble(&isNumber);
    return isNumber ? value : otherwise;
}

Result<MarkupNode> parseMarkup(const QString &text)
{
    QXmlStreamReader reader(text);
    MarkupNode root;
    if (reader.readNextStartElement())
        root = readElement(&reader);
    while (!reader.atEnd())
        reader.readNext();
    if (reader.hasError())
        return Error{ErrorKind::DefinitionInvalid,
                     u"line %1: %2"_s.arg(reader.lineNumber()).arg(reader.errorString())};
    return root;
}

QStringList markupProblems(const MarkupNode &root)
{
    QStringList problems;
    if (root.name != "paper"_L1)
        problems.append(u"the root is not <paper>"_s);
    checkNode(root, {}, &problems);
    problems.removeDuplicates();
    return problems;
}

} // namespace hall
