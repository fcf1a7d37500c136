#pragma once

namespace hall {

class PageRegistry;

/// The administrator's pages, in the order of the navigation.
void registerAdminPages(PageRegistry &registry);

} // namespace hall
