#include "sample/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "sample/files.h"
#include "sample/random.h"

namespace hoego::sample {
namespace {

constexpr std::array first_words = {"느린",   "푸른", "작은",   "오래된", "두 번째",
                                    "조용한", "먼",   "여름의", "마지막"};
constexpr std::array second_words = {"도서관", "정원", "항해", "편지", "계절", "리듬", "골목", "기계"};
constexpr std::array authors = {"김도윤", "이서진", "박하람", "Nora Feld", "최은솔", "Tomas Iger"};

struct Known {
  std::string_view key;
  std::string_view title;
  std::string_view author;
  int year;
  std::string_view arxiv;
};

constexpr std::array known = {
    Known{"vaswani2017attention", "Attention Is All You Need", "Vaswani, Ashish and Shazeer, Noam", 2017,
          "1706.03762"},
    Known{"devlin2018bert", "{BERT}: Pre-training of Deep Bidirectional Transformers",
          "Devlin, Jacob and Chang, Ming-Wei", 2018, "1810.04805"},
    Known{"brown2020language", "Language Models are Few-Shot Learners", "Brown, Tom B. and Mann, Benjamin",
          2020, "2005.14165"},
    Known{"hu2021lora", "{LoRA}: Low-Rank Adaptation of Large Language Models",
          "Hu, Edward J. and Shen, Yelong", 2021, "2106.09685"},
    Known{"wei2022chain", "Chain-of-Thought Prompting Elicits Reasoning", "Wei, Jason and Wang, Xuezhi", 2022,
          "2201.11903"},
    Known{"ouyang2022training", "Training Language Models to Follow Instructions",
          "Ouyang, Long and Wu, Jeff", 2022, "2203.02155"},
    Known{"hoffmann2022training", "Training Compute-Optimal Large Language Models",
          "Hoffmann, Jordan and Borgeaud, Sebastian", 2022, "2203.15556"},
    Known{"dao2022flash", "{FlashAttention}: Fast and Memory-Efficient Exact Attention",
          "Dao, Tri and Fu, Daniel Y.", 2022, "2205.14135"},
    Known{"touvron2023llama", "{LLaMA}: Open and Efficient Foundation Language Models",
          "Touvron, Hugo and Lavril, Thibaut", 2023, "2302.13971"},
    Known{"dettmers2023qlora", "{QLoRA}: Efficient Finetuning of Quantized {LLM}s",
          "Dettmers, Tim and Pagnoni, Artidoro", 2023, "2305.14314"},
    Known{"rafailov2023direct", "Direct Preference Optimization", "Rafailov, Rafael and Sharma, Archit", 2023,
          "2305.18290"},
    Known{"touvron2023llama2", "{Llama} 2: Open Foundation and Fine-Tuned Chat Models",
          "Touvron, Hugo and Martin, Louis", 2023, "2307.09288"},
    Known{"kwon2023efficient", "Efficient Memory Management with {PagedAttention}",
          "Kwon, Woosuk and Li, Zhuohan", 2023, "2309.06180"},
    Known{"jiang2023mistral", "Mistral 7{B}", "Jiang, Albert Q. and Sablayrolles, Alexandre", 2023,
          "2310.06825"},
    Known{"lewis2020retrieval", "Retrieval-Augmented Generation", "Lewis, Patrick and Perez, Ethan", 2020,
          "2005.11401"},
    Known{"gu2023mamba", "Mamba: Linear-Time Sequence Modeling", "Gu, Albert and Dao, Tri", 2023,
          "2312.00752"},
    Known{"jiang2024mixtral", "Mixtral of Experts", "Jiang, Albert Q. and Roux, Antoine", 2024, "2401.04088"},
    Known{"zheng2023judging", "Judging {LLM}-as-a-Judge", "Zheng, Lianmin and Chiang, Wei-Lin", 2023,
          "2306.05685"},
    Known{"yao2022react", "{ReAct}: Synergizing Reasoning and Acting", "Yao, Shunyu and Zhao, Jeffrey", 2022,
          "2210.03629"},
    Known{"schick2023toolformer", "Toolformer", "Schick, Timo and Dwivedi-Yu, Jane", 2023, "2302.04761"},
    Known{"liu2023lost", "Lost in the Middle", "Liu, Nelson F. and Lin, Kevin", 2023, "2307.03172"},
    Known{"shazeer2019fast", "Fast Transformer Decoding", "Shazeer, Noam", 2019, "1911.02150"},
    Known{"ainslie2023gqa", "{GQA}: Training Generalized Multi-Query Transformers",
          "Ainslie, Joshua and Lee-Thorp, James", 2023, "2305.13245"},
    Known{"su2021roformer", "{RoFormer}: Enhanced Transformer with Rotary Position Embedding",
          "Su, Jianlin and Lu, Yu", 2021, "2104.09864"},
    Known{"frantar2022gptq", "{GPTQ}: Accurate Post-Training Quantization",
          "Frantar, Elias and Ashkboos, Saleh", 2022, "2210.17323"}};

/// Days of the range, drawn, no two alike, in order.
std::vector<Date> days_in(Random& random, DateRange range, int count) {
  std::set<Date> days;
  while (static_cast<int>(days.size()) < count) days.insert(range.from + random.below(range.days()));
  return {days.begin(), days.end()};
}

std::string slashed(Date date) {
  std::string text = date.iso();
  std::replace(text.begin(), text.end(), '-', '/');
  return text;
}

std::string csv_field(std::string_view text) {
  return text.find(',') == std::string_view::npos ? std::string(text) : fmt::format("\"{}\"", text);
}

std::string goodreads(const std::vector<Book>& books) {
  std::string out =
      "Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average "
      "Rating,Publisher,Binding,"
      "Number of Pages,Year Published,Original Publication Year,Date Read,Date Added,Bookshelves,"
      "Bookshelves with positions,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count,Owned Copies\n";
  // The newest on top.
  for (auto book = books.rbegin(); book != books.rend(); ++book) {
    const bool read = book->shelf == "read";
    const std::string shelves = read ? "" : book->shelf;
    fmt::format_to(
        std::back_inserter(out),
        "{},{},{},\"{}, "
        "\",,\"=\"\"\"\"\",\"=\"\"\"\"\",{},3.98,온음,Paperback,{},2019,2019,{},{},{},{},{},,,,{},0\n",
        book->id, csv_field(book->title), book->author, book->author, read ? 1 + book->id % 5 : 0,
        book->pages, book->read ? slashed(*book->read) : "", slashed(book->added), shelves,
        read ? "" : fmt::format("{} (#{})", shelves, book->id % 9 + 1), book->shelf, read ? 1 : 0);
  }
  return out;
}

std::string bibtex(const std::vector<Paper>& papers) {
  std::string out = "% Encoding: UTF-8\n\n@Comment{jabref-meta: databaseType:bibtex;}\n\n";
  for (const Paper& paper : papers) {
    fmt::format_to(
        std::back_inserter(out),
        "@Article{{{},\n  author        = {{{}}},\n  title         = {{{}}},\n  journal       = {{arXiv}},\n"
        "  year          = {{{}}},\n  eprint        = {{{}}},\n  archiveprefix = {{arXiv}},\n",
        paper.key, paper.author, paper.title, paper.year, paper.arxiv);
    if (paper.added && paper.minute < 0)
      out += fmt::format("  timestamp     = {{{}}},\n", paper.added->iso());
    if (paper.added && paper.minute >= 0) {
      out += fmt::format("  date-added    = {{{} {:02}:{:02}:07 +0900}},\n", paper.added->iso(),
                         paper.minute / 60, paper.minute % 60);
    }
    out += "}\n\n";
  }
  return out;
}

}  // namespace

std::vector<Book> read_books(const Story& story) {
  Random random(story.seed, "books");
  std::vector<Book> books;
  const auto add = [&](const char* shelf, std::optional<Date> read, Date added) {
    const std::size_t number = books.size();
    Book book;
    book.id = 41000 + static_cast<int>(number) * 37;
    book.title = fmt::format("{} {}", first_words[number % first_words.size()],
                             second_words[number / 3 % second_words.size()]);
    // With a volume that has a comma before it, so that the field is quoted.
    if (number >= first_words.size()) book.title += fmt::format(", {}", number / first_words.size() + 1);
    book.author = random.one_of(authors);
    book.shelf = shelf;
    book.pages = random.between(140, 520);
    book.read = read;
    book.added = added;
    books.push_back(std::move(book));
  };
  const auto read_in = [&](DateRange range, int count) {
    for (const Date date : days_in(random, range, count)) add("read", date, date - random.between(3, 400));
  };
  read_in({day("2022-01-10"), day("2022-12-20")}, random.between(17, 21));
  read_in({day("2023-01-08"), day("2023-10-15")}, random.between(19, 23));
  read_in({day("2023-10-25"), day("2023-12-24")}, 3);
  read_in({day("2024-01-06"), today() - 3}, random.between(8, 12));
  // Ones to be read, entered this year, one being read, and one that was read nobody knows when.
  for (const Date date : days_in(random, DateRange{day("2024-01-01"), today() - 2}, 7))
    add("to-read", std::nullopt, date);
  add("currently-reading", std::nullopt, today() - 12);
  add("read", std::nullopt, day("2024-03-02"));
  return books;
}

std::vector<Paper> collect_papers(const Story& story) {
  Random random(story.seed, "papers");
  std::vector<Paper> papers;
  for (const Known& one : known) {
    papers.push_back({std::string(one.key), std::string(one.title), std::string(one.author), one.year,
                      std::string(one.arxiv), std::nullopt, -1});
  }
  const int then = random.between(4, 7);
  const int now = random.between(13, 16);
  std::vector<Date> days = days_in(random, {day("2023-03-02"), day("2023-10-15")}, then);
  for (const Date date : days_in(random, {day("2024-01-29"), today() - 6}, now)) days.push_back(date);
  // The last ones have no day at all.
  for (std::size_t i = 0; i < days.size(); ++i) {
    papers[i].added = days[i];
    if (i % 2 == 1) papers[i].minute = random.between(20 * 60, 23 * 60 + 59);
  }
  return papers;
}

void write_reading(const std::filesystem::path& folder, const std::vector<Book>& books,
                   const std::vector<Paper>& papers) {
  write_file(folder / "exports/goodreads_library_export.csv", goodreads(books));
  write_file(folder / "exports/papers.bib", bibtex(papers));
}

}  // namespace hoego::sample
