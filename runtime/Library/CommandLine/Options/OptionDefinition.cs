using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.Options.OptparseModule;

namespace Pytocs.Runtime.Library.Options;

/// <summary>One option: <see href="https://docs.python.org/3.13/library/optparse.html#defining-options">optparse.Option</see>.</summary>
internal static class OptionDefinition
{
    private static readonly string[] s_attributes = ["action", "type", "dest", "default", "nargs", "const", "choices", "callback", "callback_args", "callback_kwargs", "help", "metavar"];
    private static readonly string[] s_actions = ["store", "store_const", "store_true", "store_false", "append", "append_const", "count", "callback", "help", "version"];
    private static readonly string[] s_stores = ["store", "store_const", "store_true", "store_false", "append", "append_const", "count"];
    private static readonly string[] s_typed = ["store", "append", "callback"];
    private static readonly string[] s_types = ["string", "int", "long", "float", "complex", "choice"];
    private static readonly string[] s_constants = ["store_const", "append_const"];

    public static readonly PyType Type = Create();

    private static PyType Create()
    {
        var type = new ClassMaker("Option", "optparse");
        foreach (var (name, list) in ((string, string[])[])[("ATTRS", s_attributes), ("ACTIONS", s_actions), ("STORE_ACTIONS", s_stores), ("TYPED_ACTIONS", s_typed), ("ALWAYS_TYPED_ACTIONS", ["store", "append"]), ("CONST_ACTIONS", s_constants), ("TYPES", s_types)])
            type.Attribute(name, name is "ATTRS" ? Lib.List(list) : new PyTuple([.. list.Select(static t => (Any)t)]));
        return type.Attribute("TYPE_CHECKER", OptionTypes.Checkers)
            .Method("__init__", "self, *opts, **attrs", static a => Lib.Do(() => Initialise(a[0], Lib.Tuple(a[1]), Lib.Dict(a[2]))))
            .Method("__str__", static self => string.Join('/', Names(self)))
            .Method("__repr__", static self => $"<Option at {Operators.Address(self.Ref!)}: {Operators.Str(self)}>")
            .Method("takes_value", static self => !self.Get("type").IsNone)
            .Method("get_opt_string", static self => Names(self) is var names && names.Find(static n => n.StartsWith("--", StringComparison.Ordinal)) is { } name ? name : Names(self)[0])
            .Method("check_value", "self, opt, value", static a => a[0].Get("TYPE_CHECKER").Invoke("get", a[0].Get("type")) is { IsNone: false } checker ? checker.Call(a[0], a[1], a[2]) : a[2])
            .Method("convert_value", "self, opt, value", static a => a[2].IsNone ? Any.None
                : Operators.Compare(Comparison.Eq, a[0].Get("nargs"), 1).Truth ? a[0].Invoke("check_value", a[1], a[2])
                : new PyTuple([.. Operators.ToList(a[2]).Select(v => a[0].Invoke("check_value", a[1], v))]))
            .Method("process", "self, opt, value, values, parser", static a => a[0].Invoke("take_action", new Arguments { a[0].Get("action"), a[0].Get("dest"), a[1], a[0].Invoke("convert_value", a[1], a[2]), a[3], a[4] }))
            .Method("take_action", "self, action, dest, opt, value, values, parser", static a => Act(a[0], Operators.Str(a[1]), a[2], a[3], a[4], a[5], a[6]))
            .Make(PyType.Object);
    }

    /// <summary>All its names, the short ones first.</summary>
    public static List<string> Names(Any self) => [.. Operators.ToList(self.Get("_short_opts")).Concat(Operators.ToList(self.Get("_long_opts"))).Select(Operators.Str)];

    private static void Initialise(Any self, PyTuple names, PyDict attributes)
    {
        var (shorts, longs) = (new PyList<Any>(), new PyList<Any>());
        self.Set("_short_opts", shorts);
        self.Set("_long_opts", longs);
        var given = names.Where(static n => n.Truth).Select(Operators.Str).ToList();
        if (given.Count == 0)
            throw new TypeError("at least one option string must be supplied");
        foreach (var name in given)
        {
            if (name.Length < 2)
                throw OptionError($"invalid option string {Str.Repr(name)}: must be at least two characters long", self);
            if (name.Length == 2 && !(name[0] == '-' && name[1] != '-'))
                throw OptionError($"invalid short option string {Str.Repr(name)}: must be of the form -x, (x any non-dash char)", self);
            if (name.Length > 2 && !(name.StartsWith("--", StringComparison.Ordinal) && name[2] != '-'))
                throw OptionError($"invalid long option string {Str.Repr(name)}: must start with --, followed by non-dash", self);
            (name.Length == 2 ? shorts : longs).Append(name);
        }
        foreach (var name in Operators.ToList(self.Get("ATTRS")).Select(Operators.Str))
            self.Set(name, attributes.TryGetAny(name, out var value) ? value : name == "default" ? NoValue : Any.None);
        if (attributes.Entries().Select(static e => Operators.Str(e.Key)).Except(Operators.ToList(self.Get("ATTRS")).Select(Operators.Str)).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } unknown)
            throw OptionError($"invalid keyword arguments: {string.Join(", ", unknown)}", self);
        CheckAll(self, given);
    }

    private static void CheckAll(Any self, List<string> names)
    {
        if (self.Get("action").IsNone)
            self.Set("action", "store");
        var action = Operators.Str(self.Get("action"));
        var shown = Operators.Repr(self.Get("action"));
        if (!self.Get("ACTIONS").Contains(action))
            throw OptionError($"invalid action: {shown}", self);
        var type = self.Get("type");
        if (type.IsNone && self.Get("ALWAYS_TYPED_ACTIONS").Contains(action))
            self.Set("type", self.Get("choices").IsNone ? "string" : "choice");
        else if (!type.IsNone)
            CheckType(self, type, action, shown);
        CheckChoices(self);
        if (self.Get("dest").IsNone && (self.Get("STORE_ACTIONS").Contains(action) || !self.Get("type").IsNone))
            self.Set("dest", names.Find(static n => n.StartsWith("--", StringComparison.Ordinal)) is { } name ? name[2..].Replace('-', '_') : names[0][1..]);
        if (!self.Get("CONST_ACTIONS").Contains(action) && !self.Get("const").IsNone)
            throw OptionError($"'const' must not be supplied for action {shown}", self);
        if (self.Get("TYPED_ACTIONS").Contains(action))
        {
            if (self.Get("nargs").IsNone)
                self.Set("nargs", 1);
        }
        else if (!self.Get("nargs").IsNone)
        {
            throw OptionError($"'nargs' must not be supplied for action {shown}", self);
        }
        CheckCallback(self, action);
    }

    private static void CheckType(Any self, Any type, string action, string shown)
    {
        var name = type.Ref is PyType cls ? cls.Name : Operators.Str(type);
        self.Set("type", name == "str" ? "string" : name);
        if (!self.Get("TYPES").Contains(self.Get("type")))
            throw OptionError($"invalid option type: {Operators.Repr(self.Get("type"))}", self);
        if (!self.Get("TYPED_ACTIONS").Contains(action))
            throw OptionError($"must not supply a type for action {shown}", self);
    }

    private static void CheckChoices(Any self)
    {
        var choices = self.Get("choices");
        if (self.Get("type").Ref is "choice")
        {
            if (choices.IsNone)
                throw OptionError("must supply a list of choices for type 'choice'", self);
            if (choices.Ref is not (PyList or PyTuple))
                throw OptionError($"choices must be a list of strings ('{PyType.Of(choices).Name}' supplied)", self);
        }
        else if (!choices.IsNone)
        {
            throw OptionError($"must not supply choices for type {Operators.Repr(self.Get("type"))}", self);
        }
    }

    private static void CheckCallback(Any self, string action)
    {
        if (action != "callback")
        {
            foreach (var (name, words) in ((string, string)[])[("callback", $"callback supplied ({Operators.Repr(self.Get("callback"))})"), ("callback_args", "callback_args supplied"), ("callback_kwargs", "callback_kwargs supplied")])
                if (!self.Get(name).IsNone)
                    throw OptionError($"{words} for non-callback option", self);
            return;
        }
        if (!Builtins.Get("callable").Call(self.Get("callback")).Truth)
            throw OptionError($"callback not callable: {Operators.Repr(self.Get("callback"))}", self);
        if (self.Get("callback_args") is { IsNone: false, Ref: not PyTuple } args)
            throw OptionError($"callback_args, if supplied, must be a tuple: not {Operators.Repr(args)}", self);
        if (self.Get("callback_kwargs") is { IsNone: false, Ref: not PyDict } keywords)
            throw OptionError($"callback_kwargs, if supplied, must be a dict: not {Operators.Repr(keywords)}", self);
    }

    private static Any Act(Any self, string action, Any target, Any option, Any value, Any values, Any parser)
    {
        var dest = target.IsNone ? "" : Operators.Str(target);
        switch (action)
        {
            case "store":
                values.Set(dest, value);
                break;
            case "store_const":
                values.Set(dest, self.Get("const"));
                break;
            case "store_true" or "store_false":
                values.Set(dest, action == "store_true");
                break;
            case "append" or "append_const":
                values.Invoke("ensure_value", dest, new PyList<Any>()).Invoke("append", action == "append" ? value : self.Get("const"));
                break;
            case "count":
                values.Set(dest, values.Invoke("ensure_value", dest, 0) + 1);
                break;
            case "callback":
                var args = self.Get("callback_args") is { IsNone: false } more ? Lib.Tuple(more) : PyTuple.Empty;
                Lib.Call(self.Get("callback"), new PyTuple([self, option, value, parser, .. args]), self.Get("callback_kwargs") is { IsNone: false } keywords ? Lib.Dict(keywords) : new PyDict<Any, Any>());
                break;
            case "help":
                parser.Invoke("print_help");
                parser.Invoke("exit");
                break;
            case "version":
                parser.Invoke("print_version");
                parser.Invoke("exit");
                break;
            default:
                throw new ValueError($"unknown action {Str.Repr(action)}");
        }
        return 1;
    }
}
