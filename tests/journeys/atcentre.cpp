// What Stage knows of the centre: the time that both have, and whether work has gone and come.
#include "stage.h"

#include "store/connection.h"
#include "store/pagestore.h"
#include "store/store.h"
#include "sync/api/centrelink.h"
#include "sync/local/centreoutbox.h"

#include <QSaveFile>

#include <algorithm>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

/// Pages of cases in somebody's pile that are not on this disk.
int missingPages(Workplace &place)
{
    const auto named = place.store
                           .read([](ReadTx &tx) -> Result<QList<QByteArray>> {
                               QList<QByteArray> shas;
                               Query query(tx.connection(),
                                           u"select distinct p.sha from pile q"_s
                                           u" join case_page p on p.stream_key = q.key"_s);
                               Result<bool> row = query.next();
                               for (; row.ok() && row.value(); row = query.next())
                                   shas.append(query.bytes("sha"_L1));
                               return row.ok() ? Result<QList<QByteArray>>(shas) : row.error();
                           })
                           .result()
                           .valueOr({});
    return int(std::ranges::count_if(
        named, [&place](const QByteArray &sha) { return !place.pages.has(sha); }));
}

} // namespace

void Stage::setTime(const QDateTime &at)
{
    m_clock->set(at);
    if (m_options.clockFile.isEmpty())
        return;
    // Whole or not at all: the centre reads it at any moment.
    QSaveFile file(m_options.clockFile);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray::number(at.toMSecsSinceEpoch()));
        file.setPermissions(file.permissions() | QFileDevice::ReadGroup | QFileDevice::ReadOther);
    }
    if (!file.commit())
        throw Stopped{u"the clock of the centre cannot be set"_s};
}

void Stage::untilCarried() const
{
    Workplace &place = *m_program->place();
    OutboxCounts counts;
    const auto isCarried = [&place, &counts] {
        counts = place.store.read([](ReadTx &tx) { return outboxCounts(tx); }).result().valueOr({});
        return counts.unsent == 0 && counts.pages == 0;
    };
    try {
        until(u"the work is at the centre"_s, isCarried);
    } catch (const Stopped &stopped) {
        throw Stopped{stopped.what
                      + u" unsent %1, pages %2, attention %3"_s.arg(counts.unsent)
                            .arg(counts.pages)
                            .arg(counts.attention)};
    }
    if (counts.attention > 0)
        throw Stopped{u"the centre has refused %1 acts"_s.arg(counts.attention)};
}

void Stage::untilCaughtUp(qint64 since) const
{
    Workplace &place = *m_program->place();
    const CentreLink &centre = place.centre;
    until(u"the others' work is here"_s, [&centre, since] {
        const CentreStatus status = centre.status();
        // Reference data come without anybody signed in.
        bool isFresh = false;
        for (auto scope = status.freshness.cbegin(); scope != status.freshness.cend(); ++scope)
            isFresh = isFresh || (scope.key() != "hall"_L1 && scope.value() >= since);
        return status.hasPerson && !status.filling && isFresh;
    });
    // A file whose scans are still on their way cannot be signed yet, and says so.
    until(u"the scans are here"_s, [&place] { return missingPages(place) == 0; });
}

} // namespace hall::journeys
