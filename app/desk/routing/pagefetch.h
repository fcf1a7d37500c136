#pragma once

#include "desk/workplace.h"
#include "domain/casefile.h"

#include <QHash>
#include <QList>
#include <QObject>

namespace hall {

struct CentreStatus;

/// Pages of the case on show that are not on this machine: asked of the centre before all others,
/// and followed on their way. A machine of its own asks nobody.
class PageFetch : public QObject
{
    Q_OBJECT
public:
    enum class Way { None, WhenReached, Coming };

    explicit PageFetch(const Workplace &place, QObject *parent = nullptr);

    /// Instead of what was wanted before, in the order of reading.
    void want(const QList<CasePage> &missing);
    /// The page that is looked at comes before the others.
    void wantFirst(const PageId &page);
    [[nodiscard]] Way way() const { return m_way; }

Q_SIGNALS:
    void progressed(const hall::PageId &page, int percent);
    void arrived(const hall::PageId &page);
    void wayChanged();

private:
    void ask();
    void take(const QByteArray &sha);
    void follow(const CentreStatus &status);

    const Workplace &m_place;
    QList<CasePage> m_wanted;
    Way m_way = Way::None;
};

} // namespace hall
