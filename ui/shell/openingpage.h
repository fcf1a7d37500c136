#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace hall {

namespace Ui {
class OpeningPage;
}

/// What stands in the window until the store is open. That is mostly gone before it is read; after
/// an update of the program, or from a slow disk, it takes minutes: then it says what is done and
/// what a person must not do, moves a bar and counts the time.
class OpeningPage : public QWidget
{
    Q_OBJECT
public:
    explicit OpeningPage(QWidget *parent = nullptr);
    ~OpeningPage() override;

    /// The store was written by an older program: that is known before the work begins.
    void sayUpgrading();
    /// Somebody closes the window: it goes once the store is whole.
    void sayClosing();

private:
    void tick();

    std::unique_ptr<Ui::OpeningPage> m_ui;
    QElapsedTimer m_since;
    QTimer m_tick;
    bool m_isSaid = false; ///< why it takes so long
};

} // namespace hall
