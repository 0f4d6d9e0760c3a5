using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pytocs.Cli.Files;
using Pytocs.Emit;
using Pytocs.Runtime.Core;

namespace Pytocs.Cli.Convert;

/// <summary>
/// The file that a written-out project carries for each module, so that its tracebacks are Python's: which C# line came from where,
/// what the position table says, and the Python text. <c>EmbeddedTable</c> of the runtime reads it.
/// </summary>
internal static class TraceTable
{
    public const string Folder = "traceback";
    public const string Mark = "# Written by pytocs.";

    /// <summary>Adds the table of a module to what is written.</summary>
    /// <param name="writer">What is written.</param>
    /// <param name="output">The output folder.</param>
    /// <param name="csFile">The module's C# file, below the output folder.</param>
    /// <param name="module">The module.</param>
    /// <param name="hasLines">Whether the C# has <c>#line</c> directives, so that debug information names the Python file.</param>
    /// <param name="head">What stands before the module's C# in its file.</param>
    public static void Add(OutputWriter writer, string output, string csFile, ConvertedModule module, bool hasLines, string head = "")
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"p {module.Module.RelativePath}\n");
        if (!hasLines)
        {
            // The table is of this very text: in one that somebody edited the lines are others.
            var bytes = new UTF8Encoding(false).GetBytes(OutputWriter.Mark + "\n" + head + module.Text);
            text.Append(CultureInfo.InvariantCulture, $"h {System.Convert.ToHexString(SHA256.HashData(bytes))}\n");
            foreach (var (line, column, pythonLine, pythonColumn) in LineMap.Of(module.Lowered.File!, module.Module.Source, module.Text))
                text.Append(CultureInfo.InvariantCulture, $"l {line + 1 + head.Count('\n')} {column} {pythonLine} {pythonColumn}\n");
        }
        text.Append(module.Positions()).Append("t\n").Append(module.Module.Source.Text);
        var name = hasLines ? module.Module.RelativePath : csFile.Replace('\\', '/');
        writer.Add(Path.Combine(output, Folder, name + PositionMaps.Suffix), text.ToString(), module.Module.Source.Path, Mark);
    }
}
