#include "window/provenancewords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("provenancewords", text);
}

QString dayIn(const Timestamp &moment, const QLocale &locale)
{
    auto format = locale.dateFormat(QLocale::LongFormat);
    format.remove(u"dddd, "_s).remove(u"dddd "_s);
    return locale.toString(moment.date, format);
}

QString saved(const Provenance &provenance, const QLocale &locale)
{
    const auto day = provenance.savedAt.isValid() ? dayIn(provenance.savedAt, locale) : QString();
    if (!provenance.savedBy.isEmpty() && !day.isEmpty())
        return tr("Saved with %1 on %2").arg(provenance.savedBy, day);
    if (!provenance.savedBy.isEmpty())
        return tr("Saved with %1").arg(provenance.savedBy);
    return day.isEmpty() ? QString() : tr("Saved on %1").arg(day);
}

} // namespace

QString provenancewords::line(const Provenance &provenance, const QLocale &locale)
{
    QStringList parts{saved(provenance, locale), QFileInfo(provenance.file).fileName()};
    parts.removeAll({});
    return parts.join(u" · "_s);
}

QString provenancewords::date(const Timestamp &published, const QLocale &locale)
{
    if (!published.isValid())
        return {};
    const auto day = dayIn(published, locale);
    // The time is the place's own: it says most as it was written.
    return published.time
        ? tr("%1, %2").arg(day, locale.toString(*published.time, QLocale::ShortFormat))
        : day;
}

page::Context provenancewords::context(const Article &article, const QLocale &locale)
{
    return {.provenance = line(article.provenance, locale),
            .date = date(article.published, locale)};
}
