#include "desk/intake/intakephrases.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QStringList withOwn(const Reference &reference, const QString &kind, const QStringList &usual)
{
    QStringList all = reference.phrases.value(kind);
    for (const QString &phrase : usual) {
        if (!all.contains(phrase))
            all.append(phrase);
    }
    return all;
}

} // namespace

QStringList problemPhrases(const Reference &reference)
{
    return withOwn(reference, u"problem"_s,
                   {u"未提交该材料。"_s, u"份数不足，请补齐。"_s, u"未签名或未盖章。"_s,
                    u"复印件不清晰，请重新复印。"_s, u"请携带原件核对。"_s,
                    u"填写不完整，请补填空白栏目。"_s, u"证件已过有效期。"_s,
                    u"填写内容与证件不一致。"_s, u"不符合规定格式。"_s});
}

QStringList refusalGrounds(const Reference &reference)
{
    // 行政许可法 art. 32; domain.md section 5
    return withOwn(reference, u"refusal"_s,
                   {u"申请事项依法不属于本行政机关职权范围。"_s,
                    u"申请人隐瞒有关情况或者提供虚假材料。"_s, u"申请人不具备申请资格。"_s,
                    u"经一次性告知补正后，材料仍不齐全或者不符合法定形式。"_s,
                    u"申请事项依法不需要取得行政许可。"_s});
}

QStringList withdrawalGrounds(const Reference &reference)
{
    return withOwn(
        reference, u"withdrawal"_s,
        {u"申请人书面申请撤回。"_s, u"申请人不再需要办理。"_s, u"申请人要求更换申请事项。"_s});
}

QStringList lapseGrounds(const Reference &reference)
{
    return withOwn(reference, u"lapse"_s, {u"逾期未补正材料。"_s});
}

QStringList overrideReasons(const Reference &reference)
{
    return withOwn(reference, u"override"_s,
                   {u"已核对证件原件，号码无误。"_s, u"已由户籍部门出具证明。"_s});
}

QStringList authorityPhrases(const Reference &reference)
{
    return withOwn(reference, u"authority"_s,
                   {u"授权委托书原件一份，已收存。"_s, u"单位介绍信原件一份，已收存。"_s,
                    u"监护人，已核对户口簿。"_s});
}

QStringList editReasons(const Reference &reference)
{
    return withOwn(reference, u"edit"_s, {u"录入错误，已核对证件原件。"_s, u"申请人当面更正。"_s});
}

} // namespace hall
