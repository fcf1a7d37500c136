#include "store/applicants.h"

#include "domain/numbertext.h"
#include "store/keysearch.h"
#include "store/rowvalues.h"
#include "store/search.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString selectSql
    = u"SELECT id, kind, name, id_kind, number, phone, address, legal_name, legal_number, "
      "override_reason, said_at, cases FROM applicant "_s;
const QString byKeySql = selectSql + u"WHERE key = :key"_s;
const QString byIdSql = selectSql + u"WHERE id = :id"_s;
const QString byNumberSql
    = selectSql + u"WHERE number = :number AND number <> '' ORDER BY key DESC"_s;
const QString byNameSql = selectSql + u"WHERE name = :name ORDER BY key DESC LIMIT 200"_s;
const QString byPhoneSql
    = selectSql + u"WHERE phone = :phone AND phone <> '' ORDER BY key DESC LIMIT 50"_s;

constexpr int shortestTail = 4;
constexpr int enoughNumber = 6; // shorter ones are beginnings

KeySearch::Table directory()
{
    return {.name = u"applicant"_s,
            .grams = GramTable::Applicants,
            .number = u"number"_s,
            .names = {{u"name"_s, MatchField::Name}, {u"legal_name"_s, MatchField::LegalName}}};
}

ApplicantRow applicantFrom(const Query &query)
{
    return {.applicant = {.id = ApplicantId::fromBytes(query.bytes("id"_L1)),
                          .kind = int(query.number("kind"_L1)),
                          .name = query.text("name"_L1),
                          .idKind = query.text("id_kind"_L1),
                          .idNumber = query.text("number"_L1),
                          .phone = query.text("phone"_L1),
                          .address = query.text("address"_L1),
                          .legalName = query.text("legal_name"_L1),
                          .legalIdNumber = query.text("legal_number"_L1),
                          .overrideReason = query.text("override_reason"_L1)},
            .saidAt = query.number("said_at"_L1),
            .cases = int(query.number("cases"_L1))};
}

Result<Done> addNumber(KeySearch &search, const SearchWords &words)
{
    const QString &number = words.number;
    Result<Done> done = number.size() < enoughNumber
        ? Result<Done>(Done{})
        : search.exact(u"number"_s, number, MatchField::Number);
    if (done.ok())
        done = search.prefix(u"number"_s, number, MatchField::Number);
    if (done.ok())
        done = search.prefix(u"phone"_s, number, MatchField::Phone);
    if (done.ok() && number.size() >= shortestTail)
        done = search.tail(u"number"_s, number, MatchField::Number);
    if (done.ok() && number.size() >= shortestTail)
        done = search.tail(u"phone"_s, number, MatchField::Phone);
    return done.ok() ? search.names(words.form) : done;
}

Result<Done> addText(KeySearch &search, const SearchWords &words)
{
    if (!words.letters.isEmpty()) {
        const Result<Done> done = search.initials(words.letters);
        if (!done.ok())
            return done;
    }
    return search.names(words.form);
}

bool shareTail(const QString &a, const QString &b)
{
    return a.size() >= shortestTail && b.size() >= shortestTail
        && a.last(shortestTail) == b.last(shortestTail);
}

QList<SameReason> reasonsFor(const Applicant &typed, const Applicant &known)
{
    QList<SameReason> reasons;
    const auto same = [](const QString &a, const QString &b) { return !a.isEmpty() && a == b; };
    const bool sameName = same(searchForm(typed.name), searchForm(known.name));
    const bool samePhone = same(typed.phone, known.phone);
    if (same(typed.idNumber, known.idNumber))
        reasons.append(SameReason::Number);
    if (sameName && same(typed.legalIdNumber, known.legalIdNumber))
        reasons.append(SameReason::LegalNumber);
    if (sameName && samePhone)
        reasons.append(SameReason::NameAndPhone);
    if (sameName && shareTail(typed.idNumber, known.idNumber))
        reasons.append(SameReason::NameAndTail);
    if (sameName && same(searchForm(typed.address), searchForm(known.address)))
        reasons.append(SameReason::NameAndAddress);
    if (samePhone && !sameName)
        reasons.append(SameReason::Phone);
    return reasons;
}

} // namespace

Result<QList<ApplicantRow>> findApplicants(const ReadTx &tx, const QString &text, int limit)
{
    const SearchWords words = SearchWords::of(text);
    if (words.form.isEmpty())
        return QList<ApplicantRow>{};
    KeySearch search(tx, directory(), limit);
    const Result<Done> done
        = words.number.isEmpty() ? addText(search, words) : addNumber(search, words);
    if (!done.ok())
        return done.error();
    QList<ApplicantRow> rows;
    for (const Found &found : words.number.isEmpty() ? search.inTurn() : search.shared()) {
        Query query(tx.connection(), byKeySql);
        query.bind(":key"_L1, found.key);
        const Result<bool> more = query.next();
        if (!more.ok())
            return more.error();
        if (more.value())
            rows.append(applicantFrom(query));
    }
    return rows;
}

Result<ApplicantRow> applicantById(const ReadTx &tx, const ApplicantId &id)
{
    Query query(tx.connection(), byIdSql);
    query.bind(":id"_L1, idValue(id));
    const Result<bool> more = query.next();
    if (!more.ok())
        return more.error();
    if (!more.value())
        return Error{ErrorKind::NotFound, u"applicant"_s};
    return applicantFrom(query);
}

Result<QList<ApplicantRow>> applicantsByNumber(const ReadTx &tx, const QString &number)
{
    Query query(tx.connection(), byNumberSql);
    query.bind(":number"_L1, textValue(number));
    return rowsOf(query, applicantFrom);
}

Result<QList<LikelySame>> possibleDuplicates(const ReadTx &tx, const Applicant &typed, int limit)
{
    QList<LikelySame> likely;
    QSet<ApplicantId> seen{typed.id};
    const std::array candidates{std::tuple{byNumberSql, ":number"_L1, typed.idNumber},
                                std::tuple{byNameSql, ":name"_L1, typed.name},
                                std::tuple{byPhoneSql, ":phone"_L1, typed.phone}};
    for (const auto &[sql, name, value] : candidates) {
        if (value.isEmpty())
            continue;
        Query query(tx.connection(), sql);
        query.bind(name, value);
        const Result<QList<ApplicantRow>> rows = rowsOf(query, applicantFrom);
        if (!rows.ok())
            return rows.error();
        for (const ApplicantRow &row : rows.value()) {
            const QList<SameReason> reasons = reasonsFor(typed, row.applicant);
            if (reasons.isEmpty() || seen.contains(row.applicant.id))
                continue;
            seen.insert(row.applicant.id);
            likely.append({.row = row, .reasons = reasons});
        }
    }
    std::ranges::stable_sort(likely, {},
                             [](const LikelySame &same) { return same.reasons.first(); });
    return likely.first(std::min<qsizetype>(likely.size(), limit));
}

} // namespace hall
