#pragma once

#include <QObject>
#include <QTimer>

namespace hall {

/// Says when nobody has touched keyboard or mouse for a while.
class IdleWatch : public QObject
{
    Q_OBJECT
public:
    explicit IdleWatch(QObject *parent = nullptr);
    void start(int minutes); ///< 0 = never
    void stop();

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_timer;
};

} // namespace hall
