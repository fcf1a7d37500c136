#pragma once

#include "domain/event.h"

#include <QFile>
#include <QList>

namespace hall::test {

/// What a person was told is done: one line an event, on disk before the next act, in a file that
/// the program under test knows nothing of. A run is judged by it.
class PromiseFile
{
public:
    /// Opened for appending; false when it cannot be.
    [[nodiscard]] bool open(const QString &path);
    /// "<event> <stream> <type>" for each.
    [[nodiscard]] bool print(const QList<Event> &events);

private:
    QFile m_file;
};

} // namespace hall::test
