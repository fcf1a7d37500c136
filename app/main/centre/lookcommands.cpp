#include "main/centre/commands.h"
#include "sync/admin/exporting.h"
#include "sync/admin/schemasteps.h"
#include "sync/admin/verification.h"

#include "domain/clock.h"

#include <QJsonArray>
#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

QString contactText(qint64 ms)
{
    if (ms <= 0)
        return CentreText::say(Say::StatusNever);
    const QDateTime instant = instantOf(ms);
    return hallDate(instant).toString(Qt::ISODate) + u' '
        + hallTime(instant).toString(u"HH:mm:ss"_s);
}

/// Reads numbers of one status answer by name.
class StatusText
{
public:
    StatusText(const QJsonObject &status, Console &console)
        : m_status(status)
        , m_console(console)
    {
    }

    void print()
    {
        say(CentreText::say(Say::StatusHall)
                .arg(m_status.value("name"_L1).toString(), m_status.value("town"_L1).toString()));
        say(CentreText::say(Say::StatusSchema).arg(number("schema"_L1)));
        say(CentreText::say(Say::StatusJournal).arg(number("events"_L1)).arg(number("pos"_L1)));
        say(CentreText::say(Say::StatusCases).arg(number("open"_L1)).arg(number("closed"_L1)));
        say(CentreText::say(Say::StatusPeople).arg(number("staff"_L1)));
        say(CentreText::say(Say::StatusPages)
                .arg(number("pages"_L1))
                .arg(bytesText(number("pageBytes"_L1)))
                .arg(number("pagesIncomplete"_L1)));
        say(CentreText::say(Say::StatusRefused).arg(number("refused"_L1)));
        say(CentreText::say(Say::StatusSize).arg(bytesText(number("databaseBytes"_L1))));
        for (const QJsonValue &station : m_status.value("stations"_L1).toArray())
            print(station.toObject());
    }

private:
    [[nodiscard]] qint64 number(QLatin1StringView name) const
    {
        return m_status.value(name).toInteger();
    }
    void say(const QString &line) { m_console.say(line); }

    void print(const QJsonObject &station)
    {
        const QString code = station.value("station"_L1).toString();
        if (station.value("closed"_L1).toBool()) {
            say(CentreText::say(Say::StatusStationClosed).arg(code));
            return;
        }
        QStringList scopes;
        for (const QJsonValue &scope : station.value("scopes"_L1).toArray())
            scopes.append(scope.toString());
        say(CentreText::say(Say::StatusStation)
                .arg(code, contactText(station.value("lastContact"_L1).toInteger()),
                     scopes.join(u", "_s)));
    }

    QJsonObject m_status;
    Console &m_console;
};

QString sentenceOf(const Fault &fault)
{
    const auto kind = [&fault] {
        switch (fault.kind) {
        case FaultKind::Position:
            return Say::FaultPosition;
        case FaultKind::TownChain:
            return Say::FaultTownChain;
        case FaultKind::StreamChain:
            return Say::FaultStreamChain;
        case FaultKind::Envelope:
            return Say::FaultEnvelope;
        case FaultKind::Body:
            return Say::FaultBody;
        case FaultKind::Head:
            return Say::FaultHead;
        case FaultKind::Replay:
            return Say::FaultReplay;
        case FaultKind::Page:
            return Say::FaultPage;
        }
        Q_UNREACHABLE();
    }();
    // By name and not by arg(): a sentence may leave out either.
    return CentreText::say(kind)
        .replace("%1"_L1, QString::number(fault.pos))
        .replace("%2"_L1, fault.what);
}

QJsonObject jsonOf(const Verification &found)
{
    QJsonArray faults;
    for (const Fault &fault : found.faults)
        faults.append(QJsonObject{
            {u"pos"_s, fault.pos}, {u"what"_s, fault.what}, {u"sentence"_s, sentenceOf(fault)}});
    return {{u"events"_s, found.events},
            {u"streams"_s, found.streams},
            {u"pages"_s, found.pages},
            {u"pagesWaiting"_s, found.pagesWaiting},
            {u"pageBytes"_s, found.pageBytes},
            {u"erased"_s, found.erased},
            {u"faults"_s, faults}};
}

} // namespace

Exit showStatus(const Invocation &call)
{
    CentreDatabase centre;
    const Result<Done> opened = call.open(centre);
    if (!opened.ok())
        return call.console().fail(opened.error(), centre.words());
    Result<QJsonObject> status = centre.status();
    if (!status.ok())
        return call.console().fail(status.error(), centre.words());
    // Over the network the table of steps is closed; on the server itself it is told too.
    const Result<int> step = schemaStep(centre.session());
    if (step.ok())
        status.value().insert(u"schema"_s, step.value());
    if (call.wantsJson())
        call.console().answer(status.value());
    else
        StatusText(status.value(), call.console()).print();
    return Exit::Done;
}

Exit verifyWhole(const Invocation &call)
{
    Console &console = call.console();
    CentreDatabase centre;
    const Result<Done> opened = call.open(centre);
    if (!opened.ok())
        return console.fail(opened.error(), centre.words());
    const auto progress = [&console](qint64 pos) {
        console.complain(CentreText::say(Say::VerifyProgress).arg(pos));
    };
    const Result<Verification> done = verifyCentre(
        centre, call.has(u"quick"_s) ? PageCheck::ListOnly : PageCheck::Bytes, progress);
    if (!done.ok())
        return console.fail(done.error(), centre.words());
    const Verification &found = done.value();
    if (call.wantsJson()) {
        console.answer(jsonOf(found));
        return found.faults.isEmpty() ? Exit::Done : Exit::Damaged;
    }
    for (const Fault &fault : found.faults)
        console.complain(sentenceOf(fault));
    console.say(CentreText::say(Say::VerifyCounts)
                    .arg(found.events)
                    .arg(found.streams)
                    .arg(found.pages)
                    .arg(bytesText(found.pageBytes))
                    .arg(found.pagesWaiting)
                    .arg(found.erased));
    if (found.faults.isEmpty()) {
        console.say(CentreText::say(Say::VerifySound));
        return Exit::Done;
    }
    console.complain(CentreText::say(Say::VerifyFaults).arg(found.faults.size()));
    return Exit::Damaged;
}

Exit exportWhole(const Invocation &call)
{
    Console &console = call.console();
    CentreDatabase centre;
    const Result<Done> opened = call.open(centre);
    if (!opened.ok())
        return console.fail(opened.error(), centre.words());
    const auto progress = [&console](qint64 pos) {
        console.complain(CentreText::say(Say::VerifyProgress).arg(pos));
    };
    const Result<ExportReport> done = exportCentre(centre, call.argument(0), progress);
    if (!done.ok())
        return console.fail(done.error(), centre.words());
    if (call.wantsJson()) {
        console.answer({{u"folder"_s, call.argument(0)},
                        {u"events"_s, done.value().events},
                        {u"heads"_s, done.value().heads},
                        {u"pages"_s, done.value().pages},
                        {u"refused"_s, done.value().refused}});
        return Exit::Done;
    }
    console.say(CentreText::say(Say::ExportDone)
                    .arg(call.argument(0))
                    .arg(done.value().events)
                    .arg(done.value().heads)
                    .arg(done.value().pages)
                    .arg(done.value().refused));
    return Exit::Done;
}

} // namespace hall
