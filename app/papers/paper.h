#pragma once

#include "domain/localtext.h"

#include <QList>
#include <QString>

#include <optional>

namespace hall {

/// Everything that the hall prints (domain.md sections 5 and 7).
enum class PaperKind {
    IntakeReceipt,    ///< 材料接收凭证
    CorrectionNotice, ///< 补正材料一次性告知书
    AcceptanceNotice, ///< 受理通知书
    RefusalNotice,    ///< 不予受理决定书
    PaymentNotice,    ///< 缴款通知书
    FeeReceipt,       ///< 收费收据
    SignOffSheet,     ///< 审批流转单
    GrantDecision,    ///< 准予行政许可决定书
    DenialDecision,   ///< 不予行政许可决定书
    DeliveryReceipt,  ///< 送达回证
    ServiceGuide,     ///< 办事指南
    DailyReport,      ///< 日报表
    NotNeededNotice,  ///< 不受理告知单
    DryRun            ///< 办理时限试算表: a definition walked over the calendar
};

/// All kinds, in the order of a case's life; for lists in the settings and for tests.
[[nodiscard]] const QList<PaperKind> &allPapers();

/// Stable ASCII code: file name of the template, value in the store ("intake-receipt").
[[nodiscard]] QString paperCode(PaperKind kind);
[[nodiscard]] std::optional<PaperKind> paperFromCode(const QString &code);
[[nodiscard]] LocalText paperName(PaperKind kind);

} // namespace hall
