namespace Pytocs.Runtime.Core;

/// <summary>.NET's file errors as Python's OSErrors.</summary>
internal static class FileErrors
{
    public static OSError Of(int number, Any path) => OSError.Create(number, Library.ErrnoModule.Text(number), path);

    /// <summary>The error for a .NET exception about a path.</summary>
    public static OSError From(Exception error, Any path)
    {
        var name = path.Ref as string ?? "";
        return error switch
        {
            FileNotFoundException or DirectoryNotFoundException => Of(HasFileParent(name) ? 20 : 2, path),
            UnauthorizedAccessException => Of(Directory.Exists(name) ? 21 : 13, path),
            PathTooLongException => Of(36, path),
            IOException when Directory.Exists(name) => Of(error.Message.Contains("not empty", StringComparison.OrdinalIgnoreCase) ? 39 : 17, path),
            IOException when File.Exists(name) => Of(17, path),
            _ => OSError.Create(5, error.Message, path),
        };
    }

    /// <summary>The error of a system call on a file that is open, such as one for which no space is left.</summary>
    public static OSError OfCall(IOException error)
        => error.HResult is > 0 and < 4096 and var number ? OSError.Create(number, Library.ErrnoModule.Text(number)) : OSError.Create(5, error.Message);

    /// <summary>Does something with a file that is open.</summary>
    /// <exception cref="OSError">A system call failed.</exception>
    public static void Call(Action action)
    {
        try
        {
            action();
        }
        catch (IOException error)
        {
            throw OfCall(error);
        }
    }

    private static bool HasFileParent(string path)
    {
        for (var parent = Path.GetDirectoryName(path.TrimEnd('/')); !string.IsNullOrEmpty(parent); parent = Path.GetDirectoryName(parent))
            if (File.Exists(parent))
                return true;
        return path.EndsWith('/') && File.Exists(path.TrimEnd('/'));
    }

    /// <summary>Runs a file operation, turning its .NET errors into Python's.</summary>
    public static T Guard<T>(Any path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw From(e, path);
        }
    }

    /// <summary>What a function of os takes for a path, in its error's words.</summary>
    private static string Allowed(string function) => function switch
    {
        "listdir" or "scandir" => "string, bytes, os.PathLike, integer or None",
        "stat" or "chmod" or "chdir" or "truncate" or "utime" or "" => "string, bytes, os.PathLike or integer",
        _ => "string, bytes or os.PathLike",
    };

    /// <summary>A path-like object as text: str, bytes, or what <c>__fspath__</c> gives.</summary>
    /// <exception cref="TypeError">It is no path.</exception>
    public static string PathOf(Any path, string function = "")
    {
        switch (PyValueInstance.Unwrap(path).Ref)
        {
            case string text:
                return text.Contains('\0', StringComparison.Ordinal) ? throw new ValueError("embedded null byte") : text;
            case PyBytesBase bytes:
                return bytes.Span.Contains((byte)0) ? throw new ValueError("embedded null byte") : Codecs.Decode(bytes.Span, "utf-8", "surrogateescape");
        }
        var hook = path.Ref is IPyObject ? PyType.Of(path).Lookup("__fspath__") : Any.Unbound;
        if (hook.IsUnbound)
            throw new TypeError(function.Length == 0
                ? $"expected str, bytes or os.PathLike object, not {PyType.Of(path).ErrorName}"
                : $"{function}: path should be {Allowed(function)}, not {PyType.Of(path).ErrorName}");
        return PathOf(hook.Call(path), function);
    }
}
