#include "text/joiningtext.h"

#include "text/errortext.h"

#include <span>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

struct ReasonRow
{
    QLatin1StringView reason = {};
    const char *source = "";
};

const ReasonRow fileRows[] = {
    {"unreadable"_L1,
     QT_TRANSLATE_NOOP("JoiningText",
                       "The connection file cannot be read. Check that it is there, or copy it "
                       "again from the medium of the administrator.")},
    {"mode"_L1,
     QT_TRANSLATE_NOOP("JoiningText",
                       "Other people of this computer can read the connection file, which holds a "
                       "secret. Make it readable for yourself only (chmod 600), then try again.")},
    {"form"_L1,
     QT_TRANSLATE_NOOP("JoiningText",
                       "This is no connection file of OneHall. Choose the file that the "
                       "administrator gave out for this computer.")},
    {"version"_L1,
     QT_TRANSLATE_NOOP("JoiningText",
                       "This connection file was made for another version of the program. Install "
                       "the newest version, or ask for a new file.")},
    {"town"_L1,
     QT_TRANSLATE_NOOP("JoiningText",
                       "This connection file is of another town than the hall of this computer. "
                       "Nothing was changed: ask the administrator for the right one.")},
    {"station"_L1,
     QT_TRANSLATE_NOOP("JoiningText",
                       "This connection file is of another computer of the hall. Every computer "
                       "has a file of its own: ask the administrator for this one's.")},
    {"ownHall"_L1,
     QT_TRANSLATE_NOOP("JoiningText",
                       "This computer keeps a hall of its own already. Joining would mix two "
                       "halls, so nothing was changed. Start with an empty folder (--store) and "
                       "join there; the old folder stays as it is.")},
    {"missing"_L1,
     QT_TRANSLATE_NOOP("JoiningText",
                       "This computer belongs to a hall's centre, but its connection file is gone. "
                       "Ask the administrator for it and start with --connect and the file; your "
                       "work is still here.")},
    {"secret"_L1,
     QT_TRANSLATE_NOOP("JoiningText",
                       "The centre does not take the secret of this connection file: a newer file "
                       "was made for this computer. Ask the administrator for it.")},
};

const ReasonRow refusalRows[] = {
    {"station"_L1,
     QT_TRANSLATE_NOOP("JoiningText",
                       "The centre has closed the place of this computer. Ask the administrator to "
                       "enrol it again, and for the new connection file.")},
    {"certificate"_L1,
     QT_TRANSLATE_NOOP("JoiningText",
                       "The centre does not know the certificate of this computer. Ask the "
                       "administrator for a new connection file.")},
    {"database"_L1,
     QT_TRANSLATE_NOOP("JoiningText",
                       "There is no hall at the centre that this connection file names. Ask the "
                       "administrator for a new one.")},
};

QString found(std::span<const ReasonRow> rows, const QString &reason)
{
    for (const ReasonRow &row : rows) {
        if (reason == row.reason)
            return JoiningText::tr(row.source);
    }
    return {};
}

} // namespace

QString JoiningText::ofFile(const QString &reason)
{
    const QString sentence = found(fileRows, reason);
    // The others name a field that only the administrator can mend.
    return sentence.isEmpty() ? tr("This connection file is damaged. Ask the administrator for a "
                                   "new one.")
                              : sentence;
}

QString JoiningText::sentence(const Error &error, const QString &host)
{
    switch (error.kind) {
    case ErrorKind::CentreUnreachable:
        return tr("The centre (%1) does not answer. Check this computer's network, and that the "
                  "centre is running, then try again. Nothing was changed.")
            .arg(host);
    case ErrorKind::CentreUntrusted:
        return tr("What answers as %1 is not the centre of this connection file: its certificate "
                  "is another's. Do not go on; show this to the administrator.")
            .arg(host);
    case ErrorKind::CentreTooOld:
        return tr("This program and the centre are of different versions. Ask the administrator "
                  "for the version that the centre wants, then join.");
    case ErrorKind::CentreRefused: {
        const QString sentence = found(refusalRows, error.detail);
        return sentence.isEmpty() ? ErrorText::sentence(error) : sentence;
    }
    default:
        return ErrorText::sentence(error);
    }
}

} // namespace hall
