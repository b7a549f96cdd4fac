#include "sources/xml_events.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>
#include <optional>

#include "base/error.h"
#include "base/text.h"
#include "sources/xml_events_encoding.h"

namespace hoego {
namespace {

constexpr std::size_t deepest = 256;
constexpr std::size_t longest_text = std::size_t{16} << 20;
/// A tag or comment is kept until it is whole.
constexpr std::ptrdiff_t longest_markup = std::ptrdiff_t{16} << 20;

const char* chars(const xmlChar* text) {
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

std::string utf8(unsigned int code) {
  std::string out(8, '\0');
  out.resize(static_cast<std::size_t>(
      xmlCopyCharMultiByte(reinterpret_cast<xmlChar*>(out.data()), static_cast<int>(code))));
  return out;
}

/// One reading: what libxml2 calls back. Exceptions must not pass through its C code, so the first is kept
/// and everything after it ignored.
class Reading {
 public:
  explicit Reading(XmlListener& listener) : listener_(listener) {
    std::memset(&handler_, 0, sizeof handler_);
    handler_.initialized = XML_SAX2_MAGIC;
    handler_.startElementNs = on_start;
    handler_.endElementNs = on_end;
    handler_.characters = on_text;
    handler_.ignorableWhitespace = on_text;
    handler_.cdataBlock = on_text;
    handler_.getEntity = on_entity;
    handler_.entityDecl = on_declaration;
    handler_.serror = on_error;
    std::memset(&entity_, 0, sizeof entity_);
    entity_.type = XML_ENTITY_DECL;
    entity_.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    context_.reset(xmlCreatePushParserCtxt(&handler_, this, nullptr, 0, nullptr));
    if (!context_) throw Error("no memory for reading XML", "libxml2", "close other programs");
    // NOENT: without it attributes would keep `&#38;`. Entities of the document's own never reach it.
    xmlCtxtUseOptions(context_.get(), XML_PARSE_RECOVER | XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_NOENT |
                                          XML_PARSE_IGNORE_ENC);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  XmlOutcome read(Input& input) {
    XmlText text(input);
    for (std::string piece = text.next(); !piece.empty(); piece = text.next()) {
      if (!begun_) drop_leading_blanks(piece);
      if (!feed(piece, false)) return finished();
    }
    if (begun_) feed("", true);
    if (!broken_ && open_ > 0) {
      add(line(), "the document ends before it is complete", "get it again; what was whole is kept");
    }
    return finished();
  }

 private:
  struct FreeContext {
    void operator()(xmlParserCtxtPtr context) const {
      if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
      context->myDoc = nullptr;
      xmlFreeParserCtxt(context);
    }
  };

  /// False where there is nothing more to be had.
  bool feed(std::string_view piece, bool last) {
    xmlParseChunk(context_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (failure_) std::rethrow_exception(failure_);
    const xmlParserInputPtr in = context_->input;
    if (context_->instate == XML_PARSER_EOF || in == nullptr) return false;
    if (in->end - in->cur <= longest_markup) return true;
    add(line(), fmt::format("a tag or comment longer than {} MiB", longest_markup >> 20),
        "get the file again; what stands before is kept");
    broken_ = true;
    return false;
  }

  /// Blanks before `<?xml` are a common mistake, and a harmless one.
  void drop_leading_blanks(std::string& piece) {
    const std::size_t blanks = std::min(piece.find_first_not_of(" \t\n"), piece.size());
    lines_before_ += static_cast<std::size_t>(
        std::count(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(blanks), '\n'));
    piece.erase(0, blanks);
    begun_ = !piece.empty();
  }

  XmlOutcome finished() { return std::move(outcome_); }

  std::size_t line() const {
    return lines_before_ + static_cast<std::size_t>(std::max(xmlSAX2GetLineNumber(context_.get()), 1));
  }
  void add(std::size_t line, std::string reason, std::string remedy) {
    outcome_.problems.push_back({line, std::move(reason), std::move(remedy)});
  }

  template <typename Act>
  static void guarded(void* self, Act&& act) {
    auto& reading = *static_cast<Reading*>(self);
    if (reading.failure_) return;
    // Once a document is "not well-formed", libxml2 drops every `&amp;` that follows.
    reading.context_->wellFormed = 1;
    try {
      act(reading);
    } catch (...) {
      reading.failure_ = std::current_exception();
    }
  }

  static void on_start(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                       int /*namespaces*/, const xmlChar** /*declared*/, int count, int defaulted,
                       const xmlChar** attributes) {
    guarded(self, [&](Reading& reading) {
      reading.start(name, uri == nullptr ? prefix : uri, count - defaulted, attributes);
    });
  }
  static void on_end(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) {
    guarded(self, [&](Reading& reading) { reading.end(name, uri == nullptr ? prefix : uri); });
  }
  static void on_text(void* self, const xmlChar* text, int length) {
    guarded(self, [&](Reading& reading) { reading.text({chars(text), static_cast<std::size_t>(length)}); });
  }
  static xmlEntityPtr on_entity(void* self, const xmlChar* name) {
    xmlEntityPtr found = nullptr;
    guarded(self, [&](Reading& reading) { found = reading.entity(name); });
    return found;
  }
  static void on_declaration(void* self, const xmlChar* /*name*/, int /*type*/, const xmlChar* /*public_id*/,
                             const xmlChar* /*system_id*/, xmlChar* /*content*/) {
    static_cast<Reading*>(self)->declares_entities_ = true;
  }
  static void on_error(void* self, xmlErrorPtr error) { static_cast<Reading*>(self)->note(*error); }

  void start(const xmlChar* name, const xmlChar* space, int count, const xmlChar** attributes) {
    if (!outcome_.has_root && context_->attsDefault != nullptr) {
      // Attributes that a DTD gives to every element would be given again and again.
      xmlHashFree(context_->attsDefault, xmlHashDefaultDeallocator);
      context_->attsDefault = nullptr;
    }
    outcome_.has_root = true;
    text_bytes_ = 0;
    if (open_ == deepest) {
      if (skipped_++ == 0 && !told_depth_) {
        add(line(), fmt::format("elements more than {} deep are left out", deepest),
            "see whether the file is what it should be");
        told_depth_ = true;
      }
      return;
    }
    attributes_.clear();
    for (int i = 0; i < count; ++i, attributes += 5) {
      const xmlChar* uri = attributes[2] == nullptr ? attributes[1] : attributes[2];
      attributes_.push_back(
          {chars(attributes[0]), chars(uri),
           std::string(chars(attributes[3]), static_cast<std::size_t>(attributes[4] - attributes[3]))});
    }
    ++open_;
    listener_.start(chars(name), chars(space), attributes_);
  }

  void end(const xmlChar* name, const xmlChar* space) {
    text_bytes_ = 0;
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    if (open_ == 0) return;
    --open_;
    listener_.end(chars(name), chars(space));
  }

  void text(std::string_view text) {
    if (skipped_ > 0) return;
    const std::size_t room = longest_text - std::min(text_bytes_, longest_text);
    text_bytes_ += text.size();
    if (room >= text.size()) return listener_.text(text);
    if (told_text_) return;
    told_text_ = true;
    add(line(), fmt::format("a text longer than {} MiB is cut there", longest_text >> 20),
        "see whether the file is what it should be");
  }

  xmlEntityPtr entity(const xmlChar* name) {
    if (context_->inSubset != 0) return nullptr;
    if (xmlEntityPtr known = xmlGetPredefinedEntity(name)) return known;
    const bool in_attribute = context_->instate == XML_PARSER_ATTRIBUTE_VALUE;
    if (const htmlEntityDesc* html = htmlEntityLookup(name)) {
      if (in_attribute) return nullptr;  // libxml2 takes the first byte of such alone
      entity_text_ = utf8(html->value);
      entity_.name = name;
      entity_.content = reinterpret_cast<xmlChar*>(entity_text_.data());
      entity_.length = static_cast<int>(entity_text_.size());
      return &entity_;
    }
    if (!declares_entities_) {
      if (!in_attribute) text(fmt::format("&{};", chars(name)));
    } else if (!told_entities_) {
      told_entities_ = true;
      add(line(), "the document has entities of its own, and entities are not expanded (limit 0)",
          "save it without a DTD, if they matter");
    }
    return nullptr;
  }

  void note(const xmlError& error) {
    const bool entity = error.code == XML_ERR_UNDECLARED_ENTITY || error.code == XML_WAR_UNDECLARED_ENTITY;
    if (failure_ || broken_ || entity || error.level != XML_ERR_FATAL || error.domain == XML_FROM_NAMESPACE)
      return;
    // Told at the end, where it is known what was open.
    const bool cut = error.code == XML_ERR_DOCUMENT_END || error.code == XML_ERR_TAG_NOT_FINISHED;
    if (cut && open_ > 0) return;
    broken_ = true;
    add(lines_before_ + static_cast<std::size_t>(std::max(error.line, 1)),
        "not well-formed XML: " + trim(clean_text(error.message == nullptr ? "" : error.message)),
        "get it again; what could be read around it is kept");
  }

  XmlListener& listener_;
  xmlSAXHandler handler_;
  std::unique_ptr<xmlParserCtxt, FreeContext> context_;
  std::exception_ptr failure_;
  XmlOutcome outcome_;
  std::vector<XmlAttribute> attributes_;
  std::size_t open_ = 0;     ///< open elements that were told
  std::size_t skipped_ = 0;  ///< open elements that are too deep
  std::size_t text_bytes_ = 0;
  std::size_t lines_before_ = 0;
  bool begun_ = false;
  bool broken_ = false;
  bool declares_entities_ = false;
  bool told_depth_ = false;
  bool told_text_ = false;
  bool told_entities_ = false;
  xmlEntity entity_;  ///< the one of HTML that was asked for last
  std::string entity_text_;
};

}  // namespace

XmlOutcome read_xml(Input& input, XmlListener& listener) {
  xmlInitParser();
  return Reading(listener).read(input);
}

}  // namespace hoego
