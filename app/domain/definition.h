#pragma once

#include "domain/catalogue.h"
#include "domain/definitionparts.h"
#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace hall {

/// A workflow definition as data (design.md section 5). Immutable once published; a running case
/// keeps its version.
class Definition
{
public:
    /// Reads the JSON file; DefinitionInvalid with the first fault of form. Call lint() for the
    /// rest.
    [[nodiscard]] static Result<Definition> fromJson(const QByteArray &json);

    [[nodiscard]] const QString &code() const { return m_code; }
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] const LocalText &name() const { return m_name; }
    [[nodiscard]] bool hasFourEyes() const { return m_fourEyes; }
    [[nodiscard]] const QByteArray &json() const { return m_json; }
    [[nodiscard]] const QList<StateDef> &states() const { return m_states; }
    [[nodiscard]] const QList<ActionDef> &actions() const { return m_actions; }
    [[nodiscard]] const StateDef *state(const QString &id) const;
    [[nodiscard]] const ActionDef *action(const QString &id) const;
    /// Actions that leave a state, in the file's order.
    [[nodiscard]] QList<const ActionDef *> actionsFrom(const QString &state) const;
    /// States that a Back action may name: earlier in the file's order, with an owner, not the
    /// group's own.
    [[nodiscard]] QStringList earlierStates(const QString &state) const;

    static constexpr int form = 1; ///< version of the file's own form

private:
    QString m_code;
    int m_version = 1;
    LocalText m_name;
    bool m_fourEyes = true;
    QByteArray m_json;
    QList<StateDef> m_states;
    QList<ActionDef> m_actions;
};

/// All versions of all definitions, by code and version.
class Definitions
{
public:
    void add(const Definition &definition);
    [[nodiscard]] const Definition *find(const QString &code, int version) const;
    [[nodiscard]] const Definition *newest(const QString &code) const;
    [[nodiscard]] QList<const Definition *> all() const;

private:
    QMap<QString, QMap<int, Definition>> m_byCode;
};

/// What the linter finds (design.md section 5): each fault is one line in English for the
/// administrator's report, e.g. "state review: nobody can act".
[[nodiscard]] QStringList lint(const Definition &definition);
/// Faults of an item against its definition: missing step, step limits that do not add up to the
/// promise, promise later than the statute, same-day item with a limit of days (domain.md section
/// 4).
[[nodiscard]] QStringList lint(const ItemDef &item, const Definition &definition);

} // namespace hall
