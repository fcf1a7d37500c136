#pragma once

#include "desk/admin/hallpublisher.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"

#include <QLocale>
#include <QString>

namespace hall {

class MessageStrip;

/// What the administrator's pages have in common: who publishes, and in which language names are
/// shown.
class AdminPage : public Page
{
    Q_OBJECT
public:
    explicit AdminPage(const PageContext &context, QWidget *parent = nullptr);

protected:
    [[nodiscard]] const HallPublisher &publisher() const { return m_publisher; }
    [[nodiscard]] const PageContext &context() const { return m_context; }
    /// Good news or the sentence of the error; true when it is good news.
    bool tell(MessageStrip *strip, const Result<Done> &result, const QString &goodNews) const;

private:
    PageContext m_context;
    HallPublisher m_publisher;
};

[[nodiscard]] inline const QString &inOwnLanguage(const LocalText &text)
{
    return text.in(QLocale().language());
}

} // namespace hall
