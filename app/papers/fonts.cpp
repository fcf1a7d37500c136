#include "papers/fonts.h"

#include "papers/units.h"

#include <QFontDatabase>

#include <array>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// Windows first, then Debian. The one place that names a font family.
const QStringList &songFamilies()
{
    static const QStringList names{u"SimSun"_s, u"NSimSun"_s, u"AR PL UMing CN"_s};
    return names;
}

const QStringList &heiFamilies()
{
    static const QStringList names{u"SimHei"_s, u"Microsoft YaHei"_s, u"WenQuanYi Zen Hei"_s,
                                   u"WenQuanYi Micro Hei"_s};
    return names;
}

// For what the document fonts lack, above all Extension B in names. The SC face by name: without it
// the system may choose the Japanese forms.
const QStringList &rareFamilies()
{
    static const QStringList names{u"SimSun-ExtB"_s, u"Noto Serif CJK SC"_s, u"Noto Sans CJK SC"_s,
                                   u"HanaMinB"_s};
    return names;
}

QStringList installed(const QStringList &wanted)
{
    static const QStringList all = QFontDatabase::families();
    QStringList found;
    for (const QString &name : wanted) {
        if (all.contains(name))
            found.append(name);
    }
    return found;
}

QStringList chain(const QStringList &first, const QStringList &second)
{
    return installed(first) + installed(second) + installed(rareFamilies());
}

} // namespace

QStringList faceFamilies(Face face)
{
    static const QStringList song = chain(songFamilies(), heiFamilies());
    static const QStringList hei = chain(heiFamilies(), songFamilies());
    return face == Face::Song ? song : hei;
}

QFont paperFont(Face face, double points)
{
    QFont font;
    const QStringList families = faceFamilies(face);
    if (!families.isEmpty())
        font.setFamilies(families);
    font.setPixelSize(qRound(points * unitsPerPoint));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QStringList missingFonts()
{
    struct Role
    {
        QString name = {};
        QStringList families = {};
    };
    const std::array roles{Role{u"宋体"_s, songFamilies()}, Role{u"黑体"_s, heiFamilies()},
                           Role{u"生僻字"_s, rareFamilies()}};
    QStringList missing;
    for (const Role &role : roles) {
        if (installed(role.families).isEmpty())
            missing.append(role.name + u": "_s + role.families.join(u" / "_s));
    }
    return missing;
}

} // namespace hall
