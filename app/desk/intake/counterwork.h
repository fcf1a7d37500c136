#pragma once

#include "domain/command.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace hall {

/// One chosen item of a visit as it stands on the counter's screen.
struct ItemWork
{
    QString item = {};    ///< code
    StreamId loaded = {}; ///< a case that was taken in before; null = not registered yet
    QString number = {};  ///< its intake number
    int version = 0;      ///< of its definition; 0 = the newest
    EventId seen = {};    ///< last state-changing event of its main line that the person saw
    QString summary = {};
    QList<LineCheck> lines = {};
    QList<PageRef> pages = {};
    QList<qint64> feeQuantities = {}; ///< thousandths of a unit per fee line; empty = 1 each
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] static ItemWork fromJson(const QJsonObject &object);
    friend bool operator==(const ItemWork &a, const ItemWork &b) { return a.json() == b.json(); }
};

/// Everything that a clerk has typed at the counter for one visit: what a draft keeps.
struct CounterWork
{
    VisitId visit = {};
    Applicant applicant = {};
    Agent agent = {};
    bool isRegistering = false;  ///< the applicant's fields are open, no entry was chosen
    bool isSomebodyElse = false; ///< possible duplicates were looked at and are other people
    QString search = {};         ///< what stands in the search field
    QList<ItemWork> items = {};
    int current = -1;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] static CounterWork fromJson(const QJsonObject &object);
};

} // namespace hall
