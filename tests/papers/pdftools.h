#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

#include <memory>

namespace hall::test {

/// A PDF read by programs that share no code with ours (poppler-utils, zbar-tools).
class PdfFile
{
public:
    explicit PdfFile(const QByteArray &bytes);
    ~PdfFile();
    Q_DISABLE_COPY_MOVE(PdfFile)

    /// Text of a page (from 1; 0 = all), NFKC-normalised, all white space removed.
    [[nodiscard]] QString text(int page = 0) const;
    [[nodiscard]] QImage raster(int page, int dpi) const;
    /// What zbarimg reads on the page, "QR-Code:…" and "CODE-128:…".
    [[nodiscard]] QStringList codes(int page) const;
    /// Output of pdffonts and of pdfinfo.
    [[nodiscard]] QString fonts() const;
    [[nodiscard]] QString info() const;

private:
    class Folder;
    std::unique_ptr<Folder> m_folder;
    QString m_path;
};

/// NFKC and no white space: how extracted text is compared.
[[nodiscard]] QString squeezed(const QString &text);

/// "" if every program that PdfFile runs is installed, else what to install.
[[nodiscard]] QString missingTools();

} // namespace hall::test
