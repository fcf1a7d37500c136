#pragma once

#include "desk/setup/publishing.h"
#include "domain/clock.h"
#include "domain/result.h"

#include <QFuture>
#include <QString>

namespace hall {

class Store;

/// What the first start asks for an own hall.
struct OwnHall
{
    QString name = {};
    QString region = {};        ///< nine digits, 441900113
    QString organWord = {};     ///< the word in its document numbers; empty = the name
    QString administrator = {}; ///< sign-in name: 2–20 small letters and figures
    QString administratorName = {};
    QString password = {};
    QString window = {}; ///< this machine's window, A01; also names the station
    QString windowName = {};
};

/// First start: makes the hall that everything else works in, once, in one transaction.
class SetupDesk
{
public:
    SetupDesk(Store &store, IdSource &ids);

    /// True as long as the store holds no hall.
    [[nodiscard]] bool isNeeded() const;

    /// Publishes the shipped sample hall. RuleBroken when there is a hall already.
    [[nodiscard]] QFuture<Result<Done>> makeSampleHall();

    /// A hall with one general department and window, its administrator, the shipped definitions
    /// and the calendar; departments, items and people follow by import. Errors: those of check().
    [[nodiscard]] QFuture<Result<Done>> makeOwnHall(const OwnHall &hall);

    /// FieldMissing or NumberCharacters (detail = field), NumberLength, NumberRegionUnknown for the
    /// region, PasswordTooShort.
    [[nodiscard]] static Result<Done> check(const OwnHall &hall);

private:
    Store &m_store;
    IdSource &m_ids;
};

} // namespace hall
