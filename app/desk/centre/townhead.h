#pragma once

#include "domain/id.h"
#include "domain/localtext.h"
#include "domain/reference.h"

#include <QJsonObject>
#include <QString>

namespace hall {

/// What the centre tells of a case that `find` gave: no page, no opinion, only where it stands.
struct TownHead
{
    StreamId stream = {};
    QString number = {};
    QString applicant = {};
    QString idNumber = {};
    QString phone = {};
    QString itemCode = {};
    LocalText itemName = {};
    LocalText stateName = {};
    QString dept = {}; ///< department that has it in hand
    LocalText deptName = {};
    bool isOpen = true;
    bool isHere = false; ///< this machine has it: it opens as any other
};

/// `answer` = one object of CentreLink::find(). Names that this reference does not know stay as
/// codes.
[[nodiscard]] TownHead townHead(const QJsonObject &answer, const Reference &reference);

} // namespace hall
