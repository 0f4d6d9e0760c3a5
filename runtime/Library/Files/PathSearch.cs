using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>pathlib: <c>iterdir</c>, <c>walk</c>, <c>glob</c> and <c>rglob</c>, in the order of the folders.</summary>
internal static class PathSearch
{
    private static readonly PyType s_generator = PyIterator.DeclareType("generator");

    private static PurePath Self(Any o) => PurePath.Self(o);

    public static PyType Add(PyType type) => type
        .Method("iterdir", static self =>
        {
            var names = OsFolders.List(Self(self).Text, "listdir").Names.ToArray();
            return new SequenceOf(s_generator, names.Select(n => Self(self).Segments(self, n)));
        })
        .Method("walk", "self, top_down=True, on_error=None, follow_symlinks=False", static a => new SequenceOf(s_generator, Walk(a[0], a[1].Truth, a[2], a[3].Truth)))
        .Method("glob", "self, pattern, *, case_sensitive=None, recurse_symlinks=False", static a => new SequenceOf(s_generator, Glob(a[0], a[1], anywhere: false, a[2], a[3].Truth)))
        .Method("rglob", "self, pattern, *, case_sensitive=None, recurse_symlinks=False", static a => new SequenceOf(s_generator, Glob(a[0], a[1], anywhere: true, a[2], a[3].Truth)));

    private static IEnumerable<Any> Walk(Any top, bool topDown, Any onError, bool follow)
    {
        PyList<Any> folders = new(), files = new();
        try
        {
            foreach (var entry in new FolderScan(Self(top).Text).Entries())
                (entry.IsKind(0x4000, follow) ? folders : files).Append(entry.Name);
        }
        catch (OSError error)
        {
            if (!onError.IsNone)
                onError.Call(error);
            yield break;
        }
        if (topDown)
            yield return PyTuple.Of(top, folders, files);
        foreach (var folder in folders.ToArray())
            foreach (var found in Walk(Self(top).Joined(folder), topDown, onError, follow))
                yield return found;
        if (!topDown)
            yield return PyTuple.Of(top, folders, files);
    }

    private static IEnumerable<Any> Glob(Any self, Any pattern, bool anywhere, Any sensitive, bool links)
    {
        var made = pattern.Ref as PurePath ?? Self(Self(self).Segments(pattern));
        if (made.Anchor.Length > 0)
            throw new NotImplementedError("Non-relative patterns are unsupported");
        var parts = made.Tail.ToList();
        if (PyValueInstance.Unwrap(pattern).Ref is string text && text.EndsWith('/'))
            parts.Add("");
        if (parts.Count == 0 && !anywhere)
            throw new ValueError($"Unacceptable pattern: {Operators.Repr(made)}");
        if (anywhere && parts.Count == 0)
            parts.Add("");
        if (anywhere)
            parts.Insert(0, "**");
        var search = new Search([.. parts], !sensitive.IsNone && !sensitive.Truth, links);
        return search.Find("", 0, exists: false, Self(self).Text).Select(found => found.Length == 0 ? Self(self).Segments(self) : Self(self).Segments(self, found));
    }

    /// <summary>A search for the parts of a pattern; what it finds is relative to the start.</summary>
    private sealed class Search(string[] parts, bool ignoreCase, bool links)
    {
        private static string Join(string path, string name) => path.Length == 0 ? name : path.EndsWith('/') ? path + name : path + "/" + name;

        private static List<DirEntry> Entries(string root, string path)
        {
            try
            {
                return [.. new FolderScan(path.Length == 0 ? root : Join(root, path)).Entries()];
            }
            catch (OSError)
            {
                return [];
            }
        }

        public IEnumerable<string> Find(string path, int part, bool exists, string root)
        {
            if (part == parts.Length)
                return exists || FileStatus.Read(Join(root, path), follow: false) is not null ? [path] : [];
            var name = parts[part];
            if (name == "**")
                return Below(path, part, exists, root);
            if (name.Length == 0)
                return FileStatus.Read(Join(root, path)) is { IsDirectory: true } ? [path] : [];
            return name.AsSpan().IndexOfAny("*?[") >= 0 || ignoreCase
                ? Fitting(path, part, root)
                : Find(Join(path, name), part + 1, exists: false, root);
        }

        private IEnumerable<string> Fitting(string path, int part, string root)
        {
            foreach (var entry in Entries(root, path))
            {
                var name = Operators.Str(entry.Name);
                if (!WildcardText.Fits(name, parts[part], ignoreCase) || (part + 1 < parts.Length && !entry.IsKind(0x4000, follow: true)))
                    continue;
                foreach (var found in Find(Join(path, name), part + 1, exists: true, root))
                    yield return found;
            }
        }

        /// <summary>The folder and all below it; folders met last are looked into first.</summary>
        private IEnumerable<string> Below(string path, int part, bool exists, string root)
        {
            var next = part;
            while (next < parts.Length && parts[next] == "**")
                next++;
            var onlyFolders = next < parts.Length;
            foreach (var found in Find(path, next, exists, root))
                yield return found;
            var open = new Stack<string>();
            open.Push(path);
            while (open.TryPop(out var folder))
            {
                foreach (var entry in Entries(root, folder))
                {
                    var isFolder = entry.IsKind(0x4000, follow: links);
                    if (!isFolder && onlyFolders)
                        continue;
                    var inner = Join(folder, Operators.Str(entry.Name));
                    foreach (var found in onlyFolders ? Find(inner, next, exists: true, root) : [inner])
                        yield return found;
                    if (isFolder)
                        open.Push(inner);
                }
            }
        }
    }
}
