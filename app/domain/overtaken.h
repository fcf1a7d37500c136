#pragma once

#include "domain/casefile.h"

namespace hall {

// What a timer's act left behind when a person's earlier act overtook it; for fold.cpp.

/// Papers that the timer's act brought forth document nothing any more: those that nobody has
/// printed are not printed, the others are said to be superseded. Slips among them: settleSlips().
void supersede(CaseFile &file, const EventId &timer);
/// Of an overtaken slip and the one that took its place a person owes one: that which is paid, else
/// the newer. Money on both, or for nothing, goes back through the refund tray.
void settleSlips(CaseFile &file);

} // namespace hall
