#pragma once

#include <QDialog>

// What this program is, and in which version.
class About : public QDialog
{
    Q_OBJECT

public:
    explicit About(QWidget *parent);
};
