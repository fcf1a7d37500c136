#include "script.h"

#include <QFile>
#include <QHash>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

using Row = QHash<QString, QString>;

/// These two tables have no quoted cells.
QList<Row> readTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    if (lines.isEmpty())
        return {};
    const QStringList names = lines.takeFirst().split(u',');
    QList<Row> rows;
    for (const QString &line : std::as_const(lines)) {
        const QStringList cells = line.split(u',');
        Row row;
        for (qsizetype column = 0; column < names.size(); ++column)
            row.insert(names.at(column), cells.value(column));
        rows.append(row);
    }
    return rows;
}

QHash<QString, Person> readPeople(const QString &path)
{
    QHash<QString, Person> people;
    for (const Row &row : readTable(path)) {
        people.insert(row.value(u"key"_s),
                      {.key = row.value(u"key"_s),
                       .isOrganisation = row.value(u"kind"_s) == "2"_L1,
                       .name = row.value(u"name"_s),
                       .number = row.value(u"number"_s),
                       .legalName = row.value(u"legal_name"_s),
                       .legalNumber = row.value(u"legal_number"_s),
                       .phone = row.value(u"phone"_s),
                       .address = row.value(u"address"_s),
                       .initials = row.value(u"initials"_s)});
    }
    return people;
}

} // namespace

QJsonObject progressOf(const Visit &visit)
{
    return {{u"number"_s, visit.number},         {u"problem"_s, visit.problem},
            {u"special"_s, visit.isSpecialDone}, {u"paid"_s, visit.isPaid},
            {u"stopped"_s, visit.isStopped},     {u"batch"_s, visit.batchOpinion}};
}

void setProgress(Visit &visit, const QJsonObject &progress)
{
    visit.number = progress.value(u"number"_s).toString();
    visit.problem = progress.value(u"problem"_s).toString();
    visit.isSpecialDone = progress.value(u"special"_s).toBool();
    visit.isPaid = progress.value(u"paid"_s).toBool();
    visit.isStopped = progress.value(u"stopped"_s).toBool();
    visit.batchOpinion = progress.value(u"batch"_s).toString();
}

QList<Visit> readVisits(const QString &folder)
{
    const QHash<QString, Person> people = readPeople(folder + u"/applicants.csv"_s);
    QList<Visit> visits;
    for (const Row &row : readTable(folder + u"/visits.csv"_s)) {
        visits.append({.id = row.value(u"visit"_s),
                       .clerk = row.value(u"clerk"_s),
                       .item = row.value(u"item"_s),
                       .person = people.value(row.value(u"applicant"_s)),
                       .find = row.value(u"find"_s),
                       .route = row.value(u"route"_s),
                       .special = row.value(u"special"_s).section(u':', 0, 0),
                       .specialBy = row.value(u"special"_s).section(u':', 1, 1),
                       .pages = row.value(u"pages"_s),
                       .state = row.value(u"state"_s),
                       .finish = row.value(u"finish"_s),
                       .papers = row.value(u"papers"_s).split(u' ', Qt::SkipEmptyParts),
                       .agent = people.value(row.value(u"agent"_s)),
                       .due = QDate::fromString(row.value(u"due"_s), Qt::ISODate),
                       .marks = row.value(u"marks"_s).split(u' ', Qt::SkipEmptyParts)});
    }
    return visits;
}

} // namespace hall::journeys
