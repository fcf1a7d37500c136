#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace hall {

/// Calls `onResult(value)` in the thread of `context` once the future has its value, or
/// `onNothing()` when it was cancelled; neither once the context is gone. Use it instead of
/// `QFuture::then(context, …)`: that one asserts in Qt 6.4 when the context dies first (a page is
/// left while the store still reads), and it looks at the context from the other thread.
template <class T, class OnResult, class OnNothing>
void whenDone(const QFuture<T> &future, QObject *context, OnResult onResult, OnNothing onNothing)
{
    auto *watcher = new QFutureWatcher<T>(context);
    const auto tell
        = [watcher, onResult = std::move(onResult), onNothing = std::move(onNothing)]() mutable {
              watcher->deleteLater();
              if (watcher->future().resultCount() > 0)
                  onResult(watcher->future().result());
              else
                  onNothing();
          };
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, tell);
    watcher->setFuture(future);
}

template <class T, class OnResult>
void whenDone(const QFuture<T> &future, QObject *context, OnResult onResult)
{
    whenDone(future, context, std::move(onResult), [] {});
}

} // namespace hall
