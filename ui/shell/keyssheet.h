#pragma once

#include "ui/shell/page.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class KeysSheet;
}

/// What F1 shows: the keys of the page, then those of the whole program.
class KeysSheet : public QDialog
{
    Q_OBJECT
public:
    KeysSheet(const QString &pageTitle, const QList<HelpKey> &pageKeys, QWidget *parent = nullptr);
    ~KeysSheet() override;

private:
    void addGroup(const QString &title, const QList<HelpKey> &keys);

    std::unique_ptr<Ui::KeysSheet> m_ui;
};

} // namespace hall
