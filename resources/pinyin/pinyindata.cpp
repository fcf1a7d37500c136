#include "resources/pinyin/pinyindata.h"

#include <QFile>
#include <QString>

namespace hall {

QByteArray pinyinReadings()
{
    QFile file(QStringLiteral(":/pinyin/readings.bin"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace hall
