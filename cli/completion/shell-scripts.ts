/*
 * What a shell sources. The scripts know no command and no option: they ask the command itself, which runs as it was
 * typed, so they never grow old. What it says is never expanded by a shell: names come from an account.
 */

/** For `~/.bashrc`. Bash parts words at "="; version 3.2, which macOS has, has no `mapfile`. */
const bash = `_sourcepipeline() {
  local line candidate
  COMPREPLY=()
  while IFS= read -r line; do
    candidate="\${line%%$'\\t'*}"
    case "$candidate" in
      :files) compopt -o default 2>/dev/null; COMPREPLY=() ;;
      :folders) compopt -o dirnames 2>/dev/null; COMPREPLY=() ;;
      ?*) COMPREPLY+=("$candidate") ;;
    esac
  done < <("\${COMP_WORDS[0]}" completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _sourcepipeline sourcepipeline
`;

/** For `~/.zshrc`, or for a folder of \`fpath\` as \`_sourcepipeline\`. */
const zsh = `#compdef sourcepipeline
_sourcepipeline() {
  local line
  local -a candidates
  while IFS= read -r line; do
    case "$line" in
      :files) _files; return ;;
      :folders) _files -/; return ;;
      *) candidates+=("\${\${line//:/\\\\:}/$'\\t'/:}") ;;
    esac
  done < <("\${(Q)words[1]}" completion words -- "\${(Q@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#candidates} )) && _describe -V sourcepipeline candidates
}
if [ "$funcstack[1]" = "_sourcepipeline" ]; then
  _sourcepipeline "$@"
else
  compdef _sourcepipeline sourcepipeline
fi
`;

/** For `~/.config/fish/completions/sourcepipeline.fish`. */
const fish = `function __sourcepipeline_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines ($words[1] completion words -- $words[2..-1] "$current" 2>/dev/null)
    switch "$lines[1]"
        case :files
            __fish_complete_path "$current"
        case :folders
            __fish_complete_directories "$current"
        case '*'
            test (count $lines) -gt 0; and printf '%s\\n' $lines
    end
end
complete -c sourcepipeline -f -k -a '(__sourcepipeline_complete)'
`;

/** The script of each shell. */
export const shellScripts = { bash, zsh, fish } as const;

/** The shells that words complete in. */
export const shells = ["bash", "zsh", "fish"] as const satisfies readonly (keyof typeof shellScripts)[];
