#include "desk/admin/phrasedesk.h"

#include <array>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array opinionRoles{Role::Clerk,    Role::Reviewer, Role::CoReviewer,
                                  Role::Surveyor, Role::DeptHead, Role::TownLeader,
                                  Role::Certifier};
// As desk/intake/intakephrases.cpp asks for them.
constexpr std::array counterLists{"problem"_L1,  "refusal"_L1,   "withdrawal"_L1, "lapse"_L1,
                                  "override"_L1, "authority"_L1, "edit"_L1};

} // namespace

PhraseDesk::PhraseDesk(const HallPublisher &publisher)
    : m_publisher(publisher)
{
}

QList<PhraseList> PhraseDesk::lists() const
{
    const ReferencePtr reference = m_publisher.reference();
    QList<PhraseList> lists;
    for (const Role role : opinionRoles) {
        const QString code = roleWord(role);
        lists.append({.code = code, .role = role, .phrases = reference->phrases.value(code)});
    }
    for (const QLatin1StringView code : counterLists)
        lists.append({.code = QString(code), .phrases = reference->phrases.value(QString(code))});
    return lists;
}

PhraseFault PhraseDesk::faultOf(const QStringList &phrases)
{
    for (qsizetype i = 0; i < phrases.size(); ++i) {
        const QString phrase = phrases.at(i).trimmed();
        if (phrase.isEmpty())
            return PhraseFault::Empty;
        if (phrase.size() > longest)
            return PhraseFault::TooLong;
        for (qsizetype before = 0; before < i; ++before) {
            if (phrases.at(before).trimmed() == phrase)
                return PhraseFault::Twice;
        }
    }
    return PhraseFault::None;
}

QFuture<Result<Done>> PhraseDesk::save(const QString &code, const QStringList &phrases) const
{
    if (faultOf(phrases) != PhraseFault::None)
        return answered<Done>(Error{ErrorKind::RuleBroken, u"phrases"_s});
    QStringList tidy;
    for (const QString &phrase : phrases)
        tidy.append(phrase.trimmed());
    return m_publisher.publish({phrasesOf(code, tidy)});
}

} // namespace hall
