#pragma once

#include "desk/intake/counterwork.h"
#include "domain/casefile.h"
#include "domain/reference.h"

#include <QObject>

#include <functional>
#include <optional>

namespace hall {

/// The visit on the screen: one value that all boxes of the counter show and change, so that what
/// is kept as a draft is what is seen.
class Visit : public QObject
{
    Q_OBJECT
public:
    explicit Visit(ReferencePtr reference, QObject *parent = nullptr);

    [[nodiscard]] const CounterWork &work() const { return m_work; }
    [[nodiscard]] const Reference &reference() const { return *m_reference; }
    [[nodiscard]] ReferencePtr referencePtr() const { return m_reference; }
    void setReference(ReferencePtr reference) { m_reference = std::move(reference); }

    [[nodiscard]] int currentIndex() const { return m_work.current; }
    [[nodiscard]] const ItemWork *current() const;
    /// As published now, or as the loaded case pinned it; nullptr without an item.
    [[nodiscard]] const ItemDef *currentItem() const;
    [[nodiscard]] const ItemDef *itemAt(int index) const;
    /// The case of the current item, when it was taken in before.
    [[nodiscard]] const CaseFile *currentFile() const;
    /// False for a case that has left the counter: its checklist is closed.
    [[nodiscard]] bool isCurrentOpen() const;

    void setSearch(const QString &text);
    void setApplicant(const Applicant &applicant, bool isRegistering);
    void setAgent(const Agent &agent);
    void setSomebodyElse();
    /// Another person stands at the window; items that are open stay with the screen.
    void beginVisit();
    void addItem(const QString &code);
    void removeItem(int index);
    void setCurrent(int index);
    void editCurrent(const std::function<void(ItemWork &)> &edit);
    /// Everything anew: a restored draft, a loaded case, the next visitor.
    void show(const CounterWork &work);
    /// A case that was taken in before: it stands alone on the screen.
    void showCase(const CounterWork &work, const CaseFile &file);
    void clear();
    /// What stays when items are done: the applicant for the rest of the visit.
    [[nodiscard]] CounterWork without(const QList<int> &done) const;

Q_SIGNALS:
    void shown(); ///< everything is new
    void applicantChanged();
    void itemsChanged();  ///< chosen items or the current one
    void currentEdited(); ///< lines, pages, quantities of the current item
    void typed();         ///< anything that a draft keeps

private:
    ReferencePtr m_reference;
    CounterWork m_work;
    std::optional<CaseFile> m_file;
};

} // namespace hall
