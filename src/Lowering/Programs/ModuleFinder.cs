using Pytocs.Parser;
using Pytocs.Parser.Text;

namespace Pytocs.Lowering.Programs;

/// <summary>
/// Finds modules in folders, as CPython's path finder does: a package before a module, the first folder first,
/// and a folder without <c>__init__.py</c> as a namespace package.
/// See <see href="https://docs.python.org/3.13/reference/import.html#searching">Searching</see>.
/// </summary>
/// <param name="roots">The folders of <c>sys.path</c> that hold the program's own modules.</param>
/// <param name="library">Folders of modules that are taken only where pytocs's library has none of the name.</param>
/// <param name="isLibrary">Whether pytocs's library has a module.</param>
/// <param name="read">Reads a file; null, with a message of its own, where that fails.</param>
public sealed class ModuleFinder(IReadOnlyList<string> roots, IReadOnlyList<string> library, Func<string, bool> isLibrary, Func<string, SourceText?> read)
{
    /// <summary>Modules that the interpreter has loaded before any path is searched, so that no file can stand in for them.</summary>
    private static readonly HashSet<string> s_builtIn =
    [
        "abc", "builtins", "codecs", "_collections_abc", "errno", "faulthandler", "gc", "genericpath", "io", "itertools", "marshal", "os", "os.path",
        "posix", "posixpath", "pwd", "signal", "site", "stat", "sys", "time", "zipimport", "importlib", "encodings", "atexit", "_thread", "_weakref",
    ];

    public ModuleFile? Find(string name)
    {
        if (!name.Split('.').All(IsIdentifier))
            return null;
        var top = name.Split('.')[0];
        return (s_builtIn.Contains(name) || (isLibrary(top) && !IsRegular(top)) ? null : Find(name, roots))
            ?? (isLibrary(name) ? null : Find(name, library));
    }

    /// <summary>Whether pytocs's library has a module, whose parts may still come from the folders of Python's own library.</summary>
    public bool IsLibrary(string name) => isLibrary(name);

    /// <summary>Whether a folder has the module or package; one without <c>__init__.py</c> is taken only where the whole path, and so the library, has neither.</summary>
    private bool IsRegular(string top)
        => roots.Any(r => File.Exists(Path.Combine(r, top + ".py")) || File.Exists(Path.Combine(r, top, "__init__.py")));

    private ModuleFile? Find(string name, IReadOnlyList<string> roots)
    {
        var relative = name.Replace('.', Path.DirectorySeparatorChar);
        foreach (var root in roots)
        {
            var folder = Path.Combine(root, relative);
            if (File.Exists(Path.Combine(folder, "__init__.py")))
                return Read(name, Path.Combine(folder, "__init__.py"), isPackage: true);
            if (File.Exists(folder + ".py"))
                return Read(name, folder + ".py", isPackage: false);
        }
        return roots.Select(r => Path.Combine(r, relative)).FirstOrDefault(f => Directory.Exists(f) && HoldsPython(f)) is { } space
            ? Parse(name, new SourceText(space, ""), isPackage: true)
            : null;
    }

    private ModuleFile? Read(string name, string path, bool isPackage) => read(path) is { } source ? Parse(name, source, isPackage) : null;

    private static ModuleFile Parse(string name, SourceText source, bool isPackage) => new(name, isPackage, source, PythonParser.Parse(source));

    private static bool IsIdentifier(string part) => part.Length > 0 && part.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static bool HoldsPython(string folder)
        => Directory.EnumerateFiles(folder, "*.py").Any() || Directory.EnumerateDirectories(folder).Any(d => File.Exists(Path.Combine(d, "__init__.py")));
}
