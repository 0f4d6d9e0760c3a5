using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The classes of configparser.</summary>
internal static class ConfigTypes
{
    private const string Options = "self, defaults=None, dict_type=None, allow_no_value=False, *, delimiters=None, comment_prefixes=None, inline_comment_prefixes=None, strict=True, "
        + "empty_lines_in_values=True, default_section='DEFAULT', interpolation=, converters=None";

    public static readonly PyType Plain = PyType.Emitted("Interpolation", "configparser");
    public static readonly PyType Basic = PyType.Emitted("BasicInterpolation", "configparser", Plain);
    public static readonly PyType Extended = PyType.Emitted("ExtendedInterpolation", "configparser", Plain);
    public static readonly PyType SectionProxy = SectionProxyObject.Declare();
    public static readonly PyType Raw = Declare();

    public static readonly PyType Parser = PyType.Emitted("ConfigParser", "configparser", Raw)
        .Method("__init__", Options, static a => Lib.Do(() =>
        {
            Self(a[0]).ChecksValues = true;
            Initialise(a, '%');
        }), Any.Unbound);

    private static ConfigParser Self(Any o) => ConfigParser.Self(o);

    private static string[] Prefixes(Any given, params string[] fallback)
        => given.IsNone ? fallback : PyValueInstance.Unwrap(given).Ref is string one ? [one] : [.. Operators.ToList(given).Select(Operators.Str)];

    private static void Initialise(Any[] a, char interpolation)
    {
        var self = Self(a[0]);
        self.AllowsNoValue = a[3].Truth;
        (self.Delimiters, self.CommentPrefixes, self.InlineCommentPrefixes) = (Prefixes(a[4], "=", ":"), Prefixes(a[5], "#", ";"), Prefixes(a[6]));
        (self.IsStrict, self.EmptyLinesInValues, self.DefaultSection) = (a[7].Truth, a[8].Truth, Operators.Str(a[9]));
        self.Interpolation = a[10].IsUnbound ? interpolation : a[10].IsNone ? ' ' : PyType.Of(a[10]).IsSubclassOf(Extended) ? '$' : PyType.Of(a[10]).IsSubclassOf(Basic) ? '%' : ' ';
        if (!a[11].IsNone)
            foreach (var (name, convert) in Operators.MappingItems(a[11]))
                self.Converters[name] = convert;
        if (!a[1].IsNone)
            foreach (var (key, value) in Operators.MappingItems(a[1]))
                self.Defaults[self.Key(key)] = value.IsNone ? value : Operators.Str(value);
    }

    private static PyType Declare()
    {
        var type = PyType.Emitted("RawConfigParser", "configparser", AbstractMappings.MutableMapping);
        type.New(static (cls, _) => LibraryObject.As(cls, new ConfigParser()));
        type.Method("__init__", Options, static a => Lib.Do(() => Initialise(a, ' ')), Any.Unbound)
            .Method("optionxform", "self, optionstr", static (_, option) => Str.Lower(Operators.Str(option)))
            .Method("defaults", static self => Self(self).Defaults)
            .Method("sections", static self => Lib.List(Self(self).Order))
            .Method("add_section", "self, section", static (self, name) => Lib.Do(() => Self(self).AddSection(name)))
            .Method("has_section", "self, section", static (self, name) => Self(self).Sections.ContainsKey(Operators.Str(name)))
            .Method("options", "self, section", static (self, name) => Lib.List(Self(self).Sections.ContainsKey(Operators.Str(name))
                ? Self(self).Find(Operators.Str(name)).Keys.Concat(Self(self).Defaults.Keys).Distinct()
                : throw ConfigparserModule.NoSection(Operators.Str(name))))
            .Method("has_option", "self, section, option", static (self, name, option) =>
                name.IsNone || !name.Truth ? Self(self).Defaults.ContainsKey(Self(self).Key(option))
                    : (Operators.Str(name) == Self(self).DefaultSection || Self(self).Sections.ContainsKey(Operators.Str(name))) && Self(self).Merged(Operators.Str(name), Any.None).ContainsKey(Self(self).Key(option)))
            .Method("get", "self, section, option, *, raw=False, vars=None, fallback=", static a => Self(a[0]).Get(Operators.Str(a[1]), a[2], a[3].Truth, a[4], a[5]), Any.Unbound)
            .Method("set", "self, section, option, value=None", static a => Lib.Do(() => Self(a[0]).Set(a[1].Truth ? Operators.Str(a[1]) : "", a[2], a[3])))
            .Method("remove_option", "self, section, option", static (self, name, option) => Self(self).Find(Operators.Str(name)).Remove(Self(self).Key(option)))
            .Method("remove_section", "self, section", static (self, name) => Self(self).Sections.Remove(Operators.Str(name)) && Self(self).Order.Remove(Operators.Str(name)))
            .Method("write", "self, fp, space_around_delimiters=True", static a => Lib.Do(() => a[1].Invoke("write", Self(a[0]).Write(a[2].Truth))));
        AddReading(type);
        AddMapping(type);
        return type;
    }

    private static void AddReading(PyType type)
    {
        Number(type, "getint", static v => Builtins.Find("int").Call(v));
        Number(type, "getfloat", static v => Builtins.Find("float").Call(v));
        Number(type, "getboolean", Boolean);
        type.Method("__getattr__", "self, name", static (self, name) => Operators.Str(name) is ['g', 'e', 't', ..] and var text && Self(self).Converters.TryGetValue(text[3..], out var convert)
                ? Getter(self, convert)
                : throw new AttributeError($"'{PyType.Of(self).Name}' object has no attribute '{Operators.Str(name)}'"))
            .Method("read_string", "self, string, source='<string>'", static a => Lib.Do(() => Self(a[0]).Read(Str.SplitLines(Lib.Text(a[1]), keepends: true), Operators.Str(a[2]))))
            .Method("read_file", "self, f, source=None", static a => Lib.Do(() => Self(a[0]).Read(
                Operators.ToList(a[1]).Select(Operators.Str), a[2].IsNone ? Operators.Str(Operators.GetAttr(a[1], "name", "<???>")) : Operators.Str(a[2]))))
            .Method("read", "self, filenames, encoding=None", static (self, names, encoding) =>
            {
                var done = new PyList<Any>();
                foreach (var name in PyValueInstance.Unwrap(names).Ref is string or PyBytes || Operators.HasAttr(names, "__fspath__") ? [names] : Operators.ToList(names))
                {
                    Any file;
                    try
                    {
                        file = OpenFunction.Open([name, "r", -1, encoding, Any.None, Any.None, true, Any.None]);
                    }
                    catch (OSError)
                    {
                        continue;
                    }
                    Self(self).Read(Str.SplitLines(Operators.Str(file.Invoke("read")), keepends: true), FileErrors.PathOf(name));
                    file.Invoke("close");
                    done.Append(PathText.Shown(name));
                }
                return done;
            })
            .Method("read_dict", "self, dictionary, source='<dict>'", static a => Lib.Do(() =>
            {
                foreach (var (name, options) in Operators.MappingItems(a[1]))
                {
                    var text = Operators.Str(name);
                    if (text != Self(a[0]).DefaultSection && !Self(a[0]).Sections.ContainsKey(text))
                        Self(a[0]).AddSection(text);
                    foreach (var (key, value) in Operators.MappingItems(options))
                        Self(a[0]).Set(text, Operators.Str(key), value.IsNone ? value : Operators.Str(value));
                }
            }));
    }

    private static Any Getter(Any self, Any convert) => new PyFunction("get", "section, option, *, raw=False, vars=None, fallback=", (Any[] a) => Converted(self, a[0], a[1], a[2], a[3], a[4], convert.Call), Any.Unbound);

    private static Any Converted(Any self, Any section, Any option, Any raw, Any vars, Any fallback, Func<Any, Any> convert)
    {
        var value = Self(self).Get(Operators.Str(section), option, raw.Truth, vars, fallback.IsUnbound ? Any.Unbound : Any.NotImplemented);
        return value.IsNotImplemented ? fallback : convert(value);
    }

    private static void Number(PyType type, string name, Func<Any, Any> convert)
        => type.Method(name, "self, section, option, *, raw=False, vars=None, fallback=", a => Converted(a[0], a[1], a[2], a[3], a[4], a[5], convert), Any.Unbound);

    internal static Any Boolean(Any value) => Str.Lower(Operators.Str(value)) switch
    {
        "1" or "yes" or "true" or "on" => true,
        "0" or "no" or "false" or "off" => false,
        _ => throw new ValueError($"Not a boolean: {Operators.Str(value)}"),
    };

    private static void AddMapping(PyType type) => type
        .Method("items", "self, section=, raw=False, vars=None", static a =>
        {
            if (a[1].IsUnbound)
                return Lib.List(Operators.ToList(a[0]).Select(n => (Any)PyTuple.Of(n, Operators.GetItem(a[0], n))));
            var name = Operators.Str(a[1]);
            _ = Self(a[0]).Find(name);
            return Lib.List(Self(a[0]).Merged(name, a[3]).Keys.ToArray().Select(k => (Any)PyTuple.Of(k, Self(a[0]).Get(name, k, a[2].Truth, a[3], Any.Unbound))));
        }, Any.Unbound)
        .Method("__getitem__", "self, key", static (self, key) => Operators.Str(key) is var name && (name == Self(self).DefaultSection || Self(self).Sections.ContainsKey(name)) ? new SectionProxyObject(Self(self), name) : throw new KeyError(key))
        .Method("__setitem__", "self, key, value", static (self, key, value) => Lib.Do(() =>
        {
            var name = Operators.Str(key);
            if (name == Self(self).DefaultSection)
                Self(self).Defaults.Clear();
            else if (Self(self).Sections.TryGetValue(name, out var section))
                section.Clear();
            self.Invoke("read_dict", new PyDict<Any, Any> { [key] = value });
        }))
        .Method("__delitem__", "self, key", static (self, key) => Operators.Str(key) == Self(self).DefaultSection ? throw new ValueError("Cannot remove the default section.")
            : self.Invoke("remove_section", key).Truth ? Any.None : throw new KeyError(key))
        .Method("__contains__", "self, key", static (self, key) => Operators.Str(key) == Self(self).DefaultSection || Self(self).Sections.ContainsKey(Operators.Str(key)))
        .Method("__len__", static self => Self(self).Order.Count + 1)
        .Method("__iter__", static self => Builtins.Iter(Lib.List([Self(self).DefaultSection, .. Self(self).Order])))
        .Property("default_section", static self => Self(self).DefaultSection);

    /// <summary>A section as a mapping.</summary>
    internal sealed class SectionProxyObject(ConfigParser parser, string name) : PyObject
    {
        public override PyType Class => SectionProxy;

        private static (ConfigParser Parser, string Name) Of(Any o) => ((SectionProxyObject)o.Ref!).Parts;

        private (ConfigParser, string) Parts => (parser, name);

        private static PyList<Any> Keys(Any self)
        {
            var (parser, name) = Of(self);
            return Lib.List(name == parser.DefaultSection ? parser.Defaults.Keys : parser.Find(name).Keys.Concat(parser.Defaults.Keys).Distinct());
        }

        public static PyType Declare()
        {
            var type = PyType.Emitted("SectionProxy", "configparser", AbstractMappings.MutableMapping)
                .Method("__getitem__", "self, key", static (self, key) => Of(self) is var (p, n) && p.Merged(n, Any.None).ContainsKey(p.Key(key)) ? p.Get(n, key, raw: false, Any.None, Any.Unbound) : throw new KeyError(key))
                .Method("__setitem__", "self, key, value", static (self, key, value) => Lib.Do(() => Of(self).Parser.Set(Of(self).Name, key, value)))
                .Method("__delitem__", "self, key", static (self, key) => Of(self) is var (p, n) && p.Find(n).Remove(p.Key(key)) ? Any.None : throw new KeyError(key))
                .Method("__contains__", "self, key", static (self, key) => Of(self) is var (p, n) && p.Merged(n, Any.None).ContainsKey(p.Key(key)))
                .Method("__len__", static self => Keys(self).Count)
                .Method("__iter__", static self => Builtins.Iter(Keys(self)))
                .Method("__repr__", static self => $"<Section: {Of(self).Name}>")
                .Property("name", static self => Of(self).Name)
                .Property("parser", static self => Of(self).Parser)
                .Method("get", "self, option, fallback=None, *, raw=False, vars=None", static a => Of(a[0]) is var (p, n) ? p.Get(n, a[1], a[3].Truth, a[4], a[2]) : Any.None)
                .Method("__getattr__", "self, name", static (self, name) => Of(self) is var (p, n) && p.Converters.TryGetValue(Operators.Str(name) is ['g', 'e', 't', .. var rest] ? rest : "", out var convert)
                    ? new PyFunction("get", "option, fallback=None, *, raw=False, vars=None", (Any[] a) => Converted(p, n, a[0], a[2], a[3], a[1], convert.Call))
                    : throw new AttributeError($"'SectionProxy' object has no attribute '{Operators.Str(name)}'"));
            foreach (var (name, convert) in ((string, Func<Any, Any>)[])[("getint", static v => Builtins.Find("int").Call(v)), ("getfloat", static v => Builtins.Find("float").Call(v)), ("getboolean", Boolean)])
                type.Method(name, "self, option, fallback=None, *, raw=False, vars=None", a => Of(a[0]) is var (p, n) ? Converted(p, n, a[1], a[3], a[4], a[2], convert) : Any.None);
            return type;
        }
    }
}
