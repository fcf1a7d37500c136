#include "domain/overtaken.h"

#include <algorithm>

namespace hall {

void supersede(CaseFile &file, const EventId &timer)
{
    for (CasePaper &paper : file.papers) {
        if (paper.about != timer)
            continue;
        paper.isSuperseded = true;
        if (paper.state == PaperState::Wanted || paper.state == PaperState::Sent)
            paper.state = PaperState::Spoiled;
        const auto slip = std::ranges::find(file.slips, paper.number, &FeeSlip::number);
        if (slip != file.slips.end())
            slip->isOvertaken = true;
    }
}

void settleSlips(CaseFile &file)
{
    const auto old = std::ranges::find(file.slips, true, &FeeSlip::isOvertaken);
    if (old == file.slips.end())
        return;
    const auto young = std::ranges::find(file.slips, false, &FeeSlip::isOvertaken);
    const bool hasYoung = young != file.slips.end();
    const bool stands = old->isPaid() && hasYoung && !young->isPaid() && young->total == old->total;
    if (hasYoung)
        young->standing = stands ? SlipStanding::Void : SlipStanding::Due;
    old->standing = stands ? SlipStanding::Due
        : old->isPaid()    ? SlipStanding::Refund
                           : SlipStanding::Void;
}

} // namespace hall
