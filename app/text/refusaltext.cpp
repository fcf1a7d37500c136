#include "text/refusaltext.h"

#include <QList>
#include <QStringList>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    QStringList words = {};
    const char *source = nullptr;
};

// clang-format off
const QList<Row> &rows()
{
    static const QList<Row> table{
        {{u"post"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "Your post does not allow this at the centre. If that is new, sign out and in again; "
            "otherwise ask the administrator.")},
        {{u"department"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "This case belongs to a department that you do not serve. Hand it to a colleague of that "
            "department.")},
        {{u"eyes"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "This step wants another person than the one who did the step before. Ask a colleague.")},
        {{u"mac"_s, u"verifier"_s, u"hash"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "The centre could not confirm who did this. Sign out, sign in again with the network, and"
            " try once more.")},
        {{u"disabled"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "Your account is closed at the centre. What you did is kept; ask the administrator.")},
        {{u"station"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "This computer is closed at the centre. What was done here is kept; ask the "
            "administrator.")},
        {{u"claim"_s, u"taken"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "Somebody else is doing this very step now. Wait a few minutes and look again.")},
        {{u"quota"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "This computer has sent more today than the centre takes at once. It goes on by itself; "
            "if it does not within an hour, tell the administrator.")},
        {{u"full"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "The centre's disk is full. Nothing is lost; tell the administrator at once.")},
        {{u"future"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "This computer's clock is wrong: what was done would lie in the future. Set the clock, or"
            " tell the administrator.")},
        {{u"scope"_s, u"rights"_s, u"who"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "You have no right to see this at the centre. If that is new, sign out and in again.")},
        {{u"certificate"_s, u"login"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "The centre does not let this computer in. Ask the administrator to enrol it again.")},
        {{u"database"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "The centre is not set up on that machine. Ask the administrator.")},
        {{u"clone"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "A copy of this computer is at work. This one takes another code by itself; sign in again"
            " afterwards.")},
        {{u"number"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "This official number is already used or was given back. A new one is taken when you do "
            "it again.")},
        {{u"purpose"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "Say what the search is for: it is written down at the centre.")},
        {{u"chain"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "A case came from the centre otherwise than it stood here. It is fetched again whole; "
            "if this line stays, tell the administrator.")},
        {{u"form"_s, u"size"_s}, QT_TRANSLATE_NOOP("RefusalText",
            "The centre did not understand what this program sent. Nothing is lost; tell the "
            "administrator.")},
    };
    return table;
}
// clang-format on

} // namespace

QString RefusalText::sentence(const QString &word)
{
    for (const Row &row : rows()) {
        if (row.words.contains(word))
            return tr(row.source);
    }
    return tr("The centre did not allow this (%1). Nothing is lost; ask the administrator if you do "
              "not see why.")
        .arg(word);
}

} // namespace hall
