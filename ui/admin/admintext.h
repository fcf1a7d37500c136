#pragma once

#include "desk/admin/calendardesk.h"
#include "desk/admin/feedesk.h"
#include "desk/admin/phrasedesk.h"
#include "desk/admin/placesdesk.h"
#include "desk/admin/staffdesk.h"
#include "domain/csv.h"
#include "domain/lint.h"

#include <QCoreApplication>
#include <QHash>
#include <QString>

namespace hall {

/// The administrator's words: faults of what was typed or imported, findings, kinds and fields.
class AdminText
{
    Q_DECLARE_TR_FUNCTIONS(AdminText)
public:
    [[nodiscard]] static QString sentence(StaffFault fault);
    [[nodiscard]] static QString sentence(PlaceFault fault);
    [[nodiscard]] static QString sentence(FeeFault fault);
    [[nodiscard]] static QString sentence(DayFault fault);
    [[nodiscard]] static QString sentence(PhraseFault fault);
    /// Why a row was not taken, with what to do.
    [[nodiscard]] static QString sentence(const RejectedRow &row);
    [[nodiscard]] static QString sentence(const Finding &finding, const Reference &reference);
    /// Word for a kind of reference data ("item").
    [[nodiscard]] static QString kindWord(const QString &kind);
    /// Words for a field of a published value ("promise.days").
    [[nodiscard]] static QString fieldWord(const QString &path);
    /// A value of that field as a person reads it: amounts in yuan, yes and no.
    [[nodiscard]] static QString valueText(const QString &path, const QString &value);
    [[nodiscard]] static QString clockWord(CaseClock clock);
    [[nodiscard]] static QString postText(const Post &post, const Reference &reference);
    /// All posts of a person, grouped by department.
    [[nodiscard]] static QString postsText(const QList<Post> &posts, const Reference &reference);
    [[nodiscard]] static QString statusWord(const QString &status);

private:
    [[nodiscard]] static QHash<QString, QString> itemWords();
    [[nodiscard]] static QHash<QString, QString> hallWords();
    [[nodiscard]] static QString definitionSentence(const Finding &finding);
    [[nodiscard]] static QString itemSentence(const Finding &finding, const Reference &reference);
};

} // namespace hall
