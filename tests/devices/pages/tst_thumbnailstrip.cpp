#include "pagesource.h"
#include "samplefiles.h"
#include "tests/support/testmain.h"
#include "ui/shared/thumbnailstrip.h"
#include "ui/shared/thumbnailstripmodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace hall;
using namespace Qt::StringLiterals;

class TestThumbnailStrip final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void modelIsSound();
    void asksForWhatIsInSight();
    void movesByKeys();
    void turnsAndRemovesChosen();
    void opensByEnter();
    void keepsChoiceOverNewOrder();
    void dragsIntoOrder_data();
    void dragsIntoOrder();
    void takesDroppedFiles();
    void takesPastedPictureAndFiles();
    void onlyShowsWhenNotEditable();
    void saysWhatAPageIs();

private:
    [[nodiscard]] QPoint leftOf(int row) const
    {
        const QRect box = m_strip->visualRect(m_strip->model()->index(row, 0));
        return {box.left() + 4, box.center().y()};
    }
    [[nodiscard]] QPoint rightOf(int row) const
    {
        const QRect box = m_strip->visualRect(m_strip->model()->index(row, 0));
        return {box.right() - 4, box.center().y()};
    }
    void drop(const QMimeData &data, const QPoint &at)
    {
        QDragEnterEvent enter(at, Qt::MoveAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_strip->viewport(), &enter);
        if (!enter.isAccepted())
            return;
        QDropEvent event(at, Qt::MoveAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_strip->viewport(), &event);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_strip.get(), Qt::Key(key), modifiers);
    }

    std::unique_ptr<PageSourceStub> m_source;
    std::unique_ptr<ThumbnailStrip> m_strip;
    QList<PageThumb> m_pages;
};

void TestThumbnailStrip::init()
{
    SeededIds ids(11);
    m_pages.clear();
    for (int index = 0; index < 6; ++index)
        m_pages.append({.id = ids.make<PageId>(), .title = u"身份证"_s});
    m_source = std::make_unique<PageSourceStub>();
    m_strip = std::make_unique<ThumbnailStrip>();
    m_strip->resize(460, 500);
    m_strip->setSource(m_source->source());
    m_strip->setPages(m_pages);
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowActive(m_strip.get()));
    m_strip->setFocus();
}

void TestThumbnailStrip::cleanup()
{
    m_strip.reset();
}

void TestThumbnailStrip::modelIsSound()
{
    ThumbnailStripModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPages(m_pages);
    model.setPages(m_pages.mid(2));
    QList<PageThumb> turned = m_pages.mid(2);
    turned[0].rotation = 90;
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setPages(turned);
    QCOMPARE(reset.size(), 0);
    model.setPages({});
    QCOMPARE(model.rowCount(), 0);
}

void TestThumbnailStrip::asksForWhatIsInSight()
{
    QTRY_COMPARE(m_source->asked.size(), 2);
    m_source->answer(m_pages[0].id, samples::quarters({900, 600}));
    QTRY_COMPARE(m_source->asked.size(), 3);
    const QModelIndex first = m_strip->model()->index(0, 0);
    const auto picture = first.data(ThumbnailStripModel::PictureRole).value<QImage>();
    QCOMPARE(picture.width(), ThumbnailStripModel::pictureSide);
    // One that cannot be shown is not asked for again and again.
    m_source->cancel(m_pages[1].id);
    const QModelIndex second = m_strip->model()->index(1, 0);
    QTRY_VERIFY(second.data(ThumbnailStripModel::BrokenRole).toBool());
    QCOMPARE(m_source->asked.count(m_pages[1].id), 1);
}

void TestThumbnailStrip::movesByKeys()
{
    QSignalSpy moved(m_strip.get(), &ThumbnailStrip::movedTo);
    m_strip->setCurrentPage(m_pages[0].id);
    press(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(moved.size(), 0);
    press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(moved.takeFirst(), (QVariantList{0, 1}));
    m_strip->setCurrentPage(m_pages[5].id);
    press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(moved.size(), 0);
    press(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(moved.takeFirst(), (QVariantList{5, 4}));
    // The strip itself changes nothing.
    QCOMPARE(m_strip->pages(), m_pages);
}

void TestThumbnailStrip::turnsAndRemovesChosen()
{
    QSignalSpy turned(m_strip.get(), &ThumbnailStrip::turnAsked);
    QSignalSpy removed(m_strip.get(), &ThumbnailStrip::removeAsked);
    press(Qt::Key_Delete);
    QCOMPARE(removed.size(), 0);
    m_strip->setCurrentPage(m_pages[1].id);
    press(Qt::Key_Right, Qt::ShiftModifier);
    const QList<PageId> both{m_pages[1].id, m_pages[2].id};
    QCOMPARE(m_strip->chosenPages(), both);
    press(Qt::Key_BracketRight);
    QCOMPARE(turned.size(), 1);
    QCOMPARE(turned.first()[0].value<QList<PageId>>(), both);
    QCOMPARE(turned.first()[1].toInt(), 90);
    press(Qt::Key_BracketLeft);
    QCOMPARE(turned.last()[1].toInt(), -90);
    press(Qt::Key_Delete);
    QCOMPARE(removed.first()[0].value<QList<PageId>>(), both);
}

void TestThumbnailStrip::opensByEnter()
{
    QSignalSpy opened(m_strip.get(), &ThumbnailStrip::pageOpened);
    m_strip->setCurrentPage(m_pages[3].id);
    press(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first()[0].value<PageId>(), m_pages[3].id);
}

void TestThumbnailStrip::keepsChoiceOverNewOrder()
{
    m_strip->setCurrentPage(m_pages[4].id);
    QSignalSpy changed(m_strip.get(), &ThumbnailStrip::currentPageChanged);
    QList<PageThumb> other = m_pages;
    other.move(4, 0);
    m_strip->setPages(other);
    QCOMPARE(m_strip->currentPage(), m_pages[4].id);
    QCOMPARE(m_strip->chosenPages(), QList<PageId>{m_pages[4].id});
    QCOMPARE(changed.size(), 0);
    other.removeFirst();
    m_strip->setPages(other);
    QVERIFY(m_strip->currentPage().isNull());
    QCOMPARE(changed.size(), 1);
}

void TestThumbnailStrip::dragsIntoOrder_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("isAfter");
    QTest::addColumn<int>("to");
    QTest::newRow("to the front") << 2 << 0 << false << 0;
    QTest::newRow("behind the next") << 0 << 1 << true << 1;
    QTest::newRow("to the end") << 1 << 5 << true << 5;
    QTest::newRow("end of the first line") << 5 << 2 << true << 3;
    QTest::newRow("before itself") << 2 << 2 << false << -1;
    QTest::newRow("behind itself") << 2 << 2 << true << -1;
}

void TestThumbnailStrip::dragsIntoOrder()
{
    QFETCH(int, from);
    QFETCH(int, row);
    QFETCH(bool, isAfter);
    QFETCH(int, to);
    // Three pages a line.
    QVERIFY(leftOf(2).y() == leftOf(0).y() && leftOf(3).y() > leftOf(0).y());
    QSignalSpy moved(m_strip.get(), &ThumbnailStrip::movedTo);
    QMimeData data;
    data.setData(u"application/x-onehall-page"_s, m_pages[from].id.bytes());
    drop(data, isAfter ? rightOf(row) : leftOf(row));
    QCOMPARE(moved.size(), to < 0 ? 0 : 1);
    if (to >= 0)
        QCOMPARE(moved.first(), (QVariantList{from, to}));
}

void TestThumbnailStrip::takesDroppedFiles()
{
    QSignalSpy dropped(m_strip.get(), &ThumbnailStrip::filesDropped);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(u"/scans/一.jpg"_s), QUrl(u"mailto:somebody"_s),
                   QUrl::fromLocalFile(u"/scans/b.pdf"_s)});
    drop(files, leftOf(0));
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.first()[0].toStringList(),
             (QStringList{u"/scans/一.jpg"_s, u"/scans/b.pdf"_s}));
    QMimeData text;
    text.setText(u"nothing for us"_s);
    drop(text, leftOf(0));
    QMimeData strange;
    strange.setData(u"application/x-onehall-page"_s, QByteArray(16, 'z'));
    drop(strange, leftOf(0));
    QCOMPARE(dropped.size(), 1);
}

void TestThumbnailStrip::takesPastedPictureAndFiles()
{
    QSignalSpy pasted(m_strip.get(), &ThumbnailStrip::imagePasted);
    QSignalSpy dropped(m_strip.get(), &ThumbnailStrip::filesDropped);
    QApplication::clipboard()->setImage(samples::quarters({12, 8}));
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(pasted.size(), 1);
    QCOMPARE(pasted.first()[0].value<QImage>().size(), QSize(12, 8));
    auto *files = new QMimeData;
    files->setUrls({QUrl::fromLocalFile(u"/scans/a.jpg"_s)});
    QApplication::clipboard()->setMimeData(files);
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(pasted.size(), 1);
}

void TestThumbnailStrip::onlyShowsWhenNotEditable()
{
    m_strip->setEditable(false);
    QSignalSpy removed(m_strip.get(), &ThumbnailStrip::removeAsked);
    QSignalSpy dropped(m_strip.get(), &ThumbnailStrip::filesDropped);
    QSignalSpy moved(m_strip.get(), &ThumbnailStrip::movedTo);
    m_strip->setCurrentPage(m_pages[2].id);
    press(Qt::Key_Delete);
    press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(u"/scans/a.jpg"_s)});
    drop(files, leftOf(0));
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(removed.size() + dropped.size() + moved.size(), 0);
}

void TestThumbnailStrip::saysWhatAPageIs()
{
    QTRY_COMPARE(m_source->asked.size(), 2);
    m_pages[2].missing = true;
    m_pages[3].removed = true;
    m_strip->setPages(m_pages);
    QStringList said;
    for (int row = 0; row < m_pages.size(); ++row)
        said.append(m_strip->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
    QVERIFY(said[0].contains(u"身份证"_s) && said[0].contains(u"1"_s));
    QVERIFY(said[2].size() > said[0].size() && said[3].size() > said[0].size());
    QVERIFY(said[2] != said[3]);
    // What is not here is not asked for.
    m_source->answer(m_pages[0].id, samples::quarters({20, 20}));
    QTRY_COMPARE(m_source->asked.size(), 3);
    QCOMPARE(m_source->asked.last(), m_pages[3].id);
}

HALL_TEST_MAIN(QApplication, TestThumbnailStrip)
#include "tst_thumbnailstrip.moc"
