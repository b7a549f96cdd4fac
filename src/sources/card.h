#pragma once
#include "sources/source.h"

namespace hoego {

/// Statements of cards and bank accounts: CSV, XLSX, and the HTML that Korean sites call ".xls". One Expense
/// a purchase. See doc/sources/card.md.
extern const Source card_source;

}  // namespace hoego
