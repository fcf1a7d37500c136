#pragma once

#include "desk/papers/paperdesk.h"
#include "ui/shared/rowmodel.h"
#include "ui/shell/pageregistry.h"

#include <QDialog>
#include <QSet>

#include <memory>

namespace hall {

namespace Ui {
class PapersDialog;
}

/// Prints papers of cases, at once or after a look, and takes the person's word that they are in
/// hand. Enter is the whole work when all went well.
class PapersDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Kind {
        Act,     ///< the papers of one act: Enter takes all that are printed in hand
        LeftOver ///< of several cases: Enter takes the chosen one
    };
    PapersDialog(const PageContext &context, Kind kind, QWidget *parent);
    ~PapersDialog() override;

    void addPapers(const QList<PaperJob> &jobs, const QString &done);
    /// Prints what is wanted at once, or shows the first paper, as the setting says.
    void begin();
    /// Shows "Hand over now"; the case owes nothing and its result is ready.
    void offerHandOver(const StreamId &stream);

Q_SIGNALS:
    void handOverAsked(const hall::StreamId &stream);
    void printedAll(); ///< everything is in hand

private:
    [[nodiscard]] static QList<RowColumn<PaperJob>> columns(Kind kind);
    [[nodiscard]] static QString stateWord(const PaperJob &job);
    void connectButtons();
    void showRow(int row);
    void nameButton();
    void print(int row);
    void printed(const QString &paper, const Result<ActResult> &result);
    void printAgain();
    void confirmInHand();
    void sayUnprinted(const PaperJob &job);
    void markNext();
    void goOn();
    void setState(const QString &paper, PaperState state);
    [[nodiscard]] bool hasRow(int row) const { return row >= 0 && row < m_jobs->rowCount(); }
    [[nodiscard]] int firstRow(PaperState state) const;
    [[nodiscard]] QStringList sentOf(const StreamId &stream) const;

    std::unique_ptr<Ui::PapersDialog> m_ui;
    PageContext m_context;
    Kind m_kind;
    std::shared_ptr<PaperDesk> m_papers; ///< outlives the futures that stand on it
    RowModel<PaperJob> *m_jobs;
    QList<StreamId> m_toMark;
    StreamId m_ready;
    QSet<QString> m_sending;  ///< papers on their way to the printer
    bool m_isWaiting = false; ///< Enter was pressed while the printer was still being fed
};

} // namespace hall
