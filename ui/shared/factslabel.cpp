#include "ui/shared/factslabel.h"

#include <QEvent>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <cmath>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowest = 160;
constexpr int usual = 480;

/// With blanks that the document does not drop.
QString dot()
{
    return u"&nbsp; · &nbsp;"_s;
}

} // namespace

FactsLabel::FactsLabel(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FactsLabel::setFacts(const QStringList &facts, const QString &head)
{
    m_facts = facts;
    m_head = head;
    arrange();
    updateGeometry();
}

QSizeF FactsLabel::sizeOf(const QString &html, int width) const
{
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setDefaultFont(font());
    document.setHtml(html);
    if (width < 0)
        return {document.idealWidth(), document.size().height()};
    document.setTextWidth(width);
    return document.size();
}

/// Of a fact that takes several lines: how far its last one reaches.
double FactsLabel::lastLineOf(const QString &html, int width) const
{
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setDefaultFont(font());
    document.setHtml(html);
    document.setTextWidth(width);
    (void)document.size(); // lays it out
    const QTextLayout *layout = document.lastBlock().layout();
    return layout->lineCount() > 0 ? layout->lineAt(layout->lineCount() - 1).naturalTextWidth()
                                   : width;
}

QString FactsLabel::arranged(int width) const
{
    const double gap = sizeOf(dot()).width();
    QString text = m_head;
    double at = 0;
    for (const QString &fact : m_facts) {
        const double wide = sizeOf(fact).width();
        const bool isBeside = at > 0 && at + gap + wide <= width;
        if (isBeside)
            text += dot();
        else if (!text.isEmpty())
            text += u"<br>"_s;
        text += fact;
        at = isBeside ? at + gap + wide : (wide <= width ? wide : lastLineOf(fact, width));
    }
    return text;
}

void FactsLabel::arrange()
{
    const QString text = arranged(contentsRect().width());
    if (text != this->text())
        setText(text);
}

QSize FactsLabel::sizeHint() const
{
    return {usual, heightForWidth(usual)};
}

QSize FactsLabel::minimumSizeHint() const
{
    return {narrowest, fontMetrics().height()};
}

int FactsLabel::heightForWidth(int width) const
{
    if (m_facts.isEmpty() && m_head.isEmpty())
        return 0;
    return int(std::ceil(sizeOf(arranged(width), width).height()));
}

void FactsLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    arrange();
}

void FactsLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        arrange();
        updateGeometry();
    }
}

} // namespace hall
