#pragma once

#include "desk/workplace.h"
#include "domain/command.h"
#include "domain/error.h"

#include <QFuture>
#include <QImage>
#include <QList>
#include <QStringList>

#include <functional>

namespace hall {

/// What could not be taken in, for the clerk's eyes.
struct PageProblem
{
    Error error = {};
    int page = 0; ///< from 1; 0 = the whole file
    QString fileName = {};
};

/// Pages that are on disk now, and what could not be taken in: a bad file never costs the good
/// ones.
struct TakenPages
{
    QList<PageRef> pages = {};
    QList<PageProblem> problems = {};
};

/// Brings files and pictures to disk as pages of a material line; nothing runs on the calling
/// thread, and a page is answered only after its bytes are safe.
class PageIntake
{
public:
    explicit PageIntake(Workplace &place)
        : m_place(place)
    {
    }

    [[nodiscard]] QFuture<TakenPages> takeFiles(const QStringList &paths, int line) const;
    [[nodiscard]] QFuture<TakenPages> takeImage(const QImage &image, int line) const;
    /// The picture as stored, not rotated; null when its bytes are not here or broken.
    [[nodiscard]] QFuture<QImage> picture(const PageRef &page) const;

    /// Watches the folder of a scanner; `ready` is called on this thread. Empty = ends watching.
    [[nodiscard]] Result<Done> watch(const QString &folder,
                                     std::function<void(const QStringList &paths)> ready) const;
    /// Files whose pages are safe go aside, so that they are not taken twice.
    void setAside(const QStringList &paths) const;

private:
    Workplace &m_place;
};

} // namespace hall
