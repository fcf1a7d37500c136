#pragma once

#include <QStackedWidget>

namespace hall {

/// A stack as large as the step it shows; QStackedWidget keeps the room of its largest page.
class StepStack : public QStackedWidget
{
    Q_OBJECT
public:
    explicit StepStack(QWidget *parent = nullptr)
        : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
    }
    [[nodiscard]] QSize sizeHint() const override { return fitted(&QWidget::sizeHint); }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return fitted(&QWidget::minimumSizeHint);
    }
    /// A layout would ask the stack's own layout, which answers for the largest page.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QStackedWidget::resizeEvent(event);
        updateGeometry();
    }

private:
    [[nodiscard]] QSize fitted(QSize (QWidget::*hint)() const) const
    {
        const QWidget *step = currentWidget();
        if (!step)
            return {};
        QSize size = (step->*hint)();
        if (step->hasHeightForWidth())
            size.setHeight(step->heightForWidth(qMax(width(), size.width())));
        return size;
    }
};

} // namespace hall
