using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.ShutilModule;

namespace Pytocs.Runtime.Library;

/// <summary>How <c>shutil</c> makes and unpacks archives of the library's own formats, by <c>tarfile</c> and <c>zipfile</c>.</summary>
internal static class ArchiveWriters
{
    private static Any Path => Modules.Import("os.path");

    /// <summary>Tells the program's logger, if there is one.</summary>
    private static void Log(Any logger, string text, params Any[] args)
    {
        if (!logger.IsNone)
            logger.Get("info").Call(new Arguments([text, .. args]));
    }

    /// <summary>Makes the folder in which an archive will stand.</summary>
    private static void PrepareFolder(Any archive, Any dry, Any logger)
    {
        var folder = Path.Invoke("dirname", archive);
        if (!folder.Truth || Path.Invoke("exists", folder).Truth)
            return;
        Log(logger, "creating %s", folder);
        if (!dry.Truth)
            Modules.Import("os").Invoke("makedirs", folder);
    }

    /// <summary>Writes a folder into a tar file.</summary>
    public static Any Tar(Any[] a, string extension, string packing)
    {
        var (archive, folder, dry, logger, root) = (a[0] + extension, a[1], a[3], a[4], a[7]);
        PrepareFolder(archive, dry, logger);
        Log(logger, "Creating tar archive");
        if (!dry.Truth)
        {
            var tar = Modules.Import("tarfile").Invoke("open", archive, "w:" + packing);
            try
            {
                tar.Invoke("add", root.IsNone ? folder : Path.Invoke("join", root, folder), folder);
            }
            finally
            {
                tar.Invoke("close");
            }
        }
        return root.IsNone ? archive : Path.Invoke("abspath", archive);
    }

    /// <summary>Writes a folder into a ZIP file, the names in each folder in order.</summary>
    public static Any Zip(Any[] a)
    {
        var (archive, folder, dry, logger, root) = (a[0] + ".zip", a[1], a[3], a[4], a[7]);
        PrepareFolder(archive, dry, logger);
        Log(logger, "creating '%s' and adding '%s' to it", archive, folder);
        if (!dry.Truth)
        {
            var module = Modules.Import("zipfile");
            var zip = module.Get("ZipFile").Call(new Arguments { archive, "w", { "compression", module.Get("ZIP_DEFLATED") } });
            try
            {
                var inside = Path.Invoke("normpath", folder);
                folder = Path.Invoke("normpath", root.IsNone ? folder : Path.Invoke("join", root, folder));
                if (Operators.Str(inside) != ".")
                    Write(zip, folder, inside, logger);
                foreach (var step in Modules.Import("os").Invoke("walk", folder))
                    AddFolder(zip, step, root, logger);
            }
            finally
            {
                zip.Invoke("close");
            }
        }
        return root.IsNone ? archive : Path.Invoke("abspath", archive);
    }

    private static void Write(Any zip, Any file, Any inside, Any logger)
    {
        zip.Invoke("write", file, inside);
        Log(logger, "adding '%s'", file);
    }

    private static void AddFolder(Any zip, Any step, Any root, Any logger)
    {
        var inside = Path.Invoke("normpath", root.IsNone ? step[0] : Path.Invoke("relpath", step[0], root));
        foreach (var name in Builtins.Find("sorted").Call(step[1]))
            Write(zip, Path.Invoke("join", step[0], name), Path.Invoke("join", inside, name), logger);
        foreach (var name in step[2])
        {
            var file = Path.Invoke("normpath", Path.Invoke("join", step[0], name));
            if (Path.Invoke("isfile", file).Truth)
                Write(zip, file, Path.Invoke("join", inside, name), logger);
        }
    }

    /// <summary>Unpacks a tar file of whatever packing.</summary>
    public static Any UnpackTar(Any file, Any folder, Any filter)
    {
        var module = Modules.Import("tarfile");
        Any tar;
        try
        {
            tar = module.Invoke("open", file);
        }
        catch (PyException error) when (Builtins.IsInstance(error, module.Get("TarError")))
        {
            throw Failure(ReadError, $"{Operators.Str(file)} is not a compressed or uncompressed tar file");
        }
        try
        {
            // That nothing is filtered unless asked for is said where archives are used directly.
            tar.Get("extractall").Call(new Arguments { folder, { "filter", filter.IsNone ? "fully_trusted" : filter } });
        }
        finally
        {
            tar.Invoke("close");
        }
        return Any.None;
    }

    /// <summary>Unpacks a ZIP file, but nothing that would stand outside of the folder.</summary>
    public static Any UnpackZip(Any file, Any folder)
    {
        var module = Modules.Import("zipfile");
        if (!module.Invoke("is_zipfile", file).Truth)
            throw Failure(ReadError, $"{Operators.Str(file)} is not a zip file");
        var zip = module.Invoke("ZipFile", file);
        try
        {
            foreach (var entry in zip.Invoke("infolist"))
            {
                var name = Operators.Str(entry.Get("filename"));
                if (name.StartsWith('/') || name.Contains("..", StringComparison.Ordinal))
                    continue;
                var target = PosixPaths.Join(P(folder), name);
                System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                if (!name.EndsWith('/'))
                    CopyOut(zip.Invoke("open", name, "r"), target);
            }
        }
        finally
        {
            zip.Invoke("close");
        }
        return Any.None;
    }

    private static void CopyOut(Any source, string target)
    {
        var writer = Builtins.Find("open").Call(target, "wb");
        try
        {
            Modules.Import("shutil").Invoke("copyfileobj", source, writer);
        }
        finally
        {
            writer.Invoke("close");
            source.Invoke("close");
        }
    }
}
