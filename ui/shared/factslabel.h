#pragma once

#include <QLabel>
#include <QStringList>

namespace hall {

/// Short facts in a row, set off by dots. A line breaks between two facts and nowhere else: a
/// number or a date cut in two is read wrongly. Only a fact that is wider than the label breaks in
/// itself.
class FactsLabel : public QLabel
{
    Q_OBJECT
public:
    explicit FactsLabel(QWidget *parent = nullptr);

    /// HTML each; `head` stands in a line of its own above them.
    void setFacts(const QStringList &facts, const QString &head = {});

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString arranged(int width) const;
    [[nodiscard]] double lastLineOf(const QString &html, int width) const;
    [[nodiscard]] QSizeF sizeOf(const QString &html, int width = -1) const;
    void arrange();

    QString m_head;
    QStringList m_facts;
};

} // namespace hall
