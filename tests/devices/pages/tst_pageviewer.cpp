#include "pagesource.h"
#include "samplefiles.h"
#include "tests/support/testmain.h"
#include "ui/shared/pageviewer.h"
#include "ui/shared/pageviewercanvas.h"
#include "ui/shared/pageviewerpicture.h"

#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

class TestPageViewer final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsOnlyWhatArrived();
    void turnsPagesByKeys();
    void fetchesOnlyTheLastWanted();
    void fetchesAhead();
    void saysWhatIsWrong();
    void zoomsByKeys();
    void fitsThePage();
    void fitsAgainWhenResized();
    void turnsOnTheScreenOnly();
    void paintsEveryRotation_data();
    void paintsEveryRotation();
    void paintsPartsWhenZoomedIn();
    void dragsThePicture();
    void zoomsAtThePointer();
    void keepsThePageAmongOthers();
    void keepsLevelsOfLargePictures();

private:
    void show(int count, QSize pictureSize = {400, 600});
    [[nodiscard]] PageViewerCanvas *canvas() const
    {
        return m_viewer->findChild<PageViewerCanvas *>();
    }
    [[nodiscard]] QString label(const QString &name) const
    {
        return m_viewer->findChild<QLabel *>(name)->text();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(canvas(), Qt::Key(key), modifiers);
    }

    std::unique_ptr<PageSourceStub> m_source;
    std::unique_ptr<PageViewer> m_viewer;
    QList<PageThumb> m_pages;
};

void TestPageViewer::init()
{
    SeededIds ids(7);
    m_source = std::make_unique<PageSourceStub>();
    m_viewer = std::make_unique<PageViewer>();
    m_pages.clear();
    for (int index = 0; index < 20; ++index)
        m_pages.append({.id = ids.make<PageId>(), .title = u"材料 %1"_s.arg(index + 1)});
    m_viewer->resize(500, 600);
    m_viewer->setSource(m_source->source());
    m_viewer->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_viewer.get()));
    m_viewer->setFocus();
}

void TestPageViewer::cleanup()
{
    m_viewer.reset();
}

/// The first `count` pages, the first of them on the screen.
void TestPageViewer::show(int count, QSize pictureSize)
{
    m_viewer->setPages(m_pages.mid(0, count));
    m_source->answer(m_pages[0].id, samples::quarters(pictureSize));
    QTRY_VERIFY(canvas()->hasPicture());
}

void TestPageViewer::showsOnlyWhatArrived()
{
    QVERIFY(!m_viewer->sentence().isEmpty());
    QSignalSpy shown(m_viewer.get(), &PageViewer::pageShown);
    m_viewer->setPages(m_pages.mid(0, 2));
    QCOMPARE(m_viewer->currentPage(), m_pages[0].id);
    QVERIFY(!m_viewer->sentence().isEmpty());
    QCOMPARE(shown.size(), 0);
    m_source->answer(m_pages[0].id, samples::quarters({40, 40}));
    QTRY_COMPARE(shown.size(), 1);
    QVERIFY(m_viewer->sentence().isEmpty());
    QCOMPARE(label(u"pageLabel"_s), u"1 / 2"_s);
    QCOMPARE(label(u"titleLabel"_s), u"材料 1"_s);
}

void TestPageViewer::turnsPagesByKeys()
{
    show(3);
    QSignalSpy changed(m_viewer.get(), &PageViewer::currentPageChanged);
    press(Qt::Key_PageUp);
    QCOMPARE(changed.size(), 0);
    press(Qt::Key_PageDown);
    press(Qt::Key_PageDown);
    press(Qt::Key_PageDown);
    QCOMPARE(m_viewer->currentPage(), m_pages[2].id);
    QCOMPARE(changed.size(), 2);
    press(Qt::Key_PageUp);
    QCOMPARE(m_viewer->currentPage(), m_pages[1].id);
    QCOMPARE(label(u"pageLabel"_s), u"2 / 3"_s);
}

void TestPageViewer::fetchesOnlyTheLastWanted()
{
    m_viewer->setPages(m_pages);
    for (int turn = 0; turn < 10; ++turn)
        press(Qt::Key_PageDown);
    QCOMPARE(m_source->asked, QList<PageId>{m_pages[0].id});
    m_source->answer(m_pages[0].id, samples::quarters({40, 40}));
    QTRY_COMPARE(m_source->asked.size(), 2);
    QCOMPARE(m_source->asked.last(), m_pages[10].id);
    // The late first page is not shown in place of the tenth.
    QVERIFY(!canvas()->hasPicture());
    m_source->answer(m_pages[10].id, samples::quarters({40, 40}));
    QTRY_VERIFY(canvas()->hasPicture());
}

void TestPageViewer::fetchesAhead()
{
    show(3);
    QTRY_COMPARE(m_source->asked, (QList<PageId>{m_pages[0].id, m_pages[1].id}));
    m_source->answer(m_pages[1].id, samples::quarters({30, 30}));
    press(Qt::Key_PageDown);
    QTRY_VERIFY(canvas()->hasPicture());
    // Going back to what was seen fetches nothing.
    press(Qt::Key_PageUp);
    QVERIFY(canvas()->hasPicture());
    QCOMPARE(m_source->asked.count(m_pages[0].id), 1);
    QCOMPARE(m_source->asked.count(m_pages[1].id), 1);
}

void TestPageViewer::saysWhatIsWrong()
{
    m_pages[0].missing = true;
    m_pages[3].removed = true;
    m_viewer->setPages(m_pages.mid(0, 4));
    const QString missing = m_viewer->sentence();
    QVERIFY(!missing.isEmpty());
    QVERIFY(!m_source->asked.contains(m_pages[0].id));
    press(Qt::Key_PageDown);
    const QString loading = m_viewer->sentence();
    QVERIFY(loading != missing);
    m_source->answer(m_pages[1].id, QImage());
    QTRY_VERIFY(m_viewer->sentence() != loading);
    const QString broken = m_viewer->sentence();
    QVERIFY(!broken.isEmpty() && broken != missing);
    press(Qt::Key_PageDown);
    QTRY_VERIFY(m_source->isOpen(m_pages[2].id));
    m_source->cancel(m_pages[2].id);
    QTRY_COMPARE(m_viewer->sentence(), broken);
    press(Qt::Key_PageDown);
    QVERIFY(label(u"titleLabel"_s) != m_pages[3].title);
}

void TestPageViewer::zoomsByKeys()
{
    show(1);
    const double fitting = canvas()->zoom();
    press(Qt::Key_Plus);
    QVERIFY(canvas()->zoom() > fitting);
    press(Qt::Key_Minus);
    press(Qt::Key_Minus);
    QVERIFY(canvas()->zoom() < fitting);
    press(Qt::Key_0);
    QCOMPARE(canvas()->zoom(), fitting);
    QVERIFY(label(u"zoomLabel"_s).endsWith(u'%'));
    for (int step = 0; step < 60; ++step)
        press(Qt::Key_Plus);
    QCOMPARE(canvas()->zoom(), 8.0);
}

void TestPageViewer::fitsThePage()
{
    show(1, {400, 3000});
    QVERIFY(canvas()->verticalScrollBar()->maximum() > 0);
    QCOMPARE(canvas()->horizontalScrollBar()->maximum(), 0);
    press(Qt::Key_9);
    QCOMPARE(canvas()->verticalScrollBar()->maximum(), 0);
    QVERIFY(QRectF(canvas()->viewport()->rect()).contains(canvas()->pictureRect()));
    press(Qt::Key_0);
    const int before = canvas()->verticalScrollBar()->value();
    press(Qt::Key_Space);
    QVERIFY(canvas()->verticalScrollBar()->value() > before);
    press(Qt::Key_End);
    QCOMPARE(canvas()->verticalScrollBar()->value(), canvas()->verticalScrollBar()->maximum());
}

void TestPageViewer::fitsAgainWhenResized()
{
    show(1);
    const double before = canvas()->zoom();
    m_viewer->resize(800, 600);
    QTRY_VERIFY(canvas()->zoom() > before);
    QCOMPARE(canvas()->horizontalScrollBar()->maximum(), 0);
}

void TestPageViewer::turnsOnTheScreenOnly()
{
    m_pages[0].rotation = 90;
    show(2);
    QCOMPARE(canvas()->rotation(), 90);
    press(Qt::Key_BracketRight);
    QCOMPARE(canvas()->rotation(), 180);
    press(Qt::Key_BracketLeft);
    press(Qt::Key_BracketLeft);
    press(Qt::Key_BracketLeft);
    QCOMPARE(canvas()->rotation(), 270);
    press(Qt::Key_PageDown);
    press(Qt::Key_PageUp);
    QCOMPARE(canvas()->rotation(), 90);
    QCOMPARE(m_viewer->pages()[0].rotation, 90);
}

void TestPageViewer::paintsEveryRotation_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<QList<QColor>>("corners"); // top left, top right, bottom left, bottom right
    const QColor red = Qt::red;
    const QColor green = Qt::green;
    const QColor blue = Qt::blue;
    const QColor black = Qt::black;
    QTest::newRow("0") << 0 << QList<QColor>{red, green, blue, black};
    QTest::newRow("90") << 90 << QList<QColor>{blue, red, black, green};
    QTest::newRow("180") << 180 << QList<QColor>{black, blue, green, red};
    QTest::newRow("270") << 270 << QList<QColor>{green, black, red, blue};
}

void TestPageViewer::paintsEveryRotation()
{
    QFETCH(int, rotation);
    QFETCH(QList<QColor>, corners);
    m_pages[0].rotation = rotation;
    show(1, {600, 400});
    press(Qt::Key_9);
    const QRectF rect = canvas()->pictureRect();
    QCOMPARE(rect.width() > rect.height(), rotation % 180 == 0);
    const QImage grab = canvas()->viewport()->grab().toImage();
    const double ratio = grab.devicePixelRatio();
    int corner = 0;
    for (const QPointF &part :
         {QPointF(.02, .02), QPointF(.98, .02), QPointF(.02, .98), QPointF(.98, .98)}) {
        const QPointF at(rect.x() + rect.width() * part.x(), rect.y() + rect.height() * part.y());
        QCOMPARE(grab.pixelColor((at * ratio).toPoint()), corners[corner++]);
    }
}

void TestPageViewer::paintsPartsWhenZoomedIn()
{
    // Larger than what is kept whole: the painter takes the part in sight straight from the image.
    m_pages[0].rotation = 90;
    show(1, {1000, 800});
    for (int step = 0; step < 60; ++step)
        press(Qt::Key_Plus);
    canvas()->horizontalScrollBar()->setValue(0);
    canvas()->verticalScrollBar()->setValue(0);
    const auto at = [this](int x, int y) {
        const QImage grab = canvas()->viewport()->grab().toImage();
        return grab.pixelColor((QPointF(x, y) * grab.devicePixelRatio()).toPoint());
    };
    QCOMPARE(at(60, 60), QColor(Qt::blue));
    canvas()->horizontalScrollBar()->setValue(canvas()->horizontalScrollBar()->maximum());
    QCOMPARE(at(60, 60), QColor(Qt::red));
    canvas()->verticalScrollBar()->setValue(canvas()->verticalScrollBar()->maximum());
    QCOMPARE(at(60, 60), QColor(Qt::green));
}

void TestPageViewer::dragsThePicture()
{
    show(1, {400, 3000});
    QWidget *viewport = canvas()->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, {200, 300});
    QTest::mouseMove(viewport, {200, 180});
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {200, 180});
    QCOMPARE(canvas()->verticalScrollBar()->value(), 120);
}

void TestPageViewer::zoomsAtThePointer()
{
    show(1, {2000, 3000});
    press(Qt::Key_Plus);
    const QPointF pointer(150, 220);
    const auto spot = [this, pointer] {
        const QRectF rect = canvas()->pictureRect();
        return QPointF((pointer.x() - rect.x()) / rect.width(),
                       (pointer.y() - rect.y()) / rect.height());
    };
    const QPointF before = spot();
    const double zoom = canvas()->zoom();
    QWheelEvent wheel(pointer, canvas()->viewport()->mapToGlobal(pointer), {}, {0, 240},
                      Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(canvas()->viewport(), &wheel);
    QVERIFY(canvas()->zoom() > zoom * 1.3);
    const QPointF after = spot();
    QVERIFY(qAbs(after.x() - before.x()) < 0.01 && qAbs(after.y() - before.y()) < 0.01);
}

void TestPageViewer::keepsThePageAmongOthers()
{
    show(3);
    press(Qt::Key_PageDown);
    QSignalSpy changed(m_viewer.get(), &PageViewer::currentPageChanged);
    m_viewer->setPages({m_pages[2], m_pages[1]});
    QCOMPARE(m_viewer->currentPage(), m_pages[1].id);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(label(u"pageLabel"_s), u"2 / 2"_s);
    m_viewer->setPages({m_pages[5]});
    QCOMPARE(m_viewer->currentPage(), m_pages[5].id);
    m_viewer->setPages({});
    QVERIFY(m_viewer->currentPage().isNull());
    QCOMPARE(changed.size(), 2);
}

void TestPageViewer::keepsLevelsOfLargePictures()
{
    QImage large(4000, 3000, QImage::Format_Mono);
    large.fill(1);
    const PagePicture picture = PagePicture::make(large);
    QCOMPARE(picture.size(), QSize(4000, 3000));
    QCOMPARE(picture.levelFor(1.0).width(), 4000);
    QCOMPARE(picture.levelFor(0.51).width(), 4000);
    QCOMPARE(picture.levelFor(0.5).width(), 2000);
    QVERIFY(picture.levelFor(0.01).width() <= 2000);
    QVERIFY(PagePicture::make({}).isNull());
}

HALL_TEST_MAIN(QApplication, TestPageViewer)
#include "tst_pageviewer.moc"
