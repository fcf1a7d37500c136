#include "ui/admin/postsbox.h"

#include "desk/admin/staffdesk.h"
#include "ui/admin/adminpage.h"
#include "ui/admin/admintext.h"
#include "ui/shared/roletext.h"
#include "ui_postsbox.h"

namespace hall {

PostsBox::PostsBox(QWidget *parent)
    : QGroupBox(parent)
    , m_ui(std::make_unique<Ui::PostsBox>())
{
    m_ui->setupUi(this);
    m_ui->postList->setMaximumHeight(120);
    connect(m_ui->addPostButton, &QPushButton::clicked, this, &PostsBox::add);
    connect(m_ui->removePostButton, &QPushButton::clicked, this, &PostsBox::remove);
    connect(m_ui->roleBox, &QComboBox::currentIndexChanged, this, [this] {
        const auto role = static_cast<Role>(m_ui->roleBox->currentData().toInt());
        m_ui->deptBox->setDisabled(StaffDesk::isHallRole(role));
    });
    for (int role = int(Role::Clerk); role <= int(Role::Administrator); ++role)
        m_ui->roleBox->addItem(RoleText::word(static_cast<Role>(role)), role);
}

PostsBox::~PostsBox() = default;

void PostsBox::setReference(ReferencePtr reference)
{
    m_reference = std::move(reference);
    m_ui->deptBox->clear();
    for (const Department &department : m_reference->departments)
        m_ui->deptBox->addItem(inOwnLanguage(department.name), department.code);
}

void PostsBox::setPosts(const QList<Post> &posts)
{
    m_posts = posts;
    list();
}

QStringList PostsBox::codes() const
{
    QStringList codes;
    for (const Post &post : m_posts)
        codes.append(post.code());
    return codes;
}

void PostsBox::setCodes(const QStringList &codes)
{
    m_posts.clear();
    for (const QString &code : codes) {
        if (const std::optional<Post> post = Post::fromCode(code))
            m_posts.append(*post);
    }
    list();
}

void PostsBox::add()
{
    const auto role = static_cast<Role>(m_ui->roleBox->currentData().toInt());
    const Post post{.role = role,
                    .dept = StaffDesk::isHallRole(role) ? QString()
                                                        : m_ui->deptBox->currentData().toString()};
    if (m_posts.contains(post))
        return;
    m_posts.append(post);
    list();
    Q_EMIT changed();
}

void PostsBox::remove()
{
    const int row = m_ui->postList->currentRow();
    if (row < 0)
        return;
    m_posts.removeAt(row);
    list();
    Q_EMIT changed();
}

void PostsBox::list()
{
    m_ui->postList->clear();
    for (const Post &post : m_posts)
        m_ui->postList->addItem(AdminText::postText(post, *m_reference));
    m_ui->postList->setCurrentRow(int(m_posts.size()) - 1);
    m_ui->removePostButton->setEnabled(!m_posts.isEmpty());
}

} // namespace hall
