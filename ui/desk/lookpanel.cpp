#include "desk/lookpanel.h"

#include "desk/lookcommands.h"
#include "page/limits.h"
#include "shell/swatch.h"
#include "theme/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 3; // What it is, what changes it, how much it is.

struct InstalledFace
{
    QString name;
    QString family; // Of those it may go by, the one that is here.
};

QList<InstalledFace> installedFaces()
{
    QList<InstalledFace> installed;
    for (const auto &face : page::faces()) {
        const auto family = std::ranges::find_if(
            face.families, [](const auto &name) { return QFontDatabase::hasFamily(name); });
        if (family != face.families.end())
            installed.append({.name = face.name, .family = *family});
    }
    return installed;
}

struct NamedTheme
{
    Theme::Choice choice;
    std::optional<page::Theme> theme;
    QString name;
};

QList<NamedTheme> namedThemes()
{
    using Choice = Theme::Choice;
    return {{Choice::Light, page::Theme::Light, LookPanel::tr("Light")},
            {Choice::Paper, page::Theme::Paper, LookPanel::tr("Paper")},
            {Choice::Sepia, page::Theme::Sepia, LookPanel::tr("Sepia")},
            {Choice::Dark, page::Theme::Dark, LookPanel::tr("Dark")},
            {Choice::Black, page::Theme::Black, LookPanel::tr("Black")},
            {Choice::Contrast, page::Theme::Contrast, LookPanel::tr("High contrast")},
            {Choice::Automatic, std::nullopt, LookPanel::tr("Those of the desktop")}};
}

} // namespace

LookPanel::LookPanel(LookCommands &commands, QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_themeName(new QLabel(this))
    , m_faces(new QComboBox(this))
    , m_justified(new QCheckBox(tr("Even right edge"), this))
    , m_hyphenated(new QCheckBox(tr("Divide words"), this))
    , m_usual(new QPushButton(tr("Usual settings"), this))
{
    using Look = page::Look;
    namespace limits = page::limits;
    setAccessibleName(tr("Text and colours"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(theme::grid, theme::grid, theme::grid, theme::grid);
    grid->setHorizontalSpacing(theme::grid);
    grid->setVerticalSpacing(theme::grid);
    grid->setColumnStretch(1, 1);
    const auto percent = [](int value) { return tr("%1 %").arg(QLocale().toString(value)); };
    const auto plain = [](int value) { return QLocale().toString(value); };
    const auto hundredths = [](int value) { return QLocale().toString(value / 100.0, 'f', 2); };
    addThemes(grid);
    addFaces(grid);
    addMeasure(grid,
               {&Look::textSize, limits::smallestText, limits::largestText, LookCommands::textStep,
                tr("Size"), percent});
    addMeasure(grid,
               {&Look::lineWidth, limits::narrowestLine, limits::widestLine, LookCommands::lineStep,
                tr("Line width"), plain});
    addMeasure(grid,
               {&Look::leading, limits::tightestLeading, limits::loosestLeading,
                LookCommands::leadingStep, tr("Line spacing"), hundredths});
    addSwitches(grid);
    connect(&m_commands, &LookCommands::changed, this, &LookPanel::showLook);
    showLook();
}

void LookPanel::addThemes(QGridLayout *grid)
{
    auto *heading = new QLabel(tr("Colours"), this);
    m_themeName->setForegroundRole(QPalette::PlaceholderText);
    m_themeName->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    grid->addWidget(heading, 0, 0);
    grid->addWidget(m_themeName, 0, 1, 1, columns - 1);
    auto *row = new QWidget(this);
    auto *swatches = new QHBoxLayout(row);
    swatches->setContentsMargins({});
    swatches->setSpacing(0);
    for (const auto &offer : namedThemes()) {
        auto *swatch = new Swatch(offer.theme, offer.name, row);
        // The arrow keys choose too, as among radio buttons.
        connect(swatch, &Swatch::toggled, this, [this, choice = offer.choice](bool chosen) {
            if (chosen)
                m_commands.choose(choice);
        });
        m_themes.append({offer.choice, swatch});
        swatches->addWidget(swatch);
    }
    swatches->addStretch();
    grid->addWidget(row, 1, 0, 1, columns);
}

void LookPanel::addFaces(QGridLayout *grid)
{
    for (const auto &face : installedFaces()) {
        m_faces->addItem(face.name, face.family);
        auto font = m_faces->font();
        font.setFamilies({face.family});
        font.setPointSizeF(font.pointSizeF() * 1.15);
        m_faces->setItemData(m_faces->count() - 1, font, Qt::FontRole);
    }
    m_faces->setEnabled(m_faces->count() > 1);
    m_faces->setMinimumContentsLength(12);
    m_faces->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const auto row = grid->rowCount();
    m_faces->setAccessibleName(tr("Face"));
    grid->addWidget(new QLabel(tr("Face"), this), row, 0);
    grid->addWidget(m_faces, row, 1, 1, columns - 1);
    connect(m_faces, &QComboBox::activated, this, [this](int chosen) {
        // The usual one has no name, whatever it will be.
        const auto name = m_faces->itemText(chosen);
        change([name, usual = page::faces().constFirst().name](page::Look &look) {
            look.face = name == usual ? QString() : name;
        });
    });
}

void LookPanel::addMeasure(QGridLayout *grid, Measure measure)
{
    const auto row = grid->rowCount();
    measure.slider = new QSlider(Qt::Horizontal, this);
    measure.slider->setRange(measure.least, measure.most);
    measure.slider->setSingleStep(measure.step);
    measure.slider->setPageStep(2 * measure.step);
    measure.slider->setMinimumWidth(14 * theme::grid);
    measure.slider->setAccessibleName(measure.name);
    measure.label = new QLabel(this);
    measure.label->setForegroundRole(QPalette::PlaceholderText);
    measure.label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    // As wide as its widest, so that the slider does not move away under the hand.
    measure.label->setMinimumWidth(
        measure.label->fontMetrics().horizontalAdvance(measure.words(measure.most)));
    grid->addWidget(new QLabel(measure.name, this), row, 0);
    // By the eye: letters have more above them than below.
    grid->addWidget(measure.slider, row, 1, Qt::AlignBottom);
    grid->addWidget(measure.label, row, 2);
    connect(measure.slider, &QSlider::valueChanged, this,
            [this, value = measure.value, step = measure.step](int wanted) {
                const auto whole = (wanted + step / 2) / step * step;
                change([value, whole](page::Look &look) { look.*value = whole; });
            });
    m_measures.append(measure);
}

void LookPanel::addSwitches(QGridLayout *grid)
{
    auto row = grid->rowCount();
    grid->addWidget(m_justified, row++, 0, 1, columns);
    grid->addWidget(m_hyphenated, row++, 0, 1, columns);
    grid->addWidget(m_usual, row, 0, 1, columns, Qt::AlignLeading);
    connect(m_justified, &QCheckBox::toggled, this, [this](bool wanted) {
        change([wanted](page::Look &look) {
            look.alignment = wanted ? page::Alignment::Justified : page::Alignment::Start;
        });
    });
    connect(m_hyphenated, &QCheckBox::toggled, this,
            [this](bool wanted) { change([wanted](auto &look) { look.hyphenation = wanted; }); });
    connect(m_usual, &QPushButton::clicked, &m_commands, &LookCommands::reset);
}

void LookPanel::change(const std::function<void(page::Look &)> &change)
{
    auto look = m_commands.look();
    change(look);
    m_commands.setLook(look);
}

void LookPanel::showLook()
{
    const auto &look = m_commands.look();
    for (const auto &[choice, swatch] : std::as_const(m_themes)) {
        const QSignalBlocker blocker(swatch);
        const auto chosen = choice == m_commands.choice();
        swatch->setChecked(chosen);
        if (chosen) {
            m_themeName->setText(swatch->accessibleName());
            setFocusProxy(swatch);
        }
    }
    const auto face = look.face.isEmpty() ? 0 : std::max(m_faces->findText(look.face), 0);
    m_faces->setCurrentIndex(face);
    if (m_faces->count() > 0)
        m_faces->setFont(m_faces->itemData(face, Qt::FontRole).value<QFont>());
    for (const auto &measure : std::as_const(m_measures)) {
        const QSignalBlocker blocker(measure.slider);
        measure.slider->setValue(look.*measure.value);
        measure.label->setText(measure.words(look.*measure.value));
    }
    const QSignalBlocker justified(m_justified);
    m_justified->setChecked(look.alignment == page::Alignment::Justified);
    const QSignalBlocker hyphenated(m_hyphenated);
    m_hyphenated->setChecked(look.hyphenation);
    m_usual->setEnabled(!m_commands.isUsual());
}
