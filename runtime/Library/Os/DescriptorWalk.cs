using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/os.html#os.fwalk">os.fwalk</see>: folders, what is in them, and a descriptor of each that is open while the caller looks.</summary>
internal static class DescriptorWalk
{
    private const int Folder = 0x4000, KindMask = 0xf000;

    /// <exception cref="OSError">The first folder cannot be opened.</exception>
    public static IEnumerable<Any> Of(Any top, bool topDown, Any onError, bool follow, Any parent)
    {
        var os = Modules.Import("os");
        top = os.Invoke("fspath", top);
        return Walk(os, top, top, topDown, onError, follow, parent, isFirst: true);
    }

    private static IEnumerable<Any> Walk(Any os, Any name, Any path, bool topDown, Any onError, bool follow, Any parent, bool isFirst)
    {
        if (Open(os, name, onError, follow, parent, isFirst) is not { IsNone: false } descriptor)
            yield break;
        try
        {
            PyList<Any> folders = new(), others = new();
            List(os, descriptor, top: path, folders, others);
            var step = PyTuple.Of(path, folders, others, descriptor);
            if (topDown)
                yield return step;
            var inner = os.Get("path").Invoke("join", path, path.Ref is PyBytesBase ? new PyBytes([]) : "");
            foreach (var folder in folders.ToArray())
                foreach (var found in Walk(os, folder, inner + folder, topDown, onError, follow, descriptor, isFirst: false))
                    yield return found;
            if (!topDown)
                yield return step;
        }
        finally
        {
            os.Invoke("close", descriptor);
        }
    }

    /// <summary>A folder's descriptor; None where it is no folder any more, or a link to one that is not followed.</summary>
    private static Any Open(Any os, Any name, Any onError, bool follow, Any parent, bool isFirst)
    {
        Any descriptor;
        var before = Any.None;
        try
        {
            if (!follow)
                before = os.Invoke("stat", new Arguments { name, { "follow_symlinks", false }, { "dir_fd", parent } });
            descriptor = os.Invoke("open", new Arguments { name, os.Get("O_RDONLY") | os.Get("O_NONBLOCK"), { "dir_fd", parent } });
        }
        catch (OSError error) when (!isFirst)
        {
            if (!onError.IsNone)
                onError.Call(error);
            return Any.None;
        }
        if (follow || (Lib.Int(before.Get("st_mode")) & KindMask) == Folder && os.Get("path").Invoke("samestat", before, os.Invoke("stat", descriptor)).Truth)
            return descriptor;
        os.Invoke("close", descriptor);
        return Any.None;
    }

    private static void List(Any os, Any descriptor, Any top, PyList<Any> folders, PyList<Any> others)
    {
        foreach (var entry in new FolderScan(descriptor).Entries())
        {
            var name = top.Ref is PyBytesBase ? os.Invoke("fsencode", entry.Name) : entry.Name;
            (entry.IsKind(Folder, follow: true) ? folders : others).Append(name);
        }
    }
}
