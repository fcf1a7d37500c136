#pragma once

#include "desk/admin/calendardesk.h"
#include "desk/routing/casefeed.h"
#include "ui/admin/adminpage.h"
#include "ui/shared/rowmodel.h"

#include <memory>

namespace hall {

namespace Ui {
class CalendarPage;
}

/// The working calendar: days off and make-up days of a year, local days, yearly notices, and what
/// a change does to the due dates of open cases before it is saved.
class CalendarPage : public AdminPage
{
    Q_OBJECT
public:
    explicit CalendarPage(const PageContext &context, QWidget *parent = nullptr);
    ~CalendarPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;

private:
    [[nodiscard]] QList<RowColumn<CalendarDay>> dayColumns() const;
    [[nodiscard]] static QList<RowColumn<MovedDate>> movedColumns();
    void connectAll();
    void refresh();
    void chooseDay(int row);
    [[nodiscard]] LocalDay typed() const;
    [[nodiscard]] bool refuses(const LocalDay &day);
    [[nodiscard]] QFuture<Result<QList<MovedDate>>> impactOf(const CalendarChange &change);
    void showImpact(const CalendarChange &change);
    void save();
    void takeBack();
    void showMoving();
    void sayNothingAsked();
    void chooseNotice();
    void readNotice(const QString &path);
    void apply(const CalendarChange &change, const QString &goodNews);

    std::unique_ptr<Ui::CalendarPage> m_ui;
    CalendarDesk m_desk;
    CaseFeed m_feed;
    RowModel<CalendarDay> m_days;
    RowModel<MovedDate> m_moved;
    int m_goodCount = -1; ///< dates that the newest saved change moves; -1 = said already
    bool m_isMoving = false;
};

} // namespace hall
