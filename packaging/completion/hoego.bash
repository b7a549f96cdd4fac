# Completion of hoego for bash: eval "$(hoego completion bash)"
_hoego_options='@OPTIONS@'

# What a check may begin with, or go on with after "of ".
_hoego_check() {
  local text=$1 quoted=$2 word
  while IFS= read -r word; do
    if [[ $word == "$text"* ]]; then
      :
    elif [[ $text == *'of '* && $word != *' of' && $word == "${text##*of }"* ]]; then
      word="${text%of *}of $word"
    else
      continue
    fi
    [ -n "$quoted" ] || printf -v word '%q' "$word"
    COMPREPLY+=("$word")
  done < <(hoego "${life[@]}" completion words 2>/dev/null)
}

_hoego() {
  local life=()
  local current=${COMP_WORDS[COMP_CWORD]} before='' command='' quote='' line
  ((COMP_CWORD > 0)) && before=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  case $current in [\"\']*)
    quote=${current:0:1}
    current=${current:1}
    ;;
  esac
  local index
  for ((index = 1; index < COMP_CWORD; ++index)); do
    case ${COMP_WORDS[index]} in
      -C)
        life=(-C "${COMP_WORDS[index + 1]}")
        ((++index))
        ;;
      -*) ;;
      *)
        command=${COMP_WORDS[index]}
        break
        ;;
    esac
  done
  if [ -z "$command" ]; then
    mapfile -t COMPREPLY < <(compgen -W '@COMMANDS@ --help --version' -- "$current")
    return
  fi
  case $before in
    --check) _hoego_check "$current" "$quote" ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W 'ko en' -- "$current") ;;
    --tone) mapfile -t COMPREPLY < <(compgen -W 'polite plain' -- "$current") ;;
    --front-matter) mapfile -t COMPREPLY < <(compgen -W 'jekyll hugo velog obsidian' -- "$current") ;;
    -C | -o | --output | --into) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    *)
      if [[ $current == -* ]]; then
        while read -r line; do
          [ "${line%% *}" = "$command" ] && mapfile -t COMPREPLY < <(compgen -W "${line#* }" -- "$current")
        done <<<"$_hoego_options"
      elif [ "$command" = review ] || [ "$command" = resolutions ]; then
        line="$(hoego "${life[@]}" completion years 2>/dev/null)"
        [ "$command" = resolutions ] && line+=' extract plan'
        mapfile -t COMPREPLY < <(compgen -W "$line" -- "$current"; compgen -f -- "$current")
      elif [ "$command" = completion ]; then
        mapfile -t COMPREPLY < <(compgen -W 'bash zsh fish' -- "$current")
      else
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
      fi
      ;;
  esac
}
complete -F _hoego hoego
