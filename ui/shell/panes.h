#pragma once

#include <QList>
#include <QWidget>

class QSplitter;

// Sidebar, list and story side by side as far as there is room: a narrow window folds the sidebar
// away, a very narrow one shows one pane at a time.
class Panes : public QWidget
{
    Q_OBJECT

public:
    enum class Pane { Sidebar, List, Story };
    enum class Fold { None, Sidebar, AllButOne };

    struct Contents
    {
        QWidget *sidebar;
        QWidget *list;
        QWidget *story;
    };

    explicit Panes(Contents contents, QWidget *parent = nullptr);

    [[nodiscard]] Fold fold() const { return m_fold; }
    // The pane in front, where there is room for one only.
    [[nodiscard]] Pane front() const { return m_front; }
    void bringForward(Pane pane);

    void setSidebarWanted(bool wanted);
    [[nodiscard]] bool sidebarWanted() const { return m_sidebarWanted; }
    [[nodiscard]] bool sidebarShown() const;
    // In a window that folds it, the sidebar comes for one choice and goes again.
    void showSidebarOnce(bool shown);
    // What is shown has the room of the list, too.
    void setListFolded(bool folded);
    [[nodiscard]] bool listFolded() const { return m_listFolded; }
    void setOnlyStory(bool only);
    [[nodiscard]] bool onlyStory() const { return m_onlyStory; }

    // Of the three side by side, also while some of them are folded away.
    [[nodiscard]] QList<int> widths() const;
    // Those of a window that was folded when they were kept are left out.
    void setWidths(const QList<int> &widths);

signals:
    void arranged(); // Panes have come or gone.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void turnFrom(Pane before);
    [[nodiscard]] bool showsAll() const;

    Contents m_contents;
    QSplitter *m_splitter;
    QList<int> m_widths; // As they were last set or dragged, with all three side by side.
    Fold m_fold = Fold::None;
    Pane m_front = Pane::List;
    bool m_sidebarWanted = true;
    bool m_sidebarOnce = false;
    bool m_onlyStory = false;
    bool m_listFolded = false;
};
