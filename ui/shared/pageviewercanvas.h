#pragma once

#include "ui/shared/pageviewerpicture.h"

#include <QAbstractScrollArea>
#include <QPixmap>
#include <QString>

namespace hall {

/// One picture on a grey ground at a zoom, or a sentence in its place. Drag to move it, Ctrl and
/// the wheel to zoom where the pointer is, arrow keys to scroll.
class PageViewerCanvas : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class Fit { Width, Page, Free };

    explicit PageViewerCanvas(QWidget *parent = nullptr);

    void showPicture(const PagePicture &picture, int rotation);
    /// With a bar under it for 0 … 100 percent; without one for less than 0.
    void showSentence(const QString &iconName, const QString &sentence, int percent = -1);
    void setRotation(int degrees);
    void setFit(Fit fit);
    void zoomBy(double factor);

    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull(); }
    [[nodiscard]] QString sentence() const { return m_sentence; }
    [[nodiscard]] int rotation() const { return m_rotation; }
    [[nodiscard]] Fit fit() const { return m_fit; }
    /// Screen dots a picture dot: 1 shows every dot of the scan.
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// Where the picture lies in the viewport, in its coordinates.
    [[nodiscard]] QRectF pictureRect() const;

Q_SIGNALS:
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QSize turnedSize() const;
    [[nodiscard]] QSize sizeOnScreen() const; ///< device dots, after turning
    [[nodiscard]] double fittingZoom() const;
    void setZoom(double zoom, QPointF anchor);
    void refit();
    void updateBars();
    void paintPicture(QPainter &painter, const QRect &exposed);
    void paintSentence(QPainter &painter) const;
    void paintFocus(QPainter &painter) const;

    PagePicture m_picture;
    QString m_iconName;
    QString m_sentence;
    int m_percent = -1; ///< of the bar under the sentence
    QPixmap m_scaled;   ///< the picture at the present zoom, not turned
    qint64 m_scaledKey = 0;
    QPoint m_dragFrom;
    double m_zoom = 1.0;
    int m_rotation = 0;
    Fit m_fit = Fit::Width;
    bool m_isDragging = false;
};

} // namespace hall
