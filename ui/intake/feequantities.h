#pragma once

#include <QWidget>

namespace hall {

class Visit;

/// Asks the quantity where a published fee line is per unit (m², km, …).
class FeeQuantities : public QWidget
{
    Q_OBJECT
public:
    /// nullptr where the current item has no such line that may be charged.
    [[nodiscard]] static FeeQuantities *make(Visit &visit, QWidget *parent);

private:
    explicit FeeQuantities(QWidget *parent)
        : QWidget(parent)
    {
    }
};

} // namespace hall
