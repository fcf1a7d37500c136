// The window before anybody can sign in: the store is opened, or cannot be.
#include "domain/whendone.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/openingpage.h"
#include "ui/shell/troublepage.h"

namespace hall {

void MainWindow::showOpening()
{
    auto *page = new OpeningPage;
    put(Stage::Opening, page);
    m_opening = page;
}

void MainWindow::showUpgrading()
{
    if (m_opening)
        m_opening->sayUpgrading();
}

/// The thread that opens the store is not left alone with it: closing waits for its end.
void MainWindow::closeLater()
{
    m_closesSoon = true;
    m_opening->sayClosing();
}

void MainWindow::showRestore(const Result<QString> &report, const QString &folder)
{
    showTrouble(report.ok() ? Error{} : report.error(), folder);
    if (report.ok())
        m_trouble->showReport(report.value());
}

void MainWindow::showTrouble(const Error &error, const QString &folder)
{
    m_lastTrouble = error;
    m_folder = folder;
    auto *page = new TroublePage;
    put(Stage::Trouble, page);
    m_trouble = page;
    connect(page, &TroublePage::retryAsked, this, [this] {
        showOpening();
        m_hooks.openStore();
    });
    connect(page, &TroublePage::recoverAsked, this, &MainWindow::recover);
    page->show(error, folder);
}

void MainWindow::recover()
{
    m_trouble->showRecovering();
    whenDone(m_hooks.recover(), this, [this](const Result<QString> &report) {
        if (!m_trouble)
            return;
        if (report.ok())
            m_trouble->showReport(report.value());
        else
            m_trouble->show(report.error(), m_folder);
    });
}

} // namespace hall
