#pragma once

namespace hall {

class PageRegistry;

/// All pages of the program in the order of the navigation; each feature adds its own.
void registerPages(PageRegistry &registry);

} // namespace hall
