#include "domain/traveldocs.h"

#include "domain/numbertext.h"

#include <QList>
#include <QRegularExpression>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

struct Shape
{
    QList<qsizetype> lengths;
    QRegularExpression prefix;
    QRegularExpression whole;
};

const Shape &shapeOf(TravelDocument::Kind kind)
{
    static const Shape chinese{
        {8, 9},
        QRegularExpression(u"^(?:[EGPSD]|1[45])"_s),
        QRegularExpression(u"^(?:[EG][0-9]{8}|E[A-HJ-NP-Z][0-9]{7}|1[45][0-9]{7}|[PSD][0-9]{7,8}"
                           "|[PSD]E[0-9]{7})$"_s)};
    static const Shape foreign{{5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18},
                               QRegularExpression(u"^"_s),
                               QRegularExpression(u"^[0-9A-Z]+$"_s)};
    static const Shape hongKongMacao{{9, 11},
                                     QRegularExpression(u"^[HM]"_s),
                                     QRegularExpression(u"^[HM][0-9]{8}(?:[0-9]{2})?$"_s)};
    static const Shape taiwan{
        {8, 10}, QRegularExpression(u"^"_s), QRegularExpression(u"^[0-9]{8}(?:[0-9]{2})?$"_s)};
    switch (kind) {
    case TravelDocument::Kind::ChinesePassport:
        return chinese;
    case TravelDocument::Kind::ForeignPassport:
        return foreign;
    case TravelDocument::Kind::HkMoPermit:
        return hongKongMacao;
    case TravelDocument::Kind::TaiwanPermit:
        break;
    }
    return taiwan;
}

} // namespace

Result<TravelDocument> TravelDocument::parse(Kind kind, const QString &text)
{
    const QString number = foldNumber(text);
    const Shape &shape = shapeOf(kind);
    if (!shape.lengths.contains(number.size()))
        return Error{ErrorKind::NumberLength};
    if (!shape.prefix.match(number).hasMatch())
        return Error{ErrorKind::NumberPrefix};
    if (!shape.whole.match(number).hasMatch())
        return Error{ErrorKind::NumberCharacters};
    return TravelDocument(kind, number);
}

QString TravelDocument::masked() const
{
    return maskedText(m_text, 2, 2);
}

} // namespace hall
