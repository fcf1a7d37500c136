#include "ui/intake/pagesdialog.h"

#include "ui_pagesdialog.h"

namespace hall {

PagesDialog::PagesDialog(const QList<PageThumb> &pages, const PageId &current, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PagesDialog>())
    , m_pages(pages)
    , m_current(current)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_pages.isEmpty() ? QString() : m_pages.first().title);
}

PagesDialog::~PagesDialog() = default;

void PagesDialog::setSource(const PageImageSource &source)
{
    m_ui->pageViewer->setSource(source);
    m_ui->pageViewer->setPages(m_pages);
    if (!m_current.isNull())
        m_ui->pageViewer->showPage(m_current);
    m_ui->pageViewer->setFocus();
}

} // namespace hall
