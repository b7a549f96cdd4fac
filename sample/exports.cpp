#include "sample/exports.h"

#include "sample/feed_writer.h"
#include "sample/takeout.h"

namespace hoego::sample {

Exports keep_accounts(const Story& story) {
  return {take_loose_photos(story), contribute(story), ask_models(story), read_books(story),
          collect_papers(story),    book(story),       spend(story),      chat_with_the_band(story)};
}

void write_exports(const std::filesystem::path& folder, const Story& story, const std::vector<Photo>& photos,
                   const std::vector<Post>& posts, const Exports& exports) {
  std::filesystem::create_directories(folder / "exports");
  write_takeout(folder, story, photos, exports.loose_photos);
  write_github_export(folder, exports.github);
  write_chat_exports(folder, exports.conversations);
  write_reading(folder, exports.books, exports.papers);
  write_mail(folder, exports.reservations);
  write_money(folder, exports.expenses);
  write_talk(folder, exports.messages);
  write_feed(folder, posts);
}

}  // namespace hoego::sample
