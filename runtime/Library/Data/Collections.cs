using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/collections.html">collections</see>.</summary>
internal static class CollectionsModule
{
    /// <summary>Modules that import <c>collections.abc</c> themselves, after which it is an attribute of its package.</summary>
    private static readonly string[] s_importers =
        ["collections.abc", "typing", "unittest", "asyncio", "inspect", "dataclasses", "logging", "traceback", "configparser", "concurrent.futures", "selectors", "socket", "subprocess"];

    public static PyModule Build()
    {
        return new PyModule("collections")
            .Type(DefaultDictType.Type).Type(OrderedDictType.Type).Type(CounterType.Type).Type(PyDeque.Type)
            .Function("_count_elements", "mapping, iterable, /", static (mapping, items) => Lib.Do(() =>
            {
                foreach (var item in Operators.Iter(items))
                    mapping.SetItem(item, mapping.Invoke("get", item, 0) + 1);
            }))
            .Function("namedtuple", "typename, field_names, *, rename=False, defaults=None, module=None", static a => NamedTuples.FromCall(a))
            .Member("abc", static () => s_importers.Any(static m => Modules.Loaded.ContainsKey(m)) ? Modules.Import("collections.abc") : Any.Unbound)
            .Value("ChainMap", ChainMap.Type).Type(UserClasses.Dict).Type(UserClasses.List).Type(UserClasses.String);
    }
}
