// Scans that are not on this machine: asked of the centre, followed on their way, shown.
#include "deskfixture.h"
#include "fakecentrelink.h"
#include "pictures.h"
#include "testmain.h"
#include "ui/search/casefilepage.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/pageviewer.h"
#include "ui/shared/thumbnailstrip.h"
#include "ui/signoff/upstairspage.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QPainter>
#include <QSignalSpy>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestPagesComing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsLookedAtIsAskedForFirst();
    void progressIsPainted();
    void anArrivedPageIsShownAtOnce();
    void withoutTheCentreItSaysSo();
    void theCasePageFetchesToo();

private:
    [[nodiscard]] QByteArray scan(int number) const;
    [[nodiscard]] static QByteArray shaOf(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }
    /// An accepted case; of its two scans only the first is here.
    void makeCase();
    void showPile()
    {
        (void)m_hall->show<UpstairsPage>(u"rev1"_s);
        QTRY_COMPARE(viewer()->pages().size(), 2);
    }
    [[nodiscard]] PageViewer *viewer() const { return m_hall->find<PageViewer>("viewer"); }
    [[nodiscard]] ThumbnailStrip *thumbs() const
    {
        return m_hall->find<ThumbnailStrip>("thumbStrip");
    }
    [[nodiscard]] QString tipOf(int row) const
    {
        return thumbs()->model()->index(row, 0).data(Qt::ToolTipRole).toString();
    }
    void shoot(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("HALL_SHOTS");
        if (!folder.isEmpty())
            m_hall->page->grab().save(folder + u'/' + name + u".png"_s);
    }

    FakeCentreLink m_centre;
    std::unique_ptr<DeskFixture> m_hall;
    StreamId m_case;
    QByteArray m_late; ///< the scan that is not here
};

void TestPagesComing::init()
{
    m_centre.now = {.state = LinkState::Online, .hasPerson = true};
    m_centre.wanted.clear();
    m_hall = std::make_unique<DeskFixture>();
    dressForPictures();
    m_hall->link = &m_centre;
    VERIFY_OK(m_hall->open());
    makeCase();
}

void TestPagesComing::cleanup()
{
    m_hall.reset();
}

QByteArray TestPagesComing::scan(int number) const
{
    QImage image(620, 877, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.drawText(image.rect(), Qt::AlignCenter, u"申请表 %1"_s.arg(number));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

void TestPagesComing::makeCase()
{
    m_case = m_hall->cases.open(u"W2"_s).valueOr(StreamId());
    VERIFY_OK(m_hall->cases.act(m_case, u"clerk1"_s,
                                Act{.action = u"accept"_s, .branch = u"main"_s, .manifest = "{}"}));
    const QByteArray here = scan(1);
    m_late = scan(2);
    VERIFY_OK(m_hall->pages->put(here));
    QList<PageRef> pages;
    for (const QByteArray &bytes : {here, m_late})
        pages.append({.id = m_hall->fixture.ids.make<PageId>(),
                      .sha = shaOf(bytes),
                      .format = u"png"_s,
                      .line = 1});
    VERIFY_OK(m_hall->cases.act(m_case, u"clerk1"_s, AttachPages{.pages = pages}));
}

void TestPagesComing::whatIsLookedAtIsAskedForFirst()
{
    showPile();
    QCOMPARE(m_centre.wanted, QList<QByteArray>{shaOf(m_late)});
    QVERIFY(!viewer()->pages()[0].missing);
    QVERIFY(viewer()->pages()[1].missing);
    m_centre.wanted.clear();
    viewer()->showPage(viewer()->pages()[1].id);
    QCOMPARE(m_centre.wanted, QList<QByteArray>{shaOf(m_late)});
}

void TestPagesComing::progressIsPainted()
{
    showPile();
    viewer()->showPage(viewer()->pages()[1].id);
    QVERIFY2(viewer()->sentence().contains(u"is being fetched"_s),
             qPrintable(viewer()->sentence()));
    QTRY_COMPARE(thumbs()->currentPage(), viewer()->pages()[1].id);
    const QImage before = viewer()->grab().toImage();
    const QImage thumbsBefore = thumbs()->grab().toImage();
    Q_EMIT m_centre.pageProgress(shaOf(m_late), 400'000, 1'000'000);
    QVERIFY2(viewer()->sentence().contains(u"40 %"_s), qPrintable(viewer()->sentence()));
    QVERIFY2(tipOf(1).contains(u"40 %"_s), qPrintable(tipOf(1)));
    QVERIFY(viewer()->grab().toImage() != before);
    QVERIFY(thumbs()->grab().toImage() != thumbsBefore);
    shoot(u"page-coming"_s);
}

void TestPagesComing::anArrivedPageIsShownAtOnce()
{
    showPile();
    auto *strip = m_hall->find<MessageStrip>("strip");
    QCOMPARE(strip->tone(), Tone::Warning);
    const PageId late = viewer()->pages()[1].id;
    viewer()->showPage(late);
    QSignalSpy shown(viewer(), &PageViewer::pageShown);
    Q_EMIT m_centre.pageArrived(shaOf(m_late));
    QVERIFY2(viewer()->pages()[1].missing, "its bytes are not here: the centre's word is no proof");
    VERIFY_OK(m_hall->pages->put(m_late));
    Q_EMIT m_centre.pageArrived(shaOf(m_late));
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(shown[0][0].value<PageId>(), late);
    QVERIFY(viewer()->sentence().isEmpty());
    QCOMPARE(strip->tone(), Tone::Info);
}

void TestPagesComing::withoutTheCentreItSaysSo()
{
    m_centre.now.state = LinkState::Offline;
    showPile();
    viewer()->showPage(viewer()->pages()[1].id);
    QVERIFY2(viewer()->sentence().contains(u"centre can be reached again"_s),
             qPrintable(viewer()->sentence()));
    shoot(u"page-offline"_s);
    m_centre.wanted.clear();
    m_centre.become({.state = LinkState::Online, .hasPerson = true});
    QVERIFY2(viewer()->sentence().contains(u"is being fetched"_s),
             qPrintable(viewer()->sentence()));
    QCOMPARE(m_centre.wanted, QList<QByteArray>{shaOf(m_late)});
}

void TestPagesComing::theCasePageFetchesToo()
{
    auto *page = m_hall->show<CaseFilePage>(u"rev1"_s);
    page->showCase(m_case);
    QTRY_COMPARE(viewer()->pages().size(), 2);
    QCOMPARE(m_centre.wanted, QList<QByteArray>{shaOf(m_late)});
    Q_EMIT m_centre.pageProgress(shaOf(m_late), 1, 4);
    QVERIFY2(tipOf(1).contains(u"25 %"_s), qPrintable(tipOf(1)));
}

HALL_TEST_MAIN(QApplication, TestPagesComing)
#include "tst_pages_coming.moc"
