#pragma once
#include <filesystem>
#include <vector>

#include "sample/chats.h"
#include "sample/github_account.h"
#include "sample/money.h"
#include "sample/photos.h"
#include "sample/posts.h"
#include "sample/reading.h"
#include "sample/talk.h"
#include "sample/tickets.h"

namespace hoego::sample {

/// What the accounts of the owner know, all as of the last day. The pointers lead into the story.
struct Exports {
  std::vector<Photo> loose_photos;
  GitHubAccount github;
  std::vector<Conversation> conversations;
  std::vector<Book> books;
  std::vector<Paper> papers;
  std::vector<Reservation> reservations;
  std::vector<Expense> expenses;
  std::vector<Message> messages;
};

Exports keep_accounts(const Story& story);

/// Writes `folder`/exports. The photos must be written below `folder` already.
void write_exports(const std::filesystem::path& folder, const Story& story, const std::vector<Photo>& photos,
                   const std::vector<Post>& posts, const Exports& exports);

}  // namespace hoego::sample
