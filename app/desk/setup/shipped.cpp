#include "desk/setup/shipped.h"

#include <QFile>

// A resource of a static library is dropped by the linker unless something names it; the macro must
// stand outside of any namespace.
static void keepResource()
{
    Q_INIT_RESOURCE(reference);
}

namespace hall {

using namespace Qt::StringLiterals;

Result<QByteArray> shippedFile(const QString &name)
{
    static const bool isKept = (keepResource(), true);
    QFile file(u":/reference/"_s + name);
    if (!isKept || !file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::ReferenceMissing, name};
    return file.readAll();
}

Result<RegionTable> shippedRegions()
{
    return shippedFile(u"regions-cn.csv"_s).andThen(&RegionTable::fromCsv);
}

Result<QList<HolidayRow>> shippedHolidays()
{
    return shippedFile(u"holidays-cn.csv"_s).andThen(&holidaysFromCsv);
}

Result<QList<Definition>> shippedDefinitions()
{
    QList<Definition> definitions;
    for (int kind = 1; kind <= 6; ++kind) {
        const auto definition
            = shippedFile(u"definitions/W%1.json"_s.arg(kind)).andThen(&Definition::fromJson);
        if (!definition.ok())
            return definition.error();
        definitions.append(definition.value());
    }
    return definitions;
}

QString samplePassword()
{
    return u"dalang2026"_s;
}

} // namespace hall
