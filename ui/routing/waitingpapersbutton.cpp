#include "ui/routing/waitingpapersbutton.h"

#include "domain/whendone.h"
#include "ui/routing/papersdialog.h"
#include "ui/shared/icon.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int pauseMs = 250; // an act writes several events; they are counted once

} // namespace

WaitingPapersButton::WaitingPapersButton(QWidget *parent)
    : QPushButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMs);
    connect(&m_soon, &QTimer::timeout, this, &WaitingPapersButton::refresh);
    connect(this, &QPushButton::clicked, this, &WaitingPapersButton::showList);
}

WaitingPapersButton::~WaitingPapersButton() = default;

void WaitingPapersButton::serve(const PageContext &context)
{
    m_context.emplace(context);
    m_papers = std::make_shared<PaperDesk>(context.place);
    m_feed = std::make_unique<CaseFeed>(context.place);
    setIcon(hall::icon(u"print"_s));
    connect(m_feed.get(), &CaseFeed::casesChanged, &m_soon, qOverload<>(&QTimer::start));
    refresh();
}

void WaitingPapersButton::showEvent(QShowEvent *event)
{
    QPushButton::showEvent(event);
    m_soon.start();
}

void WaitingPapersButton::refresh()
{
    whenDone(m_papers->waiting(m_context->session), this,
             [this, papers = m_papers](const Result<QList<PaperJob>> &jobs) {
                 // A list that cannot be read hides nothing: what stood there stays.
                 if (jobs.ok())
                     count(jobs.value());
             });
}

void WaitingPapersButton::count(const QList<PaperJob> &jobs)
{
    const QKeySequence key(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    setText(tr("%n paper(s) not in hand (%1)", nullptr, int(jobs.size()))
                .arg(key.toString(QKeySequence::NativeText)));
    setShortcut(key); // setText() takes it away
    setToolTip(tr("Papers that were not printed, or that nobody has said to be in hand"));
    setVisible(!jobs.isEmpty());
}

void WaitingPapersButton::showList()
{
    whenDone(m_papers->waiting(m_context->session), this,
             [this, papers = m_papers](const Result<QList<PaperJob>> &jobs) {
                 if (jobs.ok() && !jobs.value().isEmpty())
                     open(jobs.value());
             });
}

void WaitingPapersButton::open(const QList<PaperJob> &jobs)
{
    if (window()->findChild<PapersDialog *>())
        return; // pressed twice
    auto *dialog = new PapersDialog(*m_context, PapersDialog::Kind::LeftOver, window());
    dialog->addPapers(jobs, tr("%n paper(s) not in hand", nullptr, int(jobs.size())));
    connect(dialog, &QDialog::finished, this, [this] {
        refresh();
        Q_EMIT finished();
    });
    dialog->open();
}

} // namespace hall
