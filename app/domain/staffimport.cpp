#include "domain/catalogueimport.h"
#include "domain/csvtable.h"

#include <QSet>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QList<Post> postsOf(CsvCells &cells, const Reference &base)
{
    QList<Post> posts;
    for (const QString &code : cells.list("posts"_L1)) {
        const std::optional<Post> post = Post::fromCode(code);
        if (!post || (!post->dept.isEmpty() && !base.departments.contains(post->dept)))
            cells.reject("posts"_L1, RowFault::UnknownCode, code);
        else
            posts.append(*post);
    }
    if (posts.isEmpty() && cells.isGood())
        cells.reject("posts"_L1, RowFault::Empty);
    return posts;
}

bool hasColumns(const CsvFile &file, StaffImport &import)
{
    const qsizetype before = import.rejected.size();
    for (const QString &column : {u"code"_s, u"name"_s, u"posts"_s}) {
        if (!file.header.isEmpty() && !file.header.contains(column))
            import.rejected.append({.file = u"staff"_s,
                                    .line = 1,
                                    .column = column,
                                    .fault = RowFault::ColumnMissing});
    }
    return import.rejected.size() == before;
}

} // namespace

StaffImport importStaff(const QByteArray &bytes, const Reference &base)
{
    StaffImport import;
    const CsvFile file = readCsv(u"staff"_s, bytes);
    import.rejected = file.rejected;
    if (!hasColumns(file, import))
        return import;
    QSet<QString> seen;
    for (const CsvRow &row : file.rows) {
        CsvCells cells(file, row, u"staff"_s, import.rejected);
        const StaffMember member{.code = cells.needed("code"_L1, 20),
                                 .name = cells.needed("name"_L1, 60),
                                 .cardNumber = cells.text("card_number"_L1),
                                 .phone = cells.text("phone"_L1),
                                 .window = cells.text("window"_L1),
                                 .posts = postsOf(cells, base)};
        if (!member.window.isEmpty() && !base.windows.contains(member.window))
            cells.reject("window"_L1, RowFault::UnknownCode, member.window);
        if (seen.contains(member.code))
            cells.reject("code"_L1, RowFault::Twice, member.code);
        seen.insert(member.code);
        if (cells.isGood())
            import.staff.append(member);
    }
    return import;
}

} // namespace hall
