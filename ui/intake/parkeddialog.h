#pragma once

#include "desk/intake/draftshelf.h"
#include "ui/shared/rowmodel.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class ParkedDialog;
}

/// Work that was put aside: go on with one of them.
class ParkedDialog : public QDialog
{
    Q_OBJECT
public:
    ParkedDialog(const QList<KeptWork> &parked, const Reference &reference, QWidget *parent);
    ~ParkedDialog() override;

Q_SIGNALS:
    void resumed(const hall::KeptWork &work);
    void thrownAway(const QString &id);

private:
    void askThrowAway();

    std::unique_ptr<Ui::ParkedDialog> m_ui;
    RowModel<KeptWork> *m_rows;
};

} // namespace hall
