#pragma once
#include "sources/source.h"

namespace hoego {

/// Journals of ledger, hledger and Beancount: one Expense a posting to an account of expenses. See
/// doc/sources/ledger.md.
extern const Source ledger_source;

}  // namespace hoego
