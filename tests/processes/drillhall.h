#pragma once

#include "domain/reference.h"
#include "sync/admin/centredatabase.h"
#include "sync/postgres/connectionfile.h"
#include "tests/centre/centretown.h"

#include <QList>

namespace hall::test {

/// Who sits where in the drill.
struct DrillSeat
{
    QString window = {};
    QString desk = {}; ///< window where the person belongs: whose departments may be served
    QString staff = {};
    Post post = {};
    QList<ItemDef> items = {}; ///< what people come for here
};

/// The sample hall on a private server: its 33 windows with a clerk each.
class DrillHall
{
public:
    [[nodiscard]] bool begin();
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] const QList<DrillSeat> &seats() const { return m_seats; }
    /// No window reaches the centre while it is down.
    [[nodiscard]] bool cutOff() { return m_town.server().stop(); }
    [[nodiscard]] bool joinAgain() { return m_town.server().start(); }
    [[nodiscard]] ConnectionFile connection(const QString &station);
    [[nodiscard]] Access access();
    [[nodiscard]] std::unique_ptr<PgLink> root() const { return m_town.root(); }

private:
    [[nodiscard]] bool run(const QByteArray &sql, const QList<QByteArray> &arguments = {});
    [[nodiscard]] bool publish();
    [[nodiscard]] bool publishRows(const QJsonArray &bodies);
    [[nodiscard]] bool enrol();
    void takeSeats(const Reference &reference);

    CentreTown m_town;
    QList<DrillSeat> m_seats;
    QString m_problem;
    qint64 m_serial = 0;
};

} // namespace hall::test
