#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sources/input.h"

namespace hoego {

struct XmlAttribute {
  std::string name;   ///< without prefix
  std::string space;  ///< as an element's
  std::string value;
};

/// What an XML document is read into. `space` is a namespace's URI; the bare prefix where that is not
/// declared; empty for none. Nothing passed is valid after the call. What these throw ends the reading and
/// comes out of `read_xml`.
class XmlListener {
 public:
  virtual ~XmlListener() = default;
  virtual void start(std::string_view name, std::string_view space,
                     const std::vector<XmlAttribute>& attributes) = 0;
  /// Clean UTF-8 in pieces of any length, with its blanks.
  virtual void text(std::string_view text) = 0;
  /// Closes the innermost open element, in a document that is not well-formed too.
  virtual void end(std::string_view name, std::string_view space) = 0;
};

/// Something wrong with a document as a whole, for an Issue.
struct XmlProblem {
  std::size_t line = 0;  ///< from 1
  std::string reason;
  std::string remedy;
};

struct XmlOutcome {
  bool has_root = false;  ///< there was an element at all
  /// At most one of each sort: not well-formed or cut short; entities; depth; text without end.
  std::vector<XmlProblem> problems;
};

/// Reads XML 1.0 with namespaces as a stream: memory does not grow with the document. After a mistake it goes
/// on as well as it can; what was open at the end of a cut document is not closed. Nothing is fetched, no DTD
/// is read, and no entity is expanded but the five of XML and those that HTML names (a text keeps `&name;` as
/// it stands, where the document does not declare it). Elements more than 256 deep are left out with all in
/// them, and what goes beyond 16 MiB in one run of text.
///
/// Encodings: what is UTF-8 or UTF-16; what is declared, as far as ICU knows it, EUC-KR being read as its
/// superset CP949; else CP949 where it fits, else Latin-1. The stateful ones (ISO-2022) up to 64 MiB.
///
/// Throws Error where the input cannot be read.
XmlOutcome read_xml(Input& input, XmlListener& listener);

}  // namespace hoego
