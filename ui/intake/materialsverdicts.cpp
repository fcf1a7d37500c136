// The clerk's verdict on a line, and what is wrong with it.
#include "desk/intake/intakeplan.h"
#include "ui/intake/materialsbox.h"
#include "ui/intake/materialstable.h"
#include "ui/intake/visit.h"
#include "ui_materialsbox.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

void MaterialsBox::connectProblem()
{
    m_ui->problemBox->lineEdit()->setMaxLength(200);
    m_ui->problemBox->lineEdit()->setObjectName(u"problemEdit"_s);
    m_ui->problemBox->installEventFilter(this);
    m_ui->problemBox->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_ui->problemBox->completer()->setFilterMode(Qt::MatchContains);
    // While the list of phrases is open its Enter comes to the line alone, and the box's own filter
    // never sees it. Queued: the list first puts its choice into the line.
    connect(m_ui->problemBox->lineEdit(), &QLineEdit::returnPressed, this,
            &MaterialsBox::leaveProblem, Qt::QueuedConnection);
    connect(m_ui->problemBox, &QComboBox::currentTextChanged, this, &MaterialsBox::writeProblem);
    connect(m_ui->summaryEdit, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_visit.editCurrent([&text](ItemWork &work) { work.summary = text; });
    });
    connect(m_ui->summaryEdit, &QLineEdit::returnPressed, this, &MaterialsBox::focusTable);
}

void MaterialsBox::judge(LineVerdict verdict)
{
    const int row = m_ui->materialsTable->currentRow();
    if (isLocked() || row < 0 || row >= m_model->rowCount())
        return;
    const MaterialDef due = m_model->at(row).due;
    m_visit.editCurrent([row, verdict, &due](ItemWork &work) {
        LineCheck &line = work.lines[row];
        const bool isUndone = line.verdict == verdict && verdict != LineVerdict::Wrong;
        if (verdict == LineVerdict::Right)
            line = isUndone ? LineCheck{.line = line.line} : rightLine(due);
        else
            line.verdict = isUndone ? LineVerdict::Open : verdict;
        if (verdict != LineVerdict::Wrong)
            line.problem.clear();
    });
    showProblem();
    if (verdict == LineVerdict::Wrong) {
        m_ui->problemBox->setFocus();
        m_ui->problemBox->lineEdit()->selectAll();
    } else if (row + 1 < m_model->rowCount()) {
        m_ui->materialsTable->goToRow(row + 1);
    }
}

void MaterialsBox::judgeAll()
{
    if (isLocked())
        return;
    const QList<MaterialRow> shown = rows();
    m_visit.editCurrent([&shown](ItemWork &work) {
        for (int row = 0; row < work.lines.size(); ++row) {
            const bool isSettled = work.lines.at(row).verdict == LineVerdict::Wrong
                || work.lines.at(row).verdict == LineVerdict::NotNeeded;
            // What the clerk has already found wrong stays wrong.
            if (!isSettled)
                work.lines[row] = rightLine(shown.at(row).due);
        }
    });
    showProblem();
}

void MaterialsBox::count(int step)
{
    const int row = m_ui->materialsTable->currentRow();
    if (isLocked() || row < 0 || row >= m_model->rowCount())
        return;
    const bool countsCopies = m_model->at(row).due.originals == 0;
    m_visit.editCurrent([row, step, countsCopies](ItemWork &work) {
        int &number = countsCopies ? work.lines[row].copies : work.lines[row].originals;
        number = std::clamp(number + step, 0, 999);
    });
}

void MaterialsBox::writeProblem()
{
    const int row = m_ui->materialsTable->currentRow();
    if (m_isFilling || isLocked() || row < 0 || row >= m_model->rowCount())
        return;
    const QString text = m_ui->problemBox->currentText().trimmed();
    m_visit.editCurrent([row, &text](ItemWork &work) {
        if (work.lines.at(row).verdict == LineVerdict::Wrong)
            work.lines[row].problem = text;
    });
}

void MaterialsBox::leaveProblem()
{
    writeProblem();
    const int row = m_ui->materialsTable->currentRow();
    if (row + 1 < m_model->rowCount())
        m_ui->materialsTable->goToRow(row + 1);
    m_ui->materialsTable->setFocus();
}

bool MaterialsBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->problemBox && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            leaveProblem();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace hall
