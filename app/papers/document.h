#pragma once

#include "domain/result.h"
#include "papers/template.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <memory>

class QImage;
class QPainter;

namespace hall {

/// What is true of one print-out rather than of the case.
struct PaperOptions
{
    bool sample = false;      ///< a paper of the sample hall: 样例 on every page
    int copyNumber = 0;       ///< 0 = original; n = "补打第n次" on every page
    QString printedBy = {};   ///< who prints; foot of every page
    QDateTime printedAt = {}; ///< any time spec; printed as the hall's local time
    QPointF offsetMm = {};    ///< shift of the whole page, calibrated per printer
};

/// Where something stands, for tests and for finding a row on the screen.
struct LayoutMark
{
    enum class Kind { Line, Row, RowSlice, TableHead, Seal, QrCode, Code128, Chart };
    Kind kind = Kind::Line;
    int page = 0;
    int table = -1; ///< running number of the table in the document
    int row = -1;   ///< running number of the row in its table, the head not counted
    QRectF rectMm = {};
};

/// A composed paper. One paintPage serves preview, PDF and printer, so that what is archived is
/// what was printed (design.md section 8). A value: cheap to copy, immutable; may be composed and
/// painted on any thread, needs a QGuiApplication.
class Document
{
public:
    /// Fills the template and breaks it into pages. DefinitionInvalid (detail = where) for a
    /// template that cannot be read; missing data is no error, it prints "—".
    [[nodiscard]] static Result<Document> compose(const Template &form, const QJsonObject &data,
                                                  const PaperOptions &options);

    [[nodiscard]] PaperKind kind() const;
    [[nodiscard]] int templateVersion() const;
    [[nodiscard]] QString title() const; ///< Chinese name and case number: job title, PDF title
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] QSizeF
    pageSizeMm(int n) const; ///< n from 0; as printed (landscape: width > height)

    /// Paints page n (from 0) with the sheet's top left corner at the origin. The painter is scaled
    /// so that one unit is one point (1/72 inch); the caller scales, nothing is painted outside the
    /// sheet.
    void paintPage(QPainter *painter, int n) const;

    /// The page as an image on white, for preview and tests.
    [[nodiscard]] QImage image(int n, double dpi) const;

    /// PDF/A-1b bytes of all pages. PrinterFailed if the writer refuses.
    [[nodiscard]] Result<QByteArray> toPdf() const;

    [[nodiscard]] const QList<LayoutMark> &marks() const;

private:
    struct Data;
    explicit Document(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data;
};

} // namespace hall
