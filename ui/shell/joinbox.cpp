#include "ui/shell/joinbox.h"

#include "text/joiningtext.h"
#include "ui/shared/messagestrip.h"
#include "ui_joinbox.h"

#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>

namespace hall {

using namespace Qt::StringLiterals;

JoinBox::JoinBox(JoiningDesk &desk, MessageStrip &strip, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::JoinBox>())
    , m_desk(desk)
    , m_strip(strip)
{
    m_ui->setupUi(this);
    m_ui->joinPlateLabel->hide();
    m_ui->joinPlateSpace->hide();
    connect(m_ui->joinChooseButton, &QPushButton::clicked, this, &JoinBox::choose);
    connect(m_ui->joinFileEdit, &QLineEdit::editingFinished, this, &JoinBox::showPlate);
    connect(m_ui->joinFileEdit, &QLineEdit::returnPressed, this, &JoinBox::activate);
    connect(m_ui->joinStaffEdit, &QLineEdit::returnPressed, this,
            [this] { m_ui->joinPasswordEdit->setFocus(); });
    connect(m_ui->joinPasswordEdit, &QLineEdit::returnPressed, this, &JoinBox::join);
    connect(m_ui->joinButton, &QPushButton::clicked, this, &JoinBox::join);
    connect(m_ui->joinBackButton, &QPushButton::clicked, this, &JoinBox::backAsked);
    connect(m_ui->joinCancelButton, &QPushButton::clicked, this, [this] {
        m_desk.cancel();
        showProgress({});
    });
    connect(&m_desk, &JoiningDesk::progressed, this, &JoinBox::showProgress);
    connect(&m_desk, &JoiningDesk::refused, this, &JoinBox::refused);
    offer(m_desk.offeredFile());
    showProgress(m_desk.progress());
    showTrouble();
}

JoinBox::~JoinBox() = default;

void JoinBox::offer(const QString &file)
{
    m_ui->joinFileEdit->setText(QDir::toNativeSeparators(file));
    showPlate();
}

void JoinBox::activate()
{
    if (m_ui->joinFileEdit->text().isEmpty())
        m_ui->joinFileEdit->setFocus();
    else if (m_ui->joinStaffEdit->text().isEmpty())
        m_ui->joinStaffEdit->setFocus();
    else
        m_ui->joinPasswordEdit->setFocus();
}

void JoinBox::choose()
{
    auto *dialog = new QFileDialog(this, tr("The connection file of this computer"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Connection files (*.onehall *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        offer(file);
        activate();
    });
    dialog->open();
}

void JoinBox::showPlate()
{
    m_plate = {};
    const QString file = QDir::fromNativeSeparators(m_ui->joinFileEdit->text().trimmed());
    const Result<CentrePlate> plate
        = file.isEmpty() ? Result<CentrePlate>(CentrePlate{}) : m_desk.look(file);
    if (plate.ok()) {
        m_plate = plate.value();
        if (!file.isEmpty())
            m_strip.dismiss();
    } else {
        m_strip.say(Tone::Problem, JoiningText::ofFile(plate.error().detail));
    }
    const bool isKnown = !m_plate.host.isEmpty();
    m_ui->joinPlateLabel->setVisible(isKnown);
    m_ui->joinPlateSpace->setVisible(isKnown);
    m_ui->joinPlateLabel->setText(tr("%1 · place %2 · %3", "hall · station · host")
                                      .arg(m_plate.hall, m_plate.station, m_plate.host));
}

void JoinBox::join()
{
    if (m_desk.isRunning())
        return;
    const JoinAsk ask{.file = QDir::fromNativeSeparators(m_ui->joinFileEdit->text().trimmed()),
                      .staff = m_ui->joinStaffEdit->text().trimmed().toLower(),
                      .password = m_ui->joinPasswordEdit->text()};
    if (ask.file.isEmpty() || ask.staff.isEmpty() || ask.password.isEmpty()) {
        m_strip.say(Tone::Warning,
                    ask.file.isEmpty()
                        ? tr("Choose the connection file of this computer first.")
                        : tr("Type your staff code and your password at the centre first."));
        activate();
        return;
    }
    m_strip.dismiss();
    showPlate();
    if (m_plate.host.isEmpty())
        return;
    m_ui->joinPasswordEdit->clear();
    m_desk.begin(ask);
}

void JoinBox::refused(const Error &error)
{
    showProgress({});
    m_strip.say(Tone::Problem, JoiningText::sentence(error, m_plate.host));
    m_ui->joinPasswordEdit->setFocus();
}

void JoinBox::showTrouble()
{
    const std::optional<Error> trouble = m_desk.takeTrouble();
    if (trouble)
        m_strip.say(Tone::Problem, JoiningText::sentence(*trouble, m_plate.host));
}

QString JoinBox::partText(JoinPart part)
{
    switch (part) {
    case JoinPart::Nothing:
        return {};
    case JoinPart::Asking:
        return tr("1 of 3: The centre is being asked …");
    case JoinPart::Reference:
        return tr("2 of 3: Departments, items and people of the hall are arriving …");
    case JoinPart::OpenCases:
        return tr("3 of 3: The open cases are arriving …");
    case JoinPart::Waiting:
        return tr("The line to the centre is gone for the moment. It goes on by itself.");
    }
    return {};
}

QString JoinBox::leftText(qint64 seconds)
{
    if (seconds < 0)
        return {};
    if (seconds < 10)
        return tr("A few seconds left");
    if (seconds < 60)
        return tr("Less than a minute left");
    return tr("About %n minute(s) left", nullptr, int((seconds + 30) / 60));
}

void JoinBox::showProgress(const JoinProgress &progress)
{
    const bool isRunning = progress.part != JoinPart::Nothing;
    const QWidget *before = m_ui->joinStack->currentWidget();
    m_ui->joinStack->setCurrentWidget(isRunning ? m_ui->joinWaitStep : m_ui->joinFormStep);
    m_ui->joinHallLabel->setText(m_plate.hall.isEmpty() ? tr("Joining …")
                                                        : tr("Joining %1").arg(m_plate.hall));
    m_ui->joinPartLabel->setText(partText(progress.part));
    const bool isKnown = progress.whole >= 0;
    m_ui->joinBar->setMaximum(isKnown ? 100 : 0);
    m_ui->joinBar->setValue(isKnown ? int(progress.whole * 100) : 0);
    m_ui->joinLeftLabel->setText(leftText(progress.secondsLeft));
    if (isRunning && before != m_ui->joinWaitStep)
        m_ui->joinCancelButton->setFocus();
}

void JoinBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    (m_desk.isRunning() ? m_ui->joinCancelButton : m_ui->joinBackButton)->click();
}

} // namespace hall
