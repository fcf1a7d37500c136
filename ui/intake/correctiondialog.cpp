#include "ui/intake/correctiondialog.h"

#include "ui_correctiondialog.h"

#include <QDate>
#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

CorrectionDialog::CorrectionDialog(const QList<Line> &lines, const QDate &due, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::CorrectionDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->noticePreview->setPrintable(false);
    QString html = u"<ol>"_s;
    for (const Line &line : lines) {
        html += u"<li><p><b>%1</b><br/>%2</p></li>"_s.arg(line.material.toHtmlEscaped(),
                                                          line.problem.toHtmlEscaped());
    }
    m_ui->problemListView->setHtml(html + u"</ol>"_s);
    m_ui->correctionDueLabel->setText(
        tr("The applicant has until %1. A second notice needs the manager.")
            .arg(QLocale().toString(due, QLocale::LongFormat)));
    connect(m_ui->correctionCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->correctionOkButton, &QPushButton::clicked, this, &QDialog::accept);
    m_ui->correctionOkButton->setFocus();
}

CorrectionDialog::~CorrectionDialog() = default;

void CorrectionDialog::showNotice(const Document &notice)
{
    m_ui->noticePreview->setDocument(notice);
}

} // namespace hall
