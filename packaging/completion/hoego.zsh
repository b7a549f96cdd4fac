#compdef hoego
# Completion of hoego for zsh: eval "$(hoego completion zsh)"
_hoego_options='@OPTIONS@'

_hoego() {
  local command='' before='' index line
  for ((index = 2; index < CURRENT; ++index)); do
    case ${words[index]} in
      -C) ((++index)) ;;
      -*) ;;
      *)
        command=${words[index]}
        break
        ;;
    esac
  done
  before=${words[CURRENT - 1]}
  if [[ -z $command ]]; then
    compadd -- @COMMANDS@
    return
  fi
  case $before in
    --check) compadd -- "${(@f)$(hoego completion words 2>/dev/null)}" ;;
    --lang) compadd -- ko en ;;
    --tone) compadd -- polite plain ;;
    --front-matter) compadd -- jekyll hugo velog obsidian ;;
    -C | -o | --output | --into) _files ;;
    *)
      if [[ ${words[CURRENT]} == -* ]]; then
        for line in "${(@f)_hoego_options}"; do
          [[ ${line%% *} == $command ]] && compadd -- ${=line#* }
        done
      else
        case $command in
          review) compadd -- ${(f)"$(hoego completion years 2>/dev/null)"} ;;
          resolutions) compadd -- ${(f)"$(hoego completion years 2>/dev/null)"} extract plan ;;
          completion) compadd -- bash zsh fish ;;
        esac
        _files
      fi
      ;;
  esac
}
compdef _hoego hoego
