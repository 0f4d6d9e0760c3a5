using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>
/// Where CPython would keep the compiled form of a source file. See
/// <see href="https://docs.python.org/3.13/library/importlib.html#importlib.util.cache_from_source">cache_from_source</see>.
/// </summary>
internal static class CompiledFiles
{
    private const string Folder = "__pycache__";

    /// <summary>The compiled file of a source file.</summary>
    public static string OfSource(string path, string optimization = "")
    {
        var (folder, file) = (Path.GetDirectoryName(path)!, Path.GetFileName(path));
        var tag = Modules.Import("sys").Get("implementation").Get("cache_tag").Ref as string ?? throw new NotImplementedError("sys.implementation.cache_tag is None");
        var dot = file.LastIndexOf('.');
        var stem = dot > 0 ? file[..dot] + "." : dot == 0 ? file[1..] + "." : file;
        if (optimization.Length > 0 && !optimization.All(char.IsLetterOrDigit))
            throw new ValueError($"{Str.Repr(optimization)} is not alphanumeric");
        var name = $"{stem}{tag}{(optimization.Length == 0 ? "" : $".opt-{optimization}")}.pyc";
        return Modules.Import("sys").Get("pycache_prefix").Ref is string prefix
            ? Path.Join(prefix, Path.GetFullPath(folder).TrimStart('/'), name)
            : Path.Join(folder, Folder, name);
    }

    /// <summary>The source file beside a compiled one, or the compiled file itself where there is none.</summary>
    public static Any SourceIfAny(Any path)
    {
        if (Operators.Str(path) is not { Length: > 0 } text)
            return Any.None;
        var (stem, extension) = (Path.Join(Path.GetDirectoryName(text), Path.GetFileNameWithoutExtension(text)), Path.GetExtension(text));
        if (!extension.StartsWith(".py", StringComparison.OrdinalIgnoreCase) || extension.Length < 3)
            return path;
        string source;
        try
        {
            source = Source(text);
        }
        catch (ValueError)
        {
            source = stem + ".py";
        }
        return File.Exists(source) ? source : path;
    }

    /// <summary>The source file of a compiled one.</summary>
    /// <exception cref="ValueError">The name is none of a compiled file.</exception>
    public static string Source(string path)
    {
        if (Modules.Import("sys").Get("implementation").Get("cache_tag").IsNone)
            throw new NotImplementedError("sys.implementation.cache_tag is None");
        var (folder, file) = (Path.GetDirectoryName(path) ?? "", Path.GetFileName(path));
        var home = Path.GetDirectoryName(folder) ?? "";
        if (Modules.Import("sys").Get("pycache_prefix").Ref is string prefix && folder.StartsWith(prefix.TrimEnd('/') + "/", StringComparison.Ordinal))
            home = folder[prefix.TrimEnd('/').Length..];
        else if (Path.GetFileName(folder) != Folder)
            throw new ValueError($"{Folder} not bottom-level directory in {Str.Repr(path)}");
        var dots = file.Count(static c => c == '.');
        if (dots is not (2 or 3))
            throw new ValueError($"expected only 2 or 3 dots in {Str.Repr(file)}");
        if (dots == 3)
        {
            var optimization = file.Split('.')[^2];
            if (!optimization.StartsWith("opt-", StringComparison.Ordinal))
                throw new ValueError("optimization portion of filename does not start with 'opt-'");
            if (optimization.Length == 4 || !optimization[4..].All(char.IsLetterOrDigit))
                throw new ValueError($"optimization level {Str.Repr(optimization)} is not an alphanumeric value");
        }
        return Path.Join(home, file.Split('.')[0] + ".py");
    }
}
