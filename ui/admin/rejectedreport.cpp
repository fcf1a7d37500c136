#include "ui/admin/rejectedreport.h"

#include "ui/admin/admintext.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QByteArray rejectedReport(const QList<RejectedRow> &rows)
{
    QString text = QChar(QChar::ByteOrderMark) + u"file,line,column,reason\r\n"_s;
    for (const RejectedRow &row : rows)
        text += quoted(row.file) + u',' + QString::number(row.line) + u',' + quoted(row.column)
            + u',' + quoted(AdminText::sentence(row)) + u"\r\n"_s;
    return text.toUtf8();
}

} // namespace hall
