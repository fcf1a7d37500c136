// What the boxes of the counter say to each other.
#include "ui/intake/applicantbox.h"
#include "ui/intake/counterpage.h"
#include "ui/intake/draftkeeper.h"
#include "ui/intake/itempicker.h"
#include "ui/intake/materialsbox.h"
#include "ui/intake/pagesbox.h"
#include "ui/intake/visit.h"
#include "ui_counterpage.h"

namespace hall {

void CounterPage::connectBoxes()
{
    connect(m_applicant, &ApplicantBox::finished, this, &CounterPage::findItem);
    // The fields of an organisation need the room that a list of items can spare.
    connect(m_visit, &Visit::applicantChanged, this, [this] {
        const CounterWork &work = m_visit->work();
        const bool isLong = work.isRegistering && work.applicant.kind != 1;
        m_ui->leftLayout->setStretch(0, isLong ? 7 : 6);
        m_ui->leftLayout->setStretch(1, isLong ? 3 : 5);
    });
    connect(m_applicant, &ApplicantBox::agentAsked, this, &CounterPage::askAgent);
    connect(m_applicant, &ApplicantBox::failed, m_ui->messageStrip,
            [this](const Error &error) { m_ui->messageStrip->say(error); });
    connect(m_items, &ItemPicker::chosen, this, &CounterPage::goToMaterials);
    connect(m_items, &ItemPicker::guideAsked, this, &CounterPage::showGuide);
    connect(m_items, &ItemPicker::barred, this,
            [this](const QString &sentence) { m_ui->messageStrip->say(Tone::Warning, sentence); });
    connect(m_materials, &MaterialsBox::lineChanged, m_pages, &PagesBox::setLine);
    connect(m_materials, &MaterialsBox::viewAsked, m_pages, &PagesBox::showLarge);
    connect(m_materials, &MaterialsBox::filesDropped, this,
            [this](int line, const QStringList &paths) {
                m_pages->setLine(line);
                m_pages->attachFiles(paths);
            });
    connect(m_pages, &PagesBox::attached, m_drafts, &DraftKeeper::keepNow);
    connect(m_pages, &PagesBox::said, this,
            [this](const QString &sentence) { m_ui->messageStrip->say(Tone::Info, sentence); });
}

} // namespace hall
