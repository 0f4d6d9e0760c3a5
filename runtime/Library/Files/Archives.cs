using System.Formats.Tar;
using System.IO.Compression;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.ShutilModule;

namespace Pytocs.Runtime.Library;

/// <summary>shutil: <see href="https://docs.python.org/3.13/library/shutil.html#archiving-operations">archives</see> of whole folders.</summary>
internal static class Archives
{
    private static readonly (string Name, string Extension, string Text)[] s_formats = [("gztar", ".tar.gz", "gzip'ed tar-file"), ("tar", ".tar", "uncompressed tar file"), ("zip", ".zip", "ZIP file")];

    public static void Add(PyModule module) => module
        .Function("get_archive_formats", "", static _ => Lib.List(s_formats.Select(static f => (Any)PyTuple.Of(f.Name, f.Text))))
        .Function("get_unpack_formats", "", static _ => Lib.List(s_formats.Select(static f => (Any)PyTuple.Of(f.Name, f.Name == "gztar" ? Lib.List((string[])[".tar.gz", ".tgz"]) : Lib.List((string[])[f.Extension]), f.Text))))
        .Function("make_archive", "base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None", static a => Make(a[2].IsNone ? P(a[0]) : PosixPaths.Absolute(P(a[0])), Lib.Text(a[1]), a[2].IsNone ? "." : P(a[2]), a[3].IsNone ? "" : P(a[3])))
        .Function("unpack_archive", "filename, extract_dir=None, format=None, *, filter=None", static a => Lib.Do(() => Unpack(P(a[0]), a[1].IsNone ? "." : P(a[1]), Lib.Optional(a[2]))));

    private static Any Make(string name, string format, string root, string folder)
    {
        if (!Array.Exists(s_formats, f => f.Name == format))
            throw new ValueError($"unknown archive format '{format}'");
        var path = name + s_formats.First(f => f.Name == format).Extension;
        var home = PosixPaths.Split(path).Head;
        if (home.Length > 0)
            Directory.CreateDirectory(home);
        var start = PosixPaths.Absolute(PosixPaths.Join(root, folder));
        if (FileStatus.Read(start) is null)
            throw FileErrors.Of(2, root);
        var entries = Directory.EnumerateFileSystemEntries(start, "*", SearchOption.AllDirectories).Prepend(folder.Length > 0 ? start : "").Where(static e => e.Length > 0).Order(StringComparer.Ordinal);
        using var file = File.Create(path);
        string Inside(string entry) => Path.GetRelativePath(root, entry);
        if (format == "zip")
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Create);
            foreach (var entry in entries.Where(e => e != PosixPaths.Absolute(path)))
            {
                if (Directory.Exists(entry))
                    zip.CreateEntry(Inside(entry) + "/");
                else
                    zip.CreateEntryFromFile(entry, Inside(entry));
            }
            return path;
        }
        using var packed = format == "gztar" ? new GZipStream(file, CompressionLevel.Optimal) : (Stream)file;
        using var tar = new TarWriter(packed);
        foreach (var entry in entries.Where(e => e != PosixPaths.Absolute(path)))
            tar.WriteEntry(entry, (folder.Length > 0 ? "" : "./") + Inside(entry));
        return path;
    }

    private static void Unpack(string path, string folder, string? format)
    {
        format ??= path.EndsWith(".zip", StringComparison.Ordinal) ? "zip"
            : path.EndsWith(".tar.gz", StringComparison.Ordinal) || path.EndsWith(".tgz", StringComparison.Ordinal) ? "gztar"
            : path.EndsWith(".tar", StringComparison.Ordinal) ? "tar" : throw Failure(ReadError, $"Unknown archive format '{path}'");
        if (!Array.Exists(s_formats, f => f.Name == format))
            throw new ValueError($"Unknown unpack format '{format}'");
        if (!File.Exists(path))
            throw FileErrors.Of(2, path);
        Directory.CreateDirectory(folder);
        try
        {
            if (format == "zip")
            {
                ZipFile.ExtractToDirectory(path, folder, overwriteFiles: true);
                return;
            }
            using var file = File.OpenRead(path);
            using var plain = format == "gztar" ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
            TarFile.ExtractToDirectory(plain, folder, overwriteFiles: true);
        }
        catch (InvalidDataException)
        {
            throw Failure(ReadError, $"{path} is not a {(format == "zip" ? "zip" : "tar")} file");
        }
    }
}
