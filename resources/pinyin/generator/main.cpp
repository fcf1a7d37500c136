// Writes the table of pinyin initials. All numbers big-endian.
//   "HPY1"
//   u32 ranges:     u32 first code point, u32 count, count bytes: letter a-z, or 0 = no reading
//   u32 polyphones: u32 code point, u8 n, n letters (the table's own one is among them, first)
//   u32 surnames:   u8 n characters, n × u32 code point, n letters
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

struct Entry
{
    std::vector<UChar32> characters;
    std::string letters;
};

class Output
{
public:
    void u8(std::size_t value) { m_bytes += static_cast<char>(value); }
    void u32(std::size_t value)
    {
        for (int shift = 24; shift >= 0; shift -= 8)
            u8((value >> shift) & 0xff);
    }
    void text(const std::string &text) { m_bytes += text; }
    void save(const std::string &path) const
    {
        std::ofstream file(path, std::ios::binary);
        file << m_bytes;
        if (!file.flush())
            throw std::runtime_error("cannot write " + path);
    }

private:
    std::string m_bytes;
};

class Readings
{
public:
    Readings()
    {
        UErrorCode status = U_ZERO_ERROR;
        m_toLatin.reset(icu::Transliterator::createInstance("Han-Latin; NFD; [:Mn:] Remove; Lower",
                                                            UTRANS_FORWARD, status));
        if (U_FAILURE(status))
            throw std::runtime_error(u_errorName(status));
    }

    /// The first letter of the reading, 0 if ICU has none.
    [[nodiscard]] char initial(UChar32 character) const
    {
        icu::UnicodeString text(character);
        m_toLatin->transliterate(text);
        const char16_t first = text.charAt(0);
        return first >= u'a' && first <= u'z' ? static_cast<char>(first) : '\0';
    }

private:
    std::unique_ptr<icu::Transliterator> m_toLatin;
};

/// Lines of "characters letters"; empty lines and what follows a # are passed over.
std::vector<Entry> entriesOf(const std::string &path)
{
    std::ifstream file(path);
    if (!file)
        throw std::runtime_error("cannot read " + path);
    std::vector<Entry> entries;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line.substr(0, line.find('#')));
        std::string characters;
        Entry entry;
        if (!(words >> characters >> entry.letters))
            continue;
        const auto text = icu::UnicodeString::fromUTF8(characters);
        for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
            entry.characters.push_back(text.char32At(at));
        entries.push_back(std::move(entry));
    }
    return entries;
}

void writeRanges(Output &out, const Readings &readings)
{
    // CJK ideographs, extension A, compatibility ideographs, extensions B to F.
    const std::vector<std::pair<UChar32, UChar32>> ranges
        = {{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x2EBE0}};
    out.u32(ranges.size());
    for (const auto &[first, last] : ranges) {
        out.u32(static_cast<std::size_t>(first));
        out.u32(static_cast<std::size_t>(last - first + 1));
        for (UChar32 character = first; character <= last; ++character)
            out.u8(static_cast<std::size_t>(readings.initial(character)));
    }
}

void writePolyphones(Output &out, const Readings &readings, const std::vector<Entry> &entries)
{
    out.u32(entries.size());
    for (const Entry &entry : entries) {
        if (entry.characters.size() != 1)
            throw std::runtime_error("a polyphone is one character: " + entry.letters);
        const char own = readings.initial(entry.characters.front());
        std::string letters(own != '\0' ? 1 : 0, own);
        for (const char letter : entry.letters) {
            if (letters.find(letter) == std::string::npos)
                letters += letter;
        }
        out.u32(static_cast<std::size_t>(entry.characters.front()));
        out.u8(letters.size());
        out.text(letters);
    }
}

void writeSurnames(Output &out, const std::vector<Entry> &entries)
{
    out.u32(entries.size());
    for (const Entry &entry : entries) {
        if (entry.characters.size() != entry.letters.size())
            throw std::runtime_error("one letter for each character: " + entry.letters);
        out.u8(entry.characters.size());
        for (const UChar32 character : entry.characters)
            out.u32(static_cast<std::size_t>(character));
        out.text(entry.letters);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 4) {
        std::cerr << "usage: hall_pinyin_generator POLYPHONES SURNAMES OUTPUT\n";
        return 2;
    }
    try {
        const Readings readings;
        Output out;
        out.text("HPY1");
        writeRanges(out, readings);
        writePolyphones(out, readings, entriesOf(argv[1]));
        writeSurnames(out, entriesOf(argv[2]));
        out.save(argv[3]);
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
