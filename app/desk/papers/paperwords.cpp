#include "desk/papers/paperfields.h"

#include "domain/clock.h"
#include "domain/identity.h"

namespace hall {

using namespace Qt::StringLiterals;

QString dayText(qint64 ms)
{
    return ms == 0 ? QString() : hallDate(instantOf(ms)).toString(Qt::ISODate);
}

QString isoDay(const QDate &date)
{
    return date.toString(Qt::ISODate);
}

QString applicantKindName(int kind)
{
    // GB/T 39046-2020, annex A.
    static const QStringList names{u"自然人"_s,       u"企业法人"_s, u"事业法人"_s,
                                   u"社会组织法人"_s, u"行政机关"_s, u"其他组织"_s};
    return names.value(kind - 1);
}

QString certificateName(const QString &code)
{
    return code.isEmpty() ? QString() : certificateKind(code).name.zh;
}

QString feeStandard(const QString &unit, std::optional<qint64> rateMicroYuan)
{
    if (!rateMicroYuan)
        return u"未定"_s;
    QString amount = QString::number(*rateMicroYuan / 1'000'000);
    if (const qint64 rest = *rateMicroYuan % 1'000'000; rest != 0) {
        QString decimals = u"%1"_s.arg(rest, 6, 10, '0'_L1);
        while (decimals.endsWith(u'0'))
            decimals.chop(1);
        amount += u'.' + decimals;
    }
    return u"%1元/%2"_s.arg(amount, unit);
}

QString limitText(const std::optional<Limit> &limit)
{
    if (!limit)
        return u"法律未规定"_s;
    if (limit->days == 0)
        return u"当场办结"_s;
    return limit->unit == DayUnit::Workday ? u"%1个工作日"_s.arg(limit->days)
                                           : u"%1日"_s.arg(limit->days);
}

QString postName(const QString &code)
{
    const std::optional<Post> post = Post::fromCode(code);
    if (!post)
        return code;
    switch (post->role) {
    case Role::Clerk:
        return u"窗口受理员"_s;
    case Role::Reviewer:
        return u"审核员"_s;
    case Role::CoReviewer:
        return u"协办审核员"_s;
    case Role::Surveyor:
        return u"勘查人员"_s;
    case Role::DeptHead:
        return u"部门负责人"_s;
    case Role::TownLeader:
        return u"分管镇领导"_s;
    case Role::Certifier:
        return u"制证人员"_s;
    case Role::Cashier:
        return u"收费员"_s;
    case Role::Manager:
        return u"中心管理"_s;
    case Role::Administrator:
        return u"系统管理员"_s;
    }
    return {};
}

QString sealName(PaperKind kind, const ItemDef &item, const Reference &reference)
{
    switch (kind) {
    case PaperKind::IntakeReceipt:
    case PaperKind::CorrectionNotice:
    case PaperKind::AcceptanceNotice:
    case PaperKind::RefusalNotice:
    case PaperKind::NotNeededNotice:
        return isPermit(item) ? u"行政许可受理专用章"_s : u"受理专用章"_s;
    case PaperKind::PaymentNotice:
    case PaperKind::FeeReceipt:
        return u"收费专用章"_s;
    case PaperKind::GrantDecision:
    case PaperKind::DenialDecision:
        return reference.departmentName(item.dept).section(u'(', 0, 0) + u"印章"_s;
    case PaperKind::DeliveryReceipt:
        return u"送达专用章"_s;
    case PaperKind::SignOffSheet:
    case PaperKind::ServiceGuide:
    case PaperKind::DailyReport:
    case PaperKind::DryRun:
        return {};
    }
    return {};
}

QString instrumentName(Instrument instrument)
{
    switch (instrument) {
    case Instrument::Cash:
        return u"现金"_s;
    case Instrument::Card:
        return u"银行卡"_s;
    case Instrument::Transfer:
        return u"转账"_s;
    case Instrument::Qr:
        return u"扫码支付"_s;
    }
    return {};
}

} // namespace hall
