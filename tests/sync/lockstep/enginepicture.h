#pragma once

#include "clientstore.h"
#include "enginedisk.h"
#include "store/pagestore.h"
#include "store/transaction.h"

namespace hall::lockstep {

/// What the picture needs beside the store.
struct PictureTerms
{
    const model::Items &items;
    model::EventBook &book;
    const PageStore &pages;
    const EngineDisk &disk;
    QString station = {};
};

/// What stands in a real store, in the form of the model's: what the world chooses by and checks.
[[nodiscard]] Result<model::ClientStore> pictureOf(const ReadTx &tx, const PictureTerms &terms);

} // namespace hall::lockstep
