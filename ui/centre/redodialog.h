#pragma once

#include "desk/centre/redo.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace hall {

namespace Ui {
class RedoDialog;
}

/// What is done instead of a refused act: the person changes the words, or the act, before it is
/// sent.
class RedoDialog : public QDialog
{
    Q_OBJECT
public:
    RedoDialog(const BothVersions &versions, const ReferencePtr &reference, QWidget *parent);
    ~RedoDialog() override;

    [[nodiscard]] RedoWish wish() const;

private:
    void fillActions();
    void fillReturns();
    void fillTexts();
    void showNeeds();
    void enableYes();
    [[nodiscard]] const ActionDef *chosen() const;

    std::unique_ptr<Ui::RedoDialog> m_ui;
    BothVersions m_versions;
    ReferencePtr m_reference;
};

} // namespace hall
