// What Stage leaves of what was seen.
#include "stage.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLocale>
#include <QPainter>
#include <QTest>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestLookMs = 1500; // a cursor blinks for ever
constexpr int longestCloseMs = 500;

QImage grabbed(QWidget &window)
{
    QPixmap picture = window.grab();
    QWidget *dialog = QApplication::activeModalWidget();
    if (dialog && dialog != &window) {
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 70));
        const QPixmap front = dialog->grab();
        const QSize space = (window.size() - dialog->size()) / 2;
        painter.drawPixmap(std::max(0, space.width()), std::max(0, space.height()), front);
        painter.setPen(QColor(110, 110, 110));
        painter.drawRect(QRect(QPoint(space.width(), space.height()), dialog->size()));
    }
    return picture.toImage();
}

} // namespace

void Stage::settle() const
{
    // Pictures of pages come from threads: what is shown is still when several looks are alike.
    QImage before;
    int alike = 0;
    const auto isStill = [this, &before, &alike] {
        const QImage now = grabbed(m_program->window());
        alike = now == before ? alike + 1 : 0;
        before = now;
        return alike >= 3;
    };
    (void)QTest::qWaitFor(isStill, longestLookMs);
}

void Stage::shoot(const QString &name)
{
    if (!m_options.takesPictures)
        return;
    settle();
    const QString language = QLocale().language() == QLocale::Chinese ? u"zh"_s : u"en"_s;
    const QString place = folder(u"screens/"_s + language);
    QDir().mkpath(place);
    const QString path = u"%1/%2.png"_s.arg(place, name);
    if (!grabbed(m_program->window()).save(path))
        throw Stopped{u"the picture %1 cannot be written"_s.arg(path)};
    m_pictures.append(language + u'/' + name);
}

void Stage::setEnglish(bool isEnglish)
{
    const bool isSo = QLocale().language() != QLocale::Chinese;
    if (isSo == isEnglish)
        return;
    if (sees(u"settingsButton"_s))
        choose(u"settingsButton"_s, isEnglish ? u"English"_s : u"中文"_s);
    else
        click(u"languageButton"_s);
    until(u"the other language is shown"_s,
          [isEnglish] { return (QLocale().language() != QLocale::Chinese) == isEnglish; });
}

void Stage::shootBoth(const QString &name, const std::function<void()> &refill)
{
    if (!m_options.takesPictures)
        return;
    shoot(name);
    setEnglish(true);
    if (refill)
        refill();
    shoot(name);
    setEnglish(false);
    if (refill)
        refill();
}

void Stage::clearUp()
{
    for (int turn = 0; turn < 6; ++turn) {
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        else if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
            dialog->reject();
        else
            break;
        (void)QTest::qWaitFor([] { return !QApplication::activeModalWidget(); }, longestCloseMs);
    }
    if (QWidget *next = visible(u"nextButton"_s))
        click(next);
}

} // namespace hall::journeys
