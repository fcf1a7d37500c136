#include "domain/casefile.h"

#include "domain/canonicaljson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const std::array<std::pair<Instrument, QLatin1StringView>, 4> instruments{
    {{Instrument::Cash, "cash"_L1},
     {Instrument::Card, "card"_L1},
     {Instrument::Transfer, "transfer"_L1},
     {Instrument::Qr, "qr"_L1}}};

} // namespace

QString instrumentWord(Instrument instrument)
{
    for (const auto &[known, word] : instruments) {
        if (known == instrument)
            return word;
    }
    return {};
}

std::optional<Instrument> instrumentFromWord(const QString &word)
{
    for (const auto &[instrument, known] : instruments) {
        if (known == word)
            return instrument;
    }
    return std::nullopt;
}

QString paperStateWord(PaperState state)
{
    switch (state) {
    case PaperState::Wanted:
        return u"want"_s;
    case PaperState::Sent:
        return u"sent"_s;
    case PaperState::Printed:
        return u"printed"_s;
    case PaperState::Spoiled:
        return u"spoiled"_s;
    case PaperState::HandedOver:
        return u"handed"_s;
    }
    return {};
}

int FeeSlip::livePayments() const
{
    return static_cast<int>(
        std::ranges::count_if(payments, [](const Payment &payment) { return !payment.isVoid; }));
}

const Branch *CaseFile::branch(const QString &branchId) const
{
    const auto found = branches.constFind(branchId);
    return found == branches.constEnd() ? nullptr : &*found;
}

QString CaseFile::state() const
{
    const Branch *mainLine = branch(u"main"_s);
    return mainLine ? mainLine->state : QString();
}

bool CaseFile::isStopped() const
{
    return std::ranges::any_of(stops, [](const ClockStop &stop) { return stop.to == 0; });
}

bool CaseFile::isPaid() const
{
    return std::ranges::none_of(slips, &FeeSlip::isOwed);
}

Money CaseFile::owed() const
{
    Money sum;
    for (const FeeSlip &slip : slips) {
        if (slip.isOwed())
            sum += slip.total;
    }
    return sum;
}

QList<CasePage> CaseFile::livePages(int line) const
{
    QList<CasePage> live;
    for (const CasePage &page : pages) {
        if (!page.isRemoved && (line < 0 || page.line == line))
            live.append(page);
    }
    return live;
}

bool CaseFile::materialsComplete() const
{
    return std::ranges::all_of(materials, [](const MaterialLine &line) {
        const bool mayWait = !line.due.required || line.due.suppliedLater;
        switch (line.verdict) {
        case LineVerdict::Right:
        case LineVerdict::NotNeeded:
            return true;
        case LineVerdict::Wrong:
            return false;
        case LineVerdict::Open:
            return mayWait;
        }
        return false;
    });
}

QList<Branch> CaseFile::openBranches() const
{
    QList<Branch> open;
    if (isClosed())
        return open;
    for (const Branch &candidate : branches) {
        if (candidate.id != "main"_L1 && !candidate.isEnded)
            open.append(candidate);
    }
    // While a group is open its members act, not the main line.
    if (open.isEmpty() && branches.contains(u"main"_s))
        open.append(branches.value(u"main"_s));
    return open;
}

QByteArray manifestText(const CaseFile &file, const QList<QByteArray> &eventHashes,
                        const QString &opinion)
{
    QJsonArray events;
    for (const QByteArray &hash : eventHashes)
        events.append(QString::fromLatin1(hash.toHex()));
    QJsonArray pages;
    for (const CasePage &page : file.livePages()) {
        pages.append(QJsonObject{{u"page"_s, page.id.text()},
                                 {u"sha"_s, QString::fromLatin1(page.sha.toHex())},
                                 {u"rotation"_s, page.rotation}});
    }
    return canonicalJson({{u"case"_s, file.id.text()},
                          {u"definition"_s, file.item.workflow},
                          {u"version"_s, file.definitionVersion},
                          {u"events"_s, events},
                          {u"pages"_s, pages},
                          {u"opinion"_s, opinion}});
}

} // namespace hall
