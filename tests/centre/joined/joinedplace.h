#pragma once

#include "desk/workplace.h"
#include "fakedevices.h"
#include "store/pagestore.h"
#include "storefixture.h"
#include "sync/engine/syncrunner.h"
#include "sync/postgres/postgrescentre.h"
#include "tests/centre/centretown.h"

#include <QFile>
#include <QFutureWatcher>
#include <QSignalSpy>

#include <memory>

namespace hall::test {

inline ConnectionFile connectionOf(CentreTown &town, const QString &station)
{
    ConnectionFile file{.host = QStringLiteral("localhost"),
                        .address = QStringLiteral("127.0.0.1"),
                        .port = town.server().port(),
                        .database = CentreTown::database_,
                        .town = CentreTown::town,
                        .station = station,
                        .secret = CentreTown::password};
    QFile authority(town.server().authorityFile());
    if (authority.open(QIODevice::ReadOnly))
        file.authority = authority.readAll();
    return file;
}

/// A workstation of a town as desks see it: the store, and the engine in its own thread.
class JoinedPlace
{
public:
    JoinedPlace(CentreTown &town, const QString &station, quint64 seed)
        : fixture(QString(), seed)
        , m_file(connectionOf(town, station))
    {
        fixture.options.station = station;
        fixture.clock.set(QDateTime::currentDateTimeUtc());
    }

    [[nodiscard]] Result<Done> open()
    {
        const Result<Done> opened = fixture.open();
        if (!opened.ok())
            return opened;
        pages = std::make_unique<PageStore>(fixture.options.folder);
        runner = std::make_unique<SyncRunner>(
            RunnerParts{.store = fixture.store(),
                        .pages = *pages,
                        .clock = clock,
                        .ids = fixture.ids,
                        .connect =
                            [this] {
                                auto centre = std::make_unique<PostgresCentre>(m_file);
                                PostgresCentre *own = centre.get();
                                return CentreLine{.centre = std::move(centre),
                                                  .services = own,
                                                  .interrupt = [own] { own->interrupt(); }};
                            },
                        .program = QStringLiteral("test")});
        place = std::make_unique<Workplace>(Workplace{.store = fixture.store(),
                                                      .pages = *pages,
                                                      .clock = clock,
                                                      .ids = fixture.ids,
                                                      .importer = importer,
                                                      .printer = printer,
                                                      .centre = *runner});
        return Done{};
    }

    /// Runs the event loop: answers come through it.
    template <class T> T answer(const QFuture<T> &future)
    {
        QFutureWatcher<T> watcher;
        QSignalSpy done(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(future);
        if (!future.isFinished())
            done.wait(30'000);
        return future.result();
    }

    template <class F> bool waitFor(F isSo)
    {
        QSignalSpy told(runner.get(), &CentreLink::statusChanged);
        for (int i = 0; i < 300 && !isSo(runner->status()); ++i)
            told.wait(100);
        return isSo(runner->status());
    }

    [[nodiscard]] Result<Done> signIn(const QString &who)
    {
        const auto in = answer(runner->signIn(who, CentreTown::password));
        if (!in.ok())
            return in.error();
        const auto isHere = [](const CentreStatus &status) {
            return status.state == LinkState::Online && status.hasPerson;
        };
        return waitFor(isHere) ? Result<Done>(Done{}) : Error{ErrorKind::CentreUnreachable};
    }

    [[nodiscard]] Session sessionOf(const QString &who, const QString &post) const
    {
        return {.member = {.code = who, .name = who, .posts = {*Post::fromCode(post)}},
                .post = *Post::fromCode(post),
                .station = fixture.options.station};
    }

    StoreFixture fixture;
    CorrectedClock clock{fixture.clock};
    NoFiles importer;
    TitlePrinter printer;
    std::unique_ptr<PageStore> pages;
    std::unique_ptr<SyncRunner> runner;
    std::unique_ptr<Workplace> place;

private:
    ConnectionFile m_file;
};

} // namespace hall::test
