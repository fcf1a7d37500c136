#pragma once

#include "desk/search/searchdesk.h"

#include <QCoreApplication>
#include <QPalette>

namespace hall {

/// The left side of the case page: who, what, and every date, as rich text.
class CaseFacts
{
    Q_DECLARE_TR_FUNCTIONS(CaseFacts)
public:
    CaseFacts(const Reference &reference, const QPalette &palette, bool isRevealed);

    [[nodiscard]] QString html(const CaseView &view) const;

private:
    struct Fact
    {
        QString name = {};
        QString text = {};
    };
    [[nodiscard]] QString section(const QString &title, const QList<Fact> &facts) const;
    [[nodiscard]] QList<Fact> people(const CaseFile &file) const;
    [[nodiscard]] QList<Fact> matter(const CaseView &view) const;
    [[nodiscard]] QList<Fact> clocks(const CaseView &view) const;
    [[nodiscard]] QList<Fact> ending(const CaseFile &file) const;
    [[nodiscard]] QList<Fact> coldFacts(const CaseRow &row) const;
    [[nodiscard]] QString number(const QString &idKind, const QString &number) const;
    [[nodiscard]] QString phone(const QString &phone) const;

    const Reference &m_reference;
    QPalette m_palette;
    bool m_isRevealed;
};

} // namespace hall
