#pragma once

#include "desk/centre/centredesk.h"
#include "desk/routing/casefeed.h"
#include "desk/search/searchdesk.h"
#include "ui/shared/rowmodel.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"

#include <memory>

namespace hall {

namespace Ui {
class SearchPage;
}

/// One box over all cases; the newest at once.
class SearchPage : public Page
{
    Q_OBJECT
public:
    explicit SearchPage(const PageContext &context, QWidget *parent = nullptr);
    ~SearchPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void present(const QList<FoundCase> &found);
    void openRow(int row);
    void lookInTown();

    PageContext m_context;
    std::unique_ptr<Ui::SearchPage> m_ui;
    CentreDesk m_centre;
    SearchDesk m_desk;
    CaseFeed m_feed;
    RowModel<FoundCase> m_found;
    int m_asked = 0; ///< searches begun: an older answer is dropped
};

} // namespace hall
