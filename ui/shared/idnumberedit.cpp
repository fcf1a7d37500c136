#include "ui/shared/idnumberedit.h"

#include "text/errortext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Lengths of the groups in which a number is read aloud; the last group takes the rest.
QList<int> groupsOf(const QString &kindCode, qsizetype length)
{
    if (kindCode == citizenCardCode || (length == 18 && kindCode != creditCodeCode))
        return {6, 8, 4};
    if (kindCode == creditCodeCode)
        return {2, 6, 9, 1};
    return {};
}

QString grouped(const QString &plain, const QList<int> &groups)
{
    QString text;
    qsizetype at = 0;
    for (const int size : groups) {
        if (at >= plain.size())
            break;
        if (at > 0)
            text += u' ';
        text += plain.mid(at, size);
        at += size;
    }
    if (at < plain.size())
        text += plain.mid(at);
    return text;
}

/// Full length of kinds whose length is fixed; 0 = varies.
qsizetype wholeLength(const QString &kindCode)
{
    return kindCode == citizenCardCode || kindCode == creditCodeCode ? 18 : 0;
}

} // namespace

IdNumberEdit::IdNumberEdit(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_edit(new QLineEdit(this))
    , m_reason(new QLabel(this))
    , m_regions([]() -> const RegionTable & {
        static const RegionTable none;
        return none;
    })
{
    m_kind->setObjectName(u"idKindBox"_s);
    m_kind->setAccessibleName(tr("Kind of certificate"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(8);
    m_edit->setObjectName(u"idNumberEdit"_s);
    m_edit->setAccessibleName(tr("Certificate number"));
    m_edit->setMaxLength(60);
    m_edit->setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoPredictiveText);
    m_reason->setObjectName(u"idReasonLabel"_s);
    m_reason->setWordWrap(true);
    m_reason->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_kind, 2);
    row->addWidget(m_edit, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_reason);
    setFocusProxy(m_edit);
    setBearer(Bearer::Person);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        regroup();
        judge(false);
        Q_EMIT changed();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, [this] { judge(true); });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        regroup();
        judge(false);
        Q_EMIT changed();
    });
}

void IdNumberEdit::setRules(std::function<const RegionTable &()> regions, QDate today)
{
    m_regions = std::move(regions);
    m_today = today;
}

void IdNumberEdit::setBearer(Bearer bearer)
{
    const QString before = kindCode();
    {
        const QSignalBlocker blocker(m_kind);
        m_kind->clear();
        for (const CertificateKind &kind : certificateKinds()) {
            const bool fits = bearer == Bearer::Any
                || (bearer == Bearer::Person && kind.isForPersons)
                || (bearer == Bearer::Organisation && kind.isForOrganisations);
            if (fits)
                m_kind->addItem(kind.name.in(QLocale().language()), kind.code);
        }
        m_kind->setCurrentIndex(std::max(0, m_kind->findData(before)));
    }
    regroup();
    judge(false);
}

QString IdNumberEdit::kindCode() const
{
    return m_kind->currentData().toString();
}

void IdNumberEdit::setKindCode(const QString &code)
{
    const int index = m_kind->findData(code);
    if (index >= 0)
        m_kind->setCurrentIndex(index);
}

QString IdNumberEdit::text() const
{
    QString plain = m_edit->text();
    return groupsOf(kindCode(), plain.size()).isEmpty() ? plain.trimmed() : plain.remove(u' ');
}

void IdNumberEdit::setText(const QString &text)
{
    m_edit->setText(text);
    regroup();
    judge(true);
    Q_EMIT changed();
}

Result<Checked<IdentityNumber>> IdNumberEdit::number() const
{
    if (isEmpty())
        return Error{.kind = ErrorKind::FieldMissing, .detail = u"idNumber"_s};
    const NumberContext context{
        .regions = m_regions(), .today = m_today, .overrideReason = m_overrideReason};
    return IdentityNumber::parse(kindCode(), text(), context);
}

void IdNumberEdit::setOverrideReason(const QString &reason)
{
    m_overrideReason = reason;
    judge(true);
}

void IdNumberEdit::regroup()
{
    const QString shown = m_edit->text();
    const qsizetype plainCursor = shown.left(m_edit->cursorPosition()).remove(u' ').size();
    QString plain = shown;
    plain.remove(u' ');
    const QList<int> groups = groupsOf(kindCode(), plain.size());
    if (groups.isEmpty())
        return;
    const QString text = grouped(plain.toUpper(), groups);
    if (text == shown)
        return;
    m_edit->setText(text);
    // Put the cursor behind the same character as before.
    int position = 0;
    for (qsizetype seen = 0; position < text.size() && seen < plainCursor; ++position)
        seen += text.at(position) == u' ' ? 0 : 1;
    m_edit->setCursorPosition(position);
}

void IdNumberEdit::judge(bool isFinished)
{
    const QString plain = text();
    if (plain.isEmpty()) {
        showReason({}, "");
        return;
    }
    const qsizetype whole = wholeLength(kindCode());
    const bool isWhole = whole > 0 && plain.size() >= whole;
    const Result<Checked<IdentityNumber>> result = number();
    if (result.ok()) {
        QStringList remarks;
        for (const NumberWarning warning : result.value().warnings)
            remarks.append(ErrorText::sentence(warning));
        showReason(remarks.join(u' '), "warning");
        if (isWhole || isFinished)
            Q_EMIT completed(result.value().value.text());
        return;
    }
    // Too short is no mistake while the person is still typing.
    const bool isOnlyShort = result.error().kind == ErrorKind::NumberLength && !isWhole;
    if (isFinished || isWhole || (!isOnlyShort && whole > 0))
        showReason(ErrorText::sentence(result.error()), "bad");
    else
        showReason({}, "");
}

void IdNumberEdit::showReason(const QString &sentence, const char *tone)
{
    m_reason->setText(sentence);
    m_reason->setVisible(!sentence.isEmpty());
    for (QWidget *widget : {static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_edit)}) {
        const QString word = sentence.isEmpty() ? QString() : QString::fromLatin1(tone);
        if (widget->property("tone").toString() == word)
            continue;
        widget->setProperty("tone", word);
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

} // namespace hall
