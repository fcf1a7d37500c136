#include "desk/setup/samplehall.h"
#include "domain/catalogueimport.h"
#include "main/centre/commands.h"
#include "main/centre/publication.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// What a file gave: publications, and rows that it was not understood in.
struct Imported
{
    QList<Publication> publications = {};
    QList<RejectedRow> rejected = {};
    QStringList heldBack = {};
};

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::FileUnreadable, path};
    return file.readAll();
}

template <class Value> QList<Publication> publicationsOfAll(const QList<Value> &values)
{
    QList<Publication> publications;
    for (const Value &value : values)
        publications.append(publicationOf(value));
    return publications;
}

/// A folder with departments.csv, windows.csv, items.csv …; a file that is not there leaves that
/// part of the hall as it is.
Result<Imported> catalogue(const QString &path, const Reference &base)
{
    const QList<std::pair<QString, QByteArray CatalogueFiles::*>> parts{
        {u"departments"_s, &CatalogueFiles::departments},
        {u"windows"_s, &CatalogueFiles::windows},
        {u"items"_s, &CatalogueFiles::items},
        {u"materials"_s, &CatalogueFiles::materials},
        {u"steps"_s, &CatalogueFiles::steps},
        {u"fees"_s, &CatalogueFiles::fees},
        {u"guide"_s, &CatalogueFiles::guide},
        {u"joint"_s, &CatalogueFiles::joint}};
    CatalogueFiles files;
    bool hasAny = false;
    for (const auto &[name, part] : parts) {
        const Result<QByteArray> bytes = contents(path + u'/' + name + u".csv"_s);
        if (bytes.ok()) {
            files.*part = bytes.value();
            hasAny = true;
        }
    }
    if (!hasAny)
        return Error{ErrorKind::FileUnreadable, path + u"/items.csv"_s};
    const CatalogueImport found = importCatalogue(files, base);
    return Imported{.publications = publicationsOfAll(found.departments)
                        + publicationsOfAll(found.windows) + publicationsOfAll(found.items),
                    .rejected = found.rejected,
                    .heldBack = found.heldBack};
}

Result<Imported> staff(const QString &path, const Reference &base)
{
    const Result<QByteArray> bytes = contents(path);
    if (!bytes.ok())
        return bytes.error();
    const StaffImport found = importStaff(bytes.value(), base);
    return Imported{.publications = publicationsOfAll(found.staff), .rejected = found.rejected};
}

Result<Imported> calendar(const QString &path, const Reference & /*base*/)
{
    const Result<QList<HolidayRow>> days = contents(path).andThen(holidaysFromCsv);
    if (!days.ok())
        return days.error();
    return Imported{.publications = publicationsOf(days.value())};
}

Result<Imported> hallInfo(const QString &path, const Reference & /*base*/)
{
    const Result<QByteArray> bytes = contents(path);
    if (!bytes.ok())
        return bytes.error();
    const HallInfo info = HallInfo::fromJson(QJsonDocument::fromJson(bytes.value()).object());
    if (info.name.isEmpty() || info.region.size() != 9)
        return Error{ErrorKind::FieldMissing, info.name.isEmpty() ? u"name"_s : u"region"_s};
    return Imported{.publications = {publicationOf(info)}};
}

Result<Imported> definition(const QString &path, const Reference & /*base*/)
{
    const Result<Definition> read = contents(path).andThen(Definition::fromJson);
    if (!read.ok())
        return read.error();
    const QStringList faults = lint(read.value());
    if (!faults.isEmpty())
        return Error{ErrorKind::DefinitionInvalid, faults.join(u"; "_s)};
    return Imported{.publications = {publicationOf(read.value())}};
}

Result<Imported> sample(const QString & /*path*/, const Reference & /*base*/)
{
    const Result<QList<Publication>> publications = samplePublications();
    if (!publications.ok())
        return publications.error();
    return Imported{.publications = publications.value()};
}

struct Kind
{
    QLatin1StringView word;
    Result<Imported> (*read)(const QString &path, const Reference &base) = nullptr;
    bool needsPath = true;
};

const Kind *kindOf(const QString &word)
{
    static constexpr Kind kinds[]{{"catalogue"_L1, &catalogue},   {"staff"_L1, &staff},
                                  {"calendar"_L1, &calendar},     {"hall"_L1, &hallInfo},
                                  {"definition"_L1, &definition}, {"sample"_L1, &sample, false}};
    for (const Kind &kind : kinds) {
        if (kind.word == word)
            return &kind;
    }
    return nullptr;
}

/// Says what was rejected; whether to go on.
bool isAccepted(const Invocation &call, const Imported &found)
{
    Console &console = call.console();
    for (const RejectedRow &row : found.rejected)
        console.complain(CentreText::sentence(row));
    if (!found.heldBack.isEmpty())
        console.complain(CentreText::say(Say::HeldBack).arg(found.heldBack.join(u", "_s)));
    if (found.rejected.isEmpty() || call.has(u"accept-valid"_s))
        return true;
    console.complain(CentreText::say(Say::RejectedRows));
    return false;
}

Exit publish(const Invocation &call, CentreDatabase &centre, const Kind &kind)
{
    Console &console = call.console();
    const Result<PublishedHall> hall = publishedHall(centre);
    if (!hall.ok())
        return console.fail(hall.error(), centre.words());
    const Result<Imported> found = kind.read(call.argument(1), hall.value().reference);
    if (!found.ok() && found.error().kind == ErrorKind::DefinitionInvalid) {
        console.complain(CentreText::say(Say::DefinitionFaults).arg(found.error().detail));
        return Exit::Failed;
    }
    if (!found.ok())
        return console.fail(found.error());
    if (!isAccepted(call, found.value()))
        return Exit::Failed;
    RandomIds ids;
    CentrePublisher publisher(centre, ids, QDateTime::currentMSecsSinceEpoch());
    const Result<qsizetype> published = publisher.publish(hall.value(), found.value().publications);
    if (!published.ok())
        return console.fail(published.error(), centre.words());
    if (call.wantsJson())
        console.answer(
            {{u"published"_s, published.value()}, {u"rejected"_s, found.value().rejected.size()}});
    else
        console.say(published.value() == 0
                        ? CentreText::say(Say::NothingChanged)
                        : CentreText::say(Say::Published).arg(published.value()));
    return Exit::Done;
}

} // namespace

Exit importIntoCentre(const Invocation &call)
{
    const Kind *kind = kindOf(call.argument(0));
    if (!kind || kind->needsPath != (call.arguments() == 2)) {
        call.console().complain(
            CentreText::say(Say::WrongArguments).arg(call.argument(0), u"import"_s));
        return Exit::Usage;
    }
    CentreDatabase centre;
    const Result<Done> opened = call.open(centre);
    if (!opened.ok())
        return call.console().fail(opened.error(), centre.words());
    return publish(call, centre, *kind);
}

} // namespace hall
