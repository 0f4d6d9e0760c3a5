using Pytocs.Lowering.Naming;

namespace Pytocs.Emit;

/// <summary>The names that a file mentions. Each is escaped once, however often it stands there.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _parts;

    private bool _awaits;

    public NameTable() => _parts = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a name, or the keyword <c>await</c>, stands somewhere in the file.</summary>
    public bool Mentions(string name) => _names.ContainsKey(name) || (_awaits && name == "await");

    /// <summary>A name as an expression or a type, escaped with <c>@</c> when it is a C# keyword.</summary>
    public string Name(string name)
    {
        if (!_names.TryGetValue(name, out var text))
            _names.Add(name, text = CsKeywords.Escape(name));
        return text;
    }

    /// <inheritdoc cref="Name(string)"/>
    public string Name(ReadOnlySpan<char> name) => _parts.TryGetValue(name, out var text) ? text : Name(name.ToString());

    /// <summary>Notes that <c>await</c> was written.</summary>
    public void Await() => _awaits = true;
}
