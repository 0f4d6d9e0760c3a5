using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/glob.html">glob</see>; results come in the order of the folders.</summary>
internal static class GlobModule
{
    private const string Signature = "pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False";

    private static readonly PyType s_generator = PyIterator.DeclareType("generator");

    public static PyModule Build() => new PyModule("glob")
        .Function("glob", Signature, static a => new PyList<Any>(Find(a)))
        .Function("iglob", Signature, static a => new SequenceOf(s_generator, Find(a)))
        .Function("escape", "pathname", static a => PathText.Of(a[0]) is var p ? p.Back(System.Text.RegularExpressions.Regex.Replace(p.Text, @"[*?[]", "[$0]")) : Any.None)
        .Function("has_magic", "s", static a => HasMagic(PathText.Of(a[0]).Text))
        .Function("translate", "pat, *, recursive=False, include_hidden=False, seps=None", static a =>
            Translate(Lib.Text(a[0]), a[1].Truth, a[2].Truth, a[3].IsNone ? "/" : string.Concat(Operators.ToList(a[3]).Select(Operators.Str))));

    private static bool HasMagic(string text) => text.AsSpan().IndexOfAny("*?[") >= 0;

    private static IEnumerable<Any> Find(Any[] a)
    {
        var pattern = PathText.Of(a[0]);
        var root = a[1].IsNone ? "" : FileErrors.PathOf(a[1]);
        var search = new Search(root, a[3].Truth, a[4].Truth);
        var found = search.Find(pattern.Text, onlyFolders: false);
        // Of "**" alone the first result is the empty text.
        if (pattern.Text.Length == 0 || (a[3].Truth && pattern.Text.StartsWith("**", StringComparison.Ordinal)))
            found = found.SkipWhile(static (f, i) => i == 0 && f.Length == 0);
        return found.Select(f => pattern.Back(f));
    }

    /// <summary>One search below a folder.</summary>
    private sealed class Search(string root, bool recursive, bool includeHidden)
    {
        private string At(string path) => PosixPaths.Join(root, path);

        public IEnumerable<string> Find(string pattern, bool onlyFolders)
        {
            var (folder, name) = PosixPaths.Split(pattern);
            if (!HasMagic(pattern))
            {
                if (name.Length > 0 ? FileStatus.Read(At(pattern), follow: false) is not null : FileStatus.Read(At(folder)) is { IsDirectory: true })
                    yield return pattern;
                yield break;
            }
            if (folder.Length == 0)
            {
                foreach (var found in In("", name, onlyFolders))
                    yield return found;
                yield break;
            }
            var folders = folder != pattern && HasMagic(folder) ? Find(folder, onlyFolders: true) : [folder];
            foreach (var at in folders)
                foreach (var found in In(at, name, onlyFolders))
                    yield return PosixPaths.Join(at, found);
        }

        private IEnumerable<string> In(string folder, string name, bool onlyFolders)
        {
            if (!HasMagic(name))
                return Literal(folder, name);
            return recursive && name == "**" ? Below(folder, onlyFolders) : List(folder, onlyFolders)
                .Where(n => (includeHidden || name[0] == '.' || n[0] != '.') && WildcardText.Fits(n, name));
        }

        private IEnumerable<string> Literal(string folder, string name)
        {
            var path = name.Length == 0 ? At(folder) : At(PosixPaths.Join(folder, name));
            return name.Length == 0 ? FileStatus.Read(path) is { IsDirectory: true } ? [name] : [] : FileStatus.Read(path, follow: false) is not null ? [name] : [];
        }

        private IEnumerable<string> Below(string folder, bool onlyFolders)
        {
            if (folder.Length == 0 || FileStatus.Read(At(folder)) is { IsDirectory: true })
                yield return "";
            foreach (var name in Deep(folder, onlyFolders))
                yield return name;
        }

        private IEnumerable<string> Deep(string folder, bool onlyFolders)
        {
            foreach (var name in List(folder, onlyFolders))
            {
                if (!includeHidden && name[0] == '.')
                    continue;
                yield return name;
                foreach (var inner in Deep(folder.Length == 0 ? name : PosixPaths.Join(folder, name), onlyFolders))
                    yield return PosixPaths.Join(name, inner);
            }
        }

        private IReadOnlyList<string> List(string folder, bool onlyFolders)
        {
            try
            {
                return [.. new FolderScan(At(folder) is { Length: > 0 } path ? path : ".").Entries().Where(e => !onlyFolders || e.IsKind(0x4000, follow: true)).Select(static e => Operators.Str(e.Name))];
            }
            catch (OSError)
            {
                return [];
            }
        }
    }

    /// <summary>A path pattern as a regular expression: <see href="https://docs.python.org/3.13/library/glob.html#glob.translate">glob.translate</see>.</summary>
    internal static string Translate(string pattern, bool recursive, bool includeHidden, string separators)
    {
        var escaped = string.Concat(separators.Select(static s => WildcardText.Escape(s.ToString())));
        var separator = separators.Length > 1 ? $"[{escaped}]" : escaped;
        var other = $"[^{escaped}]";
        var last = includeHidden ? other + "+" : $"[^{escaped}.]{other}*";
        var segments = includeHidden ? $"(?:.+{separator})?" : $"(?:{last}{separator})*";
        var parts = pattern.Split(separators.ToCharArray());
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            var (part, isLast) = (parts[i], i == parts.Length - 1);
            if (part == "*")
            {
                result.Append(isLast ? last : last + separator);
            }
            else if (recursive && part == "**")
            {
                if (isLast)
                    result.Append(includeHidden ? ".*" : $"{segments}(?:{last})?");
                else if (parts[i + 1] != "**")
                    result.Append(segments);
            }
            else
            {
                if (!includeHidden && part is ['*' or '?', ..])
                    result.Append("(?!\\.)");
                result.Append(WildcardText.Body(part, other + "*", other)).Append(isLast ? "" : separator);
            }
        }
        return $"(?s:{result})\\Z";
    }
}
