#include "domain/sha256.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <array>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#include <immintrin.h>
#define HALL_HAS_SHA_INSTRUCTIONS
#endif

namespace hall {

namespace {

#ifdef HALL_HAS_SHA_INSTRUCTIONS

constexpr size_t blockSize = 64;
using State = std::array<quint32, 8>;

// FIPS 180-4 section 4.2.2.
alignas(16) constexpr std::array<quint32, 64> constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

__attribute__((target("ssse3"))) inline __m128i words(const void *at)
{
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    return _mm_shuffle_epi8(_mm_loadu_si128(static_cast<const __m128i *>(at)), bigEndian);
}

/// The instructions keep the state as ABEF and CDGH, and do two rounds each.
__attribute__((target("sha,sse4.1,ssse3"))) void addBlocks(State &state, const char *data,
                                                           size_t count)
{
    auto *low = reinterpret_cast<__m128i *>(state.data());
    __m128i *high = low + 1;
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(low), 0xB1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(high), 0x1B);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
    for (; count > 0; --count, data += blockSize) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i w[4] = {words(data), words(data + 16), words(data + 32), words(data + 48)};
        for (size_t i = 0; i < 16; ++i) {
            const auto *k = reinterpret_cast<const __m128i *>(constants.data() + 4 * i);
            __m128i sum = _mm_add_epi32(w[i % 4], _mm_load_si128(k));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            sum = _mm_shuffle_epi32(sum, 0x0E);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, sum);
            const __m128i &last = w[(i + 3) % 4];
            const __m128i mixed = _mm_add_epi32(_mm_sha256msg1_epu32(w[i % 4], w[(i + 1) % 4]),
                                                _mm_alignr_epi8(last, w[(i + 2) % 4], 4));
            w[i % 4] = _mm_sha256msg2_epu32(mixed, last); // of the round after the next three
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128(low, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128(high, _mm_alignr_epi8(dchg, feba, 8));
}

bool hasInstructions()
{
    static const bool has = [] {
        constexpr unsigned int shaBit = 1U << 29U; // leaf 7, ebx
        unsigned int eax = 0;
        unsigned int ebx = 0;
        unsigned int ecx = 0;
        unsigned int edx = 0;
        if (__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) == 0)
            return false;
        return (ebx & shaBit) != 0 && __builtin_cpu_supports("sse4.1") != 0;
    }();
    return has;
}

QByteArray byInstructions(QByteArrayView bytes)
{
    State state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const auto size = static_cast<size_t>(bytes.size());
    const size_t whole = size / blockSize;
    addBlocks(state, bytes.data(), whole);
    // The rest, one bit, zeros, and the length in bits in the last eight bytes.
    std::array<char, 2 * blockSize> end{};
    const size_t rest = size % blockSize;
    if (rest > 0)
        std::memcpy(end.data(), bytes.data() + whole * blockSize, rest);
    end[rest] = '\x80';
    const size_t blocks = rest + 9 > blockSize ? 2 : 1;
    qToBigEndian(quint64(size) * 8, end.data() + blocks * blockSize - 8);
    addBlocks(state, end.data(), blocks);
    QByteArray digest(32, Qt::Uninitialized);
    for (size_t i = 0; i < state.size(); ++i)
        qToBigEndian(state[i], digest.data() + 4 * i);
    return digest;
}

#endif

} // namespace

QByteArray sha256(QByteArrayView bytes)
{
#ifdef HALL_HAS_SHA_INSTRUCTIONS
    if (hasInstructions())
        return byInstructions(bytes);
#endif
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
}

} // namespace hall
