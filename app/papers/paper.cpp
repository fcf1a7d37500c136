#include "papers/paper.h"

#include <algorithm>
#include <array>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

struct PaperRow
{
    PaperKind kind;
    const char16_t *code;
    const char16_t *zh;
    const char16_t *en;
};

constexpr std::array rows{
    PaperRow{PaperKind::IntakeReceipt, u"intake-receipt", u"材料接收凭证",
             u"Receipt for materials"},
    PaperRow{PaperKind::CorrectionNotice, u"correction-notice", u"补正材料一次性告知书",
             u"One-time correction notice"},
    PaperRow{PaperKind::AcceptanceNotice, u"acceptance-notice", u"受理通知书",
             u"Notice of acceptance"},
    PaperRow{PaperKind::RefusalNotice, u"refusal-notice", u"不予受理决定书",
             u"Decision not to accept"},
    PaperRow{PaperKind::PaymentNotice, u"payment-notice", u"缴款通知书", u"Payment notice"},
    PaperRow{PaperKind::FeeReceipt, u"fee-receipt", u"收费收据", u"Fee receipt"},
    PaperRow{PaperKind::SignOffSheet, u"signoff-sheet", u"审批流转单", u"Sign-off sheet"},
    PaperRow{PaperKind::GrantDecision, u"grant-decision", u"准予行政许可决定书",
             u"Decision to grant"},
    PaperRow{PaperKind::DenialDecision, u"denial-decision", u"不予行政许可决定书",
             u"Decision to deny"},
    PaperRow{PaperKind::DeliveryReceipt, u"delivery-receipt", u"送达回证", u"Proof of delivery"},
    PaperRow{PaperKind::ServiceGuide, u"service-guide", u"办事指南", u"Service guide"},
    PaperRow{PaperKind::DailyReport, u"daily-report", u"日报表", u"Daily report"},
    PaperRow{PaperKind::NotNeededNotice, u"not-needed-notice", u"不受理告知单",
             u"Notice that no permit is needed"},
    PaperRow{PaperKind::DryRun, u"dry-run", u"办理时限试算表", u"Dry run of the limits"},
};

const PaperRow &rowOf(PaperKind kind)
{
    return *std::ranges::find(rows, kind, &PaperRow::kind);
}

} // namespace

const QList<PaperKind> &allPapers()
{
    static const QList<PaperKind> kinds = [] {
        QList<PaperKind> all;
        for (const PaperRow &row : rows)
            all.append(row.kind);
        return all;
    }();
    return kinds;
}

QString paperCode(PaperKind kind)
{
    return QString::fromUtf16(rowOf(kind).code);
}

std::optional<PaperKind> paperFromCode(const QString &code)
{
    const auto row = std::ranges::find_if(
        rows, [&code](const PaperRow &each) { return code == QStringView(each.code); });
    if (row == rows.end())
        return std::nullopt;
    return row->kind;
}

LocalText paperName(PaperKind kind)
{
    return {QString::fromUtf16(rowOf(kind).zh), QString::fromUtf16(rowOf(kind).en)};
}

} // namespace hall
