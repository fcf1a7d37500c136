// The Chinese texts are complete: held against what lupdate finds in the sources now.
#include "translationfile.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hall::architecture;

class TestTranslations : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_complaints;

    [[nodiscard]] static QList<TranslatedText> texts(const QString &fileName)
    {
        QFile file(fileName);
        return file.open(QIODevice::ReadOnly) ? readTranslations(file.readAll())
                                              : QList<TranslatedText>();
    }

    [[nodiscard]] static QList<TranslatedText> committed(const QString &language)
    {
        return texts(QStringLiteral(HALL_SOURCE_DIR "/translations/onehall_%1.ts").arg(language));
    }

    /// The texts of the sources now; `more`: further arguments of lupdate.
    [[nodiscard]] QList<TranslatedText> inSources(const QString &name, const QStringList &more)
    {
        const QString fileName = m_folder.filePath(name + u".ts"_s);
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(HALL_SOURCE_DIR));
        lupdate.start(QStringLiteral(HALL_LUPDATE),
                      QStringList{u"-silent"_s, u"-locations"_s, u"none"_s, u"-I"_s, u"."_s,
                                  u"-I"_s, u"app"_s}
                          + more
                          + QStringList{u"app"_s, u"ui"_s, u"forms"_s, u"-source-language"_s,
                                        u"en"_s, u"-target-language"_s, u"zh_CN"_s, u"-ts"_s,
                                        fileName});
        if (!lupdate.waitForFinished(120000) || lupdate.exitCode() != 0)
            return {};
        // "unknown class": its texts would be looked up under another name at run time
        m_complaints = QString::fromUtf8(lupdate.readAllStandardError()).trimmed();
        return texts(fileName);
    }

    static void expectSame(const QList<TranslatedText> &now, const QList<TranslatedText> &committed)
    {
        QSet<QString> wanted;
        QSet<QString> here;
        for (const TranslatedText &text : now)
            wanted.insert(text.key());
        for (const TranslatedText &text : committed)
            here.insert(text.key());
        expectNone((wanted - here).values(), u"not in the .ts file (./run translations)"_s);
        expectNone((here - wanted).values(), u"no longer in the sources (./run translations)"_s);
    }

    /// Lists what is wrong, one message each, for QtTest cuts long ones.
    static void expectNone(QStringList bad, const QString &why)
    {
        bad.sort();
        for (const QString &line : std::as_const(bad))
            qWarning("%s", qPrintable(line));
        QVERIFY2(bad.isEmpty(), qPrintable(u"%1 texts are %2"_s.arg(bad.size()).arg(why)));
    }

    static void expectComplete(const QList<TranslatedText> &texts)
    {
        QStringList faults;
        for (const TranslatedText &text : texts) {
            const QString fault = faultOf(text);
            if (!fault.isEmpty())
                faults.append(u"%1: %2: %3"_s.arg(text.context, text.source, fault));
        }
        expectNone(faults, u"not complete"_s);
    }

private Q_SLOTS:
    void chinese_has_every_text_of_the_sources()
    {
        const QList<TranslatedText> now = inSources(u"now"_s, {});
        QVERIFY2(now.size() > 20, "lupdate found no texts");
        expectNone(m_complaints.split(u'\n', Qt::SkipEmptyParts), u"complained of by lupdate"_s);
        expectSame(now, committed(u"zh_CN"_s));
    }

    void english_has_every_plural_of_the_sources()
    {
        expectSame(inSources(u"plurals"_s, {u"-pluralonly"_s}), committed(u"en"_s));
    }

    void chinese_is_complete() { expectComplete(committed(u"zh_CN"_s)); }
    void english_plurals_are_complete() { expectComplete(committed(u"en"_s)); }

    void faults_are_seen_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("translation");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("fine") << u"&Save %1"_s << u"保存 %1(&S)"_s << true;
        QTest::newRow("number lost") << u"Save %1"_s << u"保存"_s << false;
        QTest::newRow("number added") << u"Save"_s << u"保存 %1"_s << false;
        QTest::newRow("mnemonic lost") << u"&Save"_s << u"保存"_s << false;
        QTest::newRow("an and is no mnemonic") << u"A && B"_s << u"甲和乙"_s << true;
        QTest::newRow("empty") << u"Save"_s << u" "_s << false;
    }
    void faults_are_seen()
    {
        QFETCH(QString, source);
        QFETCH(QString, translation);
        QFETCH(bool, isFine);
        const QByteArray xml
            = u"<TS><context><name>A</name><message><source>%1</source><translation>%2</translation></message></context></TS>"_s
                  .arg(source.toHtmlEscaped(), translation.toHtmlEscaped())
                  .toUtf8();
        const QList<TranslatedText> texts = readTranslations(xml);
        QCOMPARE(texts.size(), 1);
        QCOMPARE(texts.first().source, source);
        QCOMPARE(faultOf(texts.first()).isEmpty(), isFine);
    }

    void unfinished_and_plural_forms_are_read()
    {
        const QList<TranslatedText> texts = readTranslations(
            "<TS><context><name>A</name><message numerus=\"yes\"><source>%n pages</source>"
            "<translation><numerusform>one page</numerusform><numerusform></numerusform>"
            "</translation></message><message><source>b</source><translation type=\"unfinished\">"
            "x</translation></message></context></TS>");
        QCOMPARE(texts.size(), 2);
        QCOMPARE(faultOf(texts[0]), u"empty"_s);
        QCOMPARE(faultOf(texts[1]), u"not translated"_s);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
