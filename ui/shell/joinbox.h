#pragma once

#include "desk/setup/joiningdesk.h"

#include <QWidget>

#include <memory>

namespace hall {

class MessageStrip;
namespace Ui {
class JoinBox;
}

/// Joining a hall's centre: file, staff code and password, then what is arriving and how long it
/// takes.
class JoinBox : public QWidget
{
    Q_OBJECT
public:
    /// `strip` is the page's.
    JoinBox(JoiningDesk &desk, MessageStrip &strip, QWidget *parent = nullptr);
    ~JoinBox() override;

    void activate();
    void offer(const QString &file);

Q_SIGNALS:
    void backAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose();
    void showPlate();
    void join();
    void refused(const Error &error);
    void showProgress(const JoinProgress &progress);
    void showTrouble();
    [[nodiscard]] static QString partText(JoinPart part);
    [[nodiscard]] static QString leftText(qint64 seconds);

    std::unique_ptr<Ui::JoinBox> m_ui;
    JoiningDesk &m_desk;
    MessageStrip &m_strip;
    CentrePlate m_plate;
};

} // namespace hall
