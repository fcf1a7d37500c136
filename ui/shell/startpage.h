#pragma once

#include "desk/setup/setupdesk.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace hall {

class RegionTable;
class Settings;
namespace Ui {
class StartPage;
}

/// The first start: a sample hall to look at, or an own hall.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    StartPage(SetupDesk &desk, Settings &settings, std::function<const RegionTable &()> regions,
              QWidget *parent = nullptr);
    ~StartPage() override;

    void activate();

Q_SIGNALS:
    void finished();
    void languageAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectChoice();
    void connectOwnHall();
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
};

} // namespace hall
