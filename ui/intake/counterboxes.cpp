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
    // Fields to fill take their room and leave the rest to the list of items.
    connect(m_visit, &Visit::applicantChanged, this, [this] {
        const bool isRegistering = m_visit->work().isRegistering;
        m_ui->leftLayout->setStretch(0, isRegistering ? 0 : 5);
        m_ui->leftLayout->setStretch(1, isRegistering ? 1 : 6);
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
