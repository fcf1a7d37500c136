#pragma once

#include "desk/admin/feedesk.h"
#include "ui/admin/adminpage.h"
#include "ui/shared/rowmodel.h"

#include <memory>

namespace hall {

class FormGuard;
namespace Ui {
class FeesPage;
}

/// Fee standards: amount, unit, basis and validity of every fee line of the catalogue.
class FeesPage : public AdminPage
{
    Q_OBJECT
public:
    explicit FeesPage(const PageContext &context, QWidget *parent = nullptr);
    ~FeesPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;
    [[nodiscard]] QJsonObject saveInput() const override;
    void restoreInput(const QJsonObject &input) override;

private:
    [[nodiscard]] static QList<RowColumn<FeeRow>> columns();
    void connectAll();
    void refresh();
    void choose(int row);
    void present(const FeeRow &row, int index);
    [[nodiscard]] FeeStandard typed() const;
    void showExample();
    void save();

    std::unique_ptr<Ui::FeesPage> m_ui;
    FeeDesk m_desk;
    RowModel<FeeRow> m_model;
    FormGuard *m_guard = nullptr;
    FeeRow m_shown;
    int m_shownRow = -1;
};

} // namespace hall
