#pragma once

#include "domain/id.h"

#include <QJsonObject>
#include <QString>

namespace hall {

/// Who applies, as a case keeps it (its own snapshot; the directory is a projection of these).
/// `idKind` is a certificate code of the GA/T family ("111") or "USCC"; numbers are in normal form.
struct Applicant
{
    ApplicantId id = {};
    int kind = 1;              ///< GB/T 39046: 1 person, 2 enterprise … 6 other organisation
    QString name = {};
    QString idKind = {};
    QString idNumber = {};
    QString phone = {};
    QString address = {};
    QString legalName = {};     ///< legal representative of an organisation (法定代表人)
    QString legalIdNumber = {};
    QString overrideReason = {}; ///< why a number that a check refused was taken all the same
    [[nodiscard]] bool isPerson() const { return kind == 1; }
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] static Applicant fromJson(const QJsonObject &object);
    friend bool operator==(const Applicant &, const Applicant &) = default;
};

/// Who acts for the applicant (代办人), with the authority letter.
struct Agent
{
    QString name = {};
    QString idKind = {};
    QString idNumber = {};
    QString phone = {};
    QString authority = {};
    [[nodiscard]] bool isEmpty() const { return name.isEmpty(); }
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] static Agent fromJson(const QJsonObject &object);
    friend bool operator==(const Agent &, const Agent &) = default;
};

} // namespace hall
