#pragma once

#include "desk/centre/centredesk.h"
#include "ui/centre/centrewords.h"
#include "ui/shared/rowmodel.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"

#include <memory>
#include <optional>

namespace hall {

namespace Ui {
class AttentionPage;
}

/// What the centre did not take: the cause in words, both versions side by side, and the person's
/// decision.
class AttentionPage : public Page
{
    Q_OBJECT
public:
    explicit AttentionPage(const PageContext &context, QWidget *parent = nullptr);
    ~AttentionPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;

private:
    [[nodiscard]] QList<RowColumn<AttentionLine>> columns() const;
    [[nodiscard]] static QList<RowColumn<VersionLine>> versionColumns();
    void connectAll();
    void addKey(const QKeySequence &keys, void (AttentionPage::*slot)());
    void load();
    void filter();
    void choose(int row);
    void showVersions();
    void enableButtons();
    void retry();
    void change();
    void redo(const RedoWish &wish);
    void adopt();
    void handOver();
    void giveUp();
    void openRow();
    void decide(AttentionAct act, const QString &text, const QString &sentence);
    void finish(const Result<Done> &done, const QString &sentence);
    [[nodiscard]] const AttentionLine *chosen() const;
    [[nodiscard]] bool hasVersions() const;

    PageContext m_context;
    std::unique_ptr<Ui::AttentionPage> m_ui;
    CentreDesk m_desk;
    RowModel<AttentionLine> m_lines;
    RowModel<VersionLine> m_fields;
    QList<AttentionLine> m_all;
    std::optional<BothVersions> m_versions;
    EventId m_wanted; ///< whose versions were asked for last
    int m_asked = 0;
};

} // namespace hall
