#include "sources/git_languages.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace hoego {
namespace {

using Table = std::unordered_map<std::string_view, std::string_view>;

const Table& by_name() {
  static const Table table = {
      {"dockerfile", "Dockerfile"},
      {"containerfile", "Dockerfile"},
      {"makefile", "Makefile"},
      {"gnumakefile", "Makefile"},
      {"cmakelists.txt", "CMake"},
      {"rakefile", "Ruby"},
      {"gemfile", "Ruby"},
      {"vagrantfile", "Ruby"},
      {"jenkinsfile", "Groovy"},
      {"build", "Starlark"},
      {"build.bazel", "Starlark"},
      {"workspace", "Starlark"},
      {"meson.build", "Meson"},
      {".bashrc", "Shell"},
      {".bash_profile", "Shell"},
      {".profile", "Shell"},
      {".zshrc", "Shell"},
      {".vimrc", "Vim Script"},
      {".emacs", "Emacs Lisp"},
      {"pkgbuild", "Shell"},
      {"package-lock.json", generated_language},
      {"npm-shrinkwrap.json", generated_language},
      {"yarn.lock", generated_language},
      {"pnpm-lock.yaml", generated_language},
      {"poetry.lock", generated_language},
      {"uv.lock", generated_language},
      {"pipfile.lock", generated_language},
      {"cargo.lock", generated_language},
      {"composer.lock", generated_language},
      {"gemfile.lock", generated_language},
      {"go.sum", generated_language},
  };
  return table;
}

const Table& by_extension() {
  static const Table table = {
      {"ada", "Ada"},
      {"adb", "Ada"},
      {"ads", "Ada"},
      {"s", "Assembly"},
      {"asm", "Assembly"},
      {"astro", "Astro"},
      {"awk", "Awk"},
      {"bat", "Batchfile"},
      {"cmd", "Batchfile"},
      {"bib", "BibTeX"},
      {"c", "C"},
      {"h", "C"},
      {"cs", "C#"},
      {"cc", "C++"},
      {"cpp", "C++"},
      {"cxx", "C++"},
      {"hh", "C++"},
      {"hpp", "C++"},
      {"hxx", "C++"},
      {"ipp", "C++"},
      {"clj", "Clojure"},
      {"cljs", "Clojure"},
      {"cljc", "Clojure"},
      {"cmake", "CMake"},
      {"cob", "COBOL"},
      {"cbl", "COBOL"},
      {"coffee", "CoffeeScript"},
      {"cr", "Crystal"},
      {"css", "CSS"},
      {"csv", "CSV"},
      {"tsv", "CSV"},
      {"cu", "Cuda"},
      {"cuh", "Cuda"},
      {"d", "D"},
      {"dart", "Dart"},
      {"dockerfile", "Dockerfile"},
      {"el", "Emacs Lisp"},
      {"elm", "Elm"},
      {"erl", "Erlang"},
      {"hrl", "Erlang"},
      {"ex", "Elixir"},
      {"exs", "Elixir"},
      {"fs", "F#"},
      {"fsx", "F#"},
      {"f", "Fortran"},
      {"f90", "Fortran"},
      {"f95", "Fortran"},
      {"glsl", "GLSL"},
      {"frag", "GLSL"},
      {"vert", "GLSL"},
      {"go", "Go"},
      {"gql", "GraphQL"},
      {"graphql", "GraphQL"},
      {"groovy", "Groovy"},
      {"gradle", "Groovy"},
      {"hs", "Haskell"},
      {"hcl", "HCL"},
      {"tf", "HCL"},
      {"htm", "HTML"},
      {"html", "HTML"},
      {"xhtml", "HTML"},
      {"ini", "INI"},
      {"cfg", "INI"},
      {"java", "Java"},
      {"js", "JavaScript"},
      {"mjs", "JavaScript"},
      {"cjs", "JavaScript"},
      {"jsx", "JavaScript"},
      {"json", "JSON"},
      {"jsonc", "JSON"},
      {"json5", "JSON"},
      {"jsonl", "JSON"},
      {"geojson", "JSON"},
      {"jl", "Julia"},
      {"ipynb", "Jupyter Notebook"},
      {"kt", "Kotlin"},
      {"kts", "Kotlin"},
      {"less", "Less"},
      {"lisp", "Common Lisp"},
      {"cl", "Common Lisp"},
      {"lua", "Lua"},
      {"mk", "Makefile"},
      {"md", "Markdown"},
      {"markdown", "Markdown"},
      {"mdx", "MDX"},
      {"qmd", "Markdown"},
      {"m", "Objective-C"},
      {"mm", "Objective-C++"},
      {"ml", "OCaml"},
      {"mli", "OCaml"},
      {"nim", "Nim"},
      {"nix", "Nix"},
      {"org", "Org"},
      {"pas", "Pascal"},
      {"pl", "Perl"},
      {"pm", "Perl"},
      {"php", "PHP"},
      {"ps1", "PowerShell"},
      {"psm1", "PowerShell"},
      {"proto", "Protocol Buffer"},
      {"py", "Python"},
      {"pyi", "Python"},
      {"pyw", "Python"},
      {"pyx", "Cython"},
      {"pxd", "Cython"},
      {"qml", "QML"},
      {"r", "R"},
      {"rmd", "RMarkdown"},
      {"rkt", "Racket"},
      {"rb", "Ruby"},
      {"erb", "HTML"},
      {"rst", "reStructuredText"},
      {"rs", "Rust"},
      {"sass", "Sass"},
      {"scala", "Scala"},
      {"scm", "Scheme"},
      {"scss", "SCSS"},
      {"sh", "Shell"},
      {"bash", "Shell"},
      {"zsh", "Shell"},
      {"fish", "Shell"},
      {"sol", "Solidity"},
      {"sql", "SQL"},
      {"bzl", "Starlark"},
      {"svelte", "Svelte"},
      {"svg", "SVG"},
      {"swift", "Swift"},
      {"sv", "SystemVerilog"},
      {"tcl", "Tcl"},
      {"tex", "TeX"},
      {"sty", "TeX"},
      {"cls", "TeX"},
      {"txt", "Text"},
      {"toml", "TOML"},
      {"ts", "TypeScript"},
      {"mts", "TypeScript"},
      {"cts", "TypeScript"},
      {"tsx", "TypeScript"},
      {"v", "Verilog"},
      {"vhd", "VHDL"},
      {"vhdl", "VHDL"},
      {"vim", "Vim Script"},
      {"vb", "Visual Basic .NET"},
      {"vue", "Vue"},
      {"wgsl", "WGSL"},
      {"xml", "XML"},
      {"xsd", "XML"},
      {"xsl", "XML"},
      {"plist", "XML"},
      {"yaml", "YAML"},
      {"yml", "YAML"},
      {"zig", "Zig"},
      {"map", generated_language},
  };
  return table;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Whether a folder of the path holds copies of others' code.
bool in_copied_folder(std::string_view path) {
  for (const std::string_view folder : {"node_modules", "vendor", "third_party", "site-packages"}) {
    for (std::size_t at = path.find(folder); at != std::string_view::npos; at = path.find(folder, at + 1)) {
      const std::size_t end = at + folder.size();
      if ((at == 0 || path[at - 1] == '/') && end < path.size() && path[end] == '/') return true;
    }
  }
  return false;
}

}  // namespace

std::string_view language_of(std::string_view path) {
  if (in_copied_folder(path)) return generated_language;
  std::string name(path.substr(path.rfind('/') + 1));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (const auto known = by_name().find(name); known != by_name().end()) return known->second;
  if (name.substr(0, 11) == "dockerfile.") return "Dockerfile";
  if (ends_with(name, ".min.js") || ends_with(name, ".min.css")) return generated_language;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0) return other_language;
  const auto known = by_extension().find(std::string_view(name).substr(dot + 1));
  return known == by_extension().end() ? other_language : known->second;
}

}  // namespace hoego
