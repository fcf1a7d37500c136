#include "ui/admin/staffpage.h"

#include "domain/whendone.h"
#include "ui/admin/admintext.h"
#include "ui/admin/formguard.h"
#include "ui/admin/passworddialog.h"
#include "ui/admin/postsbox.h"
#include "ui/shared/icon.h"
#include "ui_staffpage.h"

#include <QJsonArray>
#include <QShortcut>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

StaffPage::StaffPage(const PageContext &context, QWidget *parent)
    : AdminPage(context, parent)
    , m_ui(std::make_unique<Ui::StaffPage>())
    , m_desk(publisher())
    , m_model(columns())
{
    m_ui->setupUi(this);
    m_ui->newButton->setIcon(icon(u"add"_s));
    m_ui->passwordButton->setIcon(icon(u"key"_s));
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->splitter->setSizes({640, 520});
    m_ui->staffTable->setRowModel(&m_model);
    m_ui->staffTable->setEmptyText(tr("Nobody fits these words"),
                                   tr("Clear the field to see everybody."));
    m_guard = new FormGuard(m_ui->formSide);
    connectList();
    connectForm();
}

StaffPage::~StaffPage() = default;

QString StaffPage::pageTitle() const
{
    return tr("Staff and posts");
}

QList<HelpKey> StaffPage::keys() const
{
    return {{u"Ctrl+F"_s, tr("Find a person")},
            {u"Ctrl+N"_s, tr("New person")},
            {u"Enter"_s, tr("From the list to the fields of the person")},
            {u"Ctrl+S"_s, tr("Save the person")}};
}

QList<RowColumn<StaffMember>> StaffPage::columns() const
{
    const auto posts = [this](const StaffMember &member) {
        return AdminText::postsText(member.posts, *publisher().reference());
    };
    const auto state
        = [](const StaffMember &member) { return member.isDisabled ? tr("Blocked") : QString(); };
    return {{.title = tr("Sign-in name"),
             .text = [](const StaffMember &member) { return member.code; },
             .shape = {.characters = 9},
             .extra = {}},
            {.title = tr("Name"),
             .text = [](const StaffMember &member) { return member.name; },
             .shape = {.characters = 14},
             .extra = {}},
            {.title = tr("Posts"), .text = posts, .shape = {.takesRest = true}, .extra = {}},
            {.title = tr("Window"),
             .text = [](const StaffMember &member) { return member.window; },
             .shape = {.characters = 7},
             .extra = {}},
            {.title = tr("State"), .text = state, .shape = {.characters = 7}, .extra = {}}};
}

void StaffPage::connectList()
{
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this] { refresh(m_shown.code); });
    connect(m_ui->staffTable, &RowTable::rowChanged, this, &StaffPage::choose);
    connect(m_ui->staffTable, &RowTable::rowOpened, this, [this] { m_ui->nameEdit->setFocus(); });
    connect(m_ui->newButton, &QPushButton::clicked, this, &StaffPage::beginNew);
    const auto find = [this] { m_ui->searchEdit->setFocus(); };
    const QList<std::pair<QKeySequence::StandardKey, std::function<void()>>> keys{
        {QKeySequence::Find, find},
        {QKeySequence::New, [this] { beginNew(); }},
        {QKeySequence::Save, [this] { save(); }}};
    for (const auto &[key, run] : keys)
        connect(new QShortcut(key, this), &QShortcut::activated, this, run);
}

void StaffPage::connectForm()
{
    connect(m_ui->postsBox, &PostsBox::changed, m_guard, &FormGuard::mark);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &StaffPage::save);
    connect(m_ui->disableButton, &QPushButton::clicked, this, &StaffPage::toggleBlocked);
    connect(m_ui->passwordButton, &QPushButton::clicked, this, &StaffPage::resetPassword);
}

void StaffPage::activate()
{
    if (m_guard->isDirty())
        return;
    fillBoxes();
    refresh(m_shown.code);
    m_ui->searchEdit->setFocus();
}

QJsonObject StaffPage::saveInput() const
{
    QJsonObject input = Page::saveInput();
    input.insert(u"person"_s,
                 QJsonObject{{u"code"_s, m_isNew ? QString() : m_shown.code},
                             {u"isDirty"_s, m_guard->isDirty()},
                             {u"posts"_s, QJsonArray::fromStringList(m_ui->postsBox->codes())}});
    return input;
}

/// What was typed goes back only to the person it was typed for.
void StaffPage::restoreInput(const QJsonObject &input)
{
    const QJsonObject person = input.value("person"_L1).toObject();
    fillBoxes();
    refresh(person.value("code"_L1).toString());
    if (!person.value("isDirty"_L1).toBool())
        return;
    if (m_shown.code != person.value("code"_L1).toString())
        present({}, -1);
    m_guard->mark();
    Page::restoreInput(input);
    m_ui->postsBox->setCodes(person.value("posts"_L1).toVariant().toStringList());
}

void StaffPage::fillBoxes()
{
    m_ui->windowBox->clear();
    const ReferencePtr reference = publisher().reference();
    m_ui->windowBox->addItem(tr("No window (works upstairs)"), QString());
    for (const Window &window : reference->windows)
        m_ui->windowBox->addItem(window.code + u"  "_s + inOwnLanguage(window.name), window.code);
    m_ui->postsBox->setReference(reference);
}

void StaffPage::refresh(const QString &code)
{
    const QList<StaffMember> members = m_desk.members(m_ui->searchEdit->text());
    m_model.setRows(members);
    m_ui->countLabel->setText(tr("%n person(s)", nullptr, int(members.size())));
    if (m_guard->isDirty())
        return;
    const auto found = std::ranges::find(members, code, &StaffMember::code);
    const auto row = found == members.end() ? 0 : int(found - members.begin());
    if (!members.isEmpty()) {
        m_ui->staffTable->goToRow(row);
        present(members[row], row);
    }
}

void StaffPage::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount() || (row == m_shownRow && !m_isNew))
        return;
    if (m_guard->isDirty())
        warnOfUnsaved();
    else
        present(m_model.at(row), row);
}

/// A person whose fields were changed is not left without a word.
void StaffPage::warnOfUnsaved()
{
    m_ui->strip->say(Tone::Warning,
                     tr("What you typed for %1 is not saved yet. Save it first, or drop it.")
                         .arg(m_ui->nameEdit->text()),
                     {.text = tr("Drop it"), .run = [this] {
                          m_guard->clear();
                          m_ui->strip->dismiss();
                          refresh(m_shown.code);
                      }});
}

void StaffPage::present(const StaffMember &member, int row)
{
    m_shown = member;
    m_shownRow = row;
    m_isNew = row < 0;
    m_ui->postsBox->setPosts(member.posts);
    m_ui->formTitle->setText(m_isNew ? tr("New person") : member.name);
    m_ui->codeEdit->setText(member.code);
    m_ui->codeEdit->setReadOnly(!m_isNew);
    m_ui->nameEdit->setText(member.name);
    m_ui->cardEdit->setText(member.cardNumber);
    m_ui->phoneEdit->setText(member.phone);
    m_ui->windowBox->setCurrentIndex(std::max(0, m_ui->windowBox->findData(member.window)));
    m_ui->disableButton->setText(member.isDisabled ? tr("Un&block") : tr("&Block"));
    m_ui->disableButton->setEnabled(!m_isNew);
    m_ui->passwordButton->setEnabled(!m_isNew);
    m_ui->hintLabel->setText(
        m_isNew && !m_desk.givesPasswords() ? tr("The sign-in name stays for ever; the centre's "
                                                 "administrator makes the sign-in afterwards.")
            : m_isNew
            ? tr("The sign-in name stays for ever; a first password is asked for on saving.")
            : member.isDisabled
            ? tr("This person is blocked and cannot sign in; what they did stays in the record.")
            : QString());
    m_guard->clear();
}

void StaffPage::beginNew()
{
    if (m_guard->isDirty())
        return warnOfUnsaved();
    present({}, -1);
    m_ui->codeEdit->setFocus();
}

StaffMember StaffPage::typed() const
{
    StaffMember member = m_shown;
    member.code = m_ui->codeEdit->text().trimmed();
    member.name = m_ui->nameEdit->text().trimmed();
    member.cardNumber = m_ui->cardEdit->text().trimmed();
    member.phone = m_ui->phoneEdit->text().trimmed();
    member.window = m_ui->windowBox->currentData().toString();
    member.posts = m_ui->postsBox->posts();
    return member;
}

void StaffPage::save()
{
    const StaffMember member = typed();
    const StaffFault fault = m_desk.faultOf(member, m_isNew);
    if (fault != StaffFault::None) {
        m_ui->strip->say(Tone::Problem, AdminText::sentence(fault));
        return;
    }
    const QString goodNews = tr("%1 is saved.").arg(member.name);
    if (!m_isNew)
        return finish(m_desk.change(member), member.code, goodNews);
    if (!m_desk.givesPasswords())
        return finish(m_desk.add(member, {}), member.code,
                      tr("%1 is saved. The centre's administrator now makes the sign-in there: "
                         "onehall-centre staff add %2")
                          .arg(member.name, member.code));
    askPassword(this, member.name, [this, member, goodNews](const QString &password) {
        finish(m_desk.add(member, password), member.code, goodNews);
    });
}

void StaffPage::finish(QFuture<Result<Done>> future, const QString &code, const QString &goodNews)
{
    m_ui->saveButton->setEnabled(false);
    whenDone(future, this, [this, code, goodNews](const Result<Done> &result) {
        m_ui->saveButton->setEnabled(true);
        if (!tell(m_ui->strip, result, goodNews))
            return;
        m_guard->clear();
        refresh(code);
    });
}

void StaffPage::toggleBlocked()
{
    if (m_guard->isDirty())
        return warnOfUnsaved();
    StaffMember member = m_shown;
    member.isDisabled = !member.isDisabled;
    const StaffFault fault = m_desk.faultOf(member, false);
    if (fault != StaffFault::None) {
        m_ui->strip->say(Tone::Problem, AdminText::sentence(fault));
        return;
    }
    finish(m_desk.change(member), member.code,
           member.isDisabled ? tr("%1 is blocked and cannot sign in any more.").arg(member.name)
                             : tr("%1 may sign in again.").arg(member.name));
}

void StaffPage::resetPassword()
{
    if (!m_desk.givesPasswords()) {
        m_ui->strip->say(Tone::Info,
                         tr("Passwords are given at the centre, not at a window. The centre's "
                            "administrator does it there: onehall-centre staff reset %1")
                             .arg(m_shown.code));
        return;
    }
    askPassword(this, m_shown.name, [this](const QString &password) {
        const QString goodNews = tr("%1 has a new password.").arg(m_shown.name);
        finish(m_desk.resetPassword(m_shown.code, password), m_shown.code, goodNews);
    });
}

} // namespace hall
