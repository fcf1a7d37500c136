#include "ui/intake/guidedialog.h"

#include "ui_guidedialog.h"

namespace hall {

GuideDialog::GuideDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::GuideDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->guidePreview->setPrintable(true);
    m_ui->guidePrintButton->setEnabled(false);
    connect(m_ui->guidePreview, &PaperPreview::printRequested, this, &GuideDialog::print);
    connect(m_ui->guidePrintButton, &QPushButton::clicked, this, &GuideDialog::print);
    connect(m_ui->guideCloseButton, &QPushButton::clicked, this, &QDialog::accept);
    m_ui->guideCloseButton->setFocus();
}

GuideDialog::~GuideDialog() = default;

void GuideDialog::showGuide(const Document &guide)
{
    m_ui->guidePreview->setDocument(guide);
    m_ui->guidePrintButton->setEnabled(true);
}

void GuideDialog::say(const Error &error)
{
    m_ui->guideStrip->say(error);
}

void GuideDialog::sayPrinted()
{
    m_ui->guideStrip->say(Tone::Success, tr("The guide is at the printer."));
}

void GuideDialog::print()
{
    if (m_ui->guidePreview->hasDocument())
        Q_EMIT printAsked(*m_ui->guidePreview->document());
}

} // namespace hall
