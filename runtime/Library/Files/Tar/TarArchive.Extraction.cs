using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tar;

/// <summary>Taking members out.</summary>
internal sealed partial class TarArchive
{
    private static void Extraction(PyType type) => type
        .Method("extract", "self, member, path='', set_attrs=True, *, numeric_owner=False, filter=None", static a => Lib.Do(() =>
        {
            if (Self(a[0]).Extract(Self(a[0]).Member(a[1]), PathText.Of(a[2]).Text, a[3].Truth, Self(a[0]).Filter(a[5])) is var (entry, target) && a[3].Truth)
                SetAttributes(entry, target);
        }))
        .Method("extractall", "self, path='.', members=None, *, numeric_owner=False, filter=None", static a => Lib.Do(() =>
        {
            var self = Self(a[0]);
            self.CheckOpen("r");
            var folders = new List<(TarEntry Entry, string Target)>();
            var filter = self.Filter(a[4]);
            foreach (var given in a[2].IsNone ? a[0].Invoke("getmembers") : a[2])
                if (self.Extract(self.Member(given), PathText.Of(a[1]).Text, true, filter) is { } folder)
                    folders.Add(folder);
            // Times of folders change while files come into them.
            foreach (var (entry, target) in folders.OrderByDescending(static f => f.Target, StringComparer.Ordinal))
                SetAttributes(entry, target);
        }));

    /// <summary>The filter that is asked for; without one, that of Python 3.13, which warns of the one to come.</summary>
    private Any Filter(Any given)
    {
        if (given.IsNone)
            given = ((Any)this).Get("extraction_filter");
        if (!given.IsNone)
            return given;
        Warnings.Issue("Python 3.14 will, by default, filter extracted tar archives and reject files or modify their metadata. Use the filter argument to control this behavior.", DeprecationWarning.Type, 1, Any.None);
        return "fully_trusted";
    }

    private (TarEntry Entry, string Target)? Extract(TarEntry given, string folder, bool setsAttributes, Any filter)
    {
        CheckOpen("r");
        if (TarFilters.Apply(filter, given, folder).Ref is not TarEntry entry)
            return null;
        var target = PosixPaths.Join(folder, entry.Name.TrimEnd('/'));
        var os = Modules.Import("os");
        if (PosixPaths.Split(target).Head is { Length: > 0 } parent && !Directory.Exists(parent))
            os.Get("makedirs").Call(parent);
        if (entry.IsFolder)
        {
            if (!Directory.Exists(target))
                os.Get("mkdir").Call(target);
            return (entry, target);
        }
        if (entry.Kind == TarEntry.SymbolicLink)
        {
            File.Delete(target);
            os.Get("symlink").Call(entry.Target, target);
            return null;
        }
        if (entry.IsDevice)
            throw TarfileModule.ReadError("devices cannot be made");
        var data = DataOf(entry.Kind == TarEntry.HardLink ? Linked(entry) : entry);
        var file = Builtins.Get("open").Call(target, "wb");
        file.Invoke("write", PyBytes.Wrap(data));
        file.Invoke("close");
        if (setsAttributes)
            SetAttributes(entry, target);
        return null;
    }

    private static void SetAttributes(TarEntry entry, string target)
    {
        var os = Modules.Import("os");
        if (entry.Mode >= 0)
            os.Get("chmod").Call(target, entry.Mode);
        os.Get("utime").Call(target, PyTuple.Of(entry.Time, entry.Time));
    }
}
