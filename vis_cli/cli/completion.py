"""`vis completion`: the script that lets a shell complete the commands of vis, and the ids of the register."""

from typing import Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.errors import N_, Failure

HELP = N_("Print the script that lets bash, zsh or fish complete commands and ids.")

_BASH = """\
# vis completion for bash. Now: source <(vis completion bash). For good:
#   vis completion bash > ~/.local/share/bash-completion/completions/vis
_vis() {
    local cur line value help
    local -a words values lines
    COMPREPLY=()
    # The words as they were typed: bash takes `=` and `:` for words of their own.
    read -ra words <<< "${COMP_LINE:0:COMP_POINT}"
    [[ "${COMP_LINE:0:COMP_POINT}" == *[[:space:]] ]] && words+=("")
    cur="${words[-1]}"
    while IFS=$'\\t' read -r value help; do
        if [[ $value == :files ]]; then
            compopt -o default
            return
        fi
        values+=("$value")
        lines+=("$value${help:+  ($help)}")
    done < <(_VIS_COMPLETE=1 command vis "${words[@]:1}" 2>/dev/null)
    if [[ ${COMP_TYPE:-9} == 63 && ${#values[@]} -gt 1 ]]; then
        # All are listed and nothing is inserted: here there is room for what each is called.
        COMPREPLY=("${lines[@]}")
    else
        COMPREPLY=("${values[@]}")
    fi
}
complete -F _vis vis
"""

_ZSH = """\
#compdef vis
# vis completion for zsh. Now: source <(vis completion zsh). For good, in a folder of $fpath:
#   vis completion zsh > ~/.zfunc/_vis
_vis() {
    local value help
    local -a found
    while IFS=$'\\t' read -r value help; do
        if [[ $value == :files ]]; then
            _files
            return
        fi
        found+=("${value//:/\\\\:}${help:+:$help}")
    done < <(_VIS_COMPLETE=1 command vis "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    _describe -V vis found
}
if [[ "${funcstack[1]}" == _vis ]]; then
    _vis "$@"
else
    compdef _vis vis
fi
"""

_FISH = """\
# vis completion for fish. Now: vis completion fish | source. For good:
#   vis completion fish > ~/.config/fish/completions/vis.fish
function __vis_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l begun (commandline -ct)
    set -l found (_VIS_COMPLETE=1 command vis $words "$begun" 2>/dev/null)
    if test "$found" = ":files"
        __fish_complete_path "$begun"
    else
        printf '%s\\n' $found
    end
end
complete -c vis -f -a '(__vis_complete)'
"""

SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def completion(
    shell: Annotated[str, typer.Argument(metavar="bash|zsh|fish", help=_(N_("For which shell.")))],
) -> None:
    if shell not in SCRIPTS:
        raise Failure(
            N_("there is no completion for `{shell}`"),
            hint=N_("it is for {shells}"),
            shell=shell,
            shells=", ".join(SCRIPTS),
        )
    typer.echo(SCRIPTS[shell], nl=False)
