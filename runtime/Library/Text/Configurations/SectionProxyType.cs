using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Configurations;

/// <summary>A section as a mapping: <see href="https://docs.python.org/3.13/library/configparser.html#configparser.SectionProxy">SectionProxy</see>.</summary>
internal static class SectionProxyType
{
    public static readonly PyType Type = PyType.Emitted("SectionProxy", "configparser", AbstractMappings.MutableMapping)
        .Method("__init__", "self, parser, name", static (self, parser, name) => Lib.Do(() =>
        {
            self.Set("_parser", parser);
            self.Set("_name", name);
            foreach (var kind in parser.Get("converters"))
                SetGetter(self, "get" + Operators.Str(kind), parser.Get("get" + Operators.Str(kind)));
        }))
        .Method("__repr__", static self => $"<Section: {Operators.Str(Name(self))}>")
        .Method("__getitem__", "self, key", static (self, key) => Has(self, key) ? Parser(self).Invoke("get", Name(self), key) : throw new KeyError(key))
        .Method("__setitem__", "self, key, value", static (self, key, value) => Lib.Do(() =>
        {
            Parser(self).Get("_validate_value_types").Call(new Arguments { { "option", key }, { "value", value } });
            Parser(self).Invoke("set", Name(self), key, value);
        }))
        .Method("__delitem__", "self, key", static (self, key) => Has(self, key) && Parser(self).Invoke("remove_option", Name(self), key).Truth ? Any.None : throw new KeyError(key))
        .Method("__contains__", "self, key", static (self, key) => Has(self, key))
        .Method("__len__", static self => Operators.Len(Options(self)))
        .Method("__iter__", static self => Builtins.Iter(Options(self)))
        .Property("parser", static self => Parser(self))
        .Property("name", static self => Name(self))
        .Method("get", "self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs", static a =>
        {
            var call = new Arguments { Name(a[0]), a[1], { "raw", a[3] }, { "vars", a[4] }, { "fallback", a[2] } };
            foreach (var (name, value) in Lib.Dict(a[6]).Entries())
                call.Add(Lib.Text(name), value);
            return (a[5].Truth ? a[5] : Parser(a[0]).Get("get")).Call(call);
        });

    /// <summary>Gives a section a method that reads options by another of its parser's.</summary>
    public static void SetGetter(Any section, string name, Any getter)
        => Operators.SetAttr(section, name, Modules.Import("functools").Get("partial").Call(new Arguments { section.Get("get"), { "_impl", getter } }));

    private static Any Parser(Any self) => self.Get("_parser");

    private static Any Name(Any self) => self.Get("_name");

    private static bool Has(Any self, Any key) => Parser(self).Invoke("has_option", Name(self), key).Truth;

    private static Any Options(Any self) => Operators.Equal(Name(self), Parser(self).Get("default_section")) ? Parser(self).Invoke("defaults") : Parser(self).Invoke("options", Name(self));
}
