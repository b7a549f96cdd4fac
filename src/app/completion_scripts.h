#pragma once
#include <string_view>

namespace hoego {

/// The script of a shell (packaging/completion/hoego.SHELL), in which `@COMMANDS@` and `@OPTIONS@` stand for
/// what the list of commands says; empty for another shell.
std::string_view completion_script(std::string_view shell);

}  // namespace hoego
