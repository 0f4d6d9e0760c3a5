using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Options;

/// <summary>The module <see href="https://docs.python.org/3.13/library/optparse.html">optparse</see>.</summary>
internal static class OptparseModule
{
    public const string SuppressHelp = "SUPPRESSHELP";
    public const string SuppressUsage = "SUPPRESSUSAGE";

    /// <summary>The value that says that an option has no default.</summary>
    public static readonly Any NoValue = PyTuple.Of("NO", "DEFAULT");

    private static readonly PyType s_error = new ClassMaker("OptParseError", "optparse")
        .Method("__init__", "msg", static (self, message) => Lib.Do(() => self.Set("msg", message)))
        .Method("__str__", static self => self.Get("msg"))
        .Make(PyException.Type);

    private static readonly PyType s_optionError = new ClassMaker("OptionError", "optparse")
        .Method("__init__", "self, msg, option", static a => Lib.Do(() =>
        {
            a[0].Set("msg", a[1]);
            a[0].Set("option_id", Operators.Str(a[2]));
        }))
        .Method("__str__", static self => self.Get("option_id").Truth ? $"option {Operators.Str(self.Get("option_id"))}: {Operators.Str(self.Get("msg"))}" : self.Get("msg"))
        .Make(s_error);

    private static readonly PyType s_conflict = new ClassMaker("OptionConflictError", "optparse").Make(s_optionError);
    private static readonly PyType s_badValue = new ClassMaker("OptionValueError", "optparse").Make(s_error);

    private static readonly PyType s_badOption = new ClassMaker("BadOptionError", "optparse")
        .Method("__init__", "opt_str", static (self, option) => Lib.Do(() => self.Set("opt_str", option)))
        .Method("__str__", static self => $"no such option: {Operators.Str(self.Get("opt_str"))}")
        .Make(s_error);

    private static readonly PyType s_ambiguous = new ClassMaker("AmbiguousOptionError", "optparse")
        .Method("__init__", "self, opt_str, possibilities", static a => Lib.Do(() =>
        {
            a[0].Set("opt_str", a[1]);
            a[0].Set("possibilities", a[2]);
        }))
        .Method("__str__", static self => $"ambiguous option: {Operators.Str(self.Get("opt_str"))} ({Str.JoinAny(", ", self.Get("possibilities"))}?)")
        .Make(s_badOption);

    private static readonly PyType s_values = new ClassMaker("Values", "optparse")
        .Method("__init__", "self, defaults=None", static a => Lib.Do(() =>
        {
            if (!a[1].IsNone)
                foreach (var (name, value) in Operators.MappingItems(a[1]))
                    a[0].Set(Operators.Str(name), value);
        }))
        .Method("__str__", static self => Operators.Str(self.Get("__dict__")))
        .Method("__repr__", static self => $"<Values at {Operators.Address(self.Ref!)}: {Operators.Str(self)}>")
        .Method("__eq__", "other", static (self, other) => PyType.Of(other).IsSubclassOf(s_values!) ? Operators.Compare(Comparison.Eq, self.Get("__dict__"), other.Get("__dict__"))
            : other.Ref is PyDict ? Operators.Compare(Comparison.Eq, self.Get("__dict__"), other) : Any.NotImplemented)
        .Method("ensure_value", "self, attr, value", static a =>
        {
            var name = Operators.Str(a[1]);
            if (Operators.GetAttr(a[0], name, Any.None).IsNone)
                a[0].Set(name, a[2]);
            return a[0].Get(name);
        })
        .Make(PyType.Object);

    public static PyModule Build() => new PyModule("optparse").Type(s_error).Type(s_optionError).Type(s_conflict).Type(s_badValue).Type(s_badOption).Type(s_ambiguous).Type(s_values)
        .Type(OptionDefinition.Type).Value("make_option", OptionDefinition.Type).Type(OptionContainer.Type).Type(OptionContainer.GroupType).Type(OptionParserType.Type)
        .Type(OptionHelp.BaseType).Type(OptionHelp.IndentedType).Type(OptionHelp.TitledType)
        .Function("_match_abbrev", "s, wordmap", static (word, known) => Abbreviated(Lib.Text(word), [.. Operators.ToList(known.Invoke("keys")).Select(Operators.Str)]))
        .Function("_parse_num", "val, type", static (text, type) => OptionTypes.Number(Lib.Text(text), type))
        .Value("check_builtin", OptionTypes.Builtin).Value("check_choice", OptionTypes.Choice)
        .Value("SUPPRESS_HELP", SuppressHelp).Value("SUPPRESS_USAGE", SuppressUsage).Value("NO_DEFAULT", NoValue);

    /// <summary>The only one of some words that begins with another, or is it.</summary>
    /// <exception cref="BaseException">BadOptionError: there is none, or more than one.</exception>
    public static string Abbreviated(string word, string[] known)
    {
        if (known.Contains(word))
            return word;
        var fitting = Array.FindAll(known, k => k.StartsWith(word, StringComparison.Ordinal));
        return fitting.Length == 1 ? fitting[0] : throw (fitting.Length == 0 ? BadOption(word) : Ambiguous(word, fitting.Order(StringComparer.Ordinal)));
    }

    public static Any NewValues(Any defaults) => ((Any)s_values).Call(defaults);

    public static BaseException OptionError(string message, Any option) => (BaseException)s_optionError.Call(message, option).Ref!;

    public static BaseException Conflict(string message, Any option) => (BaseException)s_conflict.Call(message, option).Ref!;

    public static BaseException BadValue(string message) => (BaseException)s_badValue.Call(message).Ref!;

    public static BaseException BadOption(string option) => (BaseException)s_badOption.Call(option).Ref!;

    public static BaseException Ambiguous(string option, IEnumerable<string> known) => (BaseException)s_ambiguous.Call(option, Lib.List(known)).Ref!;

    /// <summary>Whether an error is one of a command line rather than of the program.</summary>
    public static bool IsUserError(BaseException error) => error.Class.IsSubclassOf(s_badOption) || error.Class.IsSubclassOf(s_badValue);
}
