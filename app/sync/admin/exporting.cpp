#include "sync/admin/exporting.h"

#include "sync/admin/centredatabase.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int batch = 5000;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Keys of a head that become columns, in this order.
const QStringList &headColumns()
{
    static const QStringList keys{u"number"_s,   u"item"_s,       u"itemVersion"_s, u"dept"_s,
                                  u"workflow"_s, u"definition"_s, u"applicant"_s,   u"name"_s,
                                  u"idNumber"_s, u"phone"_s};
    return keys;
}

/// A file that remembers its own SHA-256.
class Sheet
{
public:
    explicit Sheet(const QString &path)
        : m_file(path)
    {
    }
    bool open()
    {
        return m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
            && m_file.setPermissions(ownerOnly);
    }
    bool write(const QByteArray &bytes)
    {
        m_hash.addData(bytes);
        return m_file.write(bytes) == bytes.size();
    }
    bool close()
    {
        const bool isFlushed = m_file.flush();
        m_file.close();
        return isFlushed && m_file.error() == QFileDevice::NoError;
    }
    [[nodiscard]] QByteArray sum() const { return m_hash.result().toHex(); }
    [[nodiscard]] QString name() const { return m_file.fileName(); }

private:
    QFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

QByteArray journalLine(const JournalRow &row)
{
    return "{\"pos\":" + QByteArray::number(row.pos) + ",\"stream\":\"" + row.stream.text().toUtf8()
        + "\",\"kind\":\"" + streamWord(row.kind).toUtf8() + "\",\"hash\":\"" + row.hash.toHex()
        + "\",\"chain\":\"" + row.chain.toHex() + "\",\"townChain\":\"" + row.townChain.toHex()
        + "\",\"envelope\":" + row.envelope
        + ",\"body\":" + (row.body.isEmpty() ? QByteArray("null") : row.body) + "}\n";
}

QByteArray csvField(const QString &text)
{
    QByteArray field = text.toUtf8();
    // A spreadsheet would take these for a formula.
    if (!field.isEmpty() && QByteArrayView("=+-@\t").contains(field.at(0)))
        field.prepend('\'');
    return '"' + field.replace('"', "\"\"") + '"';
}

QByteArray headLine(const HeadRow &row)
{
    const QJsonObject head = QJsonDocument::fromJson(row.head).object();
    QByteArray line = row.stream.text().toUtf8() + ',' + streamWord(row.kind).toUtf8() + ','
        + (row.isOpen ? "open" : "closed") + ',' + csvField(row.state) + ','
        + QByteArray::number(row.pos);
    for (const QString &key : headColumns())
        line += ',' + csvField(head.value(key).toVariant().toString());
    return line + "\r\n";
}

QByteArray refusedLine(const RefusedRow &row)
{
    return QJsonDocument(QJsonObject{{u"id"_s, row.id},
                                     {u"atMs"_s, row.atMs},
                                     {u"role"_s, row.role},
                                     {u"code"_s, row.code},
                                     {u"reason"_s, row.reason},
                                     {u"raw"_s, QString::fromUtf8(row.raw)}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

class Export
{
public:
    Export(CentreDatabase &centre, const QString &folder)
        : m_centre(centre)
        , m_folder(folder)
    {
    }

    Result<ExportReport> run(const std::function<void(qint64)> &progress)
    {
        if (!m_folder.mkpath(u"."_s) || !m_folder.isEmpty())
            return failed(m_folder.path());
        QFile::setPermissions(m_folder.path(), ownerOnly | QFileDevice::ExeOwner);
        const Result<Done> written = status()
                                         .andThen([&](Done) { return journal(progress); })
                                         .andThen([&](Done) { return heads(); })
                                         .andThen([&](Done) { return refused(); })
                                         .andThen([&](Done) { return pages(); })
                                         .andThen([&](Done) { return sums(); });
        if (!written.ok())
            return written.error();
        return m_report;
    }

private:
    [[nodiscard]] static Error failed(const QString &path)
    {
        return {ErrorKind::FileNotWritten, path};
    }

    /// Pages of rows out of the centre, lines into a sheet. `next` answers rows after the newest
    /// one.
    template <class Next, class Line>
    Result<Done> lines(const QString &name, const QByteArray &first, Next next, Line line)
    {
        Sheet sheet(m_folder.filePath(name));
        if (!sheet.open() || !sheet.write(first))
            return failed(sheet.name());
        for (;;) {
            const auto rows = next();
            if (!rows.ok())
                return rows.error();
            for (const auto &row : rows.value()) {
                if (!sheet.write(line(row)))
                    return failed(sheet.name());
            }
            if (rows.value().size() < batch)
                break;
        }
        if (!sheet.close())
            return failed(sheet.name());
        m_sums += sheet.sum() + "  " + name.toUtf8() + '\n';
        return Done{};
    }

    Result<Done> status()
    {
        const Result<QJsonObject> status = m_centre.status();
        if (!status.ok())
            return status.error();
        return whole(u"status.json"_s, QJsonDocument(status.value()).toJson());
    }

    Result<Done> whole(const QString &name, const QByteArray &bytes)
    {
        Sheet sheet(m_folder.filePath(name));
        if (!sheet.open() || !sheet.write(bytes) || !sheet.close())
            return failed(sheet.name());
        m_sums += sheet.sum() + "  " + name.toUtf8() + '\n';
        return Done{};
    }

    Result<Done> journal(const std::function<void(qint64)> &progress)
    {
        qint64 after = 0;
        return lines(
            u"journal.jsonl"_s, {}, [&] { return m_centre.events(after, batch); },
            [&](const JournalRow &row) {
                after = row.pos;
                if (++m_report.events % batch == 0)
                    progress(after);
                return journalLine(row);
            });
    }

    Result<Done> heads()
    {
        StreamId after;
        const QByteArray first = "\xEF\xBB\xBFstream,kind,open,state,pos,"
            + headColumns().join(u',').toUtf8() + "\r\n";
        return lines(
            u"cases.csv"_s, first, [&] { return m_centre.heads(after, batch); },
            [&](const HeadRow &row) {
                after = row.stream;
                ++m_report.heads;
                return headLine(row);
            });
    }

    Result<Done> refused()
    {
        qint64 after = 0;
        return lines(
            u"refused.jsonl"_s, {}, [&] { return m_centre.refused(after, batch); },
            [&](const RefusedRow &row) {
                after = row.id;
                ++m_report.refused;
                return refusedLine(row);
            });
    }

    Result<Done> pages()
    {
        QByteArray after;
        for (;;) {
            const Result<QList<PageRow>> rows = m_centre.pages(after, batch);
            if (!rows.ok())
                return rows.error();
            for (const PageRow &row : rows.value()) {
                after = row.sha;
                const Result<Done> written = row.isComplete ? page(row) : Done{};
                if (!written.ok())
                    return written;
            }
            if (rows.value().size() < batch)
                return Done{};
        }
    }

    Result<Done> page(const PageRow &row)
    {
        const QString name = QString::fromLatin1(row.sha.toHex());
        const QString folder = u"pages/"_s + name.left(2);
        Sheet sheet(m_folder.filePath(folder + u'/' + name));
        if (!m_folder.mkpath(folder) || !sheet.open())
            return failed(sheet.name());
        for (int n = 0; n < row.pieces; ++n) {
            const Result<QByteArray> piece = m_centre.pagePiece(row.sha, n);
            if (!piece.ok())
                return piece.error();
            if (!sheet.write(piece.value()))
                return failed(sheet.name());
        }
        if (!sheet.close() || sheet.sum() != row.sha.toHex())
            return failed(sheet.name());
        ++m_report.pages;
        return Done{};
    }

    Result<Done> sums() { return whole(u"SHA256SUMS"_s, m_sums); }

    CentreDatabase &m_centre;
    QDir m_folder;
    QByteArray m_sums;
    ExportReport m_report;
};

} // namespace

Result<ExportReport> exportCentre(CentreDatabase &centre, const QString &folder,
                                  const std::function<void(qint64)> &progress)
{
    return Export(centre, folder).run(progress);
}

} // namespace hall
