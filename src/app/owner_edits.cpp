#include "app/owner_edits.h"

#include <algorithm>
#include <set>

#include "app/config.h"
#include "app/replaced_file.h"
#include "base/error.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

constexpr std::uintmax_t longest = 8U << 20U;
constexpr const char* main_file = "hoego.toml";
constexpr const char* corrections_file = "corrections.toml";

}  // namespace

void OwnerEdits::check(const std::string& file, const std::string& text) const {
  if (file == main_file)
    config_of(text, owners_file(folder_ / corrections_file, longest));
  else
    config_of(owners_file(folder_ / main_file, longest).value_or(""), text);
}

OwnerEdit OwnerEdits::edit(const std::string& file, const std::function<void(TomlText&)>& change,
                           Write write) {
  constexpr int most_attempts = 5;
  const std::lock_guard lock(mutex_);
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const auto before = owners_file(folder_ / file, longest);
    TomlText text(before.value_or(""), file);
    change(text);
    if (text.edits().empty()) throw UsageError("it says so already", file, "nothing was changed");
    check(file, text.text());
    OwnerEdit done{file, text.edits(), owners_tag(before), owners_tag(text.text())};
    if (write == Write::No) return done;
    if (!replace_file(folder_ / file, before, text.text())) continue;
    keep({done, before, text.text()});
    return done;
  }
  throw Error("is changed by another program all the time", file, "close it there, and try again");
}

void OwnerEdits::keep(Kept kept) {
  constexpr std::size_t most_kept = 50;
  kept_.push_back(std::move(kept));
  if (kept_.size() > most_kept) kept_.pop_front();
}

OwnerEdit OwnerEdits::undo(const std::string& file, const std::string& before, const std::string& after) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(kept_.rbegin(), kept_.rend(), [&](const Kept& kept) {
    return kept.edit.file == file && kept.edit.before == before && kept.edit.after == after;
  });
  if (found == kept_.rend())
    throw Refusal(404, "this edit is not remembered any more", file,
                  "take the lines out in the list of corrections, or in your editor");
  const std::filesystem::path path = folder_ / file;
  const bool done =
      found->before ? replace_file(path, found->after, *found->before) : remove_file(path, found->after);
  if (!done)
    throw Refusal(409, "somebody changed the file since, and it was left as it is", file,
                  "take the lines out in the list of corrections, or in your editor");
  OwnerEdit edit = found->edit;
  kept_.erase(std::next(found).base());
  return edit;
}

std::vector<OwnerEdit> OwnerEdits::undoable() {
  const std::lock_guard lock(mutex_);
  std::vector<OwnerEdit> list;
  std::set<std::string> looked_at;
  for (auto kept = kept_.rbegin(); kept != kept_.rend(); ++kept) {
    if (!looked_at.insert(kept->edit.file).second) continue;
    if (owners_file(folder_ / kept->edit.file, longest) == kept->after) list.push_back(kept->edit);
  }
  return list;
}

}  // namespace hoego
