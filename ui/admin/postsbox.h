#pragma once

#include "domain/reference.h"

#include <QGroupBox>
#include <QStringList>

#include <memory>

namespace hall {

namespace Ui {
class PostsBox;
}

/// The posts of a person: the list, and role and department of one to add.
class PostsBox : public QGroupBox
{
    Q_OBJECT
public:
    explicit PostsBox(QWidget *parent = nullptr);
    ~PostsBox() override;

    /// Departments and words come from here; call it again when they have changed.
    void setReference(ReferencePtr reference);
    void setPosts(const QList<Post> &posts);
    [[nodiscard]] const QList<Post> &posts() const { return m_posts; }
    [[nodiscard]] QStringList codes() const; ///< as in events, for carrying them over
    void setCodes(const QStringList &codes);

Q_SIGNALS:
    void changed(); ///< by the person

private:
    void add();
    void remove();
    void list();

    std::unique_ptr<Ui::PostsBox> m_ui;
    ReferencePtr m_reference;
    QList<Post> m_posts;
};

} // namespace hall
