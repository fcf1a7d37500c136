#include "store/applicants.h"

#include "store/rowvalues.h"
#include "store/searchindex.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString newestSql
    = u"SELECT applicant_kind, applicant_name, id_kind, applicant_number, phone, address, "
      u"legal_name, "
      "legal_number, override_reason, said_at FROM case_row WHERE applicant = :id "
      "ORDER BY said_at DESC, key DESC LIMIT 1"_s;
const QString countSql
    = u"SELECT min(key) AS first, count(*) AS cases FROM case_row WHERE applicant = :id"_s;
const QString storedSql = u"SELECT key, name, legal_name, address FROM applicant WHERE id = :id"_s;
const QString deleteSql = u"DELETE FROM applicant WHERE id = :id"_s;
const QString upsertSql
    = u"INSERT INTO applicant (key, id, kind, name, id_kind, number, phone, address, legal_name, "
      "legal_number, override_reason, said_at, cases) VALUES (:key, :id, :kind, :name, :id_kind, "
      ":number, :phone, :address, :legal_name, :legal_number, :override_reason, :said_at, :cases) "
      "ON CONFLICT (key) DO UPDATE SET id = excluded.id, kind = excluded.kind, name = "
      "excluded.name, "
      "id_kind = excluded.id_kind, number = excluded.number, phone = excluded.phone, "
      "address = excluded.address, legal_name = excluded.legal_name, "
      "legal_number = excluded.legal_number, override_reason = excluded.override_reason, "
      "said_at = excluded.said_at, cases = excluded.cases"_s;

SearchTexts textsOf(const QString &name, const QString &legal, const QString &address)
{
    QStringList names{name, legal};
    names.removeAll(QString());
    return {.names = names, .address = address};
}

struct Stored
{
    qint64 key = 0; ///< 0 = no entry
    SearchTexts texts = {};
};

Result<Stored> storedEntry(const ReadTx &tx, const ApplicantId &id)
{
    Query query(tx.connection(), storedSql);
    query.bind(":id"_L1, idValue(id));
    const Result<bool> more = query.next();
    if (!more.ok())
        return more.error();
    if (!more.value())
        return Stored{};
    return Stored{.key = query.number("key"_L1),
                  .texts = textsOf(query.text("name"_L1), query.text("legal_name"_L1),
                                   query.text("address"_L1))};
}

struct Said
{
    qint64 key = 0; ///< first case; 0 = none names the applicant
    ApplicantRow row = {};
};

Result<Said> saidByCases(const ReadTx &tx, const ApplicantId &id)
{
    Said said;
    Query count(tx.connection(), countSql);
    count.bind(":id"_L1, idValue(id));
    const Result<bool> counted = count.next();
    if (!counted.ok())
        return counted.error();
    said.key = count.number("first"_L1);
    said.row.cases = int(count.number("cases"_L1));
    Query query(tx.connection(), newestSql);
    query.bind(":id"_L1, idValue(id));
    const Result<bool> more = query.next();
    if (!more.ok())
        return more.error();
    if (!more.value())
        return said;
    said.row.applicant = {.id = id,
                          .kind = int(query.number("applicant_kind"_L1)),
                          .name = query.text("applicant_name"_L1),
                          .idKind = query.text("id_kind"_L1),
                          .idNumber = query.text("applicant_number"_L1),
                          .phone = query.text("phone"_L1),
                          .address = query.text("address"_L1),
                          .legalName = query.text("legal_name"_L1),
                          .legalIdNumber = query.text("legal_number"_L1),
                          .overrideReason = query.text("override_reason"_L1)};
    said.row.saidAt = query.number("said_at"_L1);
    return said;
}

Result<Done> removeEntry(WriteTx &tx, const ApplicantId &id, const Stored &old)
{
    if (old.key == 0)
        return Done{};
    const Result<Done> done = reindex(tx, GramTable::Applicants, old.key, old.texts, {});
    if (!done.ok())
        return done;
    return Query(tx.connection(), deleteSql).bind(":id"_L1, idValue(id)).run();
}

Result<Done> writeEntry(WriteTx &tx, const Said &said)
{
    const Applicant &who = said.row.applicant;
    Query query(tx.connection(), upsertSql);
    return bindAll(query,
                   {{":key"_L1, said.key},
                    {":id"_L1, idValue(who.id)},
                    {":kind"_L1, who.kind},
                    {":name"_L1, textValue(who.name)},
                    {":id_kind"_L1, textValue(who.idKind)},
                    {":number"_L1, textValue(who.idNumber)},
                    {":phone"_L1, textValue(who.phone)},
                    {":address"_L1, textValue(who.address)},
                    {":legal_name"_L1, textValue(who.legalName)},
                    {":legal_number"_L1, textValue(who.legalIdNumber)},
                    {":override_reason"_L1, textValue(who.overrideReason)},
                    {":said_at"_L1, said.row.saidAt},
                    {":cases"_L1, said.row.cases}})
        .run();
}

} // namespace

Result<Done> refreshApplicant(WriteTx &tx, const ApplicantId &id)
{
    if (id.isNull())
        return Done{};
    Result<Stored> old = storedEntry(tx, id);
    if (!old.ok())
        return old.error();
    const Result<Said> said = saidByCases(tx, id);
    if (!said.ok())
        return said.error();
    if (said.value().key == 0)
        return removeEntry(tx, id, old.value());
    if (old.value().key != said.value().key) {
        // The first case that names the applicant gives the key; it may have changed its mind.
        const Result<Done> removed = removeEntry(tx, id, old.value());
        if (!removed.ok())
            return removed;
        old = Stored{};
    }
    const Result<Done> written = writeEntry(tx, said.value());
    if (!written.ok())
        return written;
    const Applicant &who = said.value().row.applicant;
    return reindex(tx, GramTable::Applicants, said.value().key, old.value().texts,
                   textsOf(who.name, who.legalName, who.address));
}

} // namespace hall
