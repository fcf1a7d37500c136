#pragma once

#include "domain/calendar.h"
#include "domain/catalogue.h"
#include "domain/definition.h"
#include "domain/roles.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QTime>

#include <memory>

namespace hall {

struct Department
{
    QString code = {};
    LocalText name = {};
    QString status = {};    ///< stationed, centre, not_stationed_2012
    QString organWord = {}; ///< the word in its document numbers (朗房)
    QString phone = {};
    QString note = {};
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] static Department fromJson(const QJsonObject &object);
};

/// A window (窗口) on the ground floor.
struct Window
{
    QString code = {}; ///< three characters, A07
    LocalText name = {};
    QStringList depts = {}; ///< departments served; a general window serves several
    bool isCashier = false;
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] static Window fromJson(const QJsonObject &object);
};

struct StaffMember
{
    QString code = {}; ///< sign-in name, e.g. "cz01"
    QString name = {};
    QString cardNumber = {}; ///< officer's card (执法证), for site visits
    QString phone = {};
    QString window = {}; ///< usual window of a clerk or cashier
    QList<Post> posts = {};
    bool isDisabled = false;
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] static StaffMember fromJson(const QJsonObject &object);
};

/// The hall itself and its settings.
struct HallInfo
{
    QString name = {};      ///< 大朗镇行政服务中心
    QString region = {};    ///< nine digits, 441900113
    QString organ = {};     ///< the organ in heads of papers
    QString organWord = {}; ///< 大朗行政服务
    QString address = {};
    QString phone = {};
    QString supervisionPhone = {};
    QString payeeAccount = {}; ///< for payment notices
    QTime opens = QTime(8, 30);
    QTime closes = QTime(17, 30);
    int correctionDays = 15; ///< working days that an applicant has to correct (local setting)
    int deliveryDays = 10;   ///< permit law art. 44
    bool isSample = false;   ///< every paper carries 样例
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] static HallInfo fromJson(const QJsonObject &object);
};

/// A day on which the hall is closed (or open) against the national calendar, by local order.
struct LocalDay
{
    QDate date = {};
    bool isOff = true;
    QString reason = {};
    QString author = {};
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] static LocalDay fromJson(const QJsonObject &object);
};

/// All reference data of the hall as one value: a projection of the hall stream, replaced as a
/// whole when something is published. Lookups answer nullptr when there is no such code.
class Reference
{
public:
    HallInfo hall = {};
    QMap<QString, Department> departments = {};
    QMap<QString, Window> windows = {};
    QMap<QString, StaffMember> staff = {};
    QMap<QString, ItemDef> items = {}; ///< newest version by code
    Definitions definitions = {};
    QMap<QDate, LocalDay> localDays = {};
    QMap<QString, QStringList> phrases = {};  ///< opinion phrases by role word
    QMap<QString, QByteArray> templates = {}; ///< paper code → own template; absent = bundled
    WorkingCalendar calendar = {};            ///< national days with the local ones

    [[nodiscard]] const Department *department(const QString &code) const;
    [[nodiscard]] const Window *window(const QString &code) const;
    [[nodiscard]] const StaffMember *member(const QString &code) const;
    [[nodiscard]] const ItemDef *item(const QString &code) const;
    /// A case's item in both languages: what the case pinned in Chinese, and the English of the
    /// newest version; Chinese twice where the item is unknown here.
    [[nodiscard]] LocalText itemName(const QString &code, const QString &pinned) const;
    /// Name of a person, or the code where the person is unknown here.
    [[nodiscard]] QString staffName(const QString &code) const;
    [[nodiscard]] QString departmentName(const QString &code,
                                         QLocale::Language language = QLocale::Chinese) const;
};

using ReferencePtr = std::shared_ptr<const Reference>;

} // namespace hall
