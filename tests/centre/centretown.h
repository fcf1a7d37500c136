#pragma once

#include "../domain/smallhall.h"
#include "pglink.h"
#include "privatepostgres.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>

namespace hall::test {

/// An event on its way up with what stands beside it.
struct Offer
{
    Event event = {};
    qint64 serial = 0;
    QByteArray mac = {}; ///< hex; null = the right one of author and station
    QJsonArray pages = {};
    QJsonArray numbers = {};
    QByteArray envelope = {}; ///< null = the event's canonical one
};

/// A town in a real PostgreSQL: the numbered steps applied, the small hall published, stations A01
/// and A02 enrolled, everybody with a login.
class CentreTown
{
public:
    CentreTown();

    [[nodiscard]] bool begin();
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] PrivatePostgres &server() { return m_server; }
    [[nodiscard]] const SmallHall &hall() const { return m_hall; }

    /// Sessions over the socket.
    [[nodiscard]] std::unique_ptr<PgLink> root(const QString &database = database_) const;
    [[nodiscard]] std::unique_ptr<PgLink> station(const QString &code) const;
    [[nodiscard]] std::unique_ptr<PgLink> person(const QString &staff) const;

    /// Applies the steps whose number lies in first … last to a database.
    [[nodiscard]] bool applySteps(const PgLink &link, int first, int last);
    [[nodiscard]] static int stepCount();
    [[nodiscard]] bool makeDatabase(const QString &name);
    /// Town, hall, stations and logins in a database that has all steps.
    [[nodiscard]] bool settle(const PgLink &link);

    QByteArray key(const QString &staff, const QString &station);
    [[nodiscard]] QByteArray macOf(const Event &event, const QString &deliverer);
    [[nodiscard]] QJsonObject form(const Offer &offer,
                                   const QString &deliverer = QStringLiteral("A01"));
    [[nodiscard]] qint64 nextSerial() { return ++m_serial; }

    /// push of events with the next serials; {"answers": …}, or {"state", "message"} of an error.
    QJsonObject push(const PgLink &link, const QList<Offer> &offers,
                     const QString &deliverer = QStringLiteral("A01"));
    /// One event from A01: "0", "2 state", "1" …
    QString verdict(const PgLink &link, const Offer &offer);
    [[nodiscard]] static QString wordOf(const QJsonValue &answer);

    /// The ways a SCRAM verifier is made of a password.
    [[nodiscard]] static QByteArray verifier(const QString &password);
    static inline const QString town = QStringLiteral("441900113");
    static inline const QString database_ = QStringLiteral("hall");
    static inline const QString password = QStringLiteral("dalang2026");

private:
    [[nodiscard]] bool failed(const PgAnswer &answer, const QString &what);
    [[nodiscard]] bool publishHall(const PgLink &link);

    PrivatePostgres m_server;
    SmallHall m_hall;
    QMap<QString, QByteArray> m_keys;
    QString m_problem;
    qint64 m_serial = 0;
};

/// Intake numbers of a station as the program gives them.
class StationNumbersOf final : public NumberGiver
{
public:
    explicit StationNumbersOf(QString station)
        : m_station(std::move(station))
    {
    }
    Result<QString> intakeNumber(QDate date) override;
    Result<QString> officialNumber(const QString &series, const QString &organ, int year) override;

private:
    QString m_station;
    int m_given = 0;
};

/// A case driven by decide, whose events are offered one by one.
class TownCase
{
public:
    TownCase(const CentreTown &town, IdSource &ids, NumberGiver &numbers,
             const QString &station = QStringLiteral("A01"));

    CaseFile file;
    QList<Event> journal;
    QDateTime now;

    /// The events of a decision, applied to the file; they are not offered yet.
    Result<QList<Event>> open(const QString &item, const QString &who = QStringLiteral("clerk1"),
                              const QString &name = QStringLiteral("王建国"));
    Result<QList<Event>> run(const Command &command, const QString &who);
    [[nodiscard]] Context context(const QString &who) const;
    /// An event by hand, sealed: what decide would never make.
    [[nodiscard]] Event forged(const QString &who, Event event, const QJsonObject &body = {}) const;

private:
    const CentreTown &m_town;
    IdSource &m_ids;
    NumberGiver &m_numbers;
    QString m_station;
};

} // namespace hall::test
