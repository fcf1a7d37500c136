#include "translationfile.h"

#include <QDomDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hall::architecture {
namespace {

QStringList placesIn(const QString &text)
{
    static const QRegularExpression place(u"%(?:n|L?[0-9]+)"_s);
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places.append(match.next().captured());
    places.sort();
    places.removeDuplicates();
    return places;
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression mnemonic(u"(?<!&)&[^& ]"_s);
    return text.contains(mnemonic);
}

TranslatedText readMessage(const QString &context, const QDomElement &message)
{
    const QDomElement translation = message.firstChildElement(u"translation"_s);
    TranslatedText text{.context = context,
                        .source = message.firstChildElement(u"source"_s).text(),
                        .comment = message.firstChildElement(u"comment"_s).text(),
                        .translations = {},
                        .isFinished = !translation.hasAttribute(u"type"_s)};
    const QDomNodeList forms = translation.elementsByTagName(u"numerusform"_s);
    for (int i = 0; i < forms.size(); ++i)
        text.translations.append(forms.at(i).toElement().text());
    if (forms.isEmpty())
        text.translations.append(translation.text());
    return text;
}

} // namespace

QList<TranslatedText> readTranslations(const QByteArray &xml)
{
    QList<TranslatedText> texts;
    QDomDocument document;
    if (!document.setContent(xml))
        return texts;
    for (QDomElement context = document.documentElement().firstChildElement(u"context"_s);
         !context.isNull(); context = context.nextSiblingElement(u"context"_s)) {
        const QString name = context.firstChildElement(u"name"_s).text();
        for (QDomElement message = context.firstChildElement(u"message"_s); !message.isNull();
             message = message.nextSiblingElement(u"message"_s))
            texts.append(readMessage(name, message));
    }
    return texts;
}

QString faultOf(const TranslatedText &text)
{
    if (!text.isFinished)
        return u"not translated"_s;
    for (const QString &translation : text.translations) {
        if (translation.trimmed().isEmpty())
            return u"empty"_s;
        QStringList wanted = placesIn(text.source);
        QStringList here = placesIn(translation);
        wanted.removeAll(u"%n"_s); // a plural form may say "one" in words
        here.removeAll(u"%n"_s);
        if (wanted != here)
            return u"its places (%1) differ from the source's (%2)"_s.arg(here.join(u' '),
                                                                          wanted.join(u' '));
        if (hasMnemonic(text.source) && !hasMnemonic(translation))
            return u"the mnemonic (&) is lost"_s;
    }
    return {};
}

} // namespace hall::architecture
