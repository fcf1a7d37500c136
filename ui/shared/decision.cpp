#include "ui/shared/decision.h"

#include "ui_decisiondialog.h"

#include <QDialog>
#include <QPointer>

#include <memory>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

class DecisionDialog final : public QDialog
{
public:
    DecisionDialog(const Decision &decision, QWidget *parent)
        : QDialog(parent)
        , m_ui(std::make_unique<Ui::DecisionDialog>())
        , m_needsReason(!decision.reasonLabel.isEmpty())
    {
        m_ui->setupUi(this);
        setAttribute(Qt::WA_DeleteOnClose);
        fill(decision);
        connect(m_ui->noButton, &QPushButton::clicked, this, &QDialog::reject);
        connect(m_ui->yesButton, &QPushButton::clicked, this, &QDialog::accept);
        connect(m_ui->reasonEdit, &QPlainTextEdit::textChanged, this, [this] { enableYes(); });
        connect(m_ui->phraseBox, &QComboBox::activated, this, [this](int index) {
            if (index > 0)
                m_ui->reasonEdit->setPlainText(m_ui->phraseBox->itemText(index));
        });
        enableYes();
    }

    [[nodiscard]] QString reason() const { return m_ui->reasonEdit->toPlainText().trimmed(); }

private:
    void fill(const Decision &decision)
    {
        setWindowTitle(decision.title);
        m_ui->questionLabel->setText(decision.question);
        m_ui->consequenceLabel->setText(decision.consequence);
        m_ui->consequenceLabel->setVisible(!decision.consequence.isEmpty());
        m_ui->reasonLabel->setText(decision.reasonLabel);
        m_ui->reasonEdit->setAccessibleName(decision.reasonLabel);
        m_ui->reasonLabel->setVisible(m_needsReason);
        m_ui->reasonEdit->setVisible(m_needsReason);
        m_ui->phraseBox->setVisible(m_needsReason && !decision.phrases.isEmpty());
        m_ui->phraseBox->addItem(m_ui->phraseBox->accessibleName());
        m_ui->phraseBox->addItems(decision.phrases);
        m_ui->yesButton->setText(decision.yes);
        m_ui->yesButton->setProperty("kind", decision.isDangerous ? u"danger"_s : u"primary"_s);
        // Enter must not do what cannot be undone.
        m_ui->yesButton->setDefault(!decision.isDangerous && !m_needsReason);
        m_ui->noButton->setDefault(decision.isDangerous && !m_needsReason);
        if (m_needsReason)
            m_ui->reasonEdit->setFocus();
        else
            (decision.isDangerous ? m_ui->noButton : m_ui->yesButton)->setFocus();
    }

    void enableYes() { m_ui->yesButton->setEnabled(!m_needsReason || !reason().isEmpty()); }

    std::unique_ptr<Ui::DecisionDialog> m_ui;
    bool m_needsReason;
};

} // namespace

void confirm(QWidget *context, const Decision &decision,
             std::function<void(const QString &reason)> onYes, std::function<void()> onNo)
{
    auto *dialog = new DecisionDialog(decision, context);
    QObject::connect(dialog, &QDialog::finished, context,
                     [dialog, onYes = std::move(onYes), onNo = std::move(onNo)](int result) {
                         if (result == QDialog::Accepted && onYes)
                             onYes(dialog->reason());
                         else if (result != QDialog::Accepted && onNo)
                             onNo();
                     });
    dialog->open();
}

} // namespace hall
