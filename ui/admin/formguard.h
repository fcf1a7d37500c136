#pragma once

#include <QObject>

class QWidget;

namespace hall {

/// Knows whether the person has changed something in a form since it was filled. Programs that fill
/// the form call clear() afterwards.
class FormGuard : public QObject
{
    Q_OBJECT
public:
    explicit FormGuard(QWidget *form);

    [[nodiscard]] bool isDirty() const { return m_isDirty; }
    void clear() { m_isDirty = false; }
    void mark() { m_isDirty = true; }

private:
    bool m_isDirty = false;
};

} // namespace hall
