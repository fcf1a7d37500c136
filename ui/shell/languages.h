#pragma once

#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

class QApplication;

namespace hall {

/// The texts of one language at a time: the program's own and Qt's for its standard dialogs.
class Languages
{
public:
    explicit Languages(QApplication &application);
    ~Languages();

    /// "zh_CN" or "en"; sets the default locale (dates, figures) too. Windows are rebuilt by the
    /// shell.
    void apply(const QString &word);
    [[nodiscard]] const QString &current() const { return m_current; }

private:
    void install(const QString &file);

    QApplication &m_application;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
    QString m_current;
};

} // namespace hall
