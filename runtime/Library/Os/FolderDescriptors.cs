using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Functions whose paths may begin at a descriptor of a folder: <see href="https://docs.python.org/3.13/library/os.html#dir-fd">dir_fd</see>.</summary>
internal static class FolderDescriptors
{
    public static readonly string[] Supported = ["access", "chmod", "chown", "link", "mkdir", "mkfifo", "open", "readlink", "rename", "rmdir", "stat", "symlink", "unlink", "utime"];

    /// <summary>Adds a function; its parameters <c>dir_fd</c>, <c>src_dir_fd</c> and <c>dst_dir_fd</c> are where its paths begin.</summary>
    public static PyModule FileFunction(this PyModule module, string name, string signature, Func<Any[], Any> body, params Any[] defaults)
    {
        var parameters = signature.Split(", ").Where(static p => p is not ("*" or "/")).Select(static p => p.Split('=')[0]).ToList();
        var pairs = parameters.Where(static p => p.EndsWith("dir_fd", StringComparison.Ordinal)).Select(p => (Path: PathOf(p, parameters), Folder: parameters.IndexOf(p))).ToArray();
        return module.Function(name, signature, a => Array.TrueForAll(pairs, p => a[p.Folder].IsNone) ? body(a) : From(a, body, pairs), defaults);
    }

    private static int PathOf(string folder, List<string> parameters)
        => folder != "dir_fd" ? parameters.IndexOf(folder[..3]) : Math.Max(0, parameters.IndexOf("dst"));

    private static Any From(Any[] given, Func<Any[], Any> body, (int Path, int Folder)[] pairs)
    {
        var placed = given.ToArray();
        foreach (var (path, folder) in pairs.Where(p => !given[p.Folder].IsNone))
            placed[path] = Place(given[path], given[folder]);
        try
        {
            return body(placed);
        }
        catch (OSError error)
        {
            // The words show the paths as they were given.
            foreach (var (path, _) in pairs)
            {
                if (Operators.Equal(error.Filename, placed[path]))
                    error.Filename = given[path];
                else if (Operators.Equal(error.Filename2, placed[path]))
                    error.Filename2 = given[path];
            }
            throw;
        }
    }

    /// <exception cref="NotImplementedError">The system does not name what lies in an open folder.</exception>
    private static Any Place(Any path, Any folder)
    {
        if (!OperatingSystem.IsLinux())
            throw new NotImplementedError("dir_fd unavailable on this platform");
        if (!Operators.IsIntLike(folder))
            throw new TypeError($"argument should be integer or None, not {PyType.Of(folder).Name}");
        if (Operators.IsIntLike(path))
            throw new ValueError("stat: can't specify dir_fd without matching path");
        var name = PathText.Of(path);
        return name.Back(PosixPaths.Join($"/proc/self/fd/{Lib.Int(folder)}", name.Text));
    }
}
