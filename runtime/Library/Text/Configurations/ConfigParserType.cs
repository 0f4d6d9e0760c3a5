using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Configurations;

/// <summary>
/// The classes <see href="https://docs.python.org/3.13/library/configparser.html#configparser.RawConfigParser">RawConfigParser</see> and
/// <see href="https://docs.python.org/3.13/library/configparser.html#configparser.ConfigParser">ConfigParser</see>.
/// </summary>
internal static class ConfigParserType
{
    private const string Options = "self, defaults=None, dict_type=, allow_no_value=False, *, delimiters=, comment_prefixes=, inline_comment_prefixes=None, strict=True, "
        + "empty_lines_in_values=True, default_section='DEFAULT', interpolation=, converters=, allow_unnamed_section=False";

    private const string Getter = "self, section, option, *, raw=False, vars=None, fallback=, **kwargs";

    /// <summary>What says that an argument was not given, where None could be.</summary>
    public static readonly Any Unset = PyType.Object.Call();

    public static readonly Any Unnamed = ((Any)PyType.Emitted("_UnnamedSection", "configparser").Method("__repr__", static _ => "<UNNAMED_SECTION>")).Call();

    public static readonly PyType Raw = Declare();

    public static readonly PyType Parser = PyType.Emitted("ConfigParser", "configparser", Raw)
        .Attribute("_DEFAULT_INTERPOLATION", ((Any)Interpolations.Basic).Call())
        .Method("set", "self, section, option, value=None", static a => Lib.Do(() =>
        {
            CheckTypes(a[0], "", a[2], a[3]);
            ConfigSections.Set(a[0], a[1], a[2], a[3]);
        }))
        .Method("add_section", "self, section", static (self, section) => Lib.Do(() =>
        {
            CheckTypes(self, section, "", "");
            ConfigSections.Add(self, section);
        }))
        .Method("_read_defaults", "self, defaults", static (self, defaults) => Lib.Do(() =>
        {
            var held = self.Get("_interpolation");
            try
            {
                self.Set("_interpolation", ((Any)Interpolations.Plain).Call());
                self.Invoke("read_dict", new PyDict<Any, Any> { [self.Get("default_section")] = defaults });
            }
            finally
            {
                self.Set("_interpolation", held);
            }
        }));

    private static PyType Declare()
    {
        var booleans = new PyDict<Any, Any>();
        foreach (var (word, value) in ((string, bool)[])[("1", true), ("yes", true), ("true", true), ("on", true), ("0", false), ("no", false), ("false", false), ("off", false)])
            booleans[word] = value;
        var type = PyType.Emitted("RawConfigParser", "configparser", AbstractMappings.MutableMapping)
            .Attribute("_DEFAULT_INTERPOLATION", ((Any)Interpolations.Plain).Call())
            .Attribute("BOOLEAN_STATES", booleans)
            .Attribute("SECTCRE", Pattern("\\[(?P<header>.+)\\]"))
            .Attribute("OPTCRE", OptionPattern(["=", ":"], false))
            .Attribute("OPTCRE_NV", OptionPattern(["=", ":"], true))
            .Attribute("NONSPACECRE", Pattern("\\S"))
            .Method("__init__", Options, static a => Lib.Do(() => Initialise(a)), Builtins.Find("dict"), PyTuple.Of("=", ":"), PyTuple.Of("#", ";"), Unset, Unset)
            .Method("_read_defaults", "self, defaults", static (self, defaults) => Lib.Do(() =>
            {
                foreach (var (key, value) in Operators.MappingItems(defaults))
                    Operators.SetItem(self.Get("_defaults"), self.Invoke("optionxform", key), value);
            }))
            .Method("optionxform", "self, optionstr", static (_, option) => option.Invoke("lower"))
            .Property("converters", static self => self.Get("_converters"))
            .Method("_validate_value_types", "self, *, section='', option='', value=''", static a => Lib.Do(() => CheckTypes(a[0], a[1], a[2], a[3])))
            .Method("_convert_to_boolean", "self, value", static (self, value) => Boolean(self, value))
            .Method("_get_conv", "self, section, option, conv, *, raw=False, vars=None, fallback=, **kwargs", static a => Converted(a[0], a[1], a[2], a[3], a[4], a[5], a[6], Lib.Dict(a[7])), Unset);
        foreach (var (name, convert) in ((string, Func<Any, Any>)[])[("getint", static _ => Builtins.Find("int")), ("getfloat", static _ => Builtins.Find("float")), ("getboolean", static self => self.Get("_convert_to_boolean"))])
            type.Method(name, Getter, a => Converted(a[0], a[1], a[2], convert(a[0]), a[3], a[4], a[5], Lib.Dict(a[6])), Unset);
        ConfigSections.AddTo(type);
        ConfigMapping.AddTo(type);
        ConfigReader.AddTo(type);
        return type;
    }

    private static PyPattern Pattern(string text) => ReModule.Compile(text, (long)RegexFlags.Verbose);

    /// <summary>A line with an option: a name, and behind a delimiter its value, which may be missing.</summary>
    private static PyPattern OptionPattern(IEnumerable<string> delimiters, bool withoutValue)
    {
        var between = string.Join('|', delimiters.Select(static d => Operators.Str(ReModule.Escape(d))));
        return Pattern(withoutValue ? $"(?P<option>.*?)\\s*(?:(?P<vi>{between})\\s*(?P<value>.*))?$" : $"(?P<option>.*?)\\s*(?P<vi>{between})\\s*(?P<value>.*)$");
    }

    private static void Initialise(Any[] a)
    {
        var self = a[0];
        self.Set("_dict", a[2]);
        foreach (var part in (string[])["_sections", "_defaults"])
            self.Set(part, a[2].Call());
        self.Set("_converters", ((Any)ConverterMappingType.Type).Call(self));
        self.Set("_proxies", a[2].Call());
        Operators.SetItem(self.Get("_proxies"), a[9], ((Any)SectionProxyType.Type).Call(self, a[9]));
        var delimiters = Operators.ToList(a[4]);
        self.Set("_delimiters", new PyTuple([.. delimiters]));
        self.Set("_optcre", delimiters is [{ Ref: "=" }, { Ref: ":" }] ? self.Get(a[3].Truth ? "OPTCRE_NV" : "OPTCRE") : OptionPattern(delimiters.Select(Operators.Str), a[3].Truth));
        self.Set("_prefixes", PyTuple.Of(a[5].Truth ? new PyTuple([.. a[5]]) : PyTuple.Empty, a[6].Truth ? new PyTuple([.. a[6]]) : PyTuple.Empty));
        self.Set("_strict", a[7]);
        self.Set("_allow_no_value", a[3]);
        self.Set("_empty_lines_in_values", a[8]);
        self.Set("default_section", a[9]);
        var interpolation = Operators.Is(a[10], Unset) ? self.Get("_DEFAULT_INTERPOLATION") : a[10];
        if (interpolation.IsNone)
            interpolation = ((Any)Interpolations.Plain).Call();
        self.Set("_interpolation", interpolation);
        if (!Builtins.IsInstance(interpolation, Interpolations.Plain))
            throw new TypeError($"interpolation= must be None or an instance of Interpolation; got an object of type {Operators.Str(PyType.Of(interpolation))}");
        if (!Operators.Is(a[11], Unset))
            self.Get("_converters").Invoke("update", a[11]);
        if (a[1].Truth)
            self.Invoke("_read_defaults", a[1]);
        self.Set("_allow_unnamed_section", a[12]);
    }

    /// <exception cref="TypeError">One of them is no text, and may not be what it is.</exception>
    public static void CheckTypes(Any self, Any section, Any option, Any value)
    {
        static bool IsText(Any value) => PyValueInstance.Unwrap(value).Ref is string;
        if (!IsText(section))
            throw new TypeError("section names must be strings");
        if (!IsText(option))
            throw new TypeError("option keys must be strings");
        if ((!self.Get("_allow_no_value").Truth || value.Truth) && !IsText(value))
            throw new TypeError("option values must be strings");
    }

    private static Any Boolean(Any self, Any value)
    {
        var states = self.Get("BOOLEAN_STATES");
        var word = value.Invoke("lower");
        return Operators.Contains(states, word) ? Operators.GetItem(states, word) : throw new ValueError($"Not a boolean: {Operators.Str(value)}");
    }

    /// <summary>An option's value as something else than text.</summary>
    private static Any Converted(Any self, Any section, Any option, Any convert, Any raw, Any vars, Any fallback, PyDict further)
    {
        try
        {
            var call = new Arguments { section, option, { "raw", raw }, { "vars", vars } };
            foreach (var (name, value) in further.Entries())
                call.Add(Lib.Text(name), value);
            return convert.Call(self.Get("get").Call(call));
        }
        catch (PyException error) when (!Operators.Is(fallback, Unset) && (error.Class.IsSubclassOf(ConfigparserModule.NoSection) || error.Class.IsSubclassOf(ConfigparserModule.NoOption)))
        {
            return fallback;
        }
    }
}
