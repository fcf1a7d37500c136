#include "ui/shared/datefield.h"

#include <QCalendarWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextCharFormat>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int buttonRoom = 56;

} // namespace

DateField::DateField(QWidget *parent)
    : QDateEdit(parent)
{
    setCalendarPopup(true);
    // Figures in one order for both languages: a date is read aloud across the counter.
    setDisplayFormat(u"yyyy-MM-dd"_s);
    setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31));
    calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendarWidget()->setFirstDayOfWeek(Qt::Monday);
}

void DateField::setToday(QDate today)
{
    m_today = today;
    if (!today.isValid())
        return;
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    bold.setFontUnderline(true);
    calendarWidget()->setDateTextFormat({}, {});
    calendarWidget()->setDateTextFormat(today, bold);
    setToolTip(tr("T: today, + and −: next and previous day"));
}

QSize DateField::sizeHint() const
{
    // The style sheet leaves the button of the calendar out of the width.
    const int text = fontMetrics().horizontalAdvance(u"0000-00-00"_s);
    return {text + buttonRoom, QDateEdit::sizeHint().height()};
}

void DateField::typeFigure(QKeyEvent *event)
{
    // Qt drops a figure for a part that is full, and every figure while the whole date is marked.
    if (lineEdit()->selectedText() == lineEdit()->text())
        setSelectedSection(QDateTimeEdit::YearSection);
    else if (!m_isTyping && !lineEdit()->hasSelectedText())
        setSelectedSection(currentSection());
    const int part = currentSectionIndex();
    QDateEdit::keyPressEvent(event);
    m_isTyping = true;
    m_hasAdvanced = currentSectionIndex() != part;
}

bool DateField::isSeparator() const
{
    return m_isTyping && (m_hasAdvanced || currentSectionIndex() + 1 < sectionCount());
}

void DateField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9) {
        typeFigure(event);
        return;
    }
    const bool wasSeparator = event->key() == Qt::Key_Minus && isSeparator();
    m_isTyping = false;
    if (wasSeparator) {
        if (!m_hasAdvanced)
            setCurrentSectionIndex(currentSectionIndex() + 1);
        return;
    }
    switch (event->key()) {
    case Qt::Key_T:
        if (m_today.isValid())
            setDate(m_today);
        break;
    case Qt::Key_Plus:
        setDate(date().addDays(1));
        break;
    case Qt::Key_Minus:
        setDate(date().addDays(-1));
        break;
    case Qt::Key_PageUp:
        setDate(date().addMonths(-1));
        break;
    case Qt::Key_PageDown:
        setDate(date().addMonths(1));
        break;
    default:
        QDateEdit::keyPressEvent(event);
    }
}

} // namespace hall
