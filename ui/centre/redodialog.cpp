#include "ui/centre/redodialog.h"

#include "text/errortext.h"
#include "ui/centre/centrewords.h"
#include "ui/shared/casewords.h"
#include "ui_redodialog.h"

#include <QLocale>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

bool asksGround(const ActionDef &action)
{
    switch (action.sort) {
    case ActionSort::Forward:
    case ActionSort::Correct:
    case ActionSort::Resume:
        return action.needs.contains(Need::Ground);
    case ActionSort::Back:
    case ActionSort::Refuse:
    case ActionSort::Withdraw:
    case ActionSort::Lapse:
    case ActionSort::Void:
    case ActionSort::Suspend:
        return true;
    }
    return false;
}

} // namespace

RedoDialog::RedoDialog(const BothVersions &versions, const ReferencePtr &reference, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::RedoDialog>())
    , m_versions(versions)
    , m_reference(reference)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    fillActions();
    fillReturns();
    fillTexts();
    connect(m_ui->actionBox, &QComboBox::currentIndexChanged, this, &RedoDialog::showNeeds);
    connect(m_ui->textEdit, &QPlainTextEdit::textChanged, this, &RedoDialog::enableYes);
    connect(m_ui->groundEdit, &QLineEdit::textChanged, this, &RedoDialog::enableYes);
    connect(m_ui->redoNoButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->redoYesButton, &QPushButton::clicked, this, &QDialog::accept);
    showNeeds();
    m_ui->textEdit->setFocus();
}

RedoDialog::~RedoDialog() = default;

void RedoDialog::fillActions()
{
    const bool isAct = m_versions.kind == RedoKind::Act;
    m_ui->actionLabel->setVisible(isAct);
    m_ui->actionBox->setVisible(isAct);
    for (const ActionDef &action : std::as_const(m_versions.actions))
        m_ui->actionBox->addItem(action.name.in(QLocale().language()), action.id);
    m_ui->actionBox->setCurrentIndex(
        std::max(0, m_ui->actionBox->findData(m_versions.own().action)));
}

void RedoDialog::fillReturns()
{
    for (const QString &state : std::as_const(m_versions.returnStates))
        m_ui->returnBox->addItem(CaseWords::state(m_versions.file, state, *m_reference), state);
    m_ui->returnBox->setCurrentIndex(std::max(0, m_ui->returnBox->findData(m_versions.own().to)));
}

void RedoDialog::fillTexts()
{
    const QJsonObject body = m_versions.own().bodyObject();
    const auto text = [&body](QLatin1StringView name) { return body.value(name).toString(); };
    switch (m_versions.kind) {
    case RedoKind::Edit:
        m_ui->redoIntroLabel->setText(
            tr("\"%1\" says \"%2\" now. What shall it say?", "field, value")
                .arg(ErrorText::fieldWord(text("field"_L1)), m_versions.valueNow));
        m_ui->textLabel->setText(tr("&New value"));
        m_ui->textEdit->setPlainText(text("new"_L1));
        m_ui->groundEdit->setText(text("reason"_L1));
        break;
    case RedoKind::Note:
        m_ui->redoIntroLabel->setText(tr("The note as it shall stand in the case."));
        m_ui->textLabel->setText(tr("&Note"));
        m_ui->textEdit->setPlainText(text("text"_L1));
        break;
    case RedoKind::Act:
    case RedoKind::Number:
    case RedoKind::None:
        m_ui->redoIntroLabel->setText(tr(
            "Your act is done anew, on what stands in the case now. Change it where that asks for "
            "it."));
        m_ui->textEdit->setPlainText(text("opinion"_L1));
        m_ui->groundEdit->setText(text("ground"_L1).isEmpty() ? text("reason"_L1)
                                                              : text("ground"_L1));
        break;
    }
    m_ui->textEdit->setAccessibleName(m_ui->textLabel->text().remove(u'&'));
}

const ActionDef *RedoDialog::chosen() const
{
    const QString id = m_ui->actionBox->currentData().toString();
    const auto found = std::ranges::find(m_versions.actions, id, &ActionDef::id);
    return m_versions.kind == RedoKind::Act && found != m_versions.actions.end() ? &*found
                                                                                 : nullptr;
}

void RedoDialog::showNeeds()
{
    const ActionDef *action = chosen();
    const bool isBack = action && action->sort == ActionSort::Back;
    const bool hasGround = m_versions.kind == RedoKind::Edit || (action && asksGround(*action));
    const bool hasText = !action || action->opinion != OpinionRule::None;
    m_ui->returnLabel->setVisible(isBack);
    m_ui->returnBox->setVisible(isBack);
    m_ui->groundLabel->setVisible(hasGround);
    m_ui->groundEdit->setVisible(hasGround);
    m_ui->textLabel->setVisible(hasText);
    m_ui->textEdit->setVisible(hasText);
    QStringList sentences{CentreWords::printed(m_versions)};
    if (!m_versions.papers.isEmpty() && !keepsPapers(m_versions, wish()))
        sentences.append(tr("The papers of the act that was not taken become spoiled."));
    sentences.removeAll(QString());
    m_ui->redoPapersLabel->setText(sentences.join(u' '));
    m_ui->redoPapersLabel->setVisible(!sentences.isEmpty());
    enableYes();
}

void RedoDialog::enableYes()
{
    const ActionDef *action = chosen();
    const bool needsText = m_versions.kind == RedoKind::Edit || m_versions.kind == RedoKind::Note
        || (action && action->opinion == OpinionRule::Required);
    const bool hasText = !m_ui->textEdit->toPlainText().trimmed().isEmpty();
    const bool hasGround
        = m_ui->groundEdit->isHidden() || !m_ui->groundEdit->text().trimmed().isEmpty();
    m_ui->redoYesButton->setEnabled((hasText || !needsText) && hasGround);
}

RedoWish RedoDialog::wish() const
{
    return {.action = m_ui->actionBox->currentData().toString(),
            .returnTo
            = m_ui->returnBox->isHidden() ? QString() : m_ui->returnBox->currentData().toString(),
            .text = m_ui->textEdit->toPlainText().trimmed(),
            .ground = m_ui->groundEdit->isHidden() ? QString() : m_ui->groundEdit->text().trimmed(),
            .paperReason = tr("The act was not taken by the centre and was done anew.")};
}

} // namespace hall
