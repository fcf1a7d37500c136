#include "baton.h"

#include "seats.h"
#include "stage.h"

#include <QJsonDocument>
#include <QTest>

#include <array>
#include <cstdio>

#include <unistd.h>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 15 * 60 * 1000; // a seat may wait for the whole day of another
constexpr int pieceBytes = 65536;
const QString turnKey = u"turn"_s;

} // namespace

Baton::Baton(QString seat)
    : m_seat(std::move(seat))
{
    if (isAlone())
        return;
    m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Baton::read);
}

void Baton::read()
{
    std::array<char, pieceBytes> piece{};
    const ssize_t count = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (count <= 0) {
        m_isCutOff = true;
        m_notifier->setEnabled(false);
        return;
    }
    m_bytes.append(piece.data(), count);
    for (qsizetype end = m_bytes.indexOf('\n'); end >= 0; end = m_bytes.indexOf('\n')) {
        m_passed.append(QJsonDocument::fromJson(m_bytes.first(end)).object());
        m_bytes.remove(0, end + 1);
    }
}

bool Baton::take(const QString &staff, QJsonObject &state)
{
    ++m_turn;
    if (isAlone() || seatOf(staff) == m_seat)
        return true;
    const bool came
        = QTest::qWaitFor([this] { return m_isCutOff || !m_passed.isEmpty(); }, patienceMs);
    if (!came || m_passed.isEmpty())
        throw Stopped{u"%1 waits for %2 in vain"_s.arg(m_seat, staff)};
    state = m_passed.takeFirst();
    if (state.value(turnKey).toInt() != m_turn)
        throw Stopped{u"%1 is in another turn than the hall"_s.arg(m_seat)};
    return false;
}

void Baton::pass(const QJsonObject &state)
{
    if (isAlone())
        return;
    QJsonObject passed = state;
    passed.insert(turnKey, m_turn);
    QByteArray line = mark.toByteArray() + QJsonDocument(passed).toJson(QJsonDocument::Compact);
    line += '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

} // namespace hall::journeys
