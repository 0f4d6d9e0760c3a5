using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;

namespace Pytocs.Cli.Convert;

/// <summary>
/// The modules of pytocs's library and their names, from a list beside this file, so that a conversion need not load the library and
/// make its modules. Names that a module has in some other way than by listing them are asked of the library itself.
/// </summary>
/// <remarks>A test looks each of them up in the library, and writes the list anew with <c>PYTOCS_GOLDEN_UPDATE=1</c>.</remarks>
internal static class LibraryNames
{
    private static readonly Lazy<string> s_list = new(Read);

    private static readonly ConcurrentDictionary<string, HashSet<string>> s_modules = new(StringComparer.Ordinal);

    private static readonly HashSet<string> s_none = [];

    /// <summary>Whether the library has a module of that dotted name.</summary>
    public static bool Has(string module)
        => NamesOf(module) != s_none
            // What a module has under a name that the list knows is a module only where that has a line of its own.
            || (module.LastIndexOf('.') is > 0 and var dot && Has(module[..dot]) && !NamesOf(module[..dot]).Contains(module[(dot + 1)..]) && Library.Has(module));

    /// <summary>Whether a module of the library has a name.</summary>
    public static bool Has(string module, string name) => NamesOf(module).Contains(name) || Library.Has(module, name);

    private static HashSet<string> NamesOf(string module) => s_modules.GetOrAdd(module, Find);

    /// <summary>The names in the line of a module: its own comes first.</summary>
    private static HashSet<string> Find(string module)
    {
        var list = s_list.Value;
        for (var start = list.IndexOf("\n" + module, StringComparison.Ordinal); start >= 0; start = list.IndexOf("\n" + module, start + 1, StringComparison.Ordinal))
            if (list[start + module.Length + 1] is ' ' or '\n')
                return new HashSet<string>(list[(start + module.Length + 1)..list.IndexOf('\n', start + 1)].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        return s_none;
    }

    private static string Read()
    {
        using var stream = typeof(LibraryNames).Assembly.GetManifestResourceStream("LibraryNames.txt")!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return "\n" + reader.ReadToEnd();
    }

    /// <summary>What the library itself says. Methods that mention it may load it before they run.</summary>
    private static class Library
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static bool Has(string module) => Runtime.Core.Modules.Has(module);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static bool Has(string module, string name) => Runtime.Core.Modules.Has(module, name);
    }
}
