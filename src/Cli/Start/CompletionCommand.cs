using System.CommandLine;

namespace Pytocs.Cli.Start;

/// <summary><c>pytocs completion SHELL</c>: a script that lets a shell complete commands and options.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> s_scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _pytocs() {
                local IFS=$'\n'
                local found=$(pytocs "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
                COMPREPLY=($(compgen -W "$found" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _pytocs pytocs
            """,
        ["zsh"] = """
            #compdef pytocs
            _pytocs() {
                local -a found
                found=("${(@f)$(pytocs "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
                compadd -- $found
                _files
            }
            compdef _pytocs pytocs
            """,
        ["fish"] = """
            complete -c pytocs -a '(pytocs "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName pytocs -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                pytocs "[suggest:$cursorPosition]" "$commandAst" 2>$null | ForEach-Object {
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
