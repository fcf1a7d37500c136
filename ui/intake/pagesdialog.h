#pragma once

#include "ui/shared/pagethumb.h"

#include <QDialog>
#include <QList>

#include <memory>

namespace hall {

namespace Ui {
class PagesDialog;
}

/// The pages of a line in large.
class PagesDialog : public QDialog
{
    Q_OBJECT
public:
    PagesDialog(const QList<PageThumb> &pages, const PageId &current, QWidget *parent);
    ~PagesDialog() override;
    void setSource(const PageImageSource &source);

private:
    std::unique_ptr<Ui::PagesDialog> m_ui;
    QList<PageThumb> m_pages;
    PageId m_current;
};

} // namespace hall
