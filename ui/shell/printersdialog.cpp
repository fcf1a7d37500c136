#include "ui/shell/printersdialog.h"

#include "domain/whendone.h"
#include "papers/paper.h"
#include "ui/shared/settings.h"
#include "ui_printersdialog.h"

#include <QComboBox>

namespace hall {

using namespace Qt::StringLiterals;

PrintersDialog::PrintersDialog(SessionDesk &desk, Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PrintersDialog>())
    , m_settings(settings)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    addPapers();
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->keepButton, &QPushButton::clicked, this, &PrintersDialog::keep);
    m_ui->messageStrip->say(Tone::Info, tr("Asking the system for its printers …"));
    whenDone(desk.printers(), this,
             [this](const QList<PrinterChoice> &printers) { offer(printers); });
}

PrintersDialog::~PrintersDialog() = default;

void PrintersDialog::addPapers()
{
    for (const PaperKind kind : allPapers()) {
        const QString code = paperCode(kind);
        auto *box = new QComboBox(this);
        box->setObjectName(code + u"Box"_s);
        box->setAccessibleName(paperName(kind).in(QLocale().language()));
        box->addItem(tr("The system's usual printer"), QString());
        m_ui->printersForm->addRow(paperName(kind).in(QLocale().language()), box);
        m_boxes.insert(code, box);
    }
}

void PrintersDialog::offer(const QList<PrinterChoice> &printers)
{
    m_ui->messageStrip->dismiss();
    if (printers.isEmpty())
        m_ui->messageStrip->say(
            Tone::Warning,
            tr("The system has no printer yet. Papers can be saved as PDF until one is set up."));
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it) {
        for (const PrinterChoice &printer : printers)
            it.value()->addItem(printer.description.isEmpty() ? printer.name : printer.description,
                                printer.name);
        const QString chosen = m_settings.entry(Setting::PrinterFor, it.key()).toString();
        if (!chosen.isEmpty() && it.value()->findData(chosen) < 0)
            it.value()->addItem(tr("%1 (not there now)", "a printer").arg(chosen), chosen);
        it.value()->setCurrentIndex(std::max(0, it.value()->findData(chosen)));
    }
}

void PrintersDialog::keep()
{
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it)
        m_settings.setEntry(Setting::PrinterFor, it.key(), it.value()->currentData());
    accept();
}

} // namespace hall
