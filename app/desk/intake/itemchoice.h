#pragma once

#include "domain/decide.h"
#include "domain/reference.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace hall {

/// Why an item cannot be chosen here and now.
enum class ItemBar { None, PersonsOnly, OrganisationsOnly, OtherWindow, NotInHall };

/// An item as the counter offers it.
struct OfferedItem
{
    QString code = {};
    LocalText name = {};
    QString dept = {};
    LocalText deptName = {};
    QString theme = {};
    CaseType caseType = CaseType::Promised;
    int promisedDays = 0;
    bool hasFee = false;
    ItemBar bar = ItemBar::None;
    QString window = {}; ///< OtherWindow: the window that serves it; empty = none does
};

/// The catalogue as one window may use it. A snapshot of the reference data; cheap to make again.
class ItemChoice
{
public:
    ItemChoice() = default;
    ItemChoice(ReferencePtr reference, const Actor &actor);

    /// By code, pinyin initials, name, department or theme; empty text = everything this window
    /// serves. What may be chosen comes first; the others say why not.
    [[nodiscard]] QList<OfferedItem> find(const QString &text, bool isPerson) const;
    [[nodiscard]] const Reference &reference() const { return *m_reference; }

private:
    struct Entry
    {
        OfferedItem item = {};
        bool forPersons = true;
        bool forOrganisations = true;
        QString text = {}; ///< name, in one case
        QStringList initials = {};
        QString around = {}; ///< department and theme
        QStringList aroundInitials = {};
    };
    /// 0 = exact code … 5; -1 = no match.
    [[nodiscard]] static int rank(const Entry &entry, const QString &text);

    ReferencePtr m_reference;
    QList<Entry> m_entries;
};

} // namespace hall
