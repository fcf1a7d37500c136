#include "sqlwords.h"

#include <QJsonDocument>

namespace hall::lockstep {

using namespace Qt::StringLiterals;

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray bytea(const QByteArray &bytes)
{
    return "\\x" + bytes.toHex();
}

QString hexIn(const QByteArray &field)
{
    return QString::fromLatin1(field.mid(2));
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject objectIn(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QByteArray uuidText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces).toLatin1();
}

QString statusWord(HelloStatus status)
{
    switch (status) {
    case HelloStatus::Ok:
        return u"ok"_s;
    case HelloStatus::Fork:
        return u"fork"_s;
    case HelloStatus::Clone:
        return u"clone"_s;
    case HelloStatus::Closed:
        return u"closed"_s;
    case HelloStatus::TooOld:
        break;
    }
    return u"tooOld"_s;
}

QString departments(QStringList scopes)
{
    for (const QString &office : {u"hall"_s, u"clerk"_s, u"manager"_s})
        scopes.removeAll(office);
    if (scopes.contains("*"_L1))
        return u"*"_s; // whatever else stands beside it
    scopes.sort();
    return scopes.join(u' ');
}

QStringList listIn(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &one : value.toArray())
        list.append(one.toString());
    return list;
}

QString wordOf(const FeedEntry &entry)
{
    const QString at = u"%1 %2 "_s.arg(entry.pos).arg(int(entry.kind));
    if (entry.kind == FeedKind::PageReady)
        return at + QString::fromLatin1(entry.envelope);
    if (entry.kind != FeedKind::Event)
        return at + entry.stream.text() + u' ' + entry.scope;
    return at
        + QStringList{entry.stream.text(), hex(entry.chain), QString::fromUtf8(entry.envelope),
                      QString::fromUtf8(entry.body), hex(entry.mac)}
              .join(u' ');
}

QString wordOf(const QList<QByteArray> &row)
{
    const auto text = [&row](PullColumn column) { return QString::fromUtf8(row.at(column)); };
    const QString at = text(Pos) + u' ' + text(Kind) + u' ';
    const int kind = row.at(Kind).toInt();
    if (kind == int(FeedKind::PageReady))
        return at + text(Envelope);
    if (kind != int(FeedKind::Event))
        return at + text(Stream) + u' ' + text(Scope);
    return at
        + QStringList{text(Stream), hexIn(row.at(Chain)), text(Envelope), text(Body),
                      hexIn(row.at(Mac))}
              .join(u' ');
}

QString sortedLines(QStringList lines)
{
    lines.sort();
    lines.removeDuplicates();
    return lines.join(u'\n');
}

QJsonObject formOf(const OfferedEvent &offer)
{
    QJsonArray pages;
    for (const CarriedPage &page : offer.pages)
        pages.append(QJsonArray{hex(page.sha), page.size});
    return {{u"s"_s, offer.serial},
            {u"e"_s, QString::fromUtf8(offer.envelope)},
            {u"b"_s, QString::fromUtf8(offer.body)},
            {u"m"_s, hex(offer.mac)},
            {u"p"_s, pages},
            {u"n"_s, QJsonArray::fromStringList(offer.numbers)}};
}

QString stateWord(const SnapshotRow &row)
{
    return QStringList{row.stream.text(),
                       QString::number(row.pos),
                       row.state,
                       QString::fromUtf8(row.envelope),
                       QString::fromUtf8(row.body),
                       hex(row.chain),
                       hex(row.mac),
                       row.isOpen ? QString() : QString::fromUtf8(compact(row.head))}
        .join(u' ');
}

QString stateWord(const QList<QByteArray> &row, bool isOpen)
{
    return QStringList{QString::fromUtf8(row.at(0)),
                       QString::fromUtf8(row.at(5)),
                       QString::fromUtf8(row.at(4)),
                       QString::fromUtf8(row.at(6)),
                       QString::fromUtf8(row.at(7)),
                       hexIn(row.at(8)),
                       hexIn(row.at(9)),
                       isOpen ? QString() : QString::fromUtf8(compact(objectIn(row.at(3))))}
        .join(u' ');
}

} // namespace hall::lockstep
