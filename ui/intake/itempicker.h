#pragma once

#include "desk/intake/itemchoice.h"
#include "ui/shared/rowmodel.h"

#include <QWidget>

#include <memory>

namespace hall {

namespace Ui {
class ItemPicker;
}

class Visit;

/// A chosen item as a row: number, name and what is still open.
struct ChosenRow
{
    int index = 0;
    QString name = {};
    QString facts = {};
    bool isCurrent = false;
};

/// Finds items while typing and lists those of the visit.
class ItemPicker : public QWidget
{
    Q_OBJECT
public:
    ItemPicker(Visit &visit, const Actor &actor, QWidget *parent = nullptr);
    ~ItemPicker() override;

    void focusSearch();
    /// The reference data changed: the catalogue is read anew.
    void renew();
    /// The item whose guide is asked for: the one under the cursor while choosing, else the
    /// current.
    [[nodiscard]] QString itemInView() const;

Q_SIGNALS:
    void chosen(); ///< an item was added: on to the materials
    void guideAsked();
    void barred(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Page { OfferedPage, ChosenPage };
    void connectAll();
    void find();
    void choose(int row);
    void showChosen();
    [[nodiscard]] bool searchKey(int key);
    [[nodiscard]] bool chosenKey(int key);

    std::unique_ptr<Ui::ItemPicker> m_ui;
    Visit &m_visit;
    Actor m_actor;
    ItemChoice m_choice;
    RowModel<OfferedItem> *m_offered;
    RowModel<ChosenRow> *m_chosen;
};

} // namespace hall
