#pragma once

#include "domain/decide.h"

#include <QJsonObject>

namespace hall {

/// Fills what every event of one decision has in common.
class EventMaker
{
public:
    EventMaker(const StreamId &stream, const EventId &saw, const Context &context)
        : m_stream(stream)
        , m_saw(saw)
        , m_context(context)
    {
    }

    /// An event of this case by this actor, now; the caller fills branch, states and scopes.
    [[nodiscard]] Event blank(const QString &type, const QString &action) const
    {
        Event event{.id = m_context.ids.make<EventId>(),
                    .stream = m_stream,
                    .type = type,
                    .branch = QStringLiteral("main"),
                    .action = action,
                    .actor = m_context.actor.staff,
                    .post = m_context.actor.post.code(),
                    .station = m_context.actor.station,
                    .actedAt = m_context.now.toMSecsSinceEpoch()};
        if (!m_saw.isNull())
            event.saw.append(m_saw);
        return event;
    }

    [[nodiscard]] Event append(const QString &type, const QString &action,
                               const QJsonObject &body) const
    {
        return sealed(blank(type, action), body);
    }

    /// "This paper is wanted": its number is given now, its printing comes later.
    [[nodiscard]] Event wantPaper(const QString &kind, const QString &number,
                                  const EventId &about) const
    {
        return append(QStringLiteral("paper"), QStringLiteral("want"),
                      {{QStringLiteral("kind"), kind},
                       {QStringLiteral("number"), number},
                       {QStringLiteral("about"), about.isNull() ? QString() : about.text()}});
    }

private:
    StreamId m_stream;
    EventId m_saw;
    const Context &m_context;
};

/// Whether an actor's post or window serves a department (a general window serves several).
[[nodiscard]] bool servesDepartment(const Actor &actor, const QString &dept,
                                    const Reference &reference);
/// Number for a paper of a case: papers of the intake carry the intake number, others an official
/// one.
[[nodiscard]] Result<QString> paperNumber(const QString &kind, const QString &intakeNumber,
                                          const Context &context);
/// Bodies that opening and later commands share.
[[nodiscard]] QJsonArray pagesJson(const QList<PageRef> &pages);
[[nodiscard]] QJsonArray checksJson(const QList<LineCheck> &lines);
/// The slip of a case's chargeable fee lines on a day; no value where nothing is to be paid.
[[nodiscard]] Result<std::optional<QJsonObject>>
feeDemand(const ItemDef &item, const QList<qint64> &quantities, const Context &context);

/// An action whose papers and fees become wanted, and the event that they document.
struct PaperAsk
{
    const CaseFile &file;
    const ActionDef &action;
    QList<qint64> quantities = {}; ///< of the fee lines, in thousandths; empty = 1 each
    EventId about = {};
};
/// The papers of an action as wanted, and its fee slip with the payment notice.
[[nodiscard]] Result<QList<Event>> papersOf(const PaperAsk &ask, const Context &context);

/// decide() for an action of the definition.
[[nodiscard]] Result<QList<Event>> decideAct(const CaseFile &file, const Act &act,
                                             const Context &context);

} // namespace hall
