#pragma once

#include <functional>

class QDialog;
class QFormLayout;
class QPushButton;

// A dialog whose fields are saved together.
namespace savingform {

struct Width
{
    int least;
    int wish; // As far as the window has room.
};

// The fields in rows, to be filled.
QFormLayout *makeForm();
// Puts the form into the dialog, with Save and Cancel below; answers the button Save.
QPushButton *layOut(QDialog &dialog, QFormLayout *form, Width width,
                    const std::function<void()> &save);

} // namespace savingform
