#pragma once

#include <QByteArray>

#include <memory>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <utility>

// Certificates for servers of tests, made when they are needed: none of them is worth stealing.
namespace certificates {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

struct Identity
{
    Key key{nullptr, EVP_PKEY_free};
    Certificate certificate{nullptr, X509_free};

    [[nodiscard]] QByteArray certificatePem() const
    {
        const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), BIO_free);
        PEM_write_bio_X509(bio.get(), certificate.get());
        return text(bio.get());
    }

    [[nodiscard]] QByteArray keyPem() const
    {
        const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), BIO_free);
        PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        return text(bio.get());
    }

private:
    static QByteArray text(BIO *bio)
    {
        char *data = nullptr;
        const auto size = BIO_get_mem_data(bio, &data);
        return {data, qsizetype(size)};
    }
};

struct Wish
{
    const char *name = "Test";
    const char *hosts = "IP:127.0.0.1,DNS:localhost"; // As OpenSSL writes subjectAltName.
    bool authority = false;
    long fromDays = -1; // From today.
    long untilDays = 30;
};

inline void extend(X509 *certificate, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    auto *extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

// Signed by `issuer`, or by itself.
inline Identity make(const Wish &wish, const Identity *issuer = nullptr)
{
    constexpr int bits = 2048;
    constexpr long day = 24L * 60 * 60;
    static long serial = 1;
    Identity made;
    made.key.reset(EVP_RSA_gen(bits));
    made.certificate.reset(X509_new());
    auto *certificate = made.certificate.get();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial++);
    X509_gmtime_adj(X509_getm_notBefore(certificate), wish.fromDays * day);
    X509_gmtime_adj(X509_getm_notAfter(certificate), wish.untilDays * day);
    X509_set_pubkey(certificate, made.key.get());
    auto *name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>(wish.name), -1, -1, 0);
    X509_set_issuer_name(certificate,
                         issuer ? X509_get_subject_name(issuer->certificate.get()) : name);
    if (wish.authority)
        extend(certificate, NID_basic_constraints, "critical,CA:TRUE");
    else
        extend(certificate, NID_subject_alt_name, wish.hosts);
    X509_sign(certificate, issuer ? issuer->key.get() : made.key.get(), EVP_sha256());
    return made;
}

} // namespace certificates
