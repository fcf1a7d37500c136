#pragma once

#include "desk/centre/centredesk.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace hall {

namespace Ui {
class CentreStrip;
}

/// How this machine stands to the centre, shown once, in the status strip: a word with an icon and
/// a colour, the last contact, what waits here, how fresh the lists are. Offline is a normal state
/// and looks like one. On a machine of its own there is nothing to see.
class CentreStrip : public QWidget
{
    Q_OBJECT
public:
    CentreStrip(Workplace &place, Session session, QWidget *parent = nullptr);
    ~CentreStrip() override;

    void showUnsent();
    [[nodiscard]] int attention() const { return m_desk.status().attention; }
    /// With everything that there is to say; state and buttons alone must always fit.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void attentionAsked();
    void attentionCounted(int count);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fit();
    /// What may be left out in a narrow window, the most important first.
    [[nodiscard]] QList<QLabel *> extras() const;
    void showState(const CentreStatus &status);
    void showFreshness(const CentreStatus &status);
    void showCounts(const CentreStatus &status);
    void showFilling(const CentreStatus &status);
    [[nodiscard]] QString stateSentence(const CentreStatus &status) const;
    [[nodiscard]] QString moment(qint64 ms) const;

    std::unique_ptr<Ui::CentreStrip> m_ui;
    Session m_session;
    CentreDesk m_desk;
};

} // namespace hall
