#include "store/applicants.h"
#include "store/casecard.h"
#include "store/milestones.h"
#include "store/rowvalues.h"
#include "store/searchindex.h"

#include <QSet>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString insertStreamSql = u"INSERT INTO stream (kind, id, count) VALUES (:kind, :id, 0)"_s;

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

Result<qint64> newStream(WriteTx &tx, const StreamId &id)
{
    Query query(tx.connection(), insertStreamSql);
    const Result<Done> done = query.bind(":kind"_L1, static_cast<int>(StreamKind::Case))
                                  .bind(":id"_L1, idValue(id))
                                  .run();
    if (!done.ok())
        return done.error();
    return query.insertedKey();
}

} // namespace

Result<Done> insertColdRows(WriteTx &tx, const QList<CaseRow> &rows)
{
    QList<std::pair<qint64, SearchTexts>> texts;
    QSet<ApplicantId> applicants;
    for (const CaseRow &row : rows) {
        const Result<qint64> key = newStream(tx, row.id);
        if (!key.ok())
            return key.error();
        const CaseCard card = coldCard(row);
        const Result<Done> inserted = insertCard(tx, key.value(), card);
        if (!inserted.ok())
            return inserted;
        const Result<Done> miles = writeColdMiles(tx, key.value(), card);
        if (!miles.ok())
            return miles;
        texts.append({key.value(), searchTextsOf(card)});
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
