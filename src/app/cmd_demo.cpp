#include <fmt/format.h>

#include <filesystem>

#include "app/cmd.h"
#include "app/life.h"
#include "app/output.h"
#include "app/reviewing.h"
#include "sample/life.h"

namespace hoego {

int cmd_demo(const Arguments& arguments) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::absolute(arguments.words.empty() ? "hoego-demo" : arguments.words.front());
  fmt::print(stderr, "writing the sample life to {} …\n", folder.string());
  sample::SampleOptions options;
  options.seed = arguments.seed;
  sample::write_sample_life(folder, options);

  Arguments inside;
  inside.directory = folder;
  Life life = Life::open(inside);
  life.sync(0);
  ReviewRequest request;
  request.period = {*Date::from_ymd(2024, 1, 1), *Date::from_ymd(2024, 12, 31)};
  request.language = language_of(arguments, life.config());
  const Review review = review_of(life, request).review;
  for (const char* format : {"html", "md", "json"})
    write_output(folder / (std::string("review-2024.") + format), formatted(review, format));
  fmt::print("{}\n", (folder / "review-2024.html").string());
  fmt::print(stderr,
             "Open that page in a browser. The same in Markdown and JSON lies beside it.\n"
             "Try:  hoego -C {0} review 2024 --lang en\n"
             "      hoego -C {0} evidence trip-2024-09-ca\n"
             "      hoego -C {0} serve\n",
             folder.string());
  return 0;
}

}  // namespace hoego
