# Completion of hoego for fish: hoego completion fish | source
complete -c hoego -n __fish_use_subcommand -f -a '@COMMANDS@'
complete -c hoego -s C -r -d 'the life folder'
for line in (string split \n -- '@OPTIONS@')
    set -l words (string split ' ' -- $line)
    for option in $words[2..]
        string match -q -- '--*' $option
        and complete -c hoego -n "__fish_seen_subcommand_from $words[1]" -l (string sub -s 3 -- $option)
    end
end
complete -c hoego -n '__fish_seen_subcommand_from resolutions' -l check -x -a '(hoego completion words 2>/dev/null)'
complete -c hoego -n '__fish_seen_subcommand_from resolutions' -a 'extract plan (hoego completion years 2>/dev/null)'
complete -c hoego -n '__fish_seen_subcommand_from review' -a '(hoego completion years 2>/dev/null)'
complete -c hoego -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'
complete -c hoego -l lang -x -a 'ko en'
complete -c hoego -n '__fish_seen_subcommand_from review' -l front-matter -x -a 'jekyll hugo velog obsidian'
