#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>
#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

namespace hall {

/// The limits of what is taken in (design.md section 4: at most 50 MB a file). A page at 600 dpi on
/// A3 has 70 megapixels; what is beyond 100 is refused by its header, before anything is decoded.
struct ImportLimits
{
    qint64 fileBytes = 50LL * 1024 * 1024;
    qint64 pixels = 100'000'000;
    int pagesPerFile = 200;
};

/// One page as it is stored. JPEG and PNG files come through byte for byte; every other format has
/// become one or the other.
struct ImportedPage
{
    QByteArray bytes = {}; ///< the stored file, exactly what is hashed
    QString format = {};   ///< "jpeg" or "png"
    QSize size = {};       ///< pixels as stored, before `rotation`
    int rotation = 0;      ///< 0, 90, 180, 270 degrees clockwise to show it upright (from EXIF)
    QString fileName = {}; ///< without folder; empty for a pasted image
    int page = 1;          ///< which page of that file, from 1
};

struct ImportProblem
{
    Error error = {};
    int page = 0;          ///< from 1; 0 = the whole file
    QString fileName = {}; ///< without folder; for the clerk's eyes, never for a log
};

/// The good pages in the order of the files, and what could not be taken in. Both may be filled: a
/// bad page or file never costs the good ones.
struct ImportOutcome
{
    QList<ImportedPage> pages = {};
    QList<ImportProblem> problems = {};
};

/// Turns files and pasted images into pages. Nothing runs on the calling thread; several calls are
/// worked off one after another. A cancelled future, or an importer that goes away, gives no
/// result. Errors: FileVanished, FileUnreadable, FileEmpty, FileTooLarge, FileLocked,
/// FormatUnknown, ImageBroken, ImageTooLarge, TooManyPages, WorkerFailed.
class PageImporter
{
public:
    virtual ~PageImporter() = default;
    /// The format is read from the content; a file's extension is never looked at.
    virtual QFuture<ImportOutcome> importFiles(const QStringList &paths) = 0;
    /// An image from the clipboard, stored as PNG.
    virtual QFuture<ImportOutcome> importImage(const QImage &image) = 0;
};

} // namespace hall
