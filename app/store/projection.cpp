#include "store/projection.h"

#include "domain/decide.h"
#include "store/applicants.h"
#include "store/casecard.h"
#include "store/clockrows.h"
#include "store/milestones.h"
#include "store/moneyrows.h"
#include "store/paperrows.h"
#include "store/pilerows.h"
#include "store/rowvalues.h"
#include "store/searchindex.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString foldedSql = u"SELECT key FROM case_row WHERE is_folded = 1 ORDER BY key"_s;
const QString deleteRowSql = u"DELETE FROM case_row WHERE key = :key"_s;
const QString clearTillsSql = u"DELETE FROM till"_s;
const QString deleteTillSql = u"DELETE FROM till WHERE id = :id"_s;

/// Rows that are written anew with every event of the case; its milestones are renewed.
Result<Done> removeParts(WriteTx &tx, qint64 key)
{
    for (const auto remove : {removePile, removePapers, removeMoney, removeStops, removeClock}) {
        const Result<Done> done = remove(tx, key);
        if (!done.ok())
            return done;
    }
    return Done{};
}

Result<Done> writeParts(WriteTx &tx, qint64 key, const CaseFile &file, const CaseCard &card)
{
    const Result<Done> pile = writePile(tx, key, file, card);
    if (!pile.ok())
        return pile;
    const Result<Done> papers = writePapers(tx, key, file);
    if (!papers.ok())
        return papers;
    const Result<Done> money = writeMoney(tx, key, file);
    if (!money.ok())
        return money;
    const Result<Done> stops = writeStops(tx, key, file);
    if (!stops.ok())
        return stops;
    return writeClock(tx, key, file);
}

Result<Done> refreshDirectory(WriteTx &tx, const StoredTexts &before, const CaseCard &card,
                              ProjectionBatch *batch)
{
    const bool isSame = before.isThere && before.applicant == card.row.applicant
        && before.said == card.applicant && before.saidAt == card.saidAt;
    if (isSame)
        return Done{};
    QList<ApplicantId> touched{card.row.applicant};
    if (before.isThere && before.applicant != card.row.applicant)
        touched.prepend(before.applicant);
    for (const ApplicantId &id : std::as_const(touched)) {
        if (batch) {
            batch->applicants.insert(id);
            continue;
        }
        const Result<Done> refreshed = refreshApplicant(tx, id);
        if (!refreshed.ok())
            return refreshed;
    }
    return Done{};
}

Result<Done> removeCase(WriteTx &tx, qint64 key)
{
    const Result<StoredTexts> before = storedTexts(tx, key);
    if (!before.ok())
        return before.error();
    const Result<Done> parts = removeParts(tx, key);
    if (!parts.ok())
        return parts;
    const Result<Done> miles = removeMiles(tx, key);
    if (!miles.ok())
        return miles;
    const Result<Done> index = reindex(tx, GramTable::Cases, key, before.value().texts, {});
    if (!index.ok())
        return index;
    const Result<Done> row = Query(tx.connection(), deleteRowSql).bind(":key"_L1, key).run();
    if (!row.ok())
        return row;
    return refreshApplicant(tx, before.value().applicant);
}

} // namespace

Result<Done> ProjectionBatch::finish(WriteTx &tx)
{
    for (const ApplicantId &id : std::exchange(applicants, {})) {
        const Result<Done> refreshed = refreshApplicant(tx, id);
        if (!refreshed.ok())
            return refreshed;
    }
    return Done{};
}

Result<Done> project(WriteTx &tx, const CaseFile &after, const Projecting &how)
{
    const qint64 streamKey = how.streamKey;
    const CaseCard card = cardOf(after, tx.reference());
    // A stream that is new to the journal may have been here as a cold row.
    const Result<StoredTexts> before = how.newness == Newness::NewStream
        ? Result<StoredTexts>(StoredTexts{})
        : storedTexts(tx, streamKey);
    if (!before.ok())
        return before.error();
    const bool isThere = before.value().isThere;
    if (isThere && how.newness == Newness::NewJournal) {
        const Result<Done> cold = removeColdMiles(tx, streamKey);
        if (!cold.ok())
            return cold;
    }
    const Result<Done> row = isThere ? updateCard(tx, streamKey, card, before.value())
                                     : insertCard(tx, streamKey, card);
    if (!row.ok())
        return row;
    if (isThere) {
        const Result<Done> removed = removeParts(tx, streamKey);
        if (!removed.ok())
            return removed;
    }
    const Result<Done> parts = writeParts(tx, streamKey, after, card);
    if (!parts.ok())
        return parts;
    const Result<Done> miles
        = isThere ? renewMiles(tx, streamKey, after, card) : writeMiles(tx, streamKey, after, card);
    if (!miles.ok())
        return miles;
    const Result<Done> index
        = reindex(tx, GramTable::Cases, streamKey, before.value().texts, searchTextsOf(card));
    if (!index.ok())
        return index;
    return refreshDirectory(tx, before.value(), card, how.batch);
}

Result<Done> unproject(WriteTx &tx, qint64 streamKey)
{
    const Result<Done> cold = removeColdMiles(tx, streamKey);
    if (!cold.ok())
        return cold;
    return removeCase(tx, streamKey);
}

Result<Done> unprojectTill(WriteTx &tx, const StreamId &till)
{
    return Query(tx.connection(), deleteTillSql).bind(":id"_L1, till.bytes()).run();
}

Result<Done> clearProjections(WriteTx &tx)
{
    Query query(tx.connection(), foldedSql);
    const Result<QList<qint64>> keys
        = rowsOf(query, [](Query &row) { return row.number("key"_L1); });
    if (!keys.ok())
        return keys.error();
    for (const qint64 key : keys.value()) {
        const Result<Done> removed = removeCase(tx, key);
        if (!removed.ok())
            return removed;
    }
    return Query(tx.connection(), clearTillsSql).run();
}

QStringList projectionTables()
{
    return {u"case_row"_s, u"pile"_s,      u"mile"_s,           u"mile_day"_s,  u"stop"_s,
            u"gram"_s,     u"applicant"_s, u"applicant_gram"_s, u"slip"_s,      u"payment"_s,
            u"refund"_s,   u"till"_s,      u"paper"_s,          u"case_clock"_s};
}

} // namespace hall
