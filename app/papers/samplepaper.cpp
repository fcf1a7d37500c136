#include "papers/samplepaper.h"

#include "papers/template.h"

#include <QFile>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QJsonObject objectOf(const QString &name)
{
    QFile file(u":/papers/samples/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

QJsonObject samplePaperData(PaperKind kind)
{
    loadPaperResources();
    QJsonObject data = objectOf(u"head"_s);
    const QJsonObject own = objectOf(paperCode(kind));
    for (auto each = own.begin(); each != own.end(); ++each)
        data.insert(each.key(), each.value());
    return data;
}

} // namespace hall
