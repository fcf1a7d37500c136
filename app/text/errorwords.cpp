// Words that sentences of errors are filled with, and what the rules of cases ask.
#include "text/errortext.h"

#include <QHash>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// What a rule asks, by the code that decide() names in the detail.
struct RuleRow
{
    QLatin1StringView rule = {};
    const char *source = "";
};

const RuleRow ruleRows[] = {
    {"signatureVoid"_L1,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Something that an earlier signature covers was changed, so that signature "
                       "is void. Send the file back to have it signed again.")},
    {"stopped"_L1,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The clock of this case stands still. Start it again first (F11), then "
                       "sign.")},
    {"alreadyStopped"_L1,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The clock of this case stands still already. Nothing was changed.")},
    {"notStopped"_L1,
     QT_TRANSLATE_NOOP("ErrorText", "The clock of this case is running. Nothing was changed.")},
    {"returnTo"_L1,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The file cannot go back to that step. Choose one that came before.")},
    {"applicantKind"_L1,
     QT_TRANSLATE_NOOP("ErrorText",
                       "This item is not open to this kind of applicant. Choose another item, or "
                       "look whether a person or an organisation applies.")},
};

} // namespace

QString ErrorText::ruleSentence(const QString &rule)
{
    for (const RuleRow &row : ruleRows) {
        if (rule == row.rule)
            return tr(row.source);
    }
    const QString word = fieldWord(rule);
    if (word != rule)
        return {};
    // A code without a word would tell a clerk nothing.
    return tr("A rule does not allow it. Check what was entered, or ask the "
              "administrator.");
}

QString ErrorText::fieldWord(const QString &field)
{
    static const QHash<QString, const char *> words{
        {u"name"_s, QT_TRANSLATE_NOOP("ErrorText", "Name")},
        {u"idKind"_s, QT_TRANSLATE_NOOP("ErrorText", "Kind of certificate")},
        {u"idNumber"_s, QT_TRANSLATE_NOOP("ErrorText", "Certificate number")},
        {u"phone"_s, QT_TRANSLATE_NOOP("ErrorText", "Telephone")},
        {u"address"_s, QT_TRANSLATE_NOOP("ErrorText", "Address")},
        {u"legalName"_s, QT_TRANSLATE_NOOP("ErrorText", "Legal representative")},
        {u"legalIdNumber"_s,
         QT_TRANSLATE_NOOP("ErrorText", "Certificate number of the legal representative")},
        {u"agentName"_s, QT_TRANSLATE_NOOP("ErrorText", "Agent")},
        {u"agent.name"_s, QT_TRANSLATE_NOOP("ErrorText", "Name of the agent")},
        {u"agent.idNumber"_s, QT_TRANSLATE_NOOP("ErrorText", "Certificate number of the agent")},
        {u"agent.phone"_s, QT_TRANSLATE_NOOP("ErrorText", "Telephone of the agent")},
        {u"summary"_s, QT_TRANSLATE_NOOP("ErrorText", "What it is about")},
        {u"authority"_s, QT_TRANSLATE_NOOP("ErrorText", "Authority letter")},
        {u"amount"_s, QT_TRANSLATE_NOOP("ErrorText", "Amount")},
        {u"reason"_s, QT_TRANSLATE_NOOP("ErrorText", "Reason")},
        {u"opinion"_s, QT_TRANSLATE_NOOP("ErrorText", "Opinion")},
        {u"password"_s, QT_TRANSLATE_NOOP("ErrorText", "Password")},
        {u"hallName"_s, QT_TRANSLATE_NOOP("ErrorText", "Name of the hall")},
        {u"region"_s, QT_TRANSLATE_NOOP("ErrorText", "Region code")},
        {u"window"_s, QT_TRANSLATE_NOOP("ErrorText", "Window")},
        {u"windowName"_s, QT_TRANSLATE_NOOP("ErrorText", "Name of the window")},
        {u"administrator"_s, QT_TRANSLATE_NOOP("ErrorText", "Sign-in name")},
        {u"administratorName"_s, QT_TRANSLATE_NOOP("ErrorText", "Name of the administrator")},
        {u"code"_s, QT_TRANSLATE_NOOP("ErrorText", "Code")},
        {u"date"_s, QT_TRANSLATE_NOOP("ErrorText", "Date")},
        {u"item"_s, QT_TRANSLATE_NOOP("ErrorText", "Item")},
        {u"certificate"_s, QT_TRANSLATE_NOOP("ErrorText", "Number of the certificate made")},
        {u"collector"_s, QT_TRANSLATE_NOOP("ErrorText", "Collector")},
        {u"relation"_s, QT_TRANSLATE_NOOP("ErrorText", "Relation to the applicant")},
        {u"reference"_s, QT_TRANSLATE_NOOP("ErrorText", "Voucher number")},
    };
    // "applicant.phone" is the telephone; what has words of its own as a whole comes first.
    auto found = words.constFind(field);
    if (found == words.cend())
        found = words.constFind(field.section(u'.', -1));
    return found == words.cend() ? field : tr(*found);
}

} // namespace hall
