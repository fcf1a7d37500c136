#include "store/numbers.h"

#include "store/ownrows.h"
#include "store/referencerows.h"

#include <QHash>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString serialSql
    = u"select next from intake_serial where station = :station and date = :date"_s;
const QString raiseSerialSql
    = u"insert into intake_serial (station, date, next) values (:station, :date, :next)"
      u" on conflict (station, date) do update set next = max(next, excluded.next)"_s;
const QString openLeaseSql
    = u"select first, last, next from number_lease where series = :series and organ = :organ"
      u" and year = :year and next <= last and returned = 0 order by first limit 1"_s;
const QString givenSql
    = u"select series, organ, year, serial, given_at from number_given where text = :text"_s;
const QString unusedSql = u"select series, organ, year, first, last, next from number_lease"
                          u" where year = :year and next <= last and returned = 0"_s;
const QString leasedSql
    = u"select series, organ, sum(last - first + 1) as leased, sum(returned) as returned,"
      u" sum(last - next + 1 - returned) as open from number_lease where year = :year"
      u" group by series, organ order by series, organ"_s;
const QString usedSql
    = u"select serial, void_at from number_given where series = :series and organ = :organ"
      u" and year = :year order by serial"_s;

QVariantMap sequenceKey(const NumberSequence &sequence)
{
    return {{u"series"_s, sequence.series},
            {u"organ"_s, sequence.organ.isNull() ? u""_s : sequence.organ},
            {u"year"_s, sequence.year}};
}

QString usualPattern(const QString &series)
{
    // Domain.md section 6: the word of the kind stands before 字; local patterns are settings.
    static const QHash<QString, QString> words{
        {u"acceptance-notice"_s, u"受"_s}, {u"correction-notice"_s, u"补"_s},
        {u"refusal-notice"_s, u"不受"_s},  {u"grant-decision"_s, u"准"_s},
        {u"denial-decision"_s, u"不准"_s}, {u"delivery-receipt"_s, u"送"_s},
        {u"payment-notice"_s, u"缴"_s},    {u"slip"_s, u"缴"_s},
        {u"intake-receipt"_s, u"收件"_s},  {u"not-needed-notice"_s, u"告"_s},
        {u"extension-notice"_s, u"延"_s},  {u"fee-receipt"_s, u"收"_s}};
    if (series.startsWith("receipt/"_L1)) // receipts are numbered per window
        return u"%organ%收"_s + series.mid(8) + u"字〔%year%〕第%serial%号"_s;
    return u"%organ%"_s + words.value(series, series) + u"字〔%year%〕第%serial%号"_s;
}

QString filled(QString pattern, const NumberSequence &sequence, int serial)
{
    return pattern.replace("%organ%"_L1, sequence.organ)
        .replace("%year%"_L1, QString::number(sequence.year))
        .replace("%serial%"_L1, QString::number(serial).rightJustified(4, u'0'));
}

} // namespace

struct StationNumbers::Lease
{
    int first = 0;
    int last = 0;
    int next = 0;
};

StationNumbers::StationNumbers(WriteTx &tx, LeaseSource *leases)
    : m_tx(tx)
    , m_leases(leases ? *leases : m_ownLeases)
{
}

Result<QString> StationNumbers::intakeNumber(QDate date)
{
    const QVariantMap key{{u"station"_s, m_tx.station()},
                          {u"date"_s, date.toString(u"yyyyMMdd"_s)}};
    int serial = 1;
    {
        Query query(m_tx.connection(), serialSql);
        query.bind(":station"_L1, key.value(u"station"_s)).bind(":date"_L1, key.value(u"date"_s));
        const Result<bool> row = query.next();
        if (!row.ok())
            return row.error();
        if (row.value())
            serial = int(query.number("next"_L1));
    }
    if (serial > CaseNumber::maxSerial)
        return Error{ErrorKind::RuleBroken, u"intake serials of the day are used up"_s};
    const Result<CaseNumber> number
        = CaseNumber::make(m_tx.reference().hall.region, date, m_tx.station(), serial);
    if (!number.ok())
        return number.error();
    const Result<Done> stored = putRow(m_tx, u"intake_serial"_s, key, {{u"next"_s, serial + 1}});
    if (!stored.ok())
        return stored.error();
    return number.value().text();
}

Result<QString> StationNumbers::officialNumber(const QString &series, const QString &organWord,
                                               int year)
{
    const NumberSequence sequence{series, organWord, year};
    const Result<QString> pattern = numberPattern(m_tx.connection(), series);
    if (!pattern.ok())
        return pattern.error();
    Result<Lease> lease = openLease(sequence);
    if (!lease.ok())
        return lease.error();
    const int serial = lease.value().next++;
    const QString text = filled(pattern.value(), sequence, serial);
    Result<Done> done = storeLease(sequence, lease.value());
    if (done.ok())
        done = storeGiven(sequence, serial, text);
    if (!done.ok())
        return done.error();
    return text;
}

Result<StationNumbers::Lease> StationNumbers::openLease(const NumberSequence &sequence)
{
    {
        Query query(m_tx.connection(), openLeaseSql);
        query.bind(":series"_L1, sequence.series)
            .bind(":organ"_L1, sequenceKey(sequence).value(u"organ"_s))
            .bind(":year"_L1, sequence.year);
        const Result<bool> row = query.next();
        if (!row.ok())
            return row.error();
        if (row.value())
            return Lease{int(query.number("first"_L1)), int(query.number("last"_L1)),
                         int(query.number("next"_L1))};
    }
    const Result<NumberBlock> block = m_leases.lease(m_tx, sequence);
    if (!block.ok())
        return block.error();
    return Lease{block.value().first, block.value().last, block.value().first};
}

Result<Done> StationNumbers::storeLease(const NumberSequence &sequence, const Lease &lease)
{
    QVariantMap key = sequenceKey(sequence);
    key.insert(u"first"_s, lease.first);
    return putRow(m_tx, u"number_lease"_s, key,
                  {{u"last"_s, lease.last}, {u"next"_s, lease.next}, {u"returned"_s, 0}});
}

Result<Done> StationNumbers::storeGiven(const NumberSequence &sequence, int serial,
                                        const QString &text)
{
    QVariantMap key = sequenceKey(sequence);
    key.insert(u"serial"_s, serial);
    return putRow(m_tx, u"number_given"_s, key,
                  {{u"text"_s, text},
                   {u"given_at"_s, m_tx.clock().now().toMSecsSinceEpoch()},
                   {u"void_at"_s, 0},
                   {u"reason"_s, u""_s}});
}

Result<QString> numberPattern(Connection &connection, const QString &series)
{
    const Result<QJsonObject> setting = publishedSetting(connection, u"number-pattern/"_s + series);
    if (!setting.ok())
        return setting.error();
    const QString pattern = setting.value().value("pattern"_L1).toString();
    return pattern.contains("%serial%"_L1) ? pattern : usualPattern(series);
}

Result<Done> raiseSerial(Connection &connection, const CaseNumber &number)
{
    Query raise(connection, raiseSerialSql);
    raise.bind(":station"_L1, number.station())
        .bind(":date"_L1, number.date().toString(u"yyyyMMdd"_s))
        .bind(":next"_L1, number.serial() + 1);
    return raise.run();
}

Result<Done> voidNumber(WriteTx &tx, const QString &number, const QString &reason)
{
    QVariantMap key;
    qint64 givenAt = 0;
    {
        Query query(tx.connection(), givenSql);
        query.bind(":text"_L1, number);
        const Result<bool> row = query.next();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return Error{ErrorKind::NotFound, u"number"_s};
        key = sequenceKey(
            {query.text("series"_L1), query.text("organ"_L1), int(query.number("year"_L1))});
        key.insert(u"serial"_s, query.number("serial"_L1));
        givenAt = query.number("given_at"_L1);
    }
    return putRow(tx, u"number_given"_s, key,
                  {{u"text"_s, number},
                   {u"given_at"_s, givenAt},
                   {u"void_at"_s, tx.clock().now().toMSecsSinceEpoch()},
                   {u"reason"_s, reason}});
}

Result<Done> returnNumbers(WriteTx &tx, int year)
{
    QList<std::pair<QVariantMap, QVariantMap>> rows;
    {
        Query query(tx.connection(), unusedSql);
        query.bind(":year"_L1, year);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next()) {
            QVariantMap key = sequenceKey({query.text("series"_L1), query.text("organ"_L1), year});
            key.insert(u"first"_s, query.number("first"_L1));
            const qint64 last = query.number("last"_L1);
            const qint64 next = query.number("next"_L1);
            rows.append(
                {key, {{u"last"_s, last}, {u"next"_s, next}, {u"returned"_s, last - next + 1}}});
        }
        if (!more.ok())
            return more.error();
    }
    for (const auto &[key, values] : std::as_const(rows)) {
        const Result<Done> done = putRow(tx, u"number_lease"_s, key, values);
        if (!done.ok())
            return done.error();
    }
    return Done{};
}

Result<QList<NumberUse>> numberReport(const ReadTx &tx, int year)
{
    QList<NumberUse> report;
    Query leased(tx.connection(), leasedSql);
    leased.bind(":year"_L1, year);
    Result<bool> more = leased.next();
    for (; more.ok() && more.value(); more = leased.next()) {
        NumberUse use{.sequence = {leased.text("series"_L1), leased.text("organ"_L1), year},
                      .leased = int(leased.number("leased"_L1)),
                      .returned = int(leased.number("returned"_L1)),
                      .open = int(leased.number("open"_L1))};
        Query given(tx.connection(), usedSql);
        given.bind(":series"_L1, use.sequence.series)
            .bind(":organ"_L1, use.sequence.organ)
            .bind(":year"_L1, year);
        Result<bool> row = given.next();
        for (; row.ok() && row.value(); row = given.next()) {
            if (given.number("void_at"_L1) == 0)
                ++use.used;
            else
                use.voidedSerials.append(int(given.number("serial"_L1)));
        }
        if (!row.ok())
            return row.error();
        use.voided = int(use.voidedSerials.size());
        report.append(use);
    }
    if (!more.ok())
        return more.error();
    return report;
}

} // namespace hall
