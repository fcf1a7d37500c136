#pragma once

#include "domain/casefile.h"

#include <QHash>

namespace hall {

/// Cases as they were folded last, while page follows page: an event then changes what is here
/// instead of folding the whole journal again. Known by their chain, so that one that has changed
/// since is never taken. Writer thread only; the engine lets it go when it has caught up.
class FoldedCases
{
public:
    static constexpr qsizetype most = 2000;

    [[nodiscard]] std::optional<CaseFile> take(const StreamId &stream, const QByteArray &chain)
    {
        const auto found = m_files.constFind(stream);
        if (found == m_files.constEnd() || found->chain != chain)
            return {};
        return m_files.take(stream);
    }
    void keep(const CaseFile &file)
    {
        if (m_files.size() < most || m_files.contains(file.id))
            m_files.insert(file.id, file);
    }
    /// Also when a definition has changed: it is part of what was folded.
    void clear() { m_files.clear(); }

private:
    QHash<StreamId, CaseFile> m_files;
};

} // namespace hall
