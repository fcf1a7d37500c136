// The part of the composition that belongs to a centre: its connection file and the line.
#include "main/composition.h"

#include "domain/whendone.h"
#include "store/credentials.h"
#include "store/store.h"
#include "sync/api/alonelink.h"

#include <QFile>
#include <QLoggingCategory>

namespace hall {

using namespace Qt::StringLiterals;

Q_DECLARE_LOGGING_CATEGORY(mainLog)

JoiningDoor Composition::door()
{
    return {.look = &CentreDoor::plateOf,
            .probe = [this](const JoinAsk &ask) { return m_door.probe(ask); },
            .breakOff = [this] { m_door.breakOff(); },
            .open = [this](const QString &file) { return join(file); },
            .link = [this]() -> CentreLink & { return *m_centre; },
            .giveUp = [this](const std::optional<Error> &why) { giveUpJoining(why); }};
}

/// `--connect`: offered to a store without a hall; for a joined one the newer file of its place.
Result<Done> Composition::takeGivenFile()
{
    const QString kept = CentreDoor::keptFile(m_folder);
    if (m_setup->isNeeded()) {
        m_joining->offer(m_given);
        return Done{};
    }
    if (m_given.isEmpty())
        return Done{};
    const Result<ConnectionFile> given = ConnectionFile::read(m_given);
    if (!given.ok())
        return given.error();
    if (!QFile::exists(kept) && !m_wasJoined)
        return Error{ErrorKind::ConnectionFile, u"ownHall"_s};
    const Result<Done> may
        = CentreDoor::mayReplace(given.value(), m_folder, m_store->reference()->hall.region);
    return may.ok() ? given.value().write(kept) : may;
}

Result<Done> Composition::linkUp()
{
    const QString kept = CentreDoor::keptFile(m_folder);
    if (m_setup->isNeeded() || (!QFile::exists(kept) && !m_wasJoined)) {
        m_centre = std::make_unique<AloneLink>();
        return Done{};
    }
    // A joined machine never falls back to a hall of its own: its passwords are the centre's.
    if (!QFile::exists(kept))
        return Error{ErrorKind::ConnectionFile, u"missing"_s};
    const Result<ConnectionFile> file = ConnectionFile::read(kept);
    if (!file.ok())
        return file.error();
    m_centre = CentreDoor::line(file.value(), {*m_store, *m_pages, m_corrected, m_lineIds});
    m_store->write([](WriteTx &tx) { return forgetPasswords(tx); });
    return Done{};
}

QFuture<Result<Done>> Composition::join(const QString &file)
{
    const Result<ConnectionFile> read = ConnectionFile::read(file);
    if (!read.ok())
        return QtFuture::makeReadyFuture(Result<Done>(read.error()));
    if (!m_setup->isNeeded())
        return QtFuture::makeReadyFuture(
            Result<Done>(Error{ErrorKind::ConnectionFile, u"ownHall"_s}));
    const Result<Done> kept = read.value().write(CentreDoor::keptFile(m_folder));
    if (!kept.ok())
        return QtFuture::makeReadyFuture(kept);
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    // The name first: what the line asks and what is signed here carries it.
    const auto named = [this, promise, read](const Result<Done> &done) {
        if (done.ok()) {
            m_sessions.reset();
            m_place.reset();
            m_centre = CentreDoor::line(read.value(), {*m_store, *m_pages, m_corrected, m_lineIds});
            m_store->write([](WriteTx &tx) { return forgetPasswords(tx); });
            layOut();
            m_window->exchange(*m_place, *m_sessions);
        }
        promise->addResult(done);
        promise->finish();
    };
    whenDone(m_store->renameStation(read.value().station), this, named);
    return promise->future();
}

void Composition::giveUpJoining(const std::optional<Error> &why)
{
    if (why) {
        qCWarning(mainLog) << "joining given up, error" << int(why->kind);
        m_joining->setTrouble(*why);
    }
    m_window->showOpening();
    settle();
    closeStore();
    CentreDoor::emptyStore(m_folder, m_settings.text(Setting::BackupFolder));
    openStore();
}

} // namespace hall
