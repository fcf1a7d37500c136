#pragma once

#include "domain/casefile.h"
#include "domain/command.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>

namespace hall {

namespace Ui {
class EditFieldDialog;
}

/// A typing error put right after registration: field, old value, new value, reason.
class EditFieldDialog : public QDialog
{
    Q_OBJECT
public:
    /// `check` answers what is wrong with an edit and brings its value into normal form.
    using Check = std::function<std::optional<Error>(EditField &edit)>;
    EditFieldDialog(const CaseFile &file, const QStringList &reasons, Check check, QWidget *parent);
    ~EditFieldDialog() override;

Q_SIGNALS:
    void asked(const hall::EditField &edit);

private:
    void showField();
    void finish();

    std::unique_ptr<Ui::EditFieldDialog> m_ui;
    CaseFile m_file;
    Check m_check;
};

} // namespace hall
