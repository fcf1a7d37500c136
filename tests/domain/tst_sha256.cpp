#include "domain/sha256.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace hall;

/// The processor's way gives what the portable way gives, at every edge of a block.
class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers();
    void everyLength();
};

void TestSha256::knownAnswers()
{
    // FIPS 180-4, examples.
    QCOMPARE(sha256({}).toHex(),
             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QCOMPARE(sha256("abc").toHex(),
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

void TestSha256::everyLength()
{
    QByteArray bytes;
    for (int size = 0; size <= 400; ++size) {
        QCOMPARE(sha256(bytes), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        bytes.append(static_cast<char>(size * 7 + 3));
    }
    const QByteArray large(300'001, 'x');
    QCOMPARE(sha256(large), QCryptographicHash::hash(large, QCryptographicHash::Sha256));
}

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
