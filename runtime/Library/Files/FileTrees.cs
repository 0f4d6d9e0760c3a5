using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.ShutilModule;

namespace Pytocs.Runtime.Library;

/// <summary>shutil: whole folders are copied, moved and removed.</summary>
internal static class FileTrees
{
    public static Any Ignoring(string[] patterns) => new PyFunction("ignore_patterns.<locals>._ignore_patterns", "path, names", (_, names)
        => new PySet<Any>(Operators.ToList(names).Where(n => Array.Exists(patterns, p => WildcardText.Fits(FileErrors.PathOf(n), p)))))
    { Module = "shutil" };

    public static Any Copy(Any from, Any to, bool links, Any ignore, Any copy, bool ignoreDangling, bool existing)
    {
        var (source, target) = (PathText.Of(from), PathText.Of(to));
        var entries = new FolderScan(source.Text).Entries().ToList();
        var ignored = ignore.IsNone ? [] : Operators.ToList(ignore.Call(PathText.Shown(from), Lib.List(entries.Select(static e => e.Name))));
        Operators.GetAttr(Modules.Import("os"), "makedirs").Call(new Arguments { to, { "exist_ok", existing } });
        var errors = new PyList<Any>();
        foreach (var entry in entries.Where(e => !ignored.Exists(i => Operators.Equal(i, e.Name))))
        {
            var (old, made) = (PosixPaths.Join(source.Text, P(entry.Name)), PosixPaths.Join(target.Text, P(entry.Name)));
            try
            {
                var isLink = entry.IsKind(0xa000, follow: false);
                if (isLink && links)
                    Posix.Check(Posix.SymbolicLink(Posix.C(OsFiles.ReadLink(old, old)), Posix.C(made)), old, made);
                else if (isLink && ignoreDangling && FileStatus.Read(old) is null)
                    continue;
                else if (entry.IsKind(0x4000, follow: true))
                    Copy(old, made, links, ignore, copy, ignoreDangling, existing);
                else
                    (copy.IsUnbound ? Operators.GetAttr(Modules.Import("shutil"), "copy2") : copy).Call(old, made);
            }
            catch (BaseException error) when (error.Class.IsSubclassOf(Error))
            {
                errors.ExtendAny(error.Args[0]);
            }
            catch (OSError error)
            {
                errors.Append(PyTuple.Of(old, made, Operators.Str(error)));
            }
        }
        CopyStatus(from, to, follow: true);
        return errors.Count > 0 ? throw Failure(Error, errors) : to;
    }

    public static void Remove(Any path, bool ignoreErrors, Any onError, Any onException)
    {
        void Report(string function, Any where, OSError error)
        {
            var called = Operators.GetAttr(Modules.Import("os"), function);
            if (ignoreErrors)
                return;
            if (!onException.IsNone)
                onException.Call(called, where, error);
            else if (!onError.IsNone)
                onError.Call(called, where, PyTuple.Of(error.Class, error, error.Traceback));
            else
                throw error;
        }
        void Below(PathText folder, Any shown)
        {
            List<DirEntry> entries;
            try
            {
                entries = [.. new FolderScan(shown).Entries()];
            }
            catch (OSError error)
            {
                Report("scandir", shown, error);
                return;
            }
            foreach (var entry in entries)
            {
                if (entry.IsKind(0x4000, follow: false))
                    Below(new PathText(P(entry.FullPath), folder.IsBytes), entry.FullPath);
                else
                    Try("unlink", entry.FullPath, isFolder: false);
            }
            Try("rmdir", shown, isFolder: true);
        }
        void Try(string function, Any where, bool isFolder)
        {
            try
            {
                OsFiles.Remove(where, function, isFolder);
            }
            catch (OSError error)
            {
                Report(function, where, error);
            }
        }
        var top = PathText.Of(path);
        try
        {
            if (FileStatus.Of(path, follow: false).IsLink)
                throw new OSError("Cannot call rmtree on a symbolic link");
        }
        catch (OSError error)
        {
            Report("lstat", path, error);
            return;
        }
        Below(top, PathText.Shown(path));
    }

    public static Any Move(Any from, Any to, Any copy)
    {
        var os = Modules.Import("os");
        var (source, target) = (PathText.Of(from), PathText.Of(to));
        var real = to;
        var isLink = FileStatus.Read(source.Text, follow: false) is { IsLink: true };
        if (FileStatus.Read(target.Text) is { IsDirectory: true } folder)
        {
            if (!isLink && FileStatus.Read(source.Text) is { } same && same.Inode == folder.Inode && same.Device == folder.Device)
                return os.Invoke("rename", from, to);
            var moved = PosixPaths.Join(target.Text, PosixPaths.Split(source.Text.TrimEnd('/')).Tail);
            real = target.Back(moved);
            if (FileStatus.Read(moved) is not null)
                throw Failure(Error, $"Destination path '{moved}' already exists");
        }
        try
        {
            os.Invoke("rename", from, real);
        }
        catch (OSError)
        {
            // Another device, or the target lies within.
            Carry(from, to, real, isLink, copy);
        }
        return real;
    }

    /// <summary>Moves by making a copy and removing what was copied.</summary>
    private static void Carry(Any from, Any to, Any real, bool isLink, Any copy)
    {
        var (os, shutil) = (Modules.Import("os"), Modules.Import("shutil"));
        if (isLink)
        {
            os.Invoke("symlink", os.Invoke("readlink", from), real);
            os.Invoke("unlink", from);
        }
        else if (FileStatus.Of(from).IsDirectory)
        {
            if (IsWithin(to, from))
                throw Failure(Error, $"Cannot move a directory '{Operators.Str(from)}' into itself '{Operators.Str(to)}'.");
            Copy(from, real, links: true, Any.None, copy, ignoreDangling: false, existing: false);
            shutil.Invoke("rmtree", from);
        }
        else
        {
            (copy.IsUnbound ? shutil.Get("copy2") : copy).Call(from, real);
            os.Invoke("unlink", from);
        }
    }

    /// <summary>Whether a path lies within a folder, or is the folder.</summary>
    public static bool IsWithin(Any path, Any folder)
    {
        static string Ended(Any path) => PosixPaths.Absolute(P(path)) is var text && text.EndsWith('/') ? text : text + "/";
        return Ended(path).StartsWith(Ended(folder), StringComparison.Ordinal);
    }
}
