using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Selectors;

/// <summary>From file objects to what a selector knows of them. See <see href="https://docs.python.org/3.13/library/selectors.html#selectors.BaseSelector.get_map">get_map</see>.</summary>
internal static class SelectorMapping
{
    public static readonly PyType Type = new ClassMaker("_SelectorMapping", "selectors")
        .Method("__init__", "selector", static (self, selector) => Lib.Do(() => self.Set("_selector", selector)))
        .Method("__len__", static self => Builtins.Len(Keys(self)))
        .Method("get", "self, fileobj, default=None", static a => Find(a[0], a[1]) is { IsUnbound: false } key ? key : a[2])
        .Method("__getitem__", "fileobj", static (self, file) => Find(self, file) is { IsUnbound: false } key ? key : throw SelectorTypes.NotRegistered(file))
        .Method("__iter__", static self => Builtins.Iter(Keys(self)))
        .Make((PyType)Modules.ImportFrom("collections.abc", "Mapping").Ref!);

    private static Any Keys(Any self) => self.Get("_selector").Get("_fd_to_key");

    private static Any Find(Any self, Any file)
    {
        var descriptor = self.Get("_selector").Invoke("_fileobj_lookup", file);
        return Keys(self).Contains(descriptor) ? Keys(self)[descriptor] : Any.Unbound;
    }
}
