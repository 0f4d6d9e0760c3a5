using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>What is known of a module that can be imported: <see href="https://docs.python.org/3.13/library/importlib.html#importlib.machinery.ModuleSpec">ModuleSpec</see>.</summary>
internal static class ModuleSpec
{
    public static readonly PyType Type = new ClassMaker("ModuleSpec", "_frozen_importlib")
        .Method("__init__", "self, name, loader, *, origin=None, loader_state=None, is_package=None", static a => Lib.Do(() =>
        {
            a[0].Set("name", a[1]);
            a[0].Set("loader", a[2]);
            a[0].Set("origin", a[3]);
            a[0].Set("loader_state", a[4]);
            a[0].Set("submodule_search_locations", a[5].Truth ? new PyList<Any>() : Any.None);
            a[0].Set("_uninitialized_submodules", new PyList<Any>());
            a[0].Set("_set_fileattr", false);
            a[0].Set("_cached", Any.None);
        }), Any.None, Any.None, Any.None)
        .Property("cached", static self => Cached(self), static (self, value) => self.Set("_cached", value))
        .Property("parent", static self => self.Get("submodule_search_locations").IsNone ? Parent(Operators.Str(self.Get("name"))) : self.Get("name"))
        .Property("has_location", static self => self.Get("_set_fileattr"), static (self, value) => self.Set("_set_fileattr", value.Truth))
        .Method("__repr__", static self => Text(self))
        .Method("__eq__", "other", static (self, other) => Equal(self, other))
        .Make();

    private static readonly string[] s_compared = ["name", "loader", "origin", "submodule_search_locations", "cached", "has_location"];

    /// <summary>The spec of a module.</summary>
    /// <param name="name">Its dotted name.</param>
    /// <param name="loader">What loads it.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="locations">The folders of a package; None for other modules.</param>
    /// <param name="hasLocation">Whether the origin is a file.</param>
    public static Any Make(Any name, Any loader, Any origin, Any locations, bool hasLocation)
    {
        var spec = ((Any)Type).Call(name, loader);
        spec.Set("origin", origin);
        spec.Set("submodule_search_locations", locations);
        spec.Set("_set_fileattr", hasLocation);
        return spec;
    }

    /// <summary>The package that a module is in; empty for one that is in none.</summary>
    public static string Parent(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name[..dot] : "";

    private static Any Cached(Any self)
    {
        if (!self.Get("_cached").IsNone || self.Get("origin").Ref is not string origin || !self.Get("_set_fileattr").Truth)
            return self.Get("_cached");
        if (origin.EndsWith(".pyc", StringComparison.Ordinal))
            self.Set("_cached", origin);
        else if (origin.EndsWith(".py", StringComparison.Ordinal) && !Modules.Import("sys").Get("implementation").Get("cache_tag").IsNone)
            self.Set("_cached", CompiledFiles.OfSource(origin));
        return self.Get("_cached");
    }

    private static string Text(Any self)
    {
        var parts = new List<string> { $"name={Operators.Repr(self.Get("name"))}", $"loader={Operators.Repr(self.Get("loader"))}" };
        foreach (var part in (string[])["origin", "submodule_search_locations"])
            if (self.Get(part) is { IsNone: false } value)
                parts.Add($"{part}={Operators.Repr(value)}");
        return $"{PyType.Of(self).Name}({string.Join(", ", parts)})";
    }

    private static Any Equal(Any self, Any other)
    {
        foreach (var name in s_compared)
            if (Operators.GetAttr(other, name, Any.Unbound) is var value && (value.IsUnbound || !Operators.Equal(self.Get(name), value)))
                return value.IsUnbound ? Any.NotImplemented : false;
        return true;
    }
}
