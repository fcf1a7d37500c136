#include "ui/intake/feequantities.h"

#include "ui/intake/visit.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>

namespace hall {

using namespace Qt::StringLiterals;

FeeQuantities *FeeQuantities::make(Visit &visit, QWidget *parent)
{
    const ItemDef *item = visit.currentItem();
    FeeQuantities *row = nullptr;
    for (qsizetype line = 0; item && line < item->fees.size(); ++line) {
        const FeeDef &fee = item->fees.at(line);
        if (fee.kind != FeeKind::PerUnit || !fee.rateMicroYuan)
            continue;
        if (!row) {
            row = new FeeQuantities(parent);
            (new QHBoxLayout(row))->setContentsMargins({});
        }
        auto *edit = new QDoubleSpinBox(row);
        edit->setObjectName(u"feeQuantityEdit%1"_s.arg(fee.no));
        edit->setAccessibleName(fee.name);
        edit->setDecimals(3);
        edit->setRange(0.0, 9'999'999.0);
        edit->setSuffix(u' ' + fee.unit);
        edit->setValue(double(visit.current()->feeQuantities.value(line, 1000)) / 1000.0);
        QObject::connect(edit, &QDoubleSpinBox::valueChanged, &visit,
                         [&visit, line, lines = item->fees.size()](double value) {
                             visit.editCurrent([line, lines, value](ItemWork &work) {
                                 while (work.feeQuantities.size() < lines)
                                     work.feeQuantities.append(1000);
                                 work.feeQuantities[line] = qRound64(value * 1000.0);
                             });
                         });
        row->layout()->addWidget(new QLabel(fee.name, row));
        row->layout()->addWidget(edit);
    }
    return row;
}

} // namespace hall
