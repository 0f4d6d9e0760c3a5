using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.ShutilModule;

namespace Pytocs.Runtime.Library;

/// <summary>
/// shutil: <see href="https://docs.python.org/3.13/library/shutil.html#archiving-operations">archives</see> of whole folders, in the formats of the library
/// and those that a program registers.
/// </summary>
internal static class Archives
{
    /// <summary>What makes archives: function, further arguments, description.</summary>
    private static readonly PyDict<Any, Any> s_makers = new();

    /// <summary>What unpacks them: extensions, function, further arguments, description.</summary>
    private static readonly PyDict<Any, Any> s_unpackers = new();

    private static readonly (string Name, string Extension, string? Short, string Packing, string Text)[] s_tars =
    [
        ("tar", ".tar", null, "", "uncompressed tar file"), ("gztar", ".tar.gz", ".tgz", "gz", "gzip'ed tar-file"), ("bztar", ".tar.bz2", ".tbz2", "bz2", "bzip2'ed tar-file"),
    ];

    public static void Add(PyModule module)
    {
        foreach (var (name, extension, brief, packing, text) in s_tars)
        {
            s_makers[name] = PyTuple.Of(Supporting("_make_tarball", a => ArchiveWriters.Tar(a, extension, packing)), new PyList<Any>(), text);
            s_unpackers[name] = PyTuple.Of(
                Lib.List(brief is null ? [extension] : (string[])[extension, brief]),
                new PyFunction("_unpack_tarfile", "filename, extract_dir, *, filter=None", (Any[] a) => ArchiveWriters.UnpackTar(a[0], a[1], a[2])) { Module = "shutil" }, new PyList<Any>(), text);
        }
        s_makers["zip"] = PyTuple.Of(Supporting("_make_zipfile", ArchiveWriters.Zip), new PyList<Any>(), "ZIP file");
        s_unpackers["zip"] = PyTuple.Of(Lib.List((string[])[".zip"]), new PyFunction("_unpack_zipfile", "filename, extract_dir", (Any[] a) => ArchiveWriters.UnpackZip(a[0], a[1])) { Module = "shutil" }, new PyList<Any>(), "ZIP file");
        module.Value("_ARCHIVE_FORMATS", s_makers).Value("_UNPACK_FORMATS", s_unpackers)
            .Python("get_archive_formats", "", static _ => Sorted(s_makers, 2))
            .Python("register_archive_format", "name, function, extra_args=None, description=''", static a => Lib.Do(() => s_makers[a[0]] = PyTuple.Of(Callable(a[1]), Pairs(a[2]), a[3])))
            .Python("unregister_archive_format", "name", static a => Lib.Do(() => Operators.DelItem(s_makers, a[0])))
            .Python("make_archive", "base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None", Make)
            .Python("get_unpack_formats", "", static _ => Sorted(s_unpackers, 0, 3))
            .Python("register_unpack_format", "name, extensions, function, extra_args=None, description=''", static a => Lib.Do(() => RegisterUnpacker(a)))
            .Python("unregister_unpack_format", "name", static a => Lib.Do(() => Operators.DelItem(s_unpackers, a[0])))
            .Python("unpack_archive", "filename, extract_dir=None, format=None, *, filter=None", Unpack);
    }

    /// <summary>A function that archives below a folder without going there.</summary>
    private static PyFunction Supporting(string name, Func<Any[], Any> body)
    {
        var function = new PyFunction(name, "base_name, base_dir, verbose=0, dry_run=0, logger=None, owner=None, group=None, root_dir=None", body) { Module = "shutil" };
        ((Any)function).Set("supports_root_dir", true);
        return function;
    }

    private static Any Callable(Any function) => Builtins.Callable(function) ? function : throw new TypeError($"The {Operators.Str(function)} object is not callable");

    private static Any Pairs(Any given)
    {
        if (given.IsNone)
            return new PyList<Any>();
        if (given.Ref is not (PyTuple or PyList))
            throw new TypeError("extra_args needs to be a sequence");
        foreach (var pair in given)
            if (pair.Ref is not (PyTuple or PyList) || Operators.Len(pair) != 2)
                throw new TypeError("extra_args elements are : (arg_name, value)");
        return given;
    }

    private static Any Sorted(PyDict<Any, Any> formats, params int[] fields)
        => Builtins.Find("sorted").Call(Lib.List(formats.Select(f => (Any)new PyTuple([f.Key, .. fields.Select(i => f.Value[i])]))));

    private static Any Make(Any[] a)
    {
        if (!s_makers.TryGetValue(a[1], out var maker))
            throw new ValueError($"unknown archive format '{Operators.Str(a[1])}'");
        var (name, root, os) = (a[0], a[2], Modules.Import("os"));
        var call = new Arguments();
        var goes = false;
        if (!root.IsNone)
        {
            if (!FileStatus.Of(root).IsDirectory)
                throw FileErrors.Of(20, P(root));
            goes = !Operators.GetAttr(maker[0], "supports_root_dir", false).Truth;
            name = goes ? os.Get("path").Invoke("abspath", name) : PathText.Shown(name);
        }
        call.Add(name);
        call.Add(a[3].IsNone ? "." : a[3]);
        foreach (var (option, value) in ((string, Any)[])[("dry_run", a[5]), ("logger", a[8]), ("owner", a[6]), ("group", a[7])])
            call.Add(option, value);
        foreach (var pair in maker[1])
            call.Add(Lib.Text(pair[0]), pair[1]);
        if (!goes && !root.IsNone)
            call.Add("root_dir", root);
        if (!goes)
            return maker[0].Call(call);
        // A function that knows no other folder works in the present one.
        var before = os.Invoke("getcwd");
        if (!a[5].Truth)
            os.Invoke("chdir", root);
        try
        {
            return maker[0].Call(call);
        }
        finally
        {
            os.Invoke("chdir", before);
        }
    }

    private static void RegisterUnpacker(Any[] a)
    {
        foreach (var extension in a[1])
            foreach (var (name, known) in s_unpackers)
                if (Operators.Contains(known[0], extension))
                    throw (BaseException)RegistryError.Call($"{Operators.Str(extension)} is already registered for \"{Operators.Str(name)}\"").Ref!;
        if (!Builtins.Callable(a[2]))
            throw new TypeError("The registered function must be a callable");
        s_unpackers[a[0]] = PyTuple.Of(a[1], a[2], a[3].IsNone ? new PyList<Any>() : a[3], a[4]);
    }

    private static Any Unpack(Any[] a)
    {
        var folder = PathText.Shown(a[1].IsNone ? "." : a[1]);
        var file = PathText.Shown(a[0]);
        Any unpacker;
        if (!a[2].IsNone)
        {
            if (!s_unpackers.TryGetValue(a[2], out unpacker))
                throw new ValueError($"Unknown unpack format '{Operators.Str(a[2])}'");
        }
        else
        {
            unpacker = s_unpackers.Values.FirstOrDefault(known => Operators.ToList(known[0]).Exists(extension => P(file).EndsWith(Operators.Str(extension), StringComparison.Ordinal)));
            if (unpacker.Ref is null)
                throw Failure(ReadError, $"Unknown archive format '{Operators.Str(file)}'");
        }
        var call = new Arguments { file, folder };
        if (!a[3].IsNone)
            call.Add("filter", a[3]);
        foreach (var pair in unpacker[2])
            call.Add(Lib.Text(pair[0]), pair[1]);
        return unpacker[1].Call(call);
    }
}
