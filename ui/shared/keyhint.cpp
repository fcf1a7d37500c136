#include "ui/shared/keyhint.h"

namespace hall {

using namespace Qt::StringLiterals;

KeyHint::KeyHint(QWidget *parent)
    : KeyHint(QString(), parent)
{
}

KeyHint::KeyHint(const QString &keys, QWidget *parent)
    : QLabel(keys, parent)
{
    setProperty("kind", u"key"_s);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
}

} // namespace hall
