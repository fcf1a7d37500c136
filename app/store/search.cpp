#include "store/search.h"

#include "domain/casenumber.h"
#include "domain/numbertext.h"
#include "store/casecard.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString serialSql = u"substr(number, -6, 4) = :value"_s;

constexpr int serialLength = 4;
constexpr int shortestTail = 4;

KeySearch::Table caseTable()
{
    return {.name = u"case_row"_s,
            .grams = GramTable::Cases,
            .number = u"applicant_number"_s,
            .names = {{u"applicant_name"_s, MatchField::Name},
                      {u"legal_name"_s, MatchField::LegalName},
                      {u"agent_name"_s, MatchField::AgentName}}};
}

Result<Done> inOrder(std::initializer_list<std::function<Result<Done>()>> stages)
{
    for (const auto &stage : stages) {
        const Result<Done> done = stage();
        if (!done.ok())
            return done;
    }
    return Done{};
}

QString withoutHyphens(QString number)
{
    return number.remove(u'-');
}

/// The beginning of a case number, with its hyphens: 9-8-3-4-1.
QString hyphenated(const QString &bare)
{
    QString number;
    qsizetype from = 0;
    for (const int length : {9, 8, 3, 4, 1}) {
        const QString part = bare.mid(from, length);
        if (part.isEmpty())
            break;
        number += (from == 0 ? QString() : u"-"_s) + part;
        from += length;
    }
    return number;
}

/// "42", "0042", "A07-0042" with or without the check character behind it.
Result<Done> bySerial(KeySearch &search, const QString &bare)
{
    const auto stage = [&search](const QString &serial, const KeySearch::Check &check) {
        if (serial.size() != serialLength || !isAsciiDigits(serial))
            return Result<Done>(Done{});
        return search.where(serialSql, u"number"_s, serial, MatchField::CaseNumber, check);
    };
    if (bare.size() <= serialLength)
        return stage(bare.rightJustified(serialLength, u'0'), {});
    const Result<Done> plain
        = stage(bare.last(serialLength), [&bare](const Query &row) -> std::optional<QString> {
              const QString number = row.text("text"_L1);
              const bool fits = withoutHyphens(number).chopped(1).endsWith(bare);
              return fits ? std::optional(number) : std::nullopt;
          });
    if (!plain.ok())
        return plain;
    return stage(
        bare.chopped(1).last(serialLength), [&bare](const Query &row) -> std::optional<QString> {
            const QString number = row.text("text"_L1);
            return withoutHyphens(number).endsWith(bare) ? std::optional(number) : std::nullopt;
        });
}

Result<Done> byCaseNumber(KeySearch &search, const QString &bare)
{
    const Result<CaseNumber> whole = CaseNumber::fromText(bare);
    if (whole.ok())
        return search.exact(u"number"_s, whole.value().text(), MatchField::CaseNumber);
    constexpr int regionLength = 9; // the region alone begins every number
    if (bare.size() > regionLength && isAsciiDigits(bare.first(regionLength))) {
        const Result<Done> done
            = search.prefix(u"number"_s, hyphenated(bare), MatchField::CaseNumber);
        if (!done.ok())
            return done;
    }
    return bySerial(search, bare);
}

Result<QList<Found>> byNumber(const ReadTx &tx, const SearchWords &words, int limit)
{
    KeySearch search(tx, caseTable(), limit);
    const QString &number = words.number;
    const QString column = u"applicant_number"_s;
    const bool hasTail = number.size() >= shortestTail;
    const Result<Done> done = inOrder({
        [&] { return search.exact(column, number, MatchField::Number); },
        [&] { return search.exact(u"phone"_s, number, MatchField::Phone); },
        [&] { return byCaseNumber(search, number); },
        [&] {
            return hasTail ? search.tail(column, number, MatchField::Number) : Result<Done>(Done{});
        },
        [&] {
            return hasTail ? search.tail(u"phone"_s, number, MatchField::Phone)
                           : Result<Done>(Done{});
        },
        [&] { return search.prefix(column, number, MatchField::Number); },
        [&] { return search.prefix(u"phone"_s, number, MatchField::Phone); },
        [&] { return search.names(words.form); },
    });
    if (!done.ok())
        return done.error();
    return search.shared();
}

Result<QList<Found>> byText(const ReadTx &tx, const SearchWords &words, int limit)
{
    KeySearch search(tx, caseTable(), limit);
    const Result<Done> done = inOrder({
        [&] {
            return words.letters.isEmpty() ? Result<Done>(Done{}) : search.initials(words.letters);
        },
        [&] { return search.isFull() ? Result<Done>(Done{}) : search.names(words.form); },
        [&] { return search.isFull() ? Result<Done>(Done{}) : search.addresses(words.form); },
    });
    if (!done.ok())
        return done.error();
    return search.inTurn();
}

Result<QList<Found>> newestCases(const ReadTx &tx, int limit)
{
    KeySearch search(tx, caseTable(), limit);
    const Result<Done> done = search.newest();
    if (!done.ok())
        return done.error();
    return search.inTurn();
}

Result<QList<CaseHit>> rowsFor(const ReadTx &tx, const QList<Found> &found)
{
    QList<qint64> keys;
    for (const Found &one : found)
        keys.append(one.key);
    const auto rows = rowsByKey(tx, keys);
    if (!rows.ok())
        return rows.error();
    QList<CaseHit> hits;
    auto match = found.constBegin();
    for (const auto &[key, row] : rows.value()) {
        while (match->key != key)
            ++match;
        hits.append({.row = row, .field = match->field, .text = match->text});
    }
    return hits;
}

} // namespace

SearchWords SearchWords::of(const QString &text)
{
    SearchWords words{.form = searchForm(text)};
    const QString bare = withoutHyphens(words.form);
    const bool hasDigit = std::ranges::any_of(bare, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (isAsciiLettersAndDigits(bare)) {
        if (hasDigit)
            words.number = bare;
        else if (bare == words.form)
            words.letters = bare;
    }
    return words;
}

Result<QList<CaseHit>> searchCases(const ReadTx &tx, const QString &text, int limit)
{
    const SearchWords words = SearchWords::of(text);
    const Result<QList<Found>> keys = words.form.isEmpty() ? newestCases(tx, limit)
        : !words.number.isEmpty()                          ? byNumber(tx, words, limit)
                                                           : byText(tx, words, limit);
    if (!keys.ok())
        return keys.error();
    return rowsFor(tx, keys.value());
}

} // namespace hall
