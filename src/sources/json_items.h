#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "record/sink.h"
#include "sources/input.h"
#include "sources/json_items_value.h"

namespace hoego {

struct JsonItem {
  std::uint64_t offset = 0;  ///< byte at which it begins (of the text as UTF-8, if the file is UTF-16)
  bool listed = false;       ///< an element of a list, not an object alone
  JsonValue value;           ///< always an object
};

/// The objects of a JSON file of any size, one by one, in memory that the largest of them bounds. They are
/// the elements of the list that the file is, of lists in that list (`gh api --paginate --slurp`), of lists
/// one after the other (`gh api --paginate`), of the list under one of `lists` in an object ("items"), lines
/// of JSON (NDJSON), or an object alone. Everything that is no object is passed over.
///
/// What is wrong with one item is an Issue with its byte, and the next one follows; a file that ends in the
/// middle is one Issue after all that was whole. A file that does not even begin as JSON throws Error.
class JsonItems {
 public:
  static constexpr std::size_t largest_item = std::size_t{64} << 20;
  static constexpr std::uint64_t largest_utf16 = std::uint64_t{32} << 20;

  /// `input` and `sink` must outlive it; `path` is the unit's, for issues; an item of more than `most` bytes
  /// is left out.
  JsonItems(Input& input, std::vector<std::string_view> lists, std::string path, Sink& sink,
            std::size_t most = largest_item);

  std::optional<JsonItem> next();
  /// Bytes of the largest item held so far.
  std::size_t largest() const { return largest_; }
  std::size_t count() const { return count_; }

 private:
  enum class End { Whole, Cut, Broken, List };

  /// Where a character comes next in what is loaded: looked for once, however many short texts lie before.
  struct Mark {
    char character;
    std::uint64_t piece = 0;  ///< `next_` when it was looked for
    std::size_t found = 0;
  };

  bool fill();
  int peek() { return at_ < end_ || fill() ? static_cast<unsigned char>(buffer_[at_]) : -1; }
  int take();
  std::size_t next_of(Mark& mark);
  void keep(std::string_view bytes);
  std::uint64_t offset() const { return next_ - (end_ - at_); }

  End scan(std::size_t depth);
  End scan_string(bool is_name);
  void pass_scalar();
  /// Starts or ends containers and passes over what is no object; true where an object begins.
  bool find_object();
  bool leave_wrapper();
  std::optional<JsonItem> object();
  std::optional<JsonValue> parsed(std::uint64_t from);
  void notice_lines();
  void broken(std::uint64_t where, const std::string& reason);
  void cut(std::uint64_t where);

  Input* input_;
  std::unique_ptr<Input> decoded_;
  std::vector<std::string_view> lists_;
  std::string path_;
  Sink& sink_;
  std::size_t most_;

  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::uint64_t next_ = 0;
  Mark quote_{'"'};
  Mark escape_{'\\'};
  Mark line_end_{'\n'};

  std::vector<char> open_;  ///< '[' a list whose elements are wanted, '{' an object that holds one
  std::string item_;
  std::string name_;
  bool keeping_ = false;
  bool too_large_ = false;
  bool broke_line_ = false;
  bool lines_ = false;  ///< one document a line
  bool done_ = false;
  std::size_t count_ = 0;
  std::size_t largest_ = 0;
};

}  // namespace hoego
