#pragma once

#include "devices/api/pageimporter.h"
#include "domain/result.h"

namespace hall {

/// Decoding may take at most this much memory for one picture (QImageReader's own limit).
constexpr int allocationLimitMb = 512;

/// A JPEG or PNG file as a page: kept byte for byte, decoded once in full to see that it is whole.
/// A mirrored JPEG is the exception: it is written anew, upright. Errors: ImageBroken,
/// ImageTooLarge.
[[nodiscard]] Result<ImportedPage> checkedJpeg(const QByteArray &bytes, const ImportLimits &limits);
[[nodiscard]] Result<ImportedPage> checkedPng(const QByteArray &bytes, const ImportLimits &limits);

/// A pasted picture as a PNG page. Errors: ImageBroken (null), ImageTooLarge, FileTooLarge.
[[nodiscard]] Result<ImportedPage> pastedPage(const QImage &image, const ImportLimits &limits);

} // namespace hall
