#pragma once

#include "store/searchindex.h"

#include <functional>
#include <optional>

namespace hall {

/// Why a row is among the results: pages mark the field.
enum class MatchField {
    Newest, ///< nothing was typed
    CaseNumber,
    Number, ///< identity or organisation number
    Phone,
    Name,
    LegalName,
    AgentName,
    Initials,
    Address
};

/// A row found, and the text of the field that matched.
struct Found
{
    qint64 key = 0;
    MatchField field = MatchField::Newest;
    QString text = {};
};

/// Search over one table with a gram table: each call adds one list of keys, newest first, at most
/// `limit` long; every answer comes from an index that gives this order, or from few rows.
class KeySearch
{
public:
    struct Table
    {
        QString name = {};
        GramTable grams = GramTable::Cases;
        QString number = {}; ///< column of the identity number
        QList<std::pair<QString, MatchField>> names = {};
    };
    /// Answers the text that matched, or nothing when the row does not match after all.
    using Check = std::function<std::optional<QString>(const Query &)>;

    KeySearch(const ReadTx &tx, Table table, int limit);

    [[nodiscard]] Result<Done> newest();
    [[nodiscard]] Result<Done> exact(const QString &column, const QString &value, MatchField field);
    /// A short beginning fits most rows: then rows are read newest first instead of by the index.
    [[nodiscard]] Result<Done> prefix(const QString &column, const QString &value,
                                      MatchField field);
    /// By the last four characters; the rest of a longer value is compared.
    [[nodiscard]] Result<Done> tail(const QString &column, const QString &value, MatchField field);
    /// WHERE `condition`, :value bound; `column` is shown and checked.
    [[nodiscard]] Result<Done> where(const QString &condition, const QString &column,
                                     const QString &value, MatchField field, const Check &check);
    [[nodiscard]] Result<Done> names(const QString &form);
    [[nodiscard]] Result<Done> initials(const QString &letters);
    [[nodiscard]] Result<Done> addresses(const QString &form);

    /// List by list, each row once.
    [[nodiscard]] QList<Found> inTurn() const;
    /// In the same order, but a long list leaves every other one its share.
    [[nodiscard]] QList<Found> shared() const;
    [[nodiscard]] bool isFull() const { return inTurn().size() >= m_limit; }

private:
    using Named = std::function<std::optional<Found>(const Query &)>;
    [[nodiscard]] Result<QList<Found>> gathered(Query &query, const Named &named) const;
    [[nodiscard]] Result<Done> collect(Query &query, const Named &named);
    [[nodiscard]] Result<bool> isDense(const QString &column, const QString &value) const;
    [[nodiscard]] Result<Done> byGrams(const QList<qint64> &grams, const Named &named);
    [[nodiscard]] std::optional<Found>
    nameMatch(const Query &row, const std::function<bool(const QString &)> &fits) const;
    [[nodiscard]] QString select(const QString &column) const;

    const ReadTx &m_tx;
    Table m_table;
    int m_limit;
    QList<QList<Found>> m_lists;
};

} // namespace hall
