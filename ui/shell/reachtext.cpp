#include "ui/shell/reachtext.h"

#include <QLocale>

namespace hall {

QString ReachText::station(const QString &code, CentreReach reach)
{
    const QString station = tr("Station %1").arg(code);
    const auto with = [&station](const QString &text) {
        return tr("%1 · %2", "station · how the centre is reached").arg(station, text);
    };
    switch (reach) {
    case CentreReach::Alone:
        return station;
    case CentreReach::Connecting:
        return with(tr("looking for the centre …"));
    case CentreReach::Reached:
        return with(tr("the centre is reached"));
    case CentreReach::OutOfReach:
        return with(tr("the centre is out of reach: who has signed in here before can work on"));
    case CentreReach::Closed:
        return with(tr("the centre has closed the place of this computer: call the administrator"));
    case CentreReach::TooOld:
        return with(tr("the program is too old for the centre: call the administrator"));
    }
    return station;
}

QString ReachText::signedInWithout(const QDateTime &until)
{
    if (!until.isValid())
        return tr("Signed in without the centre. Your work is sent when it is reached again.");
    return tr("Signed in without the centre; valid until %1. Your work is sent when it is reached "
              "again.")
        .arg(QLocale().toString(QDateTime(hallDate(until), hallTime(until)), QLocale::ShortFormat));
}

} // namespace hall
