#pragma once

#include "desk/admin/placesdesk.h"
#include "ui/shared/messagestrip.h"

#include <QFuture>
#include <QJsonObject>
#include <QWidget>

namespace hall {

class FormGuard;

/// What the tabs of WindowsPage share: the desk, the strip, and saving with good news.
struct PanelParts
{
    const HallPublisher &publisher;
    const PlacesDesk &desk;
    MessageStrip &strip;
};

class PlacePanel : public QWidget
{
    Q_OBJECT
public:
    explicit PlacePanel(const PanelParts &parts, QWidget *parent = nullptr);

    /// Reads the reference data again; a form with something typed in it stays.
    virtual void refresh() = 0;
    virtual void save() = 0;
    virtual void beginNew() { }
    /// Which entry stands in the form; empty = a new one.
    [[nodiscard]] virtual QString shownCode() const { return {}; }
    virtual void showCode(const QString &) { }

    /// For a rebuild in another language: what was typed goes back only to its own entry.
    [[nodiscard]] virtual QJsonObject saveInput() const;
    virtual void restoreInput(const QJsonObject &input);

Q_SIGNALS:
    void saved();

protected:
    void setGuard(FormGuard *guard) { m_guard = guard; }
    [[nodiscard]] const PanelParts &parts() const { return m_parts; }
    /// Says the fault; true when there is one.
    bool refuses(PlaceFault fault);
    void finish(QFuture<Result<Done>> future, FormGuard *guard, const QString &goodNews);
    /// Says that something typed is not saved, with a button that drops it.
    void warnOfUnsaved(const QString &what, FormGuard *guard, std::function<void()> afterDrop);

private:
    PanelParts m_parts;
    FormGuard *m_guard = nullptr;
};

} // namespace hall
