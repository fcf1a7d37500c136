#pragma once

#include "domain/calendar.h"
#include "domain/casefile.h"
#include "domain/clock.h"
#include "domain/command.h"
#include "domain/reference.h"

#include <QDateTime>

namespace hall {

/// Who acts, in which post, where.
struct Actor
{
    QString staff = {}; ///< empty for timers
    Post post = {};
    QString window = {};  ///< window where the person sits; empty upstairs
    QString station = {}; ///< installation, three characters
};

/// Gives official numbers and intake numbers inside the store's transaction (design.md section 4,
/// "Numbers"). A number given is used up, also when the transaction's event is refused later.
class NumberGiver
{
public:
    virtual ~NumberGiver() = default;
    /// Next intake number of this station for a local date.
    virtual Result<QString> intakeNumber(QDate date) = 0;
    /// Next number of a series (paper code, or "slip", "receipt/<window>") in a year, for an organ.
    virtual Result<QString> officialNumber(const QString &series, const QString &organWord,
                                           int year)
        = 0;
};

/// Everything that decide() may look at beside the case.
struct Context
{
    const Reference &reference;
    Actor actor;
    QDateTime now;
    IdSource &ids;
    NumberGiver &numbers;
};

/// Opens a case: the registered event, one event a page, and the checklist.
[[nodiscard]] Result<QList<Event>> openCase(const Registration &registration,
                                            const Context &context);

/// What a command makes of a case: events, or the reason why not. Pure but for the numbers and ids.
[[nodiscard]] Result<QList<Event>> decide(const CaseFile &file, const Command &command,
                                          const Context &context);

/// The definition's actions that this actor may take now on a branch. What data would still have to
/// be given (opinion, collector …) is not looked at: the page asks for it.
[[nodiscard]] QList<const ActionDef *> possibleActions(const CaseFile &file, const QString &branch,
                                                       const Actor &actor,
                                                       const Reference &reference);

/// Applies one event. An event that does not fit is kept in the history as irregular and changes
/// nothing else (design.md section 5).
void apply(CaseFile &file, const Event &event, const Definitions &definitions);
[[nodiscard]] CaseFile fold(CaseFile file, const Event &event, const Definitions &definitions);
[[nodiscard]] CaseFile fold(const QList<Event> &journal, const Definitions &definitions);

/// Whose pile a branch lies in: role, and department ("" = any department's post of the role).
struct Owner
{
    Role role = Role::Clerk;
    QString dept = {};
};
[[nodiscard]] std::optional<Owner> ownerOf(const CaseFile &file, const Branch &branch,
                                           const Definitions &definitions);

} // namespace hall
