#include "text/programtext.h"

namespace hall {

QString ProgramText::purpose()
{
    return tr("OneHall, the workstation of a town's service hall.");
}

QString ProgramText::storeOption()
{
    return tr("Folder of the store to work on.");
}

QString ProgramText::connectOption()
{
    return tr("Connection file of a hall's centre, to join it with this store.");
}

QString ProgramText::languageOption()
{
    return tr("zh_CN or en.");
}

QString ProgramText::themeOption()
{
    return tr("light or dark.");
}

QString ProgramText::alreadyRunning()
{
    return tr("OneHall already works on this store: its window was brought to the front.");
}

} // namespace hall
