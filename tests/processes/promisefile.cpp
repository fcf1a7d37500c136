#include "promisefile.h"

#include <unistd.h>

namespace hall::test {

bool PromiseFile::open(const QString &path)
{
    m_file.setFileName(path);
    return m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
}

bool PromiseFile::print(const QList<Event> &events)
{
    QByteArray lines;
    for (const Event &event : events) {
        lines += event.id.text().toLatin1() + ' ' + event.stream.text().toLatin1() + ' '
            + event.type.toLatin1() + '\n';
    }
    return m_file.write(lines) == lines.size() && ::fdatasync(m_file.handle()) == 0;
}

} // namespace hall::test
