#include "store/pagestore.h"

#include "store/durable.h"
#include "store/store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shaSize = 32;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Error injectedFault()
{
    return {ErrorKind::StoreFailed, u"injected fault"_s};
}

} // namespace

PageStore::PageStore(QString folder, FaultPlan *faults, std::function<qint64()> freeBytes)
    : m_folder(std::move(folder))
    , m_faults(faults)
    , m_freeBytes(std::move(freeBytes))
{
}

QString PageStore::path(const QByteArray &sha) const
{
    const QString name = QString::fromLatin1(sha.toHex());
    return m_folder + u'/' + name.left(2) + u'/' + name;
}

bool PageStore::has(const QByteArray &sha) const
{
    return sha.size() == shaSize && QFile::exists(path(sha));
}

Result<Done> PageStore::remove(const QByteArray &sha) const
{
    if (!has(sha))
        return Done{};
    if (m_faults && m_faults->strikes())
        return injectedFault();
    return eraseFile(path(sha));
}

Result<QByteArray> PageStore::put(const QByteArray &bytes) const
{
    if (bytes.isEmpty())
        return Error{ErrorKind::FileEmpty};
    if (bytes.size() > maxPage)
        return Error{ErrorKind::FileTooLarge, QString::number(bytes.size())};
    const QByteArray sha = sha256(bytes);
    // A damaged file of that name is written again: these are the right bytes.
    if (has(sha) && read(sha).ok())
        return sha;
    if (!QDir().mkpath(QFileInfo(path(sha)).absolutePath()))
        return Error{ErrorKind::StoreFailed, u"page folder"_s};
    const qint64 free = m_freeBytes ? m_freeBytes() : freeBytes(m_folder);
    if (free < storeReserve + bytes.size())
        return Error{ErrorKind::DiskFull, QString::number(free)};
    const QString target = path(sha);
    const QString part = target + u'.' + QUuid::createUuid().toString(QUuid::Id128) + u".part"_s;
    Result<Done> done = write(bytes, part);
    if (done.ok() && m_faults && m_faults->strikes())
        done = injectedFault();
    if (done.ok())
        done = moveIntoPlace(part, target);
    if (!done.ok()) {
        QFile::remove(part);
        return done.error();
    }
    flushFolder(m_folder);
    return sha;
}

Result<Done> PageStore::write(const QByteArray &bytes, const QString &target) const
{
    if (m_faults && m_faults->strikes())
        return injectedFault();
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return Error{ErrorKind::StoreFailed, file.errorString()};
    if (file.write(bytes) != bytes.size())
        return Error{ErrorKind::DiskFull, file.errorString()};
    if (m_faults && m_faults->strikes())
        return injectedFault();
    const Result<Done> flushed = flushToDisk(file);
    if (!flushed.ok() && flushed.error().kind == ErrorKind::SafetyFile)
        return Error{ErrorKind::StoreFailed, flushed.error().detail};
    return flushed;
}

Result<QByteArray> PageStore::read(const QByteArray &sha) const
{
    QFile file(path(sha));
    if (sha.size() != shaSize || !file.exists())
        return Error{ErrorKind::NotFound, u"page"_s};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::FileUnreadable, file.errorString()};
    const QByteArray bytes = file.readAll();
    if (sha256(bytes) != sha)
        return Error{ErrorKind::FileUnreadable, u"hash"_s};
    return bytes;
}

} // namespace hall
