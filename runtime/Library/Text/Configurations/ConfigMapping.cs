using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Configurations;

/// <summary>A configuration as a <see href="https://docs.python.org/3.13/library/configparser.html#mapping-protocol-access">mapping</see> of its sections.</summary>
internal static class ConfigMapping
{
    public static void AddTo(PyType type) => type
        .Method("items", "self, section=, raw=False, vars=None", static a => Operators.Is(a[1], ConfigParserType.Unset) ? ((Any)AbstractMappings.MutableMapping).Get("items").Call(a[0]) : Items(a[0], a[1], a[2].Truth, a[3]), ConfigParserType.Unset)
        .Method("popitem", static self =>
        {
            foreach (var name in self.Invoke("sections"))
            {
                var section = Operators.GetItem(self, name);
                Operators.DelItem(self, name);
                return PyTuple.Of(name, section);
            }
            throw new KeyError();
        })
        .Method("__getitem__", "self, key", static (self, key) => IsDefault(self, key) || self.Invoke("has_section", key).Truth ? Operators.GetItem(self.Get("_proxies"), key) : throw new KeyError(key))
        .Method("__setitem__", "self, key, value", static (self, key, value) => Lib.Do(() => Replace(self, key, value)))
        .Method("__delitem__", "self, key", static (self, key) => Lib.Do(() =>
        {
            if (IsDefault(self, key))
                throw new ValueError("Cannot remove the default section.");
            if (!self.Invoke("has_section", key).Truth)
                throw new KeyError(key);
            self.Invoke("remove_section", key);
        }))
        .Method("__contains__", "self, key", static (self, key) => IsDefault(self, key) || self.Invoke("has_section", key).Truth)
        .Method("__len__", static self => Operators.Len(self.Get("_sections")) + 1)
        .Method("__iter__", static self => Builtins.Iter(Lib.List([self.Get("default_section"), .. Operators.ToList(self.Get("_sections").Invoke("keys"))])));

    private static bool IsDefault(Any self, Any section) => Operators.Equal(section, self.Get("default_section"));

    /// <summary>Names and values of a section's options.</summary>
    private static PyList<Any> Items(Any self, Any section, bool raw, Any vars)
    {
        var all = self.Get("_defaults").Invoke("copy");
        if (ConfigSections.TryGet(self.Get("_sections"), section, out var options))
            all.Invoke("update", options);
        else if (!IsDefault(self, section))
            throw ConfigparserModule.Failure(ConfigparserModule.NoSection, section);
        var names = Operators.ToList(all.Invoke("keys"));
        if (vars.Truth)
            foreach (var (key, value) in Operators.MappingItems(vars))
                Operators.SetItem(all, self.Invoke("optionxform", key), value);
        return Lib.List(names.Select(name =>
        {
            var value = Operators.GetItem(all, name);
            return (Any)PyTuple.Of(name, raw ? value : self.Get("_interpolation").Get("before_get").Call(new Arguments { self, section, name, value, all }));
        }));
    }

    private static void Replace(Any self, Any key, Any value)
    {
        if (Operators.Contains(self, key) && Operators.Is(Operators.GetItem(self, key), value))
            return;
        if (IsDefault(self, key))
            self.Get("_defaults").Invoke("clear");
        else if (ConfigSections.TryGet(self.Get("_sections"), key, out var options))
            options.Invoke("clear");
        self.Invoke("read_dict", new PyDict<Any, Any> { [key] = value });
    }
}
