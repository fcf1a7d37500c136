#include "main/centre/commands.h"
#include "main/centre/placemaking.h"

#include <QFile>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

Enrolment enrolmentOf(const Invocation &call, const QString &file)
{
    Enrolment enrolment{.folder = call.folder(),
                        .place = call.place(),
                        .station = call.argument(0),
                        .file = file,
                        .address = call.value(u"address"_s)};
    if (call.has(u"scopes"_s))
        enrolment.scopes = call.value(u"scopes"_s).split(u',', Qt::SkipEmptyParts);
    return enrolment;
}

} // namespace

Exit enrolStation(const Invocation &call)
{
    Console &console = call.console();
    const QString station = call.argument(0);
    const QString file = call.has(u"out"_s) ? call.value(u"out"_s) : station + u".onehall"_s;
    if (QFile::exists(file))
        return console.fail({ErrorKind::FileNotWritten, file});
    CentreDatabase centre;
    Result<Done> done = call.open(centre);
    if (done.ok())
        done = enrol(centre, enrolmentOf(call, file));
    if (!done.ok())
        return console.fail(done.error(), centre.words());
    if (call.wantsJson()) {
        console.answer({{u"station"_s, station}, {u"file"_s, file}});
        return Exit::Done;
    }
    console.say(CentreText::say(Say::Enrolled).arg(station, file));
    console.say(CentreText::say(Say::EnrolNext));
    return Exit::Done;
}

Exit closeStation(const Invocation &call)
{
    CentreDatabase centre;
    const Result<Done> opened = call.open(centre);
    if (!opened.ok())
        return call.console().fail(opened.error(), centre.words());
    const Result<int> voided = centre.closeStation(call.argument(0));
    if (!voided.ok())
        return call.console().fail(voided.error(), centre.words());
    if (call.wantsJson()) {
        call.console().answer({{u"station"_s, call.argument(0)}, {u"voided"_s, voided.value()}});
        return Exit::Done;
    }
    call.console().say(CentreText::say(Say::StationClosed).arg(call.argument(0)));
    if (voided.value() > 0)
        call.console().say(CentreText::say(Say::NumbersVoided).arg(voided.value()));
    return Exit::Done;
}

} // namespace hall
