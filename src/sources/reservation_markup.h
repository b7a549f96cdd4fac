#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hoego::reservation {

struct Property;

/// A thing of schema.org's vocabulary as a mail states it, or a plain value. Texts are clean UTF-8.
struct Thing {
  static constexpr int max_depth = 16;
  static constexpr std::size_t max_text_bytes = 2000;

  std::string type;  ///< "FlightReservation", without an address before it; empty for a plain value
  std::string text;  ///< a plain value
  std::vector<Property> properties;  ///< in order; a list is one name several times

  /// The first property of this name; null if there is none.
  const Thing* find(std::string_view name) const;
  /// A property as text: its value, or the name of the thing it is; empty if there is none.
  std::string text_of(std::string_view name) const;
};

struct Property {
  std::string name;
  Thing value;
};

/// What the markup of a text in HTML says, in its order.
struct Markup {
  std::vector<Thing> things;          ///< as stated at the top: not yet searched for reservations
  std::vector<std::string> problems;  ///< what could not be read, in a few words each
};

/// Reads JSON-LD (`<script type="application/ld+json">`, https://www.w3.org/TR/json-ld11/, without remote
/// contexts and references) and microdata (https://html.spec.whatwg.org/multipage/microdata.html, without
/// itemref). Bounded: 1 MiB of HTML, 256 elements deep, 300 attributes a tag, 16 levels and 20,000 values of
/// things.
Markup read_markup(std::string_view html);

/// JSON-LD alone: what is in such a script. Comments and CDATA marks around it are passed over.
void read_json_ld(std::string_view script, Markup& markup);

/// The last part of an address: "Confirmed" of `http://schema.org/Confirmed`.
std::string local_name(std::string_view address);

}  // namespace hoego::reservation
