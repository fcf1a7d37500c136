#pragma once

#include "desk/admin/phrasedesk.h"
#include "ui/admin/adminpage.h"
#include "ui/shared/rowmodel.h"

#include <memory>

namespace hall {

namespace Ui {
class PhrasesPage;
}

/// Phrases that people choose from, list by list: add, change, order, remove.
class PhrasesPage : public AdminPage
{
    Q_OBJECT
public:
    explicit PhrasesPage(const PageContext &context, QWidget *parent = nullptr);
    ~PhrasesPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;
    [[nodiscard]] QJsonObject saveInput() const override;
    void restoreInput(const QJsonObject &input) override;

private:
    [[nodiscard]] static QList<RowColumn<PhraseList>> columns();
    [[nodiscard]] static QString listName(const PhraseList &list);
    void connectAll();
    void refresh();
    void choose(int row);
    void present(int row);
    void fill(const QStringList &phrases);
    [[nodiscard]] QStringList typed() const;
    [[nodiscard]] bool isDirty() const;
    void showButtons();
    void add();
    void remove();
    void move(int by);
    void save();

    std::unique_ptr<Ui::PhrasesPage> m_ui;
    PhraseDesk m_desk;
    RowModel<PhraseList> m_lists;
    PhraseList m_shown;
};

} // namespace hall
