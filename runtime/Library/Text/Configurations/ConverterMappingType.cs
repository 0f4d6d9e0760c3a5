using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Configurations;

/// <summary>A parser's <see href="https://docs.python.org/3.13/library/configparser.html#customizing-parser-behaviour">converters</see>, each of which gives it and its sections a method.</summary>
internal static class ConverterMappingType
{
    public static readonly PyType Type = PyType.Emitted("ConverterMapping", "configparser", AbstractMappings.MutableMapping)
        .Method("__init__", "self, parser", static (self, parser) => Lib.Do(() =>
        {
            self.Set("_parser", parser);
            var known = new PyDict<Any, Any>();
            foreach (var name in Operators.ToList(Builtins.Dir(parser)).Select(Operators.Str))
                if (name.Length > 3 && name.StartsWith("get", StringComparison.Ordinal) && Builtins.Callable(parser.Get(name)))
                    known[name[3..]] = Any.None;
            self.Set("_data", known);
        }))
        .Method("__getitem__", "self, key", static (self, key) => Operators.GetItem(self.Get("_data"), key))
        .Method("__setitem__", "self, key, value", static (self, key, value) => Lib.Do(() => Add(self, key, value)))
        .Method("__delitem__", "self, key", static (self, key) => Lib.Do(() => Remove(self, key)))
        .Method("__iter__", static self => Builtins.Iter(self.Get("_data")))
        .Method("__len__", static self => Operators.Len(self.Get("_data")));

    private static void Add(Any self, Any key, Any convert)
    {
        if (PyValueInstance.Unwrap(key).Ref is not string name)
            throw new ValueError($"Incompatible key: {Operators.Str(key)} (type: {Operators.Str(PyType.Of(key))})");
        if (name.Length == 0)
            throw new ValueError("Incompatible key: cannot use \"\" as a name");
        Operators.SetItem(self.Get("_data"), key, convert);
        var parser = self.Get("_parser");
        var getter = Modules.Import("functools").Get("partial").Call(new Arguments { parser.Get("_get_conv"), { "conv", convert } });
        Operators.SetAttr(getter, "converter", convert);
        Operators.SetAttr(parser, "get" + name, getter);
        foreach (var section in parser.Invoke("values"))
            SectionProxyType.SetGetter(section, "get" + name, getter);
    }

    private static void Remove(Any self, Any key)
    {
        if (PyValueInstance.Unwrap(key).Ref is not string { Length: > 0 } name)
            throw new KeyError(key);
        Operators.DelItem(self.Get("_data"), key);
        foreach (var owner in Operators.ToList(self.Get("_parser").Invoke("values")).Prepend(self.Get("_parser")))
        {
            try
            {
                Operators.DelAttr(owner, "get" + name);
            }
            catch (AttributeError)
            {
                // It had been taken away already.
            }
        }
    }
}
