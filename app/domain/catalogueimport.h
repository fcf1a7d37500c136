#pragma once

#include "domain/csv.h"
#include "domain/reference.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace hall {

/// The CSV files of a catalogue (domain.md section 10; resources/reference/sample shows the
/// columns). An empty one leaves that part of the hall as it is. Items that a file does not name
/// are not touched; `materials`, `steps` and `fees` replace the whole list of each item that they
/// name.
struct CatalogueFiles
{
    QByteArray departments = {};
    QByteArray windows = {};
    QByteArray items = {};
    QByteArray materials = {};
    QByteArray steps = {};
    QByteArray fees = {};
    QByteArray guide = {}; ///< theme, legal basis, conditions
    QByteArray joint = {}; ///< joint departments of 联办件
};

struct CatalogueImport
{
    QList<Department> departments = {};
    QList<Window> windows = {};
    /// Complete items; the version is one more than the hall's where something differs.
    QList<ItemDef> items = {};
    QList<RejectedRow> rejected = {};
    /// Items left out because one of their own rows was rejected: half a list is worse than none.
    QStringList heldBack = {};
};

/// `base` = the hall as it is: codes known there may be referred to.
[[nodiscard]] CatalogueImport importCatalogue(const CatalogueFiles &files, const Reference &base);

struct StaffImport
{
    QList<StaffMember> staff = {};
    QList<RejectedRow> rejected = {};
};

/// "code,name,card_number,phone,window,posts"; posts are "HB/reviewer;HB/co_reviewer", a post of
/// the hall as a whole "/manager".
[[nodiscard]] StaffImport importStaff(const QByteArray &bytes, const Reference &base);

} // namespace hall
