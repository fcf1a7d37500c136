#include "desk/cashier/cashierdesk.h"

#include "desk/session/sessiondesk.h"
#include "papers/codes.h"
#include "store/caserows.h"
#include "store/numbers.h"
#include "store/store.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

struct TillAct
{
    EventId id = {};
    StreamId till = {};
    QString type = {};
};

Event tillEvent(const TillAct &act, const Session &session, WriteTx &tx)
{
    return {.id = act.id,
            .kind = StreamKind::Till,
            .stream = act.till,
            .type = act.type,
            .branch = u"main"_s,
            .action = act.type,
            .actor = session.member.code,
            .post = session.post.code(),
            .station = tx.station(),
            .actedAt = tx.clock().now().toMSecsSinceEpoch()};
}

Result<TillRow> openTill(const ReadTx &tx, const QString &window, const QDate &day)
{
    const Result<QList<TillRow>> tills = tillsOf(tx, window, day);
    if (!tills.ok())
        return tills.error();
    const auto open = std::ranges::find_if(tills.value(), &TillRow::isOpen);
    if (open == tills.value().end())
        return Error{ErrorKind::NotFound, u"till"_s};
    return *open;
}

/// The oldest till that one of the last days left open. NotFound: none.
Result<TillRow> forgottenTill(const ReadTx &tx, const QString &window, const QDate &today)
{
    constexpr int longestHoliday = 31;
    for (int back = longestHoliday; back > 0; --back) {
        const Result<TillRow> till = openTill(tx, window, today.addDays(-back));
        if (till.ok() || till.error().kind != ErrorKind::NotFound)
            return till;
    }
    return Error{ErrorKind::NotFound, u"till"_s};
}

Result<StreamId> tillForPayment(WriteTx &tx, const Session &session, IdSource &ids)
{
    const QDate day = hallDate(tx.clock().now());
    const Result<TillRow> open = openTill(tx, session.window, day);
    if (open.ok())
        return open.value().id;
    if (open.error().kind != ErrorKind::NotFound)
        return open.error();
    const auto id = ids.make<StreamId>();
    const Event opened
        = sealed(tillEvent({ids.make<EventId>(), id, u"tillOpened"_s}, session, tx),
                 {{u"window"_s, session.window}, {u"day"_s, day.toString(Qt::ISODate)}});
    const Result<Done> appended = tx.append({opened});
    if (!appended.ok())
        return appended.error();
    return id;
}

Result<TillView> tillView(const ReadTx &tx, const TillRow &row)
{
    const Result<QList<PaymentRow>> payments = paymentsOfTill(tx, row.id);
    if (!payments.ok())
        return payments.error();
    const Result<QList<InstrumentSum>> sums = tillSums(tx, row.id);
    if (!sums.ok())
        return sums.error();
    const Result<QList<PaymentRow>> refunds = refundsOfTill(tx, row.id);
    if (!refunds.ok())
        return refunds.error();
    return TillView{.till = row,
                    .payments = payments.value(),
                    .refunds = refunds.value(),
                    .sums = sums.value()};
}

/// A receipt is struck only in the shift that took it, while that shift is open here today.
Result<bool> isOwnShift(const ReadTx &tx, const PaymentRow &payment, const Session &session,
                        const QDate &today)
{
    const Result<TillRow> till = tillRow(tx, payment.till);
    if (!till.ok() && till.error().kind == ErrorKind::NotFound)
        return false; // another machine's
    if (!till.ok())
        return till.error();
    return till.value().isOpen() && till.value().window == session.window
        && till.value().day == today;
}

Result<QList<PaymentRow>> receiptsOfSlip(const ReadTx &tx, const FeeSlip &slip)
{
    QList<PaymentRow> rows;
    for (const Payment &payment : slip.payments) {
        const Result<PaymentRow> row = paymentByReceipt(tx, payment.receipt);
        if (!row.ok())
            return row.error();
        rows.append(row.value());
    }
    if (rows.isEmpty())
        return Error{ErrorKind::NotFound, u"receipt"_s};
    return rows;
}

Result<SlipView> slipOfCase(const ReadTx &tx, const StreamId &stream, const QString &number)
{
    const Result<CaseFile> file = tx.caseFile(stream);
    if (!file.ok())
        return file.error();
    const QList<FeeSlip> &slips = file.value().slips;
    if (slips.isEmpty())
        return Error{ErrorKind::NotFound, u"noSlip"_s};
    auto slip = std::ranges::find(slips, number, &FeeSlip::number);
    if (number.isEmpty()) // the case was named: its first slip that is still to be paid
        slip = std::ranges::find_if(slips, [](const FeeSlip &one) { return !one.isPaid(); });
    if (slip == slips.end() && number.isEmpty())
        slip = std::prev(slips.end());
    if (slip == slips.end())
        return Error{ErrorKind::NotFound, u"slip"_s};
    const Result<SlipRow> row = slipByNumber(tx, slip->number);
    if (!row.ok())
        return row.error();
    SlipView view{.row = row.value(),
                  .slip = *slip,
                  .acceptedBy = tx.reference().staffName(file.value().acceptedBy)};
    if (const Payment *payment = view.payment())
        view.paidBy = tx.reference().staffName(payment->cashier);
    return view;
}

/// The slip's place in the case, as its QR code says it.
Result<SlipView> slipOfCode(const ReadTx &tx, const SlipCode &code)
{
    const StreamId stream(code.caseId);
    const Result<CaseFile> file = tx.caseFile(stream);
    if (!file.ok())
        return file.error();
    const int place = code.slipNumber.toInt();
    if (place < 1 || place > file.value().slips.size())
        return slipOfCase(tx, stream, {});
    return slipOfCase(tx, stream, file.value().slips.at(place - 1).number);
}

Result<SlipView> slipOfText(const ReadTx &tx, const QString &text)
{
    if (const std::optional<SlipCode> code = parseSlipCode(text))
        return slipOfCode(tx, *code);
    const Result<SlipRow> slip = slipByNumber(tx, text);
    if (slip.ok())
        return slipOfCase(tx, slip.value().caseId, slip.value().number);
    const Result<StreamId> stream = caseByNumber(tx, text);
    if (!stream.ok())
        return stream.error();
    return slipOfCase(tx, stream.value(), {});
}

Result<Done> countedError(const TillView &view, const QMap<Instrument, Money> &counted,
                          const QString &note)
{
    const bool differs = std::ranges::any_of(view.sums, [&counted](const InstrumentSum &sum) {
        return counted.value(sum.instrument) != sum.amount;
    });
    if (differs && note.trimmed().isEmpty())
        return Error{ErrorKind::ReasonMissing, u"difference"_s};
    return Done{};
}

} // namespace

const Payment *SlipView::payment() const
{
    for (qsizetype i = slip.payments.size(); i > 0; --i) {
        if (!slip.payments.at(i - 1).isVoid)
            return &slip.payments.at(i - 1);
    }
    return nullptr;
}

bool TillView::isBalanced() const
{
    Money rows;
    for (const PaymentRow &payment : payments) {
        if (payment.isTaken())
            rows += payment.amount;
    }
    for (const PaymentRow &refund : refunds)
        rows = rows - refund.amount;
    Money bySum;
    for (const InstrumentSum &sum : sums)
        bySum += sum.amount;
    return rows == bySum;
}

QFuture<Result<SlipView>> CashierDesk::find(const QString &text) const
{
    return m_place.store.read([text = text.trimmed()](ReadTx &tx) { return slipOfText(tx, text); });
}

QFuture<Result<QList<PaymentRow>>> CashierDesk::receipts(const QString &text) const
{
    return m_place.store.read([text = text.trimmed()](ReadTx &tx) -> Result<QList<PaymentRow>> {
        const Result<PaymentRow> receipt = paymentByReceipt(tx, text);
        if (receipt.ok())
            return QList<PaymentRow>{receipt.value()};
        const Result<SlipView> slip = slipOfText(tx, text);
        if (!slip.ok())
            return slip.error();
        return receiptsOfSlip(tx, slip.value().slip);
    });
}

QFuture<Result<bool>> CashierDesk::isRefund(const PaymentRow &payment, const Session &session) const
{
    return m_place.store.read(
        [payment, session, today = m_place.clock.today()](ReadTx &tx) -> Result<bool> {
            const Result<bool> isOwn = isOwnShift(tx, payment, session, today);
            if (!isOwn.ok())
                return isOwn.error();
            return !isOwn.value();
        });
}

QFuture<Result<QList<SlipRow>>> CashierDesk::openSlips(int limit) const
{
    return m_place.store.read([limit](ReadTx &tx) { return hall::openSlips(tx, limit); });
}

QFuture<Result<Done>> CashierDesk::prepare(const Session &session) const
{
    const int year = m_place.clock.today().year();
    const auto look = [window = session.window, year](WriteTx &tx) -> Result<Done> {
        const Result<QString> number = tx.numbers().officialNumber(
            u"receipt/"_s + window, tx.reference().hall.organWord, year);
        // Rolled back: nobody paid, so no number was given.
        return number.ok() ? Error{ErrorKind::Cancelled} : number.error();
    };
    return m_place.store.write(look).then([](const Result<Done> &looked) -> Result<Done> {
        return looked.error().kind == ErrorKind::Cancelled ? Result<Done>(Done{}) : looked;
    });
}

QFuture<Result<ActResult>> CashierDesk::take(const SlipView &slip, const TakePayment &payment,
                                             const Session &session) const
{
    return m_place.store.write([stream = slip.row.caseId, number = slip.slip.number,
                                standing = slip.slip.standing, payment, session,
                                &ids = m_place.ids](WriteTx &tx) -> Result<ActResult> {
        const Result<SlipRow> row = slipByNumber(tx, number);
        if (!row.ok())
            return row.error();
        if (row.value().state == SlipState::Void && standing == SlipStanding::Due)
            return Error{ErrorKind::CaseClosed};
        const Result<StreamId> till = tillForPayment(tx, session, ids);
        if (!till.ok())
            return till.error();
        TakePayment complete = payment;
        complete.slip = number;
        complete.till = till.value();
        return CaseActs::runIn(tx, stream, session, complete, ids);
    });
}

QFuture<Result<ActResult>> CashierDesk::takeBack(const VoidRequest &request,
                                                 const Session &session) const
{
    // Checked before anybody is asked for a password.
    if (request.reason.trimmed().isEmpty())
        return QtFuture::makeReadyFuture(Result<ActResult>(Error{ErrorKind::ReasonMissing}));
    return SessionDesk(m_place)
        .prove(request.witness.trimmed(), request.password)
        .then([&place = m_place, request, session](const Result<StaffMember> &witness) {
            if (!witness.ok())
                return QtFuture::makeReadyFuture(Result<ActResult>(witness.error()));
            return place.store.write([payment = request.payment, session, &ids = place.ids,
                                      command = VoidPayment{.receipt = request.payment.receipt,
                                                            .reason = request.reason.trimmed(),
                                                            .witness = witness.value().code}](
                                         WriteTx &tx) -> Result<ActResult> {
                const Result<bool> isOwn
                    = isOwnShift(tx, payment, session, hallDate(tx.clock().now()));
                if (!isOwn.ok())
                    return isOwn.error();
                VoidPayment complete = command;
                if (!isOwn.value()) {
                    const Result<StreamId> till = tillForPayment(tx, session, ids);
                    if (!till.ok())
                        return till.error();
                    complete.till = till.value();
                }
                return CaseActs::runIn(tx, payment.caseId, session, complete, ids);
            });
        })
        .unwrap();
}

QFuture<Result<CasePaper>> CashierDesk::receiptPaper(const PaymentRow &payment) const
{
    return m_place.store.read(
        [stream = payment.caseId, receipt = payment.receipt](ReadTx &tx) -> Result<CasePaper> {
            const Result<CaseFile> file = tx.caseFile(stream);
            if (!file.ok())
                return file.error();
            const QList<CasePaper> &papers = file.value().papers;
            const auto paper = std::ranges::find_if(papers, [&receipt](const CasePaper &one) {
                return one.kind == "fee-receipt"_L1 && one.number == receipt;
            });
            if (paper == papers.end())
                return Error{ErrorKind::NotFound, u"paper"_s};
            return *paper;
        });
}

QFuture<Result<TillView>> CashierDesk::till(const Session &session) const
{
    return m_place.store.read(
        [window = session.window, day = m_place.clock.today()](ReadTx &tx) -> Result<TillView> {
            for (const auto find : {forgottenTill, openTill}) {
                const Result<TillRow> open = find(tx, window, day);
                if (open.ok())
                    return tillView(tx, open.value());
                if (open.error().kind != ErrorKind::NotFound)
                    return open.error();
            }
            const Result<QList<TillRow>> tills = tillsOf(tx, window, day);
            if (!tills.ok())
                return tills.error();
            if (tills.value().isEmpty())
                return Error{ErrorKind::NotFound, u"till"_s};
            return tillView(tx, tills.value().first());
        });
}

QFuture<Result<TillView>> CashierDesk::close(const StreamId &till,
                                             const QMap<Instrument, Money> &counted,
                                             const QString &note, const Session &session) const
{
    return m_place.store.write(
        [till, counted, note, session, &ids = m_place.ids](WriteTx &tx) -> Result<TillView> {
            const Result<TillRow> row = tillRow(tx, till);
            if (!row.ok())
                return row.error();
            if (row.value().window != session.window)
                return Error{ErrorKind::NotYourPost, u"till"_s};
            if (!row.value().isOpen())
                return Error{ErrorKind::StateMoved, u"till"_s};
            const Result<TillView> view = tillView(tx, row.value());
            if (!view.ok())
                return view.error();
            if (const Result<Done> error = countedError(view.value(), counted, note); !error.ok())
                return error.error();
            QJsonObject sums;
            for (auto sum = counted.cbegin(); sum != counted.cend(); ++sum)
                sums.insert(instrumentWord(sum.key()), sum.value().fen());
            const Event closed
                = sealed(tillEvent({ids.make<EventId>(), till, u"tillClosed"_s}, session, tx),
                         {{u"counted"_s, sums}, {u"note"_s, note}});
            if (const Result<Done> appended = tx.append({closed}); !appended.ok())
                return appended.error();
            const Result<TillRow> after = tillRow(tx, till);
            if (!after.ok())
                return after.error();
            return tillView(tx, after.value());
        });
}

QFuture<Result<QList<SlipRow>>> CashierDesk::paidTwice() const
{
    return m_place.store.read([](ReadTx &tx) { return slipsPaidTwice(tx); });
}

} // namespace hall
