#pragma once

#include "desk/intake/pageintake.h"
#include "ui/shell/pageregistry.h"

#include <QWidget>

#include <memory>

namespace hall {

namespace Ui {
class PagesBox;
}

struct PageThumb;
class Visit;

/// The pages of the current material line: attach, turn, put in order, take off, look at in large.
/// Before registration they stand in the draft; afterwards every change is an event of the case.
class PagesBox : public QWidget
{
    Q_OBJECT
public:
    PagesBox(const PageContext &context, Visit &visit, QWidget *parent = nullptr);
    ~PagesBox() override;

    void setLine(int line);
    void chooseFiles();
    void attachFiles(const QStringList &paths);
    /// Files of the watched folder; without an item they wait for one. They go aside once their
    /// pages are on disk.
    void attachWatched(const QStringList &paths);
    void attachClipboard();
    void showLarge();

Q_SIGNALS:
    /// A change of a page that stands in the journal already.
    void commandAsked(const hall::Command &command);
    void attached(); ///< pages are on disk: keep the draft at once
    void said(const QString &sentence);

private:
    void connectStrip();
    void take(const QFuture<TakenPages> &taken, const QStringList &watched);
    void add(const TakenPages &taken, const QString &item);
    void refresh();
    void turn(const QList<PageId> &pages, int degrees);
    void remove(const QList<PageId> &pages);
    void dropFromDraft(const QList<PageId> &pages);
    void move(int from, int to);
    [[nodiscard]] QList<PageThumb> thumbs(int line) const;
    [[nodiscard]] QList<PageRef> pagesOf(int line) const;
    [[nodiscard]] bool isInJournal(const PageId &page) const;

    std::unique_ptr<Ui::PagesBox> m_ui;
    PageContext m_context;
    Visit &m_visit;
    PageIntake m_intake;
    int m_line = 0;
    QStringList m_watched; ///< scanned before an item was chosen
    int m_running = 0;
};

} // namespace hall
