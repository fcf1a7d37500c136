#pragma once

#include "domain/identity.h"

#include <QDate>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace hall {

/// Kind of certificate and its number, judged while typing: a plain reason stands under the field
/// as soon as the number cannot become right, figures are grouped for reading, x becomes X.
class IdNumberEdit : public QWidget
{
    Q_OBJECT
public:
    enum class Bearer { Person, Organisation, Any };

    explicit IdNumberEdit(QWidget *parent = nullptr);

    /// `regions` is asked when the first number is judged, so the table is not read before.
    void setRules(std::function<const RegionTable &()> regions, QDate today);
    void setBearer(Bearer bearer);

    [[nodiscard]] QString kindCode() const;
    void setKindCode(const QString &code);
    /// What was typed, without the groups' spaces.
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    [[nodiscard]] bool isEmpty() const { return text().isEmpty(); }
    /// FieldMissing when empty, else what IdentityNumber::parse says. A number is taken against an
    /// unknown region with an override reason.
    [[nodiscard]] Result<Checked<IdentityNumber>> number() const;
    void setOverrideReason(const QString &reason);
    [[nodiscard]] QString overrideReason() const { return m_overrideReason; }

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QComboBox *kindBox() const { return m_kind; }

Q_SIGNALS:
    void changed();
    /// The number is whole and right (pages look the applicant up then).
    void completed(const QString &number);

private:
    void regroup();
    void judge(bool isFinished);
    void showReason(const QString &sentence, const char *tone);

    QComboBox *m_kind;
    QLineEdit *m_edit;
    QLabel *m_reason;
    std::function<const RegionTable &()> m_regions;
    QDate m_today;
    QString m_overrideReason;
};

} // namespace hall
