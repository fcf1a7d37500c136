#include "ui/intake/visit.h"

#include "desk/intake/intakeplan.h"

namespace hall {

Visit::Visit(ReferencePtr reference, QObject *parent)
    : QObject(parent)
    , m_reference(std::move(reference))
{
}

const ItemWork *Visit::current() const
{
    const bool isValid = m_work.current >= 0 && m_work.current < m_work.items.size();
    return isValid ? &m_work.items.at(m_work.current) : nullptr;
}

const ItemDef *Visit::itemAt(int index) const
{
    if (index < 0 || index >= m_work.items.size())
        return nullptr;
    const ItemWork &work = m_work.items.at(index);
    if (m_file && work.loaded == m_file->id)
        return &m_file->item;
    return m_reference->item(work.item);
}

const ItemDef *Visit::currentItem() const
{
    return itemAt(m_work.current);
}

const CaseFile *Visit::currentFile() const
{
    const ItemWork *work = current();
    return work && m_file && !work->loaded.isNull() && work->loaded == m_file->id ? &*m_file
                                                                                  : nullptr;
}

bool Visit::isCurrentOpen() const
{
    const CaseFile *file = currentFile();
    return !file || file->phase == Phase::Received || file->phase == Phase::Correction;
}

void Visit::setSearch(const QString &text)
{
    if (m_work.search == text)
        return;
    m_work.search = text;
    Q_EMIT typed();
}

void Visit::setApplicant(const Applicant &applicant, bool isRegistering)
{
    if (m_work.applicant == applicant && m_work.isRegistering == isRegistering)
        return;
    const bool isSame = m_work.applicant.idNumber == applicant.idNumber
        && m_work.applicant.name == applicant.name && m_work.applicant.phone == applicant.phone;
    if (!isSame)
        m_work.isSomebodyElse = false;
    m_work.applicant = applicant;
    m_work.isRegistering = isRegistering;
    Q_EMIT applicantChanged();
    Q_EMIT typed();
}

void Visit::setAgent(const Agent &agent)
{
    m_work.agent = agent;
    Q_EMIT applicantChanged();
    Q_EMIT typed();
}

void Visit::setSomebodyElse()
{
    m_work.isSomebodyElse = true;
    Q_EMIT typed();
}

void Visit::beginVisit()
{
    if (!m_work.items.isEmpty())
        return;
    m_work.visit = {};
    m_work.agent = {};
}

void Visit::addItem(const QString &code)
{
    const ItemDef *item = m_reference->item(code);
    if (!item)
        return;
    m_work.items.append(ItemWork{.item = code, .lines = openChecklist(*item)});
    m_work.current = int(m_work.items.size()) - 1;
    Q_EMIT itemsChanged();
    Q_EMIT typed();
}

void Visit::removeItem(int index)
{
    if (index < 0 || index >= m_work.items.size())
        return;
    m_work.items.removeAt(index);
    if (m_work.current >= index && m_work.current > 0)
        --m_work.current;
    if (m_work.items.isEmpty())
        m_work.current = -1;
    Q_EMIT itemsChanged();
    Q_EMIT typed();
}

void Visit::setCurrent(int index)
{
    if (index < 0 || index >= m_work.items.size() || index == m_work.current)
        return;
    m_work.current = index;
    Q_EMIT itemsChanged();
    Q_EMIT typed();
}

void Visit::editCurrent(const std::function<void(ItemWork &)> &edit)
{
    if (!current())
        return;
    edit(m_work.items[m_work.current]);
    Q_EMIT currentEdited();
    Q_EMIT typed();
}

void Visit::show(const CounterWork &work)
{
    m_work = work;
    m_file.reset();
    // A draft may name items that were retired meanwhile, and lines that were added.
    for (ItemWork &item : m_work.items) {
        const ItemDef *known = m_reference->item(item.item);
        if (known && item.lines.isEmpty())
            item.lines = openChecklist(*known);
    }
    Q_EMIT shown();
    Q_EMIT applicantChanged();
    Q_EMIT itemsChanged();
    Q_EMIT typed();
}

void Visit::showCase(const CounterWork &work, const CaseFile &file)
{
    m_work = work;
    m_file = file;
    // Looking at a case is no work that a draft would have to keep.
    Q_EMIT shown();
    Q_EMIT applicantChanged();
    Q_EMIT itemsChanged();
}

void Visit::clear()
{
    show({});
}

CounterWork Visit::without(const QList<int> &done) const
{
    CounterWork rest = m_work;
    rest.items.clear();
    rest.current = -1;
    rest.search.clear();
    for (int index = 0; index < m_work.items.size(); ++index) {
        if (!done.contains(index))
            rest.items.append(m_work.items.at(index));
    }
    if (!rest.items.isEmpty())
        rest.current = 0;
    return rest;
}

} // namespace hall
