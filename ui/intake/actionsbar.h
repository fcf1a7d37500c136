#pragma once

#include <QFrame>
#include <QList>
#include <QPushButton>

#include <memory>

namespace hall {

namespace Ui {
class ActionsBar;
}

class Visit;

/// What a clerk may ask of the counter.
enum class CounterAct {
    Accept,
    AcceptAll,
    TakeIn, ///< of a new item; of a loaded case: keep what came in
    Correct,
    Refuse,
    Withdraw,
    Lapse,
    HandOver,
    EditField,
    Papers,
    Park,
    NextVisitor
};

/// The acts that fit what stands on the screen, each with its key.
class ActionsBar : public QFrame
{
    Q_OBJECT
public:
    explicit ActionsBar(Visit &visit, QWidget *parent = nullptr);
    ~ActionsBar() override;

    /// Whether this act fits now: a key asks the same as its button.
    [[nodiscard]] bool offers(CounterAct act) const;
    void setBusy(bool isBusy);
    void refresh();

Q_SIGNALS:
    void asked(hall::CounterAct act);

private:
    struct Entry
    {
        CounterAct act = CounterAct::Accept;
        QPushButton *button = nullptr;
    };
    [[nodiscard]] bool fits(CounterAct act) const;
    [[nodiscard]] bool fitsLoaded(CounterAct act) const;

    std::unique_ptr<Ui::ActionsBar> m_ui;
    Visit &m_visit;
    QList<Entry> m_entries;
    bool m_isBusy = false;
};

} // namespace hall
