#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "sample/story.h"

namespace hoego::sample {

/// Won spent on a day, as that day was where it was spent.
struct Expense {
  Date day;
  std::string merchant;
  std::string category;
  int amount = 0;              ///< won; negative where some of it came back
  const Trip* trip = nullptr;  ///< what it was spent for
  bool ahead = false;          ///< for the trip, but before it: tickets and beds
  bool cancelled = false;      ///< stands in the list and was never paid
  bool gym = false;
};

/// From 2023 to the last day, in order of time. The pointers lead into `story`.
std::vector<Expense> spend(const Story& story);

/// Which of the two files an expense is in.
bool in_ledger(const Expense& expense);

/// A card's statement (an `xls` that is HTML) and a ledger of the year before, below `folder`/exports.
void write_money(const std::filesystem::path& folder, const std::vector<Expense>& expenses);

}  // namespace hoego::sample
