#pragma once

#include "desk/intake/applicantcheck.h"
#include "desk/intake/applicantlookup.h"
#include "ui/shared/rowmodel.h"
#include "ui/shell/pageregistry.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace hall {

namespace Ui {
class ApplicantBox;
}

class Visit;

/// Finds the applicant while typing, or takes down who it is: a person or an organisation.
class ApplicantBox : public QWidget
{
    Q_OBJECT
public:
    ApplicantBox(const PageContext &context, Visit &visit, QWidget *parent = nullptr);
    ~ApplicantBox() override;

    void focusSearch();
    /// Puts the focus on the field that a problem names.
    void focusField(const QString &field);
    void toggleOrganisation();
    /// Runs `next` once the clerk has looked at possible duplicates; at once when there are none.
    void whenUnique(std::function<void()> next);

Q_SIGNALS:
    void finished(); ///< the applicant is complete: on to the items
    void agentAsked();
    void failed(const hall::Error &error);
    void typing(); ///< a new visit begins

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Page { FoundPage, RegisterPage, CardPage };
    void connectSearch();
    void connectFields();
    void showVisit();
    void showCard(const Applicant &applicant);
    void showKind(bool isPerson);
    void find();
    void showFound(const QString &asked, const QList<KnownApplicant> &found);
    void enterSearch();
    void choose(const KnownApplicant &known);
    void beginRegistration();
    void takeFields();
    void fillFields(const Applicant &applicant);
    void judgeNumber();
    void askOverride();
    void enterPressed(QWidget *field);
    void askDuplicates(const QList<LikelyApplicant> &likely, std::function<void()> next);
    [[nodiscard]] Applicant typedApplicant() const;
    [[nodiscard]] bool searchKey(int key);

    std::unique_ptr<Ui::ApplicantBox> m_ui;
    PageContext m_context;
    Visit &m_visit;
    ApplicantLookup m_lookup;
    RowModel<KnownApplicant> *m_found;
    QTimer m_findSoon;
    QString m_answered; ///< the text that the list answers
    bool m_isEnterWaiting = false;
    bool m_isFilling = false;
};

} // namespace hall
