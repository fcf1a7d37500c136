#pragma once

namespace hall {

class PageRegistry;

void registerCentrePages(PageRegistry &registry);

} // namespace hall
