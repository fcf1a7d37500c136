#pragma once

#include "desk/admin/staffdesk.h"
#include "ui/admin/adminpage.h"
#include "ui/shared/rowmodel.h"

#include <QFuture>

#include <memory>

namespace hall {

class FormGuard;
namespace Ui {
class StaffPage;
}

/// Staff and posts: the list, and the chosen person beside it.
class StaffPage : public AdminPage
{
    Q_OBJECT
public:
    explicit StaffPage(const PageContext &context, QWidget *parent = nullptr);
    ~StaffPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;
    [[nodiscard]] QJsonObject saveInput() const override;
    void restoreInput(const QJsonObject &input) override;

private:
    [[nodiscard]] QList<RowColumn<StaffMember>> columns() const;
    void connectList();
    void connectForm();
    void refresh(const QString &code);
    void fillBoxes();
    void choose(int row);
    void warnOfUnsaved();
    void present(const StaffMember &member, int row);
    void beginNew();
    [[nodiscard]] StaffMember typed() const;
    void save();
    void finish(QFuture<Result<Done>> future, const QString &code, const QString &goodNews);
    void toggleBlocked();
    void resetPassword();

    std::unique_ptr<Ui::StaffPage> m_ui;
    StaffDesk m_desk;
    RowModel<StaffMember> m_model;
    FormGuard *m_guard = nullptr;
    StaffMember m_shown;
    int m_shownRow = -1;
    bool m_isNew = false;
};

} // namespace hall
