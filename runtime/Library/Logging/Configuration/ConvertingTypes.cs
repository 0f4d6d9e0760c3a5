using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>
/// The containers of a configuration: what is read from one is converted first, so that <c>cfg://</c> and <c>ext://</c> mean what they
/// refer to. See <see href="https://docs.python.org/3.13/library/logging.config.html#access-to-internal-objects">access to internal objects</see>.
/// </summary>
internal static class ConvertingTypes
{
    private const string Module = "logging.config";

    public static readonly PyType Mixin = new ClassMaker("ConvertingMixin", Module)
        .Method("convert_with_key", "self, key, value, replace=True", static a => Convert(a[0], a[2], a[1], a[3].Truth))
        .Method("convert", "value", static (self, value) => Convert(self, value, Any.Unbound, replace: false))
        .Make();

    public static readonly PyType Dict = new ClassMaker("ConvertingDict", Module)
        .Method("__getitem__", "key", static (self, key) => WithKey(self, key, LogState.Base(DictType.Type, "__getitem__", self, key), true))
        .Method("get", "self, key, default=None", static a => WithKey(a[0], a[1], LogState.Base(DictType.Type, "get", a[0], a[1], a[2]), true))
        .Method("pop", "self, key, default=None", static a => WithKey(a[0], a[1], LogState.Base(DictType.Type, "pop", a[0], a[1], a[2]), false))
        .Make(DictType.Type, Mixin);

    public static readonly PyType List = new ClassMaker("ConvertingList", Module)
        .Method("__getitem__", "key", static (self, key) => WithKey(self, key, LogState.Base(ListType.Type, "__getitem__", self, key), true))
        .Method("pop", "idx=-1", static (self, index) => self.Invoke("convert", LogState.Base(ListType.Type, "pop", self, index)))
        .Make(ListType.Type, Mixin);

    public static readonly PyType Tuple = new ClassMaker("ConvertingTuple", Module)
        .Method("__getitem__", "key", static (self, key) => WithKey(self, key, LogState.Base(TupleType.Type, "__getitem__", self, key), false))
        .Make(TupleType.Type, Mixin);

    private static Any WithKey(Any self, Any key, Any value, bool replace) => self.Invoke("convert_with_key", key, value, replace);

    private static Any Convert(Any self, Any value, Any key, bool replace)
    {
        var result = self.Get("configurator").Invoke("convert", value);
        if (Operators.Is(value, result))
            return result;
        if (replace)
            self.SetItem(key, result);
        if (PyType.Of(result) is var type && (type == Dict || type == List || type == Tuple))
        {
            result.Set("parent", self);
            if (!key.IsUnbound)
                result.Set("key", key);
        }
        return result;
    }
}
