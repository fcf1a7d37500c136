#pragma once

#include "ui/shared/pagethumb.h"

#include <QList>
#include <QWidget>

#include <memory>

class QAction;
class QToolButton;

namespace hall {

namespace Ui {
class PageViewer;
}

class PageViewerLoader;

/// The pages of a file, one large at a time, with the keys of its actions() (Page Up and Down turn,
/// + − 0 9 zoom, [ ] turn the picture on the screen only). It takes values and fetches pictures by
/// the source that its owner gives; it knows nothing of cases.
class PageViewer : public QWidget
{
    Q_OBJECT
public:
    explicit PageViewer(QWidget *parent = nullptr);
    ~PageViewer() override;

    void setSource(const PageImageSource &source);
    /// The page on show stays on show if it is still among them; else the first is shown.
    void setPages(const QList<PageThumb> &pages);
    /// What is new about one page; where the person stands in the others stays.
    void updatePage(const PageThumb &page);
    void showPage(const PageId &id);
    [[nodiscard]] PageId currentPage() const;
    [[nodiscard]] const QList<PageThumb> &pages() const { return m_pages; }
    /// The sentence that stands in place of a picture; empty while one is shown.
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void currentPageChanged(const hall::PageId &id);
    /// The picture of this page is on the screen now (not: loading, missing, broken).
    void pageShown(const hall::PageId &id);

private:
    void makeActions();
    void bind(QToolButton *button, const QString &iconName, const QList<QKeySequence> &keys);
    void goTo(qsizetype index);
    void present();
    void presentMissing(const PageThumb &page);
    void showArrived(const PageId &id);
    void showFailed(const PageId &id);
    void showPicture();
    void updateBar();

    std::unique_ptr<Ui::PageViewer> m_ui;
    PageViewerLoader *m_loader;
    QList<PageThumb> m_pages;
    qsizetype m_index = -1;
    int m_turn = 0; ///< by the viewer's own keys; forgotten with the page
};

} // namespace hall
