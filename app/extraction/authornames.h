#pragma once

#include <QString>
#include <QStringList>

namespace extraction {

// What the outlet of a page is called.
struct Outlet
{
    QString site = {};
    QString host = {};
};

// True for the outlet's own name, as a site or by its address, also with "Staff" or "GmbH" behind.
bool isOutletName(const QString &name, const Outlet &outlet);

// True for what bears a company's or institution's form: "Hill Dairy GmbH", "Hill University".
bool isCompanyName(const QString &name);

// "admin", "editor", "unknown", an address: what stands where an author's name should.
bool isNobody(const QString &name);

// An account's name: "jdoe", "sara.r.peter".
bool isAccount(const QString &name);

// Written like the name of somebody: capital letters, no digits, none of the words that stand
// around names ("Share", "Published").
bool isNameLike(const QString &name);

// The name of a person as far as its writing tells: of two words at least, or of few letters in a
// script without spaces.
bool isPersonLike(const QString &name);

// "Ada" of "Ada Reporter, Hill Gazette" is Ada Reporter: a post behind a given name alone is a
// family name, if one person can have it. Any other name stays as it is.
QString withFamilyName(const QString &name, const QString &written);

// The names in a field that holds nothing else ("A, B and C; D"). What follows a name behind a
// comma may also be its degrees and its post.
QStringList statedNames(const QString &written);

} // namespace extraction
