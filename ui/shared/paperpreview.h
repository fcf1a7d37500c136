#pragma once

#include "papers/document.h"

#include <QWidget>

#include <optional>

class QLabel;
class QScrollArea;
class QToolButton;

namespace hall {

class PaperView;

/// Shows the pages of a paper as they will be printed (design.md section 8: one painter), with zoom
/// and page turning. Keys: Page Up/Down, Ctrl +/−/0, Ctrl+P print, Ctrl+S save as PDF.
class PaperPreview : public QWidget
{
    Q_OBJECT
public:
    explicit PaperPreview(QWidget *parent = nullptr);
    ~PaperPreview() override;

    void setDocument(const Document &document);
    void clear();
    [[nodiscard]] bool hasDocument() const { return m_document.has_value(); }
    [[nodiscard]] const std::optional<Document> &document() const { return m_document; }

    void setPrintable(bool isPrintable); ///< shows the print button; printRequested() asks the desk
    [[nodiscard]] int page() const;
    void goToPage(int page); ///< from 0
    void savePdf();          ///< asks where to, as Ctrl+S does

Q_SIGNALS:
    void printRequested();
    void saved(const QString &path);
    void saveFailed(const hall::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildBar();
    void fitWidth();
    void writePdf(const QString &path);
    void refresh();

    std::optional<Document> m_document;
    PaperView *m_view;
    QScrollArea *m_scroll;
    QLabel *m_pageLabel;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_print;
    QToolButton *m_save;
};

} // namespace hall
