#pragma once

#include "model/storyquery.h"
#include "sidebar/sidebarnode.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QStringList>

#include <functional>

// The front page; the places stories are listed by: everything, the smart folders; then the feeds
// in their folders, and the watched folders, each under a heading. What changes in the library
// changes here in place: rows come, go and move, and keep their selection meanwhile. Until the
// library has told its smart folders there are those that every library begins with.
class SidebarModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using Kind = SidebarNode::Kind;
    enum Role {
        KindRole = Qt::UserRole,
        CountRole,
        CountWordsRole, // Empty for none.
        IconRole, // The name of one of our icons; empty for a feed.
        PictureRole, // The name of a feed's own icon; may be empty.
        DepthRole, // How many folders stand around it.
        FailedRole,
        PausedRole
    };

    explicit SidebarModel(QObject *parent = nullptr);
    ~SidebarModel() override;

    void setCounts(const StoryCounts &counts);
    void setSmartFolders(const QList<SmartFolder> &folders);
    void setStories(SmartFolderId folder, int stories);
    // What a built-in one is called that nobody has given a name.
    static QString usualName(SmartFolder::BuiltIn builtIn);
    void setFolders(const QStringList &folders); // Those that are watched.
    void setTree(const FeedTree &tree);
    // Says in words what is wrong with a feed and what can be done about it.
    using FailureWords = std::function<QString(const FeedFailure &)>;
    void setFailureWords(const FailureWords &words) { m_failureWords = words; }

    // What a row lists; the whole library for rows that list nothing.
    [[nodiscard]] StoryQuery query(const QModelIndex &index) const;
    // The row that lists this, whatever words it searches for; invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(const StoryQuery &query) const;
    [[nodiscard]] QModelIndex indexOf(const FeedNode &node) const;
    [[nodiscard]] QModelIndex indexOf(SmartFolderId folder) const;
    [[nodiscard]] QModelIndex frontPage() const { return index(0); }
    [[nodiscard]] QModelIndex everything() const { return index(1); }
    [[nodiscard]] const SidebarNode &node(const QModelIndex &index) const;
    // None of its two for rows that are neither feed nor folder.
    [[nodiscard]] FeedNode feedNode(const QModelIndex &index) const;
    // None for other rows.
    [[nodiscard]] SmartFolderId smartFolder(const QModelIndex &index) const;
    // A feed, or all below a folder, in their order; of neither of the two: all there are.
    [[nodiscard]] QList<Feed> feedsOf(const FeedNode &node) const;
    [[nodiscard]] QList<Feed> feeds() const { return feedsOf({}); }
    // The same without copies: there may be thousands.
    void visit(const FeedNode &node, const std::function<void(const Feed &)> &visitor) const;
    // The next feed below a row, going round, that has unread stories; invalid when none has.
    [[nodiscard]] QModelIndex nextUnread(const QModelIndex &from) const;
    [[nodiscard]] QList<FeedFolder> folders() const; // Depth first.
    // A tree was taken once.
    [[nodiscard]] bool answered() const { return m_answered; }
    // Asks to move a feed or either kind of folder by so many places among its siblings.
    void askToMove(const QModelIndex &index, int by);

    QModelIndex index(int row, int column = 0, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    // Somebody wants it so: the model itself follows what the library says.
    void renameAsked(const FeedNode &node, const QString &title);
    void moveAsked(const QList<FeedNode> &nodes, FeedFolderId into, int position);
    void smartRenameAsked(SmartFolderId folder, const QString &title);
    void smartMoveAsked(SmartFolderId folder, int position);
    void arranged(); // A tree was taken.

private:
    using Node = SidebarNode;
    using Children = QHash<FeedFolderId, QList<FeedNode>>;

    [[nodiscard]] Node *nodeAt(const QModelIndex &index) const;
    [[nodiscard]] Node *find(const FeedNode &id) const;
    [[nodiscard]] QModelIndex indexOf(const Node *node) const;
    static constexpr int smartRow = 2; // Where smart folders begin.
    [[nodiscard]] int smartEnd() const; // The row behind the last smart folder.
    void placeSmart(int row, const SmartFolder &folder);
    static bool isSame(const SmartFolder &present, const SmartFolder &folder);
    [[nodiscard]] int feedsRow() const; // Where feeds begin on top.
    [[nodiscard]] int feedsEnd() const; // The row behind the last of them.
    Node *append(Kind kind);
    void appendBuiltIns();
    void insert(Node *parent, int row, std::vector<std::unique_ptr<Node>> nodes);
    void take(Node *parent, int first, int last);
    void move(Node *node, Node *parent, int row);
    void forget(const Node &node);
    static void number(Node &parent, int from);

    // The steps of setTree().
    void takeVanished(Node *parent, const QHash<FeedId, const Feed *> &feeds,
                      const QHash<FeedFolderId, const FeedFolder *> &folders);
    void place(Node *parent, int first, const QList<FeedNode> &wanted);
    void takeSurplus(const Children &children);
    void renew(Node *parent, const QHash<FeedId, const Feed *> &feeds,
               const QHash<FeedFolderId, const FeedFolder *> &folders);
    void offerToSubscribe(bool wanted);

    bool renameSmart(Node &node, const QString &title);
    static QString usualIcon(SmartFolder::BuiltIn builtIn);
    [[nodiscard]] QString text(const Node &node) const;
    [[nodiscard]] QString iconName(const Node &node) const;
    [[nodiscard]] int count(const Node &node) const;
    [[nodiscard]] QString countWords(const Node &node) const;
    [[nodiscard]] QString toolTip(const Node &node) const;
    [[nodiscard]] QString spoken(const Node &node) const;
    [[nodiscard]] QString trouble(const Node &node) const;
    [[nodiscard]] bool standsIn(const Node *node, const Node *folder) const;

    std::unique_ptr<Node> m_root;
    QHash<qint64, Node *> m_nodes; // Of feeds and folders.
    StoryCounts m_counts;
    FailureWords m_failureWords;
    bool m_answered = false;
};
