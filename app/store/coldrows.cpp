#include "store/applicants.h"
#include "store/casecard.h"
#include "store/milestones.h"
#include "store/rowvalues.h"
#include "store/searchindex.h"

#include <QSet>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString newestStreamSql = u"SELECT coalesce(max(key), 0) AS newest FROM stream"_s;
const QString insertStreamSql
    = u"INSERT INTO stream (key, kind, id, count) VALUES (:key, :kind, :id, 0)"_s;

CaseCard coldCard(const CaseRow &row)
{
    CaseCard card{.row = row};
    card.row.isFolded = false;
    card.row.version = 0;
    card.applicant = {.id = row.applicant,
                      .name = row.applicantName,
                      .idNumber = row.applicantNumber,
                      .phone = row.phone};
    card.saidAt = row.registeredAt;
    return card;
}

Result<qint64> newestStream(const ReadTx &tx)
{
    Query query(tx.connection(), newestStreamSql);
    const Result<bool> more = query.next();
    if (!more.ok())
        return more.error();
    return query.number("newest"_L1);
}

Result<Done> insertStream(WriteTx &tx, qint64 key, const StreamId &id)
{
    Query query(tx.connection(), insertStreamSql);
    return bindAll(query,
                   {{":key"_L1, key},
                    {":kind"_L1, static_cast<int>(StreamKind::Case)},
                    {":id"_L1, idValue(id)}})
        .run();
}

Result<Done> insertColdRow(WriteTx &tx, qint64 key, const CaseCard &card)
{
    const Result<Done> stream = insertStream(tx, key, card.row.id);
    if (!stream.ok())
        return stream;
    const Result<Done> inserted = insertCard(tx, key, card);
    if (!inserted.ok())
        return inserted;
    return writeColdMiles(tx, key, card);
}

} // namespace

Result<Done> insertColdRows(WriteTx &tx, const QList<CaseRow> &rows)
{
    QList<std::pair<qint64, SearchTexts>> texts;
    QSet<ApplicantId> applicants;
    const Result<qint64> newest = newestStream(tx);
    if (!newest.ok())
        return newest.error();
    qint64 key = newest.value();
    for (const CaseRow &row : rows) {
        const CaseCard card = coldCard(row);
        const Result<Done> inserted = insertColdRow(tx, ++key, card);
        if (!inserted.ok())
            return inserted;
        texts.append({key, searchTextsOf(card)});
        if (!row.applicant.isNull())
            applicants.insert(row.applicant);
    }
    const Result<Done> indexed = indexMany(tx, GramTable::Cases, texts);
    if (!indexed.ok())
        return indexed;
    for (const ApplicantId &id : std::as_const(applicants)) {
        const Result<Done> done = refreshApplicant(tx, id);
        if (!done.ok())
            return done;
    }
    return Done{};
}

} // namespace hall
