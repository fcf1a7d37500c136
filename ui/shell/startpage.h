#pragma once

#include "desk/setup/setupdesk.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace hall {

class JoinBox;
class JoiningDesk;
class RegionTable;
class Settings;
namespace Ui {
class StartPage;
}

/// The first start: a sample hall to look at, an own hall, or a place in a hall that has a centre.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    StartPage(SetupDesk &desk, Settings &settings, std::function<const RegionTable &()> regions,
              QWidget *parent = nullptr);
    ~StartPage() override;

    void activate();
    /// Without it nothing can be joined here, and the choice is not offered.
    void setJoining(JoiningDesk &joining);

Q_SIGNALS:
    void finished();
    void languageAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectChoice();
    void connectOwnHall();
    void showJoining();
    void showChoice();
    void showRegion();
    void makeSample();
    void makeOwn();
    void wait(const QString &text, QFuture<Result<Done>> future, QWidget *stepAfterError);
    [[nodiscard]] OwnHall typed() const;
    void point(const Error &error);

    std::unique_ptr<Ui::StartPage> m_ui;
    SetupDesk &m_desk;
    Settings &m_settings;
    std::function<const RegionTable &()> m_regions;
    JoiningDesk *m_joining = nullptr;
    JoinBox *m_joinBox = nullptr;
};

} // namespace hall
