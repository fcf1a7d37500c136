#include "ui/admin/templatewords.h"

#include <QRegularExpression>

#include <array>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// A fragment and the sentence for it; the sentence takes what the fragment captured.
struct Words
{
    const char16_t *pattern;
    const char *sentence;
};

// What the XML reader says comes last: it takes any other line.
constexpr std::array table{
    Words{uR"(^line (\d+): \{\{/(.*)\}\} closes nothing$)",
          QT_TRANSLATE_NOOP("TemplateWords",
                            "Line %1: {{/%2}} ends a part that was never begun. Write {{#%2}} "
                            "before it, or remove it.")},
    Words{uR"(^line (\d+): \{\{/(.*)\}\} closes \{\{#(.*)\}\}$)",
          QT_TRANSLATE_NOOP("TemplateWords",
                            "Line %1: {{/%2}} stands where {{/%3}} should: parts must end in the "
                            "order in which they began.")},
    Words{uR"(^line (\d+): \{\{#(.*)\}\} is not closed$)",
          QT_TRANSLATE_NOOP("TemplateWords",
                            "Line %1: {{#%2}} begins a part that never ends. Write {{/%2}} behind "
                            "it.")},
    Words{uR"(^line (\d+): unknown filter (.*)$)",
          QT_TRANSLATE_NOOP("TemplateWords",
                            "Line %1: there is no form called “%2”. Use date, datetime, day, time, "
                            "minute, money, capitals, count, yesno or blank.")},
    Words{uR"(^line (\d+): unknown field (.*)$)",
          QT_TRANSLATE_NOOP("TemplateWords",
                            "Line %1: this paper has no field “%2”. Compare the spelling with the "
                            "bundled template.")},
    Words{uR"(^(a) \{\{ without its \}\}$)",
          QT_TRANSLATE_NOOP("TemplateWords", "A {{ has no }} behind it.")},
    Words{uR"(^unknown element <(.*)>$)",
          QT_TRANSLATE_NOOP("TemplateWords", "There is no tag <%1>.")},
    Words{uR"(^<(.*)> does not belong into <(.*)>$)",
          QT_TRANSLATE_NOOP("TemplateWords", "The tag <%1> cannot stand inside <%2>.")},
    Words{uR"(^unknown attribute (.*) of <(.*)>$)",
          QT_TRANSLATE_NOOP("TemplateWords", "The tag <%2> knows no “%1”.")},
    Words{uR"(^(the root) is not <paper>$)",
          QT_TRANSLATE_NOOP("TemplateWords",
                            "The whole text must stand between <paper …> and </paper>.")},
    Words{uR"(^(the margins) leave less than 60 mm$)",
          QT_TRANSLATE_NOOP("TemplateWords",
                            "The margins leave less than 60 mm for the text. Make them smaller.")},
    Words{uR"(^line (\d+): (.*)$)",
          QT_TRANSLATE_NOOP("TemplateWords",
                            "Line %1: the tags do not fit together. Every <tag> needs its </tag>, "
                            "one inside the other (%2).")},
};

} // namespace

QString TemplateWords::sentence(const QString &problem)
{
    for (const Words &words : table) {
        const QRegularExpressionMatch found
            = QRegularExpression(QString::fromUtf16(words.pattern)).match(problem);
        if (!found.hasMatch())
            continue;
        QString sentence = tr(words.sentence);
        for (int i = 1; i <= found.lastCapturedIndex(); ++i)
            sentence.replace(u"%%1"_s.arg(i), found.captured(i));
        return sentence;
    }
    return problem;
}

int TemplateWords::line(const QString &problem)
{
    static const QRegularExpression place(u"^line (\\d+):"_s);
    return place.match(problem).captured(1).toInt();
}

} // namespace hall
