#include "sources/archive_member.h"

#include <optional>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "sources/archive_container.h"

namespace hoego {
namespace {

class NoSink : public Sink {
 public:
  void observation(Observation /*observation*/) override {}
  void issue(Issue /*issue*/) override {}
  void coverage(CoverageClaim /*claim*/) override {}
};

/// Keeps the archive open as long as it lives itself.
class MemberInput : public Input {
 public:
  MemberInput(std::unique_ptr<NoSink> sink, std::unique_ptr<ArchiveBudget> budget)
      : sink_(std::move(sink)), budget_(std::move(budget)) {}

  ArchiveBudget& budget() { return *budget_; }
  /// Later ones lie in earlier ones.
  void hold(std::unique_ptr<Container> container) { containers_.push_back(std::move(container)); }
  void give(std::unique_ptr<Input> input) { input_ = std::move(input); }

  std::uint64_t size() const override { return input_->size(); }
  std::size_t read(std::uint64_t offset, char* to, std::size_t count) override {
    return input_->read(offset, to, count);
  }
  std::string_view whole(std::uint64_t most) override { return input_->whole(most); }

 private:
  std::unique_ptr<NoSink> sink_;
  std::unique_ptr<ArchiveBudget> budget_;
  std::vector<std::unique_ptr<Container>> containers_;
  std::unique_ptr<Input> input_;  // gone before the containers
};

std::unique_ptr<Container> open_container(const ArchiveBytes& bytes, ArchiveBudget& budget) {
  std::string head(4096, '\0');
  head.resize(bytes.input->read(0, head.data(), head.size()));
  const ArchiveKind kind = archive_kind(head);
  if (kind == ArchiveKind::Tar || kind == ArchiveKind::TarGzip)
    return open_tar(bytes, budget, kind == ArchiveKind::TarGzip);
  return open_zip(bytes, budget);
}

/// The member itself, or the archive it lies in.
struct Found {
  std::optional<Member> member;
  std::optional<Member> around;
};

Found find(Container& container, const std::string& path) {
  Found found;
  container.list(
      [&](Member member) {
        if (member.path == path && (!found.member || container.replaces())) found.member = member;
        const bool around = path.size() > member.path.size() && path[member.path.size()] == '/' &&
                            path.compare(0, member.path.size(), member.path) == 0;
        if (around) found.around = std::move(member);
      },
      [](const Issue&) {});
  return found;
}

[[noreturn]] void not_there(const std::filesystem::path& archive, const std::string& member) {
  throw Error("it is not in the archive any more", clean_text(archive.native()) + '/' + member,
              "if the archive has changed, run `hoego sync`");
}

}  // namespace

std::unique_ptr<Input> open_member(const std::filesystem::path& archive, const std::string& member,
                                   const ArchiveLimits& limits) {
  ArchiveBytes bytes{open_file(archive), archive};
  auto sink = std::make_unique<NoSink>();
  auto budget = std::make_unique<ArchiveBudget>(limits, bytes.input->size(), *sink);
  auto opened = std::make_unique<MemberInput>(std::move(sink), std::move(budget));
  std::string path = member;
  for (int depth = 0; depth < 2; ++depth) {
    std::unique_ptr<Container> container = open_container(bytes, opened->budget());
    const Found found = find(*container, path);
    if (found.member) {
      opened->give(container->open(*found.member));
      opened->hold(std::move(container));
      return opened;
    }
    if (!found.around) break;
    path = path.substr(found.around->path.size() + 1);
    bytes = {std::shared_ptr<Input>(container->open(*found.around)), {}};
    bytes.input->whole(limits.most_nested);  // into memory, where it stays
    opened->hold(std::move(container));
  }
  not_there(archive, member);
}

}  // namespace hoego
