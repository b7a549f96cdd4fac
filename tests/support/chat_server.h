#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

/// A server on loopback that speaks as the endpoints of language models do, well or badly: each connection
/// gets the next answer of its script, byte for byte.
namespace hoego::chat_server {

struct Answer {
  std::vector<std::string> pieces;       ///< sent one after the other
  std::chrono::milliseconds between{0};  ///< before each piece
  bool stays = false;                    ///< the connection is left open until the client closes it
  bool endless = false;                  ///< the last piece is sent until the client closes
};

struct Request {
  std::string head;
  std::string body;
};

inline std::string head(int status, const std::string& more = "",
                        const std::string& type = "text/event-stream") {
  return "HTTP/1.1 " + std::to_string(status) + " Said\r\nContent-Type: " + type +
         "\r\nConnection: close\r\n" + more + "\r\n";
}
inline std::string event(const std::string& data) {
  return "data: " + data + "\n\n";
}
/// A piece of the answer as a model writes it.
inline std::string delta(const std::string& text) {
  nlohmann::json json;
  json["choices"] = {{{"index", 0}, {"delta", {{"content", text}}}, {"finish_reason", nullptr}}};
  return event(json.dump());
}
inline std::string finished(const std::string& reason) {
  return event(R"({"choices":[{"index":0,"delta":{},"finish_reason":")" + reason + "\"}]}");
}
inline std::string usage(int prompt, int answer) {
  return event(R"({"choices":[],"usage":{"prompt_tokens":)" + std::to_string(prompt) +
               R"(,"completion_tokens":)" + std::to_string(answer) + "}}");
}
inline const std::string done = "data: [DONE]\n\n";

/// A good answer of these words.
inline Answer good(const std::string& text, int prompt = 4000, int answer = 20) {
  return {{head(200), delta(text), finished("stop"), usage(prompt, answer), done}};
}
inline Answer error(int status, const std::string& body, const std::string& more = "") {
  return {{head(status, more, "application/json"), body}};
}

class ChatServer {
 public:
  explicit ChatServer(std::vector<Answer> script) : script_(std::move(script)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
    ::listen(listener_, 16);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~ChatServer() {
    stopping_ = true;
    thread_.join();
    ::close(listener_);
  }
  ChatServer(const ChatServer&) = delete;
  ChatServer& operator=(const ChatServer&) = delete;

  std::string address(const std::string& path = "/v1") const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }
  std::vector<Request> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  static constexpr int glance = 20;  // milliseconds

  bool ready(int socket, short what) const {
    while (!stopping_) {
      pollfd one{socket, what, 0};
      if (::poll(&one, 1, glance) > 0) return true;
    }
    return false;
  }

  void serve() {
    for (std::size_t next = 0; ready(listener_, POLLIN);) {
      const int client = ::accept(listener_, nullptr, nullptr);
      if (client < 0) continue;
      if (read_request(client)) reply(client, script_.at(std::min(next++, script_.size() - 1)));
      ::close(client);
    }
  }

  bool read_request(int client) {
    Request request;
    std::string bytes;
    std::array<char, 65536> buffer{};
    for (;;) {
      const std::size_t end = bytes.find("\r\n\r\n");
      if (end != std::string::npos) {
        request.head = bytes.substr(0, end + 2);
        request.body = bytes.substr(end + 4);
        const std::size_t length = request.head.find("Content-Length: ");
        const std::size_t wanted =
            length == std::string::npos ? 0 : std::stoul(request.head.substr(length + 16));
        if (request.body.size() >= wanted) break;
      }
      if (!ready(client, POLLIN)) return false;
      const ssize_t got = ::recv(client, buffer.data(), buffer.size(), 0);
      if (got <= 0) return false;
      bytes.append(buffer.data(), static_cast<std::size_t>(got));
    }
    const std::lock_guard lock(mutex_);
    requests_.push_back(std::move(request));
    return true;
  }

  bool send_all(int client, std::string_view bytes) const {
    while (!bytes.empty()) {
      if (!ready(client, POLLOUT)) return false;
      const ssize_t sent = ::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  void reply(int client, const Answer& answer) const {
    for (const std::string& piece : answer.pieces) {
      for (auto left = answer.between; left.count() > 0 && !stopping_;
           left -= std::chrono::milliseconds(glance))
        std::this_thread::sleep_for(std::min(left, std::chrono::milliseconds(glance)));
      if (!send_all(client, piece)) return;
    }
    while (answer.endless && send_all(client, answer.pieces.back())) continue;
    std::array<char, 64> buffer{};
    while (answer.stays && ready(client, POLLIN)) {
      if (::recv(client, buffer.data(), buffer.size(), 0) <= 0) return;
    }
  }

  std::vector<Answer> script_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_{false};
  mutable std::mutex mutex_;
  std::vector<Request> requests_;
  std::thread thread_;
};

}  // namespace hoego::chat_server
