#include "desk/intake/itemchoice.h"

#include "domain/eventmaker.h"
#include "store/searchtext.h"

#include <algorithm>

namespace hall {

namespace {

QString windowOf(const QString &dept, const Reference &reference)
{
    for (const Window &window : reference.windows) {
        if (!window.isCashier && window.depts.contains(dept))
            return window.code;
    }
    return {};
}

/// In the form of what is typed.
QStringList lettersOf(const QString &text)
{
    QStringList letters = initialsOf(text);
    for (QString &reading : letters)
        reading = reading.toUpper();
    return letters;
}

bool beginsAny(const QStringList &readings, const QString &letters)
{
    return std::ranges::any_of(
        readings, [&letters](const QString &reading) { return reading.startsWith(letters); });
}

bool containsAny(const QStringList &readings, const QString &letters)
{
    return std::ranges::any_of(
        readings, [&letters](const QString &reading) { return reading.contains(letters); });
}

} // namespace

ItemChoice::ItemChoice(ReferencePtr reference, const Actor &actor)
    : m_reference(std::move(reference))
{
    for (const ItemDef &item : m_reference->items) {
        const Department *dept = m_reference->department(item.dept);
        Entry entry{.item = {.code = item.code,
                             .name = item.name,
                             .dept = item.dept,
                             .deptName = dept ? dept->name : LocalText{.zh = item.dept},
                             .theme = item.theme,
                             .caseType = item.caseType,
                             .promisedDays = item.promisedLimit.days,
                             .hasFee = item.hasFee},
                    .forPersons = item.isForPersons(),
                    .forOrganisations = item.isForOrganisations()};
        if (!item.stationed)
            entry.item.bar = ItemBar::NotInHall;
        else if (!servesDepartment(actor, item.dept, *m_reference)) {
            entry.item.bar = ItemBar::OtherWindow;
            entry.item.window = windowOf(item.dept, *m_reference);
        }
        entry.text = searchForm(item.name.zh + u' ' + item.name.en);
        entry.initials = lettersOf(item.name.zh);
        entry.around = searchForm(entry.item.deptName.zh + u' ' + entry.item.deptName.en + u' '
                                  + item.theme);
        entry.aroundInitials
            = lettersOf(entry.item.deptName.zh) + lettersOf(item.theme) + QStringList{item.dept};
        m_entries.append(entry);
    }
}

int ItemChoice::rank(const Entry &entry, const QString &text)
{
    const QString &code = entry.item.code;
    if (text.isEmpty() || code == text)
        return 0;
    if (code.endsWith(text))
        return 1;
    if (beginsAny(entry.initials, text) || entry.text.startsWith(text))
        return 2;
    if (code.contains(text) || entry.text.contains(text))
        return 3;
    if (containsAny(entry.initials, text))
        return 4;
    if (entry.around.contains(text) || beginsAny(entry.aroundInitials, text))
        return 5;
    return -1;
}

QList<OfferedItem> ItemChoice::find(const QString &text, bool isPerson) const
{
    const QString form = searchForm(text);
    struct Hit
    {
        OfferedItem item = {};
        int rank = 0;
    };
    QList<Hit> hits;
    for (const Entry &entry : m_entries) {
        const int rank = ItemChoice::rank(entry, form);
        OfferedItem item = entry.item;
        if (item.bar == ItemBar::None && isPerson && !entry.forPersons)
            item.bar = ItemBar::OrganisationsOnly;
        else if (item.bar == ItemBar::None && !isPerson && !entry.forOrganisations)
            item.bar = ItemBar::PersonsOnly;
        const bool isElsewhere = item.bar == ItemBar::OtherWindow || item.bar == ItemBar::NotInHall;
        if (rank >= 0 && !(form.isEmpty() && isElsewhere))
            hits.append({item, rank});
    }
    std::ranges::stable_sort(hits, [](const Hit &a, const Hit &b) {
        return std::pair(a.item.bar, a.rank) < std::pair(b.item.bar, b.rank);
    });
    QList<OfferedItem> found;
    for (const Hit &hit : hits)
        found.append(hit.item);
    return found;
}

} // namespace hall
