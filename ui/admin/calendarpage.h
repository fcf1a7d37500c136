#pragma once

#include "desk/admin/calendardesk.h"
#include "ui/admin/adminpage.h"
#include "ui/shared/rowmodel.h"

#include <memory>

namespace hall {

namespace Ui {
class CalendarPage;
}
class MovedDates;

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
    void connectAll();
    void refresh();
    void chooseDay(int row);
    [[nodiscard]] LocalDay typed() const;
    [[nodiscard]] bool refuses(const LocalDay &day);
    void showImpact(const CalendarChange &change);
    void save();
    void takeBack();
    void chooseNotice();
    void readNotice(const QString &path);
    void apply(const CalendarChange &change, const QString &goodNews);
    void saveAs(const CalendarChange &change, const QString &goodNews);

    std::unique_ptr<Ui::CalendarPage> m_ui;
    CalendarDesk m_desk;
    RowModel<CalendarDay> m_days;
    MovedDates *m_moved = nullptr;
};

} // namespace hall
