#pragma once

#include "domain/calendar.h"
#include "domain/localtext.h"
#include "domain/money.h"
#include "domain/roles.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace hall {

/// Kind of case by how it is handled (domain.md section 3): the numbers are the exchange codes.
enum class CaseType { SameDay = 1, Promised = 2, Joint = 3, SentUp = 4 };

/// A line of an item's material list.
struct MaterialDef
{
    int no = 0;
    LocalText name = {};
    QString form = {};        ///< 原件, 复印件, 核原件收复印件
    int originals = 0;        ///< due
    int copies = 0;           ///< due
    QString issuer = {};
    bool required = true;
    bool suppliedLater = false;    ///< may follow after acceptance (容缺)
    bool originalReturned = false;
    friend bool operator==(const MaterialDef &, const MaterialDef &) = default;
};

/// A step of an item: fills limit and department of its kind's definition.
struct StepDef
{
    QString code = {};        ///< ACC, REV, SUR, JOIN, SUM, DL, TL, DOC, UP, CITY, NOW, PAY, OUT
    LocalText name = {};
    QString dept = {};        ///< department code; empty = not one department (joint, town, cashier)
    int limitDays = 0;        ///< working days; 0 = by the end of the working day on which it began
    bool counts = true;       ///< inside the promise
    bool maySuspend = false;
    bool maySendBack = false;
    QString document = {};    ///< paper that the step produces, for people
    friend bool operator==(const StepDef &, const StepDef &) = default;
};

enum class FeeKind { Fixed, PerUnit, Variable };

/// A published fee line. Rates are exact: millionths of a yuan; a variable line has no rate until an
/// administrator sets one with its basis, and cannot be charged before.
struct FeeDef
{
    int no = 0;
    QString name = {};
    FeeKind kind = FeeKind::Fixed;
    std::optional<qint64> rateMicroYuan = {};
    QString unit = {};
    QString basis = {};
    QDate validFrom = {};     ///< invalid = since ever
    QDate validTo = {};       ///< invalid = no end; past it the line is not chargeable
    QString condition = {};
    QString confidence = {};
    friend bool operator==(const FeeDef &, const FeeDef &) = default;

    [[nodiscard]] bool isChargeable(QDate on) const;
    /// Rate × quantity (in thousandths of the unit), rounded half up to fen once per line.
    [[nodiscard]] Money amount(qint64 quantityMilli) const;
};

/// An item of the catalogue (事项). A case pins a copy of it (design.md section 4).
struct ItemDef
{
    QString code = {};
    int version = 1;
    QString dept = {};
    LocalText name = {};
    QString typeCode = {};        ///< GB/T 39046 item type
    QString typeName = {};
    CaseType caseType = CaseType::Promised;
    QList<int> applicantKinds = {};  ///< GB/T 39046: 1 person … 6 other organisation
    std::optional<Limit> legalLimit = {};  ///< days = 0: on the spot
    Limit promisedLimit = {};
    bool hasFee = false;
    QString result = {};
    QString workflow = {};        ///< code of the definition, W1 … W6
    bool stationed = true;        ///< handled in this hall
    QStringList jointDepts = {};
    QString theme = {};
    QString basis = {};           ///< legal basis, for guide and papers
    QString conditions = {};
    QList<MaterialDef> materials = {};
    QList<StepDef> steps = {};
    QList<FeeDef> fees = {};
    friend bool operator==(const ItemDef &, const ItemDef &) = default;

    [[nodiscard]] const StepDef *step(const QString &code) const;
    [[nodiscard]] bool isForPersons() const { return applicantKinds.contains(1); }
    [[nodiscard]] bool isForOrganisations() const
    {
        return applicantKinds.size() > (isForPersons() ? 1 : 0);
    }
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] static ItemDef fromJson(const QJsonObject &object);
};

} // namespace hall
