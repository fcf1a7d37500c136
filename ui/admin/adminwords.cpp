#include "domain/csvtable.h"
#include "ui/admin/admintext.h"
#include "ui/shared/roletext.h"

#include <QHash>
#include <QLocale>
#include <QMap>
#include <QRegularExpression>

namespace hall {

using namespace Qt::StringLiterals;

QString AdminText::kindWord(const QString &kind)
{
    const QHash<QString, QString> words{{u"department"_s, tr("Department")},
                                        {u"window"_s, tr("Window")},
                                        {u"staff"_s, tr("Person")},
                                        {u"item"_s, tr("Item")},
                                        {u"definition"_s, tr("Workflow")},
                                        {u"hall"_s, tr("Hall")},
                                        {u"localday"_s, tr("Local day")},
                                        {u"holiday-year"_s, tr("Yearly notice")},
                                        {u"phrases"_s, tr("Opinion phrases")},
                                        {u"template"_s, tr("Paper template")},
                                        {u"setting"_s, tr("Setting")}};
    return words.value(kind, kind);
}

QHash<QString, QString> AdminText::itemWords()
{
    return {
        {u"name"_s, tr("Name")},
        {u"zh"_s, tr("Chinese")},
        {u"en"_s, tr("English")},
        {u"version"_s, tr("Version")},
        {u"dept"_s, tr("Department")},
        {u"case"_s, tr("Case type")},
        {u"applicants"_s, tr("Applicants")},
        {u"promise"_s, tr("Promise")},
        {u"legal"_s, tr("Statutory limit")},
        {u"days"_s, tr("Days")},
        {u"unit"_s, tr("Unit")},
        {u"fee"_s, tr("Fee")},
        {u"fees"_s, tr("Fee line")},
        {u"rate"_s, tr("Amount in yuan")},
        {u"basis"_s, tr("Basis")},
        {u"from"_s, tr("Valid from")},
        {u"to"_s, tr("Valid until")},
        {u"confidence"_s, tr("Where it comes from")},
        {u"result"_s, tr("Result")},
        {u"workflow"_s, tr("Workflow")},
        {u"stationed"_s, tr("In this hall")},
        {u"joint"_s, tr("Joint departments")},
        {u"theme"_s, tr("Theme")},
        {u"conditions"_s, tr("Conditions")},
        {u"materials"_s, tr("Material")},
        {u"originals"_s, tr("Originals")},
        {u"copies"_s, tr("Copies")},
        {u"required"_s, tr("Needed")},
        {u"later"_s, tr("May follow")},
        {u"returned"_s, tr("Original given back")},
    };
}

QHash<QString, QString> AdminText::hallWords()
{
    return {
        {u"depts"_s, tr("Departments")},
        {u"form"_s, tr("Form")},
        {u"issuer"_s, tr("Issued by")},
        {u"steps"_s, tr("Step")},
        {u"limit"_s, tr("Limit in working days")},
        {u"counts"_s, tr("Counts")},
        {u"suspend"_s, tr("May be stopped")},
        {u"back"_s, tr("May be sent back")},
        {u"document"_s, tr("Document")},
        {u"posts"_s, tr("Posts")},
        {u"window"_s, tr("Usual window")},
        {u"phone"_s, tr("Phone")},
        {u"card"_s, tr("Officer's card")},
        {u"disabled"_s, tr("Blocked")},
        {u"cashier"_s, tr("Cashier window")},
        {u"status"_s, tr("Status")},
        {u"organ"_s, tr("Organ")},
        {u"organWord"_s, tr("Organ word")},
        {u"note"_s, tr("Note")},
        {u"address"_s, tr("Address")},
        {u"supervisionPhone"_s, tr("Supervision phone")},
        {u"payeeAccount"_s, tr("Payee account")},
        {u"opens"_s, tr("Opens")},
        {u"closes"_s, tr("Closes")},
        {u"correctionDays"_s, tr("Days to correct")},
        {u"deliveryDays"_s, tr("Days to hand over")},
        {u"off"_s, tr("Closed")},
        {u"reason"_s, tr("Reason")},
        {u"author"_s, tr("Author")},
        {u"list"_s, tr("Phrases")},
        {u"condition"_s, tr("Condition")},
        {u"kind"_s, tr("Kind")},
    };
}

QString AdminText::fieldWord(const QString &path)
{
    static const QRegularExpression part(u"^([A-Za-z-]+)(?:\\[(.*)\\])?$"_s);
    QHash<QString, QString> words = itemWords();
    words.insert(hallWords());
    QStringList texts;
    for (const QString &piece : path.split(u'.')) {
        const auto match = part.match(piece);
        QString word = words.value(match.captured(1), piece);
        if (!match.captured(2).isEmpty())
            word += u' ' + match.captured(2);
        texts.append(word);
    }
    return texts.join(u" › "_s);
}

QString AdminText::valueText(const QString &path, const QString &value)
{
    if (value == "true"_L1)
        return tr("yes");
    if (value == "false"_L1)
        return tr("no");
    // Rates are kept in millionths of a yuan.
    bool isNumber = false;
    const qint64 micro = value.toLongLong(&isNumber);
    return isNumber && path.endsWith(".rate"_L1) ? microText(micro) : value;
}

QString AdminText::postsText(const QList<Post> &posts, const Reference &reference)
{
    QStringList departments;
    QMap<QString, QStringList> roles;
    for (const Post &post : posts) {
        if (!departments.contains(post.dept))
            departments.append(post.dept);
        roles[post.dept].append(RoleText::word(post.role));
    }
    QStringList texts;
    for (const QString &dept : departments) {
        const QString words = roles.value(dept).join(tr(", ", "between two roles of one person"));
        texts.append(dept.isEmpty()
                         ? words
                         : tr("%1: %2", "department: roles")
                               .arg(reference.departmentName(dept, QLocale().language()), words));
    }
    return texts.join(tr("; ", "between two posts of one person"));
}

} // namespace hall
