#include "ui/shell/languages.h"

#include <QApplication>
#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

Languages::Languages(QApplication &application)
    : m_application(application)
{
}

Languages::~Languages()
{
    for (const auto &translator : m_translators)
        m_application.removeTranslator(translator.get());
}

void Languages::apply(const QString &word)
{
    for (const auto &translator : m_translators)
        m_application.removeTranslator(translator.get());
    m_translators.clear();
    m_current = word == "en"_L1 ? u"en"_s : u"zh_CN"_s;
    const bool isChinese = m_current == "zh_CN"_L1;
    QLocale::setDefault(isChinese ? QLocale(QLocale::Chinese, QLocale::China)
                                  : QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (isChinese)
        install(u":/i18n/qtbase_zh_CN.qm"_s);
    // English too: it carries the plural forms.
    install(u":/i18n/onehall_%1.qm"_s.arg(m_current));
}

void Languages::install(const QString &file)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file))
        return;
    m_application.installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace hall
