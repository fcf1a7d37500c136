#pragma once

#include "domain/result.h"

#include <QString>

#include <functional>

namespace hall {

class CentreDatabase;

struct ExportReport
{
    qint64 events = 0;
    qint64 heads = 0;
    qint64 pages = 0;
    qint64 refused = 0;
};

/// Writes everything of a centre into an empty folder in open forms, readable only by its owner:
///   journal.jsonl  one event a line in the town's order: {"pos", "stream", "kind", "hash",
///   "chain",
///                  "townChain", "envelope": {…}, "body": {…} | null}; envelope and body are the
///                  very bytes that the hashes run over
///   cases.csv      one stream a line with what lists show of it (UTF-8 with BOM, for a
///   spreadsheet) refused.jsonl  what was offered and not taken pages/ab/…     each page's bytes,
///   named by its SHA-256 status.json, SHA256SUMS (of all files but the pages, which carry theirs
///   in their names)
/// FileNotWritten (detail = file) when the folder is not empty or cannot be written.
[[nodiscard]] Result<ExportReport> exportCentre(CentreDatabase &centre, const QString &folder,
                                                const std::function<void(qint64)> &progress);

} // namespace hall
