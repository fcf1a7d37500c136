#pragma once

#include "domain/calendar.h"
#include "domain/reference.h"
#include "domain/result.h"
#include "store/connection.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace hall {

struct Event;

/// The type of every event of the hall stream. Body: {"kind", "code", "data": object | null}; null
/// retires the code. Kinds and the form of their data:
///   department window staff item hall localday   json() of the value in domain/reference.h
///   definition     the definition file's object ("code", "version", …)
///   holiday-year   holidayYearJson(); code = year
///   phrases        {"list": [text …]}; code = role word
///   template       {"text": template}; code = paper code
///   setting        free; read with publishedSetting()
constexpr QLatin1StringView publishedType("published");

/// Body of a publication.
[[nodiscard]] QJsonObject publicationBody(const QString &kind, const QString &code,
                                          const QJsonObject &data);
[[nodiscard]] QJsonObject retirementBody(const QString &kind, const QString &code);
[[nodiscard]] QJsonObject holidayYearJson(const QList<HolidayRow> &days);

/// Writes what a publication says into the table `ref`. RuleBroken when the body has no kind or
/// code.
[[nodiscard]] Result<Done> storePublication(Connection &connection, const Event &event);
/// The first day whose due dates a publication may move: holidays, local days, the hall's own
/// settings (an invalid date = all). Nothing for any other kind.
[[nodiscard]] std::optional<QDate> firstMovedDay(const Event &event);
/// All of `ref` as one value.
[[nodiscard]] Result<ReferencePtr> loadReference(Connection &connection);
/// Data of a published setting; empty when there is none.
[[nodiscard]] Result<QJsonObject> publishedSetting(Connection &connection, const QString &code);

} // namespace hall
