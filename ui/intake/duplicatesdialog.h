#pragma once

#include "desk/intake/applicantlookup.h"

#include <QDialog>
#include <QList>

#include <memory>

namespace hall {

namespace Ui {
class DuplicatesDialog;
}

/// What was typed and who is known, side by side: the clerk says whether it is the same person.
class DuplicatesDialog : public QDialog
{
    Q_OBJECT
public:
    DuplicatesDialog(const Applicant &typed, const QList<LikelyApplicant> &likely, QWidget *parent);
    ~DuplicatesDialog() override;

Q_SIGNALS:
    void knownChosen(const hall::KnownApplicant &known);
    void somebodyElse();

private:
    void showKnown(int index);

    std::unique_ptr<Ui::DuplicatesDialog> m_ui;
    Applicant m_typed;
    QList<LikelyApplicant> m_likely;
};

} // namespace hall
