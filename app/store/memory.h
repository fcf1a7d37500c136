#pragma once

namespace hall {

/// Reading the hall's reference data leaves some megabytes of small holes in the heap of a thread
/// that will not need them again.
void giveBackMemory();

} // namespace hall
