#include "desk/admin/templatedesk.h"

#include "papers/samplepaper.h"
#include "store/store.h"

#include <QRegularExpression>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView templateKind("template");

struct Publications
{
    int newest = 0;
    qint64 at = 0;
    QString actor = {};
};

/// What the hall's journal says of each kind's template.
QMap<QString, Publications> publicationsIn(const QList<Event> &journal)
{
    QMap<QString, Publications> all;
    for (const Event &event : journal) {
        const QJsonObject body = event.bodyObject();
        if (body.value("kind"_L1).toString() != templateKind)
            continue;
        const QString code = body.value("code"_L1).toString();
        Publications &known = all[code];
        known.at = event.actedAt;
        known.actor = event.actor;
        const std::optional<PaperKind> kind = paperFromCode(code);
        const QString text = body.value("data"_L1).toObject().value("text"_L1).toString();
        if (!kind || text.isEmpty())
            continue;
        const Result<Template> form = Template::fromText(*kind, text);
        if (form.ok())
            known.newest = std::max(known.newest, form.value().version());
    }
    return all;
}

Result<TemplateRow> rowOf(PaperKind kind, const Reference &reference, const Publications &known)
{
    const Result<Template> bundled = Template::bundled(kind);
    if (!bundled.ok())
        return bundled.error();
    TemplateRow row{.kind = kind,
                    .version = bundled.value().version(),
                    .newest = std::max(bundled.value().version(), known.newest),
                    .at = known.at,
                    .actor = known.actor,
                    .text = bundled.value().text()};
    const QByteArray own = reference.templates.value(paperCode(kind));
    if (own.isEmpty())
        return row;
    row.isOwn = true;
    row.text = QString::fromUtf8(own);
    if (const Result<Template> form = Template::fromText(kind, row.text); form.ok())
        row.version = form.value().version();
    return row;
}

} // namespace

QString withVersion(const QString &text, int version)
{
    static const QRegularExpression root(uR"(<paper\b[^>]*>)"_s);
    static const QRegularExpression attribute(uR"(\sversion\s*=\s*("[^"]*"|'[^']*'))"_s);
    const QRegularExpressionMatch found = root.match(text);
    if (!found.hasMatch())
        return text;
    QString tag = found.captured();
    const QString said = u" version=\"%1\""_s.arg(version);
    if (attribute.match(tag).hasMatch())
        tag.replace(attribute, said);
    else
        tag.insert(6, said);
    return text.left(found.capturedStart()) + tag + text.mid(found.capturedEnd());
}

TemplateDesk::TemplateDesk(const HallPublisher &publisher)
    : m_publisher(publisher)
{
}

QFuture<Result<QList<TemplateRow>>> TemplateDesk::rows() const
{
    return m_publisher.place().store.report([](ReadTx &tx) -> Result<QList<TemplateRow>> {
        const Result<QList<Event>> journal = tx.journal(hallStream());
        if (!journal.ok())
            return journal.error();
        const QMap<QString, Publications> known = publicationsIn(journal.value());
        QList<TemplateRow> rows;
        for (const PaperKind kind : allPapers()) {
            const Result<TemplateRow> row
                = rowOf(kind, tx.reference(), known.value(paperCode(kind)));
            if (!row.ok())
                return row.error();
            rows.append(row.value());
        }
        return rows;
    });
}

QFuture<Result<QList<HallChange>>> TemplateDesk::history(PaperKind kind) const
{
    return m_publisher.place().store.report(
        [code = paperCode(kind)](ReadTx &tx) -> Result<QList<HallChange>> {
            const Result<QList<Event>> journal = tx.journal(hallStream());
            if (!journal.ok())
                return journal.error();
            QList<HallChange> changes = hallChanges(journal.value());
            changes.removeIf([&code](const HallChange &change) {
                return change.kind != templateKind || change.code != code;
            });
            return changes;
        });
}

QStringList TemplateDesk::problems(PaperKind kind, const QString &text)
{
    const Result<Template> form = Template::fromText(kind, text);
    return form.ok() ? form.value().lint() : QStringList{form.error().detail};
}

QFuture<Result<Document>> TemplateDesk::preview(PaperKind kind, const QString &text) const
{
    const QDateTime now = m_publisher.place().clock.now();
    return m_publisher.place().store.report(
        [kind, text, now,
         name = m_publisher.session().member.name](ReadTx &tx) -> Result<Document> {
            const Result<Template> form = Template::fromText(kind, text);
            if (!form.ok())
                return form.error();
            const HallInfo &hall = tx.reference().hall;
            QJsonObject data = samplePaperData(kind);
            data.insert(u"organName"_s, hall.organ.isEmpty() ? hall.name : hall.organ);
            return Document::compose(form.value(), data,
                                     {.sample = true, .printedBy = name, .printedAt = now});
        });
}

QFuture<Result<Done>> TemplateDesk::publish(const TemplateRow &row, const QString &text) const
{
    const QStringList wrong = problems(row.kind, text);
    if (!wrong.isEmpty())
        return answered<Done>(Error{ErrorKind::DefinitionInvalid, wrong.first()});
    return m_publisher.publish({{.kind = QString(templateKind),
                                 .code = paperCode(row.kind),
                                 .data = {{u"text"_s, withVersion(text, row.newest + 1)}}}});
}

QFuture<Result<Done>> TemplateDesk::takeBack(PaperKind kind) const
{
    if (!m_publisher.reference()->templates.contains(paperCode(kind)))
        return answered<Done>(Error{ErrorKind::NotFound, paperCode(kind)});
    return m_publisher.publish(
        {{.kind = QString(templateKind), .code = paperCode(kind), .isRetired = true}});
}

} // namespace hall
