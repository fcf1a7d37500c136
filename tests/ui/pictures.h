#pragma once

#include "ui/shared/theme.h"

#include <QApplication>
#include <QLocale>
#include <QTranslator>

namespace hall::test {

/// The light theme in English, unless somebody wants pictures to look at: HALL_LOOK=dark, and
/// HALL_TEXTS=file.qm for other texts (the tests themselves then fail where they read English).
inline void dressForPictures()
{
    const bool isDark = qEnvironmentVariable("HALL_LOOK") == QStringLiteral("dark");
    applyTheme(*qApp, isDark ? Look::Dark : Look::Light);
    static QTranslator texts;
    const QString file = qEnvironmentVariable("HALL_TEXTS");
    if (file.isEmpty() || !texts.isEmpty() || !texts.load(file))
        return;
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    qApp->installTranslator(&texts);
}

} // namespace hall::test
