#pragma once

#include <QKeySequence>
#include <QLabel>

namespace hall {

/// The name of a key drawn as a key cap, beside what it does.
class KeyHint : public QLabel
{
    Q_OBJECT
public:
    explicit KeyHint(QWidget *parent = nullptr);
    explicit KeyHint(const QString &keys, QWidget *parent = nullptr);
};

} // namespace hall
