#include "sync/postgres/postgrescentre.h"
#include "sync/postgres/wireform.h"

namespace hall {

using namespace Qt::StringLiterals;

Result<QMap<QByteArray, PageProgress>> PostgresCentre::pagesThere(const QList<QByteArray> &shas)
{
    QList<QByteArray> hex;
    for (const QByteArray &sha : shas)
        hex.append(sha.toHex());
    const Result<QByteArray> json
        = word(Party::Station, "select api.page_have($1)", Parameters().textArray(hex));
    if (!json.ok())
        return json.error();
    return progressFrom(json.value());
}

Result<Done> PostgresCentre::putPiece(const CarriedPage &page, int n, const QByteArray &piece)
{
    const Result<Rows> put
        = call(Party::Station, "select api.page_put($1, $2, $3, $4)",
               Parameters().bytes(page.sha).int8(page.size).int4(n).bytes(piece));
    if (!put.ok())
        return put.error();
    return Done{};
}

Result<bool> PostgresCentre::commitPage(const QByteArray &sha)
{
    const Result<QByteArray> answer
        = word(Party::Station, "call api.page_commit($1, null)", Parameters().bytes(sha));
    if (!answer.ok())
        return answer.error();
    return answer.value() == "ok";
}

Result<bool> PostgresCentre::putLast(const CarriedPage &page, int n, const QByteArray &piece)
{
    const Result<QByteArray> answer
        = word(Party::Station, "call api.page_end($1, $2, $3, $4, null)",
               Parameters().bytes(page.sha).int8(page.size).int4(n).bytes(piece));
    if (!answer.ok() && answer.error().kind == ErrorKind::CentreTooOld)
        return Centre::putLast(page, n, piece); // a centre of before step 18
    if (!answer.ok())
        return answer.error();
    return answer.value() == "ok";
}

Result<QByteArray> PostgresCentre::getPieces(const QString &station, const QByteArray &sha,
                                             int first)
{
    const Result<Rows> rows = call(Party::Person, "select api.page_read($1, $2, $3)",
                                   Parameters().text(station).bytes(sha).int4(first));
    if (!rows.ok() && rows.error().kind == ErrorKind::CentreTooOld)
        return getPiece(station, sha, first);
    if (!rows.ok())
        return rows.error();
    if (rows.value().count() != 1 || rows.value().isNull(0, 0))
        return Error{ErrorKind::NotFound};
    return rows.value().bytes(0, 0);
}

Result<QByteArray> PostgresCentre::getPiece(const QString &station, const QByteArray &sha, int n)
{
    const Result<Rows> rows = call(Party::Person, "select api.page_get($1, $2, $3)",
                                   Parameters().text(station).bytes(sha).int4(n));
    if (!rows.ok())
        return rows.error();
    if (rows.value().count() != 1 || rows.value().isNull(0, 0))
        return Error{ErrorKind::NotFound};
    return rows.value().bytes(0, 0);
}

} // namespace hall
