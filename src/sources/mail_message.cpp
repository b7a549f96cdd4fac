#include "sources/mail_message.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "base/text.h"

namespace hoego::mail {
namespace {

constexpr std::size_t most_parts = 20;
constexpr std::size_t most_looked_at = 1000;
constexpr std::size_t max_part_bytes = std::size_t{4} << 20;
constexpr std::size_t max_subject_bytes = 1000;

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

struct FreeIterator {
  void operator()(GMimePartIter* iterator) const { g_mime_part_iter_free(iterator); }
};

void start_library() {
  static const bool started = [] {
    g_mime_init();
    return true;
  }();
  static_cast<void>(started);
}

std::string clean_cut(const char* text, std::size_t most) {
  if (!text) return {};
  const std::string_view all(text);
  std::string out = clean_text(all.substr(0, most));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return trim(out);
}

/// Old Korean mails name EUC-KR and use the letters that only CP949 has.
std::string in_utf8(std::string_view bytes, const char* charset) {
  std::string name = charset ? fold_case(clean_text(charset)) : std::string();
  if (name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "unknown-8bit")
    return is_utf8(bytes) ? clean_text(bytes) : decode_guess(bytes);
  if (name == "euc-kr" || name == "euckr" || name == "cp949" || name.substr(0, 7) == "ks_c_56" ||
      name == "ksc5601")
    name = "windows-949";
  const auto decoded = decode(bytes, name);
  return decoded ? *decoded : decode_guess(bytes);
}

std::string html_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (!content) return {};
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
  if (!bytes || bytes->len == 0) return {};
  const std::string_view all(reinterpret_cast<const char*>(bytes->data), bytes->len);
  return in_utf8(all.substr(0, max_part_bytes),
                 g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset"));
}

bool is_html(GMimeObject* object) {
  if (!GMIME_IS_PART(object)) return false;
  GMimeContentType* type = g_mime_object_get_content_type(object);
  if (!type || !g_mime_content_type_is_type(type, "text", "html")) return false;
  const char* disposition = g_mime_object_get_disposition(object);
  return !disposition || fold_case(clean_text(disposition)) != "attachment";
}

std::vector<std::string> htmls_of(GMimeMessage* message) {
  std::vector<std::string> htmls;
  GMimeObject* top = g_mime_message_get_mime_part(message);
  if (!top) return htmls;
  const std::unique_ptr<GMimePartIter, FreeIterator> parts(g_mime_part_iter_new(top));
  std::size_t looked_at = 0;
  do {
    GMimeObject* object = g_mime_part_iter_get_current(parts.get());
    if (!object || !is_html(object)) continue;
    htmls.push_back(html_of(GMIME_PART(object)));
  } while (htmls.size() < most_parts && ++looked_at < most_looked_at && g_mime_part_iter_next(parts.get()));
  return htmls;
}

}  // namespace

bool may_have_html(std::string_view bytes) {
  for (std::size_t at = bytes.find('/'); at != std::string_view::npos; at = bytes.find('/', at + 1)) {
    const std::string_view rest = bytes.substr(at + 1, 4);
    if (rest == "html" || rest == "HTML") return true;
    if (rest.size() == 4 && (rest[0] | 0x20) == 'h' && fold_case(clean_text(rest)) == "html") return true;
  }
  return false;
}

Message read_message(std::string_view bytes) {
  start_library();
  Message out;
  const Owned<GMimeStream> memory(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(memory.get()));
  g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return out;
  out.subject = clean_cut(g_mime_message_get_subject(message.get()), max_subject_bytes);
  out.id = clean_cut(g_mime_message_get_message_id(message.get()), max_subject_bytes);
  if (GDateTime* date = g_mime_message_get_date(message.get())) {
    const Instant at{g_date_time_to_unix(date)};
    const int year = WallTime{at.seconds}.date().year();
    if (year >= 1970 && year <= 2200) out.date = at;
  }
  out.htmls = htmls_of(message.get());
  return out;
}

}  // namespace hoego::mail
