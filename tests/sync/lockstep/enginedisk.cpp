#include "enginedisk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace hall::lockstep {

using namespace Qt::StringLiterals;

namespace {

void copyFiles(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + file.mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        QFile::remove(target);
        if (!QFile::copy(file, target))
            qFatal("a disk cannot be copied: %s", qPrintable(file));
    }
}

} // namespace

EngineDiskPtr copyOf(const EngineDisk &disk)
{
    auto copy = std::make_shared<EngineDisk>();
    copyFiles(disk.folder.path(), copy->folder.path());
    copy->written = disk.written;
    copy->attached = disk.attached;
    copy->keys = disk.keys;
    copy->personScopes = disk.personScopes;
    return copy;
}

void carrySecondFile(const EngineDisk &from, EngineDisk &to)
{
    for (const QString &name : {u"safety.log"_s, u"safety.prev.log"_s}) {
        QFile::remove(to.path(name));
        if (QFile::exists(from.path(name)))
            QFile::copy(from.path(name), to.path(name));
    }
    copyFiles(from.path(u"pages"_s), to.path(u"pages"_s));
    to.written += from.written;
    to.attached += from.attached;
    to.keys.insert(from.keys);
    to.personScopes.insert(from.personScopes);
}

} // namespace hall::lockstep
