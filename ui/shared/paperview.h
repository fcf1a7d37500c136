#pragma once

#include "papers/document.h"

#include <QWidget>

#include <optional>

namespace hall {

/// One page of a document on a grey ground, at a zoom; repainted by the document's own painter.
class PaperView : public QWidget
{
    Q_OBJECT
public:
    explicit PaperView(QWidget *parent = nullptr);

    void setDocument(const std::optional<Document> &document);
    void setPage(int page);
    void setZoom(double zoom); ///< screen pixels a point; 1.333 is natural size at 96 dpi
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// The zoom at which the page fits a width (and height, when it is given).
    [[nodiscard]] double zoomFor(int width, int height = 0) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void resizeToPage();

    std::optional<Document> m_document;
    int m_page = 0;
    double m_zoom = 1.0;
};

} // namespace hall
