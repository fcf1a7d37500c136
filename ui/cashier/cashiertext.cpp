#include "ui/cashier/cashiertext.h"

#include "domain/clock.h"

namespace hall {

using namespace Qt::StringLiterals;

QString CashierText::instrument(Instrument instrument)
{
    switch (instrument) {
    case Instrument::Cash:
        return tr("cash");
    case Instrument::Card:
        return tr("card");
    case Instrument::Transfer:
        return tr("transfer");
    case Instrument::Qr:
        return tr("QR code");
    }
    return {};
}

QString CashierText::yuan(Money money)
{
    return tr("%1 yuan").arg(money.text());
}

QString CashierText::quantity(const SlipLine &line)
{
    constexpr qint64 thousand = 1000;
    QString text = QString::number(line.quantityMilli / thousand);
    if (const qint64 rest = line.quantityMilli % thousand; rest != 0) {
        QString decimals = QString::number(rest).rightJustified(3, u'0');
        while (decimals.endsWith(u'0'))
            decimals.chop(1);
        text += u'.' + decimals;
    }
    return line.unit.isEmpty() ? text : text + u' ' + line.unit;
}

QString CashierText::moment(qint64 ms, bool withDay)
{
    if (ms == 0)
        return {};
    return instantOf(ms)
        .toOffsetFromUtc(hallOffsetSeconds)
        .toString(withDay ? u"yyyy-MM-dd HH:mm"_s : u"HH:mm"_s);
}

} // namespace hall
