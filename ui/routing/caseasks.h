#pragma once

#include "domain/casefile.h"
#include "domain/command.h"
#include "domain/reference.h"

#include <QCoreApplication>

#include <functional>

class QWidget;

namespace hall {

struct PageContext;

/// What is asked before a clerk's act on a case, the same on every page. Each shows its dialog over
/// `page` and returns at once.
class CaseAsks
{
    Q_DECLARE_TR_FUNCTIONS(CaseAsks)
public:
    using Ground = std::function<void(const QString &ground)>;
    static void withdrawal(QWidget *page, const QString &number, const Reference &reference,
                           const Ground &take);
    static void lapse(QWidget *page, const QString &number, const Reference &reference,
                      const Ground &take);
    /// A typing error after registration; the new value is checked as it was at the first typing.
    static void edit(QWidget *page, const CaseFile &file, const PageContext &context,
                     const std::function<void(const EditField &edit)> &take);
};

} // namespace hall
