#include "serve/answering.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "serve/byte_range.h"
#include "serve/etag.h"
#include "serve/guard.h"
#include "serve/refusal.h"

namespace hoego {
namespace {

/// Of every answer that does not say otherwise: nothing in it runs, is framed, or is used by another site.
const std::pair<const char*, const char*> usual_headers[] = {
    {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Referrer-Policy", "no-referrer"},
    {"X-Content-Type-Options", "nosniff"},
};

std::string in_small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

Request request_of(const httplib::Request& asked) {
  Request request;
  request.method = asked.method == "HEAD" ? "GET" : asked.method;
  request.path = asked.path;
  for (const auto& [name, value] : asked.params) request.parameters.emplace(name, value);
  for (const auto& [name, value] : asked.headers) request.headers.emplace(in_small_letters(name), value);
  request.body = asked.body;
  return request;
}

std::string_view caching_word(Caching caching) {
  return caching == Caching::Nothing ? "no-store" : "private, no-cache";
}

Send send_to(httplib::DataSink& sink) {
  return [&sink](std::string_view bytes) { return sink.write(bytes.data(), bytes.size()); };
}

Response too_many_streams() {
  return refused(503, "too many downloads at once", "", "wait for one of them to end");
}

}  // namespace

bool Answering::needs_no_body(const httplib::Request& asked) const {
  if (asked.method == "GET" || asked.method == "HEAD") return true;
  const Request request = request_of(asked);
  if (turned_away(request, port_)) return true;
  return std::none_of(routes_.begin(), routes_.end(), [&request](const Route& route) {
    return route.method == request.method && match_path(route.pattern, request.path);
  });
}

void Answering::answer(const httplib::Request& asked, httplib::Response& out) {
  const Request request = request_of(asked);
  put(request, response_to(request), out);
}

Response Answering::response_to(const Request& request) const {
  if (const auto away = turned_away(request, port_))
    return refused(away->status, away->what, request.header("host"), away->remedy);
  try {
    return found(request);
  } catch (...) {
    return refused_by_exception();
  }
}

Response Answering::found(Request request) const {
  std::string others;
  for (const Route& route : routes_) {
    auto parts = match_path(route.pattern, request.path);
    if (!parts) continue;
    if (route.method == request.method) {
      request.parts = std::move(*parts);
      return route.answer(request);
    }
    others += (others.empty() ? "" : ", ") + std::string(route.method);
  }
  if (others.empty()) return refused(404, "there is nothing at this address", request.path, "see doc/api.md");
  Response response = refused(405, "this cannot be asked so", request.path, "ask with " + others);
  response.headers["Allow"] = others;
  return response;
}

void Answering::put(const Request& request, Response response, httplib::Response& out) {
  out.headers.clear();
  for (const auto& [name, value] : usual_headers) out.set_header(name, value);
  out.set_header("Cache-Control", std::string(caching_word(response.caching)));
  for (const auto& [name, value] : response.headers) {
    out.headers.erase(name);
    out.set_header(name, value);
  }
  if (!response.etag.empty()) out.set_header("ETag", response.etag);
  out.status = response.status;
  if (response.status == 200 && none_match_names(request.header("if-none-match"), response.etag)) {
    out.status = 304;
    return;
  }
  if (auto* text = std::get_if<std::string>(&response.body)) return out.set_content(*text, response.type);
  const std::shared_ptr<void> slot = stream();
  if (!slot) return put(request, too_many_streams(), out);
  if (auto* content = std::get_if<Content>(&response.body)) {
    content->give = [give = std::move(content->give), slot](auto offset, auto count, const Send& send) {
      return give(offset, count, send);
    };
    return put_content(request, response.etag, response.type, std::move(*content), out);
  }
  out.set_chunked_content_provider(
      response.type, [slot, next = std::get<EndlessContent>(std::move(response.body)).next](
                         std::size_t, httplib::DataSink& sink) {
        try {
          if (!next(send_to(sink))) sink.done();
          return true;
        } catch (...) {
          return false;  // the head is sent: a cut connection is all that can be said
        }
      });
}

void Answering::put_content(const Request& request, const std::string& etag, const std::string& type,
                            Content content, httplib::Response& out) {
  out.set_header("Accept-Ranges", "bytes");
  const std::string condition = request.header("if-range");
  const bool same = condition.empty() || condition == etag;
  const ByteRange range = same ? byte_range(request.header("range"), content.size) : ByteRange();
  std::uint64_t begin = 0;
  std::uint64_t count = content.size;
  if (range.kind == ByteRange::Kind::Beyond) {
    put(request, refused(416, "there are no such bytes", request.path, "ask for others"), out);
    out.set_header("Content-Range", fmt::format("bytes */{}", content.size));
    return;
  }
  if (range.kind == ByteRange::Kind::Part) {
    begin = range.offset;
    count = range.count;
    out.status = 206;
    out.set_header("Content-Range", fmt::format("bytes {}-{}/{}", begin, begin + count - 1, content.size));
  }
  if (count == 0) return out.set_content("", type);
  out.set_content_provider(count, type,
                           [begin, give = std::move(content.give)](std::size_t offset, std::size_t length,
                                                                   httplib::DataSink& sink) {
                             try {
                               return give(begin + offset, length, send_to(sink));
                             } catch (...) {
                               return false;  // as above
                             }
                           });
}

std::shared_ptr<void> Answering::stream() {
  if (++streams_ > most_streams_) {
    --streams_;
    return nullptr;
  }
  return {static_cast<void*>(this), [this](void*) { --streams_; }};
}

}  // namespace hoego
