#include "ui/shared/casewords.h"

#include "domain/clock.h"
#include "papers/paper.h"
#include "ui/shared/roletext.h"

#include <QHash>
#include <QLocale>
#include <QMap>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownEnds = 4;

const Definition *definitionOf(const CaseFile &file, const Reference &reference)
{
    return reference.definitions.find(file.item.workflow, file.definitionVersion);
}

} // namespace

QString CaseWords::moment(qint64 ms)
{
    if (ms == 0)
        return {};
    return instantOf(ms).toOffsetFromUtc(hallOffsetSeconds).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString CaseWords::day(const QDate &date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : u"—"_s;
}

QString CaseWords::due(const Due &due)
{
    return day(due.date) + (due.date.isValid() && due.isProvisional ? u" *"_s : QString());
}

QString CaseWords::masked(const QString &number)
{
    if (number.size() <= 2 * shownEnds)
        return number;
    return number.left(shownEnds) + QString(number.size() - 2 * shownEnds, u'*')
        + number.right(shownEnds);
}

QString CaseWords::item(const QString &code, const QString &pinned, const Reference &reference)
{
    return reference.itemName(code, pinned).in(QLocale().language());
}

QString CaseWords::state(const CaseFile &file, const QString &state, const Reference &reference)
{
    const Definition *definition = definitionOf(file, reference);
    const StateDef *found = definition ? definition->state(state) : nullptr;
    return found ? found->name.in(QLocale().language()) : state;
}

QString CaseWords::action(const CaseFile &file, const QString &action, const Reference &reference)
{
    const Definition *definition = definitionOf(file, reference);
    const ActionDef *found = definition ? definition->action(action) : nullptr;
    if (found)
        return found->name.in(QLocale().language());
    static const QHash<QString, const char *> words{
        {u"register"_s, QT_TR_NOOP("taken in")},
        {u"attach"_s, QT_TR_NOOP("pages attached")},
        {u"move"_s, QT_TR_NOOP("page moved")},
        {u"rotate"_s, QT_TR_NOOP("page rotated")},
        {u"remove"_s, QT_TR_NOOP("page removed")},
        {u"materials"_s, QT_TR_NOOP("materials checked")},
        {u"edit"_s, QT_TR_NOOP("field corrected")},
        {u"note"_s, QT_TR_NOOP("note")},
        {u"demand"_s, QT_TR_NOOP("fee slip made")},
        {u"pay"_s, QT_TR_NOOP("fee paid")},
        {u"voidPayment"_s, QT_TR_NOOP("payment made void")},
        {u"want"_s, QT_TR_NOOP("paper wanted")},
        {u"sent"_s, QT_TR_NOOP("sent to the printer")},
        {u"printed"_s, QT_TR_NOOP("paper printed")},
        {u"spoiled"_s, QT_TR_NOOP("print spoiled")},
        {u"handed"_s, QT_TR_NOOP("paper handed over")},
        {u"deemedAccepted"_s, QT_TR_NOOP("deemed accepted")}};
    const auto word = words.constFind(action);
    return word == words.constEnd() ? action : tr(*word);
}

QString CaseWords::words(const CaseFile &file, const HistoryLine &line)
{
    QString text = line.text;
    const auto paper = std::ranges::find(file.papers, line.paper, &CasePaper::id);
    if (!line.paper.isEmpty() && paper != file.papers.end()) {
        const QString name = paperName(paper->kind);
        text = text.isEmpty() ? name
                              : tr("%1: %2", "name of a paper: number or reason").arg(name, text);
    }
    return line.isIrregular ? tr("not applied: %1").arg(text) : text;
}

QString CaseWords::person(const QString &staff, const Reference &reference)
{
    return staff.isEmpty() ? tr("timer", "no person did it") : reference.staffName(staff);
}

QString CaseWords::post(const QString &code, const Reference &reference)
{
    const std::optional<Post> post = Post::fromCode(code);
    if (!post)
        return {};
    const QString role = RoleText::word(post->role);
    if (post->dept.isEmpty())
        return role;
    return tr("%1, %2", "role, department")
        .arg(role, reference.departmentName(post->dept, QLocale().language()));
}

QString CaseWords::verdict(const MaterialLine &line)
{
    switch (line.verdict) {
    case LineVerdict::Open:
        return tr("open", "line of the checklist");
    case LineVerdict::Right:
        return tr("right", "line of the checklist");
    case LineVerdict::Wrong:
        return tr("wrong: %1", "line of the checklist").arg(line.problem);
    case LineVerdict::NotNeeded:
        return tr("not needed", "line of the checklist");
    }
    return {};
}

QString CaseWords::paperState(PaperState state)
{
    switch (state) {
    case PaperState::Wanted:
        return tr("to be printed");
    case PaperState::Sent:
        return tr("at the printer");
    case PaperState::Printed:
        return tr("printed");
    case PaperState::Spoiled:
        return tr("spoiled");
    case PaperState::HandedOver:
        return tr("handed over");
    }
    return {};
}

QString CaseWords::paperState(const CasePaper &paper)
{
    return paper.isSuperseded ? tr("void: the clerk had decided before") : paperState(paper.state);
}

QString CaseWords::paperName(const QString &kind)
{
    const std::optional<PaperKind> known = paperFromCode(kind);
    return known ? hall::paperName(*known).in(QLocale().language()) : kind;
}

QString CaseWords::relation(const QString &word)
{
    static const QMap<QString, const char *> words{
        {u"本人"_s, QT_TR_NOOP("the applicant")},
        {u"法定代表人"_s, QT_TR_NOOP("legal representative")},
        {u"负责人"_s, QT_TR_NOOP("person in charge")},
        {u"代办人"_s, QT_TR_NOOP("who handles it for the applicant")},
        {u"委托代理人"_s, QT_TR_NOOP("authorised agent")},
        {u"配偶"_s, QT_TR_NOOP("spouse")},
        {u"父母"_s, QT_TR_NOOP("parent")},
        {u"子女"_s, QT_TR_NOOP("child")},
        {u"单位职员"_s, QT_TR_NOOP("member of staff")}};
    const char *known = words.value(word);
    return known ? tr(known) : word;
}

QString CaseWords::instrument(Instrument instrument)
{
    switch (instrument) {
    case Instrument::Cash:
        return tr("cash");
    case Instrument::Card:
        return tr("card");
    case Instrument::Transfer:
        return tr("transfer");
    case Instrument::Qr:
        return tr("QR payment");
    }
    return {};
}

} // namespace hall
