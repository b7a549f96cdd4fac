#include "picture/worker.h"

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <new>
#include <string>

#include "picture/job.h"
#include "picture/thumbnail.h"
#include "sources/archive_member.h"
#include "sources/input.h"

namespace hoego {
namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{1} << 30;
constexpr unsigned most_seconds = 30;  ///< whoever waits has given up before

void limit_itself() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  setrlimit(RLIMIT_FSIZE, &none);  // it writes no file
#if !defined(HOEGO_SANITIZED)
  const rlimit addresses{std::uint64_t{2} << 30, std::uint64_t{2} << 30};
  setrlimit(RLIMIT_AS, &addresses);
#endif
}

bool receive(int fd, std::string& to) {
  std::size_t begin = 0;
  while (begin < to.size()) {
    const ssize_t came = recv(fd, to.data() + begin, to.size() - begin, 0);
    if (came < 0 && errno == EINTR) continue;
    if (came <= 0) return false;
    begin += static_cast<std::size_t>(came);
  }
  return true;
}

bool send_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::unique_ptr<Input> open(const PictureJob& job) {
  try {
    return job.member.empty() ? open_file(job.file) : open_member(job.file, job.member);
  } catch (const Error& error) {
    throw PictureError(Trouble::Gone, error.what(), error.where(), error.remedy());
  }
}

std::string made(const PictureJob& job) {
  const std::unique_ptr<Input> input = open(job);
  if (input->size() > most_bytes)
    throw PictureError(Trouble::TooLarge, "the picture's file is larger than a gigabyte", "",
                       "open the original");
  std::string jpeg = thumbnail_of(input->whole(most_bytes), job.box);
  if (jpeg.size() + 64 < largest_picture_frame) return jpeg;
  throw PictureError(Trouble::TooLarge, "the preview comes out too large", "", "ask for a smaller one");
}

PictureAnswer answer(const PictureJob& job) {
  PictureAnswer answer;
  try {
    answer.jpeg = made(job);
  } catch (const PictureError& error) {
    answer.error = error;
  } catch (const Error& error) {
    answer.error.emplace(Trouble::Damaged, error.what(), error.where(), error.remedy());
  } catch (const std::bad_alloc&) {
    answer.error.emplace(Trouble::TooLarge, "the picture needs too much memory", "", "open the original");
  } catch (const std::exception& error) {
    answer.error.emplace(Trouble::Damaged, error.what(), "", "see whether it opens elsewhere");
  }
  return answer;
}

}  // namespace

int picture_worker_main(int fd) {
  limit_itself();
  std::string head(4, '\0');
  while (receive(fd, head)) {
    const std::size_t length = frame_length(head);
    if (length > largest_picture_frame) return 2;
    std::string bytes(length, '\0');
    if (!receive(fd, bytes)) return 0;
    const auto job = job_from(bytes);
    if (!job) return 2;
    alarm(most_seconds);  // the signal ends it, should nobody else
    const bool sent = send_all(fd, frame_of(answer(*job)));
    alarm(0);
    if (!sent) return 0;
  }
  return 0;
}

}  // namespace hoego
