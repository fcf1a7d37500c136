#pragma once

namespace hall {

class PageRegistry;

void registerIntakePages(PageRegistry &registry);

} // namespace hall
