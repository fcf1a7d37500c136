#include "desk/papers/paperfields.h"

#include "domain/deadlines.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString quantityText(qint64 milli)
{
    QString text = QString::number(milli / 1000);
    if (const qint64 rest = milli % 1000; rest != 0) {
        QString decimals = u"%1"_s.arg(rest, 3, 10, '0'_L1);
        while (decimals.endsWith(u'0'))
            decimals.chop(1);
        text += u'.' + decimals;
    }
    return text;
}

QJsonArray feeLines(const FeeSlip &slip)
{
    QJsonArray rows;
    for (const SlipLine &line : slip.lines) {
        rows.append(QJsonObject{{u"projectCode"_s, u"%1"_s.arg(line.feeNo, 3, 10, '0'_L1)},
                                {u"name"_s, line.name},
                                // "平方米(买卖双方各半)": the condition stands with the standard.
                                {u"unit"_s, line.unit.section(u'(', 0, 0)},
                                {u"quantity"_s, quantityText(line.quantityMilli)},
                                {u"standard"_s, feeStandard(line.unit, line.rateMicroYuan)},
                                {u"amountFen"_s, line.amount.fen()},
                                {u"basis"_s, line.basis}});
    }
    return rows;
}

/// The payee's account as an administrator types it: "holder bank figures".
void insertAccount(QJsonObject &data, const QString &account)
{
    const auto isFigure = [](QChar character) { return character.isDigit(); };
    const auto figure = std::ranges::find_if(account, isFigure);
    const qsizetype at = figure - account.begin();
    data.insert(u"bankName"_s, account.left(at).trimmed());
    data.insert(u"bankAccount"_s, account.mid(at).trimmed());
}

} // namespace

void insertPaymentNotice(QJsonObject &data, const PaperSource &source)
{
    const CaseFile &file = source.file;
    const auto slip = std::ranges::find(file.slips, source.paper.number, &FeeSlip::number);
    if (slip == file.slips.end())
        return;
    data.insert(u"slipNumber"_s, slip->number);
    data.insert(u"payerName"_s, file.applicant.name);
    data.insert(u"collectorName"_s, source.reference.departmentName(file.item.dept));
    data.insert(u"collectorCode"_s, file.item.dept);
    data.insert(u"fees"_s, feeLines(*slip));
    data.insert(u"totalFen"_s, slip->total.fen());
    // The law names no day; what is promised for that day is handed over against the receipt.
    data.insert(u"dueOn"_s, isoDay(deadlinesOf(file, source.now, source.reference).promise.date));
    data.insert(u"lateFee"_s, u"不收滞纳金；缴清后发放办理结果"_s);
    insertAccount(data, source.reference.hall.payeeAccount);
}

void insertReceipt(QJsonObject &data, const PaperSource &source)
{
    const Reference &reference = source.reference;
    for (const FeeSlip &slip : source.file.slips) {
        const auto payment
            = std::ranges::find(slip.payments, source.paper.number, &Payment::receipt);
        if (payment == slip.payments.end())
            continue;
        const StaffMember *cashier = reference.member(payment->cashier);
        const QString paidAt = source.about.value("window"_L1).toString();
        const QString window = paidAt.isEmpty() && cashier ? cashier->window : paidAt;
        const Window *known = reference.window(window);
        data.insert(u"windowCode"_s, window);
        data.insert(u"windowName"_s, known ? known->name.zh : QString());
        data.insert(u"receiptNumber"_s, payment->receipt);
        data.insert(u"slipNumber"_s, slip.number);
        data.insert(u"payerName"_s, source.file.applicant.name);
        data.insert(u"fees"_s, feeLines(slip));
        data.insert(u"totalFen"_s, payment->amount.fen());
        data.insert(u"instrument"_s, instrumentName(payment->instrument));
        data.insert(u"takenFen"_s, payment->tendered.fen());
        data.insert(u"changeFen"_s, (payment->tendered - payment->amount).fen());
        data.insert(u"cashierName"_s, reference.staffName(payment->cashier));
        data.insert(u"paidAt"_s, payment->at);
        data.insert(u"voided"_s, payment->isVoid);
        if (!payment->isVoid)
            continue;
        data.insert(u"voidReason"_s, payment->voidReason);
        // The form asks for the second person (复核人).
        data.insert(u"voidedBy"_s, reference.staffName(payment->voidWitness));
        for (const HistoryLine &line : source.file.history) {
            if (line.type == "paid"_L1 && line.action == "void"_L1 && line.at >= payment->at)
                data.insert(u"voidedAt"_s, line.at);
        }
    }
}

} // namespace hall
