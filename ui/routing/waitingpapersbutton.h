#pragma once

#include "desk/papers/paperdesk.h"
#include "desk/routing/casefeed.h"
#include "ui/shell/pageregistry.h"

#include <QPushButton>
#include <QTimer>

#include <memory>
#include <optional>

namespace hall {

/// How many papers this desk has not in hand, and the list of them. It shows only while there are
/// some, and keeps itself up to date.
class WaitingPapersButton : public QPushButton
{
    Q_OBJECT
public:
    explicit WaitingPapersButton(QWidget *parent = nullptr);
    ~WaitingPapersButton() override;

    /// From now on for this person's desk.
    void serve(const PageContext &context);
    void refresh();

Q_SIGNALS:
    void finished(); ///< the list was closed: the page takes the keys back

protected:
    void showEvent(QShowEvent *event) override;

private:
    void count(const QList<PaperJob> &jobs);
    void showList();
    void open(const QList<PaperJob> &jobs);

    std::optional<PageContext> m_context;
    std::shared_ptr<PaperDesk> m_papers; ///< outlives the futures that stand on it
    std::unique_ptr<CaseFeed> m_feed;
    QTimer m_soon;
};

} // namespace hall
