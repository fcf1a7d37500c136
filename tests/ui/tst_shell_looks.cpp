#include "shellfixture.h"

#include "ui/shared/decision.h"
#include "ui/shared/idnumberedit.h"
#include "ui/shared/light.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/moneyedit.h"
#include "ui/shared/phoneedit.h"
#include "ui/shared/rowtable.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/changepassworddialog.h"
#include "ui/shell/keyssheet.h"
#include "ui/shell/printersdialog.h"

#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <cmath>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

struct Line
{
    Light light = Light::Green;
    QString number = {};
    QString name = {};
    QString item = {};
    QString fee = {};
};

/// One of everything that ui/shared offers, to be looked at.
class GalleryPage : public Page
{
public:
    explicit GalleryPage(const PageContext &context)
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        const QStringList sentences{u"已保存。"_s, u"材料已全部收齐，可以受理。"_s,
                                    u"还有 1 项材料待判断。"_s,
                                    u"校验码显示有一位数字输错，请再核对一遍证件。"_s};
        const Tone tones[]{Tone::Info, Tone::Success, Tone::Warning, Tone::Problem};
        for (int i = 0; i < 4; ++i) {
            auto *strip = new MessageStrip(this);
            layout->addWidget(strip);
            strip->say(tones[i], sentences.at(i),
                       i == 3 ? StripAction{.text = u"重新输入"_s, .run = [] {}} : StripAction{});
        }
        auto *form = new QFormLayout;
        form->setLabelAlignment(Qt::AlignRight);
        auto *number = new IdNumberEdit(this);
        number->setRules([&context]() -> const RegionTable & { return context.shell.regions(); },
                         QDate(2026, 11, 22));
        number->setText(u"441900199001019999"_s);
        form->addRow(u"证件"_s, number);
        auto *phone = new PhoneEdit(this);
        phone->setText(u"1381234567"_s);
        form->addRow(u"电话"_s, phone);
        auto *money = new MoneyEdit(this);
        money->setMoney(Money(123450));
        form->addRow(u"金额"_s, money);
        layout->addLayout(form);
        auto *lights = new QHBoxLayout;
        for (const Light light :
             {Light::Grey, Light::Blue, Light::Green, Light::Yellow, Light::Red, Light::RedBar}) {
            auto *badge = new LightBadge(this);
            badge->setLight(light);
            lights->addWidget(badge);
        }
        lights->addStretch();
        auto *primary = new QPushButton(u"受理 (F4)"_s);
        primary->setProperty("kind", u"primary"_s);
        auto *danger = new QPushButton(u"不予受理"_s);
        danger->setProperty("kind", u"danger"_s);
        auto *off = new QPushButton(u"打印"_s);
        off->setEnabled(false);
        for (QPushButton *button : {primary, danger, new QPushButton(u"一次性告知"_s), off})
            lights->addWidget(button);
        layout->addLayout(lights);
        m_model = new RowModel<Line>(columns(), this);
        m_model->setRows({{Light::Green, u"441900113-20261122-A07-0001-3"_s, u"张三丰"_s,
                           u"食品经营许可（新办）"_s, u"80.00"_s},
                          {Light::Yellow, u"441900113-20261122-A07-0002-1"_s,
                           u"东莞市大朗毛织有限公司"_s, u"建设工程规划许可证核发"_s, u"1,250.00"_s},
                          {Light::RedBar, u"441900113-20261122-A07-0003-8"_s, u"李四"_s,
                           u"户外广告设置许可"_s, u"—"_s}});
        auto *table = new RowTable(this);
        table->setRowModel(m_model);
        table->goToRow(1);
        auto *empty = new RowTable(this);
        m_none = new RowModel<Line>(columns(), this);
        empty->setRowModel(m_none);
        empty->setEmptyText(u"没有等待补正的申请"_s, u"发出补正告知后，案件会在这里等待申请人。"_s);
        layout->addWidget(table, 1);
        layout->addWidget(empty, 1);
    }
    [[nodiscard]] QString pageTitle() const override { return u"样式一览"_s; }

private:
    static QList<RowColumn<Line>> columns()
    {
        return {{.title = u"灯"_s,
                 .text = [](const Line &row) { return LightText::word(row.light); },
                 .shape = {.characters = 12, .isLight = true},
                 .extra =
                     [](const Line &row, int role) {
                         return role == LightRole ? QVariant(int(row.light)) : QVariant();
                     }},
                {.title = u"收件编号"_s,
                 .text = [](const Line &row) { return row.number; },
                 .shape = {.characters = 30}},
                {.title = u"申请人"_s,
                 .text = [](const Line &row) { return row.name; },
                 .shape = {.characters = 16, .takesRest = true}},
                {.title = u"事项"_s,
                 .text = [](const Line &row) { return row.item; },
                 .shape = {.characters = 20, .takesRest = true}},
                {.title = u"费用"_s,
                 .text = [](const Line &row) { return row.fee; },
                 .shape = {.characters = 10, .isRightAligned = true}}};
    }
    RowModel<Line> *m_model = nullptr;
    RowModel<Line> *m_none = nullptr;
};

double luminance(const QColor &colour)
{
    const auto linear
        = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a) + 0.05;
    const double lb = luminance(b) + 0.05;
    return std::max(la, lb) / std::min(la, lb);
}

} // namespace

/// Every page of the shell in both languages and both looks. With HALL_SHOTS set, the pictures are
/// kept there for people to look at.
class TestShellLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrast_data();
    void contrast();
    void pages_data();
    void pages();

private:
    void keep(QWidget *widget, const QString &name) const;
    QString m_tag;
};

void TestShellLooks::contrast_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestShellLooks::contrast()
{
    QFETCH(bool, isDark);
    const ThemeColours c = themeColours(isDark ? Look::Dark : Look::Light);
    // WCAG AA: 4.5 for text. The boundaries of fields need 3 at the focus, which is the accent.
    for (const QColor &ground : {c.window, c.base, c.rail, c.alternate, c.accentSoft})
        QVERIFY2(::contrast(c.text, ground) >= 7.0, qPrintable(ground.name()));
    for (const QColor &ground : {c.window, c.base, c.rail})
        QVERIFY2(::contrast(c.muted, ground) >= 4.5, qPrintable(ground.name()));
    QVERIFY(::contrast(c.onAccent, c.accent) >= 4.5);
    QVERIFY(::contrast(c.accent, c.base) >= 3.0);
    for (const auto &[ink, ground] :
         {std::pair(c.bad, c.base), std::pair(c.warning, c.warningSoft), std::pair(c.good, c.base)})
        QVERIFY2(::contrast(ink, ground) >= 4.5, qPrintable(ink.name()));
}

void TestShellLooks::pages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("theme");
    QTest::newRow("zh-light") << u"zh_CN"_s << u"light"_s;
    QTest::newRow("zh-dark") << u"zh_CN"_s << u"dark"_s;
    QTest::newRow("en-light") << u"en"_s << u"light"_s;
    QTest::newRow("en-dark") << u"en"_s << u"dark"_s;
}

void TestShellLooks::pages()
{
    QFETCH(QString, language);
    QFETCH(QString, theme);
    m_tag = QString::fromLatin1(QTest::currentDataTag());
    ShellFixture shell;
    shell.registry.add(
        {.id = u"gallery"_s,
         .title = [] { return u"样式"_s; },
         .icon = u"report"_s,
         .roles = {Role::Clerk},
         .make = [](const PageContext &context) { return new GalleryPage(context); }});
    shell.settings.set(Setting::Language, language);
    shell.settings.set(Setting::Theme, theme);
    shell.languages.apply(language);
    applyTheme(*qApp, lookFromWord(theme));
    VERIFY_OK(shell.open(false));
    MainWindow *window = shell.window.get();
    window->resize(1280, 800);
    keep(window, u"start-choice"_s);
    shell.find<QPushButton>("ownHallButton")->click();
    shell.find<QLineEdit>("regionEdit")->setText(u"441900113"_s);
    shell.find<QPushButton>("makeHallButton")->click();
    keep(window, u"start-own"_s);
    VERIFY_OK(await(shell.setup->makeSampleHall()));
    QTRY_VERIFY(!shell.setup->isNeeded());
    window->enter(*shell.place, *shell.sessions, *shell.setup);
    shell.find<QLineEdit>("memberEdit")->setText(u"cz01"_s);
    keep(window, u"signin"_s);
    shell.find<MessageStrip>("messageStrip")->say(Error{.kind = ErrorKind::WrongPassword});
    keep(window, u"signin-wrong"_s);
    shell.find<QLineEdit>("passwordEdit")->setText(samplePassword());
    shell.find<QPushButton>("signInButton")->click();
    QTRY_COMPARE(shell.find<QStackedWidget>("stepStack")->currentWidget()->objectName(),
                 u"choiceStep"_s);
    keep(window, u"signin-window"_s);
    shell.find<QPushButton>("beginButton")->click();
    QTRY_VERIFY(window->workbench());
    window->workbench()->goTo(u"gallery"_s);
    keep(window, u"work"_s);
    KeysSheet keys(u"收件受理"_s, {{u"F4"_s, u"受理"_s}, {u"Ctrl+Enter"_s, u"保存"_s}}, nullptr);
    keys.setAttribute(Qt::WA_DeleteOnClose, false);
    keep(&keys, u"keys"_s);
    PrintersDialog printers(*shell.sessions, shell.settings);
    printers.setAttribute(Qt::WA_DeleteOnClose, false);
    QTRY_VERIFY(printers.findChild<QComboBox *>()->count() > 1);
    keep(&printers, u"printers"_s);
    AboutDialog about(u"A01"_s);
    about.setAttribute(Qt::WA_DeleteOnClose, false);
    keep(&about, u"about"_s);
    ChangePasswordDialog change(*shell.sessions, u"cz01"_s);
    change.setAttribute(Qt::WA_DeleteOnClose, false);
    keep(&change, u"password"_s);
    confirm(window,
            {.title = u"不予受理"_s,
             .question = u"不予受理这项申请？"_s,
             .consequence = u"申请人将收到不予受理决定书，并写明救济途径。"_s,
             .yes = u"不予受理"_s,
             .isDangerous = true,
             .reasonLabel = u"理由"_s,
             .phrases = {u"不属于本中心办理范围"_s}},
            {});
    auto *decision = window->findChild<QDialog *>(u"decisionDialog"_s);
    QVERIFY(decision);
    keep(decision, u"decision"_s);
    decision->reject();
    window->lock();
    keep(window, u"lock"_s);
    window->showTrouble({.kind = ErrorKind::StoreDamaged}, u"/srv/onehall/store"_s);
    keep(window, u"trouble"_s);
}

void TestShellLooks::keep(QWidget *widget, const QString &name) const
{
    widget->show();
    QVERIFY(QTest::qWaitForWindowExposed(widget));
    // Wrapped labels settle in a second round of layout.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QImage picture = widget->grab().toImage();
    QVERIFY(picture.width() > 100);
    // A page that forgot to paint is of one colour.
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 5) {
        for (int x = 0; x < picture.width(); x += 3)
            colours.insert(picture.pixel(x, y));
    }
    QVERIFY(colours.size() > 8);
    const QString folder = qEnvironmentVariable("HALL_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QVERIFY(picture.save(u"%1/%2-%3.png"_s.arg(folder, name, m_tag)));
}

HALL_TEST_MAIN(QApplication, TestShellLooks)
#include "tst_shell_looks.moc"
