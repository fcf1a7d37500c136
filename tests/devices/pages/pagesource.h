#pragma once

#include "ui/shared/pagethumb.h"

#include <QHash>
#include <QList>
#include <QPromise>

#include <memory>

namespace hall {

/// A source whose pictures arrive when the test says so.
class PageSourceStub
{
public:
    [[nodiscard]] PageImageSource source()
    {
        return [this](PageId id) {
            auto promise = std::make_shared<QPromise<QImage>>();
            promise->start();
            asked.append(id);
            m_open.insert(id, promise);
            return promise->future();
        };
    }
    void answer(const PageId &id, const QImage &image)
    {
        const auto promise = m_open.take(id);
        promise->addResult(image);
        promise->finish();
    }
    void cancel(const PageId &id)
    {
        const auto promise = m_open.take(id);
        promise->future().cancel();
        promise->finish();
    }
    [[nodiscard]] bool isOpen(const PageId &id) const { return m_open.contains(id); }

    QList<PageId> asked;

private:
    QHash<PageId, std::shared_ptr<QPromise<QImage>>> m_open;
};

} // namespace hall
