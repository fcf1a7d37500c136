#include "ui/centre/attentionpage.h"
#include "ui/shared/casewords.h"

#include <QFont>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

RowColumn<VersionLine> versionColumn(const QString &title, QString VersionLine::*text)
{
    return {.title = title,
            .text = [text](const VersionLine &line) { return line.*text; },
            .shape = {.characters = 24, .takesRest = true},
            .extra = [text](const VersionLine &line, int role) -> QVariant {
                if (role == Qt::ToolTipRole)
                    return line.*text;
                if (role != Qt::FontRole || !line.differs)
                    return {};
                QFont bold;
                bold.setBold(true);
                return bold;
            }};
}

} // namespace

QList<RowColumn<AttentionLine>> AttentionPage::columns() const
{
    const auto person = [this](const QString &code) {
        return code.isEmpty() ? QString() : m_desk.reference()->staffName(code);
    };
    return {{.title = tr("Why"),
             .text = [](const AttentionLine &line) { return CentreWords::cause(line.row.cause); },
             .shape = {.characters = 18},
             .extra = {}},
            {.title = tr("Case number"),
             .text = [](const AttentionLine &line) { return line.row.number; },
             .shape = {.characters = 27, .isWhole = true},
             .extra = {}},
            {.title = tr("Applicant"),
             .text = [](const AttentionLine &line) { return line.row.applicant; },
             .shape = {.characters = 12, .takesRest = true},
             .extra = {}},
            {.title = tr("Act"),
             .text =
                 [this](const AttentionLine &line) {
                     return CentreWords::action(line, *m_desk.reference());
                 },
             .shape = {.characters = 12},
             .extra = {}},
            {.title = tr("Who"),
             .text =
                 [this](const AttentionLine &line) {
                     return CaseWords::person(line.row.actor, *m_desk.reference());
                 },
             .shape = {.characters = 9},
             .extra = {}},
            {.title = tr("When"),
             .text = [](const AttentionLine &line) { return CaseWords::moment(line.row.actedAt); },
             .shape = {.characters = 16},
             .extra = {}},
            {.title = tr("With"),
             .text = [person](const AttentionLine &line) { return person(line.row.owner); },
             .shape = {.characters = 9},
             .extra = {}}};
}

QList<RowColumn<VersionLine>> AttentionPage::versionColumns()
{
    return {{.title = QString(),
             .text = [](const VersionLine &line) { return line.differs ? u"≠"_s : QString(); },
             .shape = {.characters = 2},
             .extra = [](const VersionLine &line, int role) -> QVariant {
                 return role == Qt::AccessibleTextRole && line.differs ? tr("differs") : QVariant();
             }},
            {.title = tr("Field"),
             .text = [](const VersionLine &line) { return line.field; },
             .shape = {.characters = 14},
             .extra = {}},
            versionColumn(tr("The act that was not taken"), &VersionLine::own),
            versionColumn(tr("What stands there now"), &VersionLine::now)};
}

} // namespace hall
