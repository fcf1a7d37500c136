#include "desk/papers/paperdesk.h"

#include "desk/papers/casepapers.h"
#include "desk/routing/departments.h"
#include "devices/api/paperprinter.h"
#include "papers/pdftitle.h"
#include "store/paperrows.h"
#include "store/store.h"

#include <QPaintDevice>
#include <QPainter>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// More than a desk ever leaves lying about; the newest of them are shown.
constexpr int longestWaitingList = 300;

Result<Document> composeIn(const ReadTx &tx, const StreamId &stream, const QString &paperId,
                           const PrintedBy &by)
{
    const Result<QList<Event>> journal = tx.journal(stream);
    if (!journal.ok())
        return journal.error();
    const Result<PaperOccasion> occasion
        = occasionOf(journal.value(), paperId, tx.reference().definitions);
    if (!occasion.ok())
        return occasion.error();
    const auto &[file, paper, about] = occasion.value();
    return composeCasePaper(file, paper, tx.reference(),
                            {.now = by.now, .name = by.name, .about = about});
}

PrintRequest requestFor(const Document &document, const QString &printer)
{
    PrintRequest request{
        .title = document.title(), .printer = printer, .mendPdf = withReadableTitle};
    for (int page = 0; page < document.pageCount(); ++page)
        request.pageSizes.append(document.pageSizeMm(page));
    request.paint = [document](QPainter *painter, int page) {
        constexpr double pointsPerInch = 72.0;
        painter->scale(painter->device()->logicalDpiX() / pointsPerInch,
                       painter->device()->logicalDpiY() / pointsPerInch);
        document.paintPage(painter, page);
    };
    return request;
}

/// What the post wanted is the post's to print; among clerks, the window's of the case, where a
/// notice that the manager ordered goes out as well.
bool isThisDesks(const PaperRow &row, const Session &session)
{
    if (!row.wantedBy.isEmpty() && row.wantedBy == session.member.code)
        return row.wantedPost == session.post.code();
    if (!session.window.isEmpty() && session.post.role == Role::Clerk) {
        const std::optional<Post> post = Post::fromCode(row.wantedPost);
        return row.window == session.window && post
            && (post->role == Role::Clerk || post->role == Role::Manager);
    }
    return row.wantedPost == session.post.code();
}

PaperJob jobOf(const PaperRow &row)
{
    return {.stream = row.caseId,
            .paper = {.id = row.id,
                      .kind = row.kind,
                      .number = row.number,
                      .state = row.state,
                      .copies = row.copies,
                      .at = row.at},
            .number = row.caseNumber,
            .applicant = row.applicantName};
}

template <class T> QFuture<Result<T>> failed(const Error &error)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(Result<T>(error));
    promise.finish();
    return promise.future();
}

} // namespace

QList<PaperJob> jobsOf(const CaseFile &file, const QList<CasePaper> &papers)
{
    QList<PaperJob> jobs;
    for (const CasePaper &paper : papers)
        jobs.append({file.id, paper, file.number, file.applicant.name});
    return jobs;
}

QFuture<Result<Document>> PaperDesk::compose(const StreamId &stream, const QString &paper,
                                             const Session &session) const
{
    return m_place.store.report(
        [stream, paper, now = m_place.clock.now(), by = session.member.name](ReadTx &tx) {
            return composeIn(tx, stream, paper, {.now = now, .name = by});
        });
}

QFuture<Result<Document>> PaperDesk::composeGuide(const QString &item, const Session &session) const
{
    return m_place.store.report([item, now = m_place.clock.now(),
                                 by = session.member.name](ReadTx &tx) -> Result<Document> {
        const ItemDef *found = tx.reference().item(item);
        if (!found)
            return Error{ErrorKind::ReferenceMissing, item};
        return hall::composeGuide(*found, tx.reference(), {.now = now, .name = by});
    });
}

QFuture<Result<ActResult>> PaperDesk::print(const StreamId &stream, const QString &paper,
                                            const Session &session, const QString &printer) const
{
    return printThen({.stream = stream, .paper = paper, .states = {PaperState::Sent}}, session,
                     printer);
}

QFuture<Result<ActResult>> PaperDesk::replace(const StreamId &stream, const QString &paper,
                                              const Session &session, const QString &printer) const
{
    return printThen(
        {.stream = stream, .paper = paper, .states = {PaperState::Spoiled, PaperState::Sent}},
        session, printer);
}

QFuture<Result<ActResult>> PaperDesk::printThen(const Marks &marks, const Session &session,
                                                const QString &printer) const
{
    return compose(marks.stream, marks.paper, session)
        .then([desk = *this, printer](const Result<Document> &document) {
            return document.ok() ? desk.printDocument(document.value(), printer)
                                 : failed<Done>(document.error());
        })
        .unwrap()
        .then([desk = *this, marks, session](const Result<Done> &printed) {
            return printed.ok() ? desk.write(marks, session) : failed<ActResult>(printed.error());
        })
        .unwrap();
}

QFuture<Result<ActResult>> PaperDesk::write(const Marks &marks, const Session &session) const
{
    return m_place.store.write([marks, session, &ids = m_place.ids](WriteTx &tx) {
        Result<ActResult> last = Error{ErrorKind::NotFound, u"paper"_s};
        for (const PaperState state : marks.states) {
            last = CaseActs::runIn(tx, marks.stream, session,
                                   MarkPaper{.paper = marks.paper, .state = state}, ids);
            if (!last.ok())
                return last;
        }
        return last;
    });
}

QFuture<Result<Done>> PaperDesk::printDocument(const Document &document,
                                               const QString &printer) const
{
    return m_place.printer.print(requestFor(document, printer))
        .then([](const Result<PrintJob> &job) -> Result<Done> {
            if (!job.ok())
                return job.error();
            return Done{};
        });
}

QFuture<Result<ActResult>> PaperDesk::mark(const StreamId &stream, const QStringList &papers,
                                           PaperState state, const Session &session) const
{
    return m_place.store.write(
        [stream, papers, state, session, &ids = m_place.ids](WriteTx &tx) -> Result<ActResult> {
            Result<ActResult> last = Error{ErrorKind::NotFound, u"paper"_s};
            for (const QString &paper : papers) {
                last = CaseActs::runIn(tx, stream, session,
                                       MarkPaper{.paper = paper, .state = state}, ids);
                if (!last.ok())
                    return last;
            }
            return last;
        });
}

QFuture<Result<QList<PaperJob>>> PaperDesk::waiting(const Session &session) const
{
    return m_place.store.read([session](ReadTx &tx) -> Result<QList<PaperJob>> {
        const Result<QList<PaperRow>> rows
            = papersWaitingIn(tx, departmentsServed(session, tx.reference()), longestWaitingList);
        if (!rows.ok())
            return rows.error();
        QList<PaperJob> jobs;
        for (const PaperRow &row : rows.value()) {
            if (isThisDesks(row, session))
                jobs.append(jobOf(row));
        }
        return jobs;
    });
}

QFuture<Result<ActResult>> PaperDesk::want(const StreamId &stream, const QString &kind,
                                           const Session &session) const
{
    return m_acts.run(stream, session, WantPaper{.kind = kind});
}

} // namespace hall
