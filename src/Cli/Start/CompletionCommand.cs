using System.CommandLine;

namespace Pytocs.Cli.Start;

/// <summary><c>pytocs completion SHELL</c>: a script that lets a shell complete commands and options.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> s_scripts = new(StringComparer.Ordinal)
    {
        // Words that are no options may be files too.
        ["bash"] = """
            _pytocs() {
                local IFS=$'\n' word="${COMP_WORDS[COMP_CWORD]}"
                COMPREPLY=($(compgen -W "$(pytocs "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "$word"))
                if [[ $COMP_CWORD -gt 1 && $word != -* ]]; then
                    compopt -o filenames 2>/dev/null
                    COMPREPLY+=($(compgen -f -- "$word"))
                fi
            }
            complete -F _pytocs pytocs
            """,
        // In a folder of fpath the file is the function, and runs when completion is first asked for.
        ["zsh"] = """
            #compdef pytocs
            _pytocs() {
                local -a found
                found=(${(f)"$(pytocs "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)"})
                (( $#found )) && compadd -a found
                _files
            }
            if [[ "$funcstack[1]" == _pytocs ]]; then
                _pytocs "$@"
            else
                compdef _pytocs pytocs
            fi
            """,
        ["fish"] = """
            complete -c pytocs -a '(set -l line (commandline -cp); pytocs "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'
            """,
        // The cursor counts from the start of the line, and the text of the command ends before the spaces in front of the cursor.
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName pytocs -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $position = $cursorPosition - $commandAst.Extent.StartOffset
                $line = "$commandAst".PadRight($position)
                pytocs "[suggest:$position]" "$line" 2>$null | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong([.. s_scripts.Keys]);
        var command = new Command("completion", "Prints a script for a shell that completes commands and options.") { shell };
        command.SetAction(parsed => Console.Out.Write(s_scripts[parsed.GetValue(shell)!].ReplaceLineEndings("\n") + "\n"));
        return command;
    }
}
