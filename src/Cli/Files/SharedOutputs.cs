using Pytocs.Cli.Diagnostics;

namespace Pytocs.Cli.Files;

/// <summary>
/// What several programs write into one folder, one after the other. A module that two of them import may be other C# in each, and one
/// that another imports is no program of its own there: the first text of a module stands, whichever conversion ended first.
/// </summary>
internal sealed class SharedOutputs
{
    private readonly Dictionary<string, (byte[] Bytes, string From, bool IsImported)> _outputs = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a file is to be written.</summary>
    public bool Takes(string path, byte[] bytes, string from, bool isImported)
    {
        if (_outputs.TryAdd(path, (bytes, from, isImported)))
            return true;
        var known = _outputs[path];
        if (known.Bytes.AsSpan().SequenceEqual(bytes))
            return false;
        var replaces = isImported && !known.IsImported;
        Report.Write(ToolCatalogue.LeftOut, path, isImported && known.IsImported
            ? $"another form of the module {from}: programs that import it need C# of it that differs; --project gives each its own"
            : $"the program {from}, for another imports it; --project gives each program a folder");
        if (replaces)
            _outputs[path] = (bytes, from, isImported);
        return replaces;
    }
}
