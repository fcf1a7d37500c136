#pragma once

#include <QCoreApplication>
#include <QStandardPaths>
#include <QTest>

namespace hall::test {

/// What every test program sets before its application object: no display, and no file of the
/// person who runs the tests.
inline void prepare()
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("OneHall"));
    QCoreApplication::setApplicationName(QStringLiteral("onehall-test"));
}

} // namespace hall::test

/// main() of a test with windows or painting: HALL_TEST_MAIN(QApplication, TestCounter).
#define HALL_TEST_MAIN(Application, Test)                                                          \
    int main(int argc, char *argv[])                                                               \
    {                                                                                              \
        hall::test::prepare();                                                                     \
        Application application(argc, argv);                                                       \
        Test test;                                                                                 \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
