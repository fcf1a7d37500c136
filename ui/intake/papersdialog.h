#pragma once

#include "desk/intake/intakedesk.h"
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

/// A paper that an act wants, with the case that it belongs to.
struct PaperJob
{
    StreamId stream = {};
    CasePaper paper = {};
    QString number = {}; ///< of the case
};

/// Prints the papers of an act, at once or after a look, and takes the person's word that they are
/// in hand. Enter is the whole work when all went well.
class PapersDialog : public QDialog
{
    Q_OBJECT
public:
    PapersDialog(const PageContext &context, const QList<ActResult> &results, const QString &done,
                 QWidget *parent);
    ~PapersDialog() override;

    /// Prints at once, or shows the first paper, as the setting says.
    void begin();
    /// Shows "Hand over now"; the case owes nothing and its result is ready.
    void offerHandOver(const StreamId &stream);
    void addPapers(const ActResult &result, const QString &done);

Q_SIGNALS:
    void handOverAsked(const hall::StreamId &stream);
    void printedAll(); ///< everything is in hand

private:
    void connectButtons();
    void showPaper(int row);
    void print(int row);
    void printed(const QString &paper, const Result<ActResult> &result);
    void printAgain();
    void confirmInHand();
    void markNext();
    void setState(const QString &paper, PaperState state);
    [[nodiscard]] QStringList unconfirmedOf(const StreamId &stream) const;

    std::unique_ptr<Ui::PapersDialog> m_ui;
    PageContext m_context;
    std::shared_ptr<PaperDesk> m_papers; ///< outlives the futures that stand on it
    RowModel<PaperJob> *m_jobs;
    QList<StreamId> m_toMark;
    StreamId m_ready;
    int m_printing = 0;
    bool m_isWaiting = false; ///< Enter was pressed while the printer was still being fed
};

} // namespace hall
