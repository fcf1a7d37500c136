#include "ui/shell/keyssheet.h"

#include "ui/shared/keyhint.h"
#include "ui_keyssheet.h"

namespace hall {

using namespace Qt::StringLiterals;

KeysSheet::KeysSheet(const QString &pageTitle, const QList<HelpKey> &pageKeys, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::KeysSheet>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->keysTitleLabel->setText(pageTitle.isEmpty() ? tr("Keys")
                                                      : tr("Keys of \"%1\"").arg(pageTitle));
    addGroup(tr("This page"), pageKeys);
    addGroup(tr("Everywhere"),
             {{u"Ctrl+1 … 9"_s, tr("Go to a page of the list at the left")},
              {u"Alt+←"_s, tr("Back to the page before")},
              {u"F1"_s, tr("This sheet")},
              {u"Tab"_s, tr("To the next field; with Shift to the one before")},
              {u"Enter"_s, tr("Open the row, or press the marked button")},
              {u"Ctrl+C"_s, tr("Copy the rows chosen")},
              {u"Esc"_s, tr("Dismiss a message, close a dialog")},
              {u"Ctrl+L"_s, tr("Lock the screen")},
              {u"Ctrl+Shift+Q"_s, tr("Sign out")},
              {u"Ctrl+Q"_s, tr("Quit; what was typed is kept")}});
    m_ui->keysLayout->setColumnStretch(1, 1);
    m_ui->keysLayout->setRowStretch(m_ui->keysLayout->rowCount(), 1);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
}

KeysSheet::~KeysSheet() = default;

void KeysSheet::addGroup(const QString &title, const QList<HelpKey> &keys)
{
    if (keys.isEmpty())
        return;
    int row = m_ui->keysLayout->rowCount();
    auto *heading = new QLabel(title, m_ui->keysContents);
    heading->setProperty("kind", u"muted"_s);
    m_ui->keysLayout->addWidget(heading, row++, 0, 1, 2);
    for (const HelpKey &key : keys) {
        m_ui->keysLayout->addWidget(new KeyHint(key.keys, m_ui->keysContents), row, 0,
                                    Qt::AlignLeft | Qt::AlignVCenter);
        auto *text = new QLabel(key.text, m_ui->keysContents);
        text->setWordWrap(true);
        m_ui->keysLayout->addWidget(text, row++, 1);
    }
}

} // namespace hall
