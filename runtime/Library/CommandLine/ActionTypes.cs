using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>The classes of argparse's actions.</summary>
internal static class ActionTypes
{
    private const string Valued = "self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None, deprecated=False";
    private const string Constant = "self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None, deprecated=False";
    private const string Flag = "self, option_strings, dest, default=None, required=False, help=None, deprecated=False";
    private const string Called = "self, parser, namespace, values, option_string=None";

    public static readonly PyType Action = DeclareBase();
    public static readonly PyType Store = DeclareValued("_StoreAction", "store", "store true or store const may be", "if you have nothing to store, actions such as ", Action, static (self, space, values) => Set(self, space, values));
    public static readonly PyType StoreConst = DeclareConstant("_StoreConstAction", static (self, space) => Set(self, space, self.Const));
    public static readonly PyType StoreTrue = DeclareFlag("_StoreTrueAction", true, StoreConst);
    public static readonly PyType StoreFalse = DeclareFlag("_StoreFalseAction", false, StoreConst);
    public static readonly PyType Append = DeclareValued("_AppendAction", "append", "the append const action may be", "if arg strings are not supplying the value to append, ", Action, static (self, space, values) => Grow(self, space, list => list.Invoke("append", values)));
    public static readonly PyType AppendConst = DeclareConstant("_AppendConstAction", static (self, space) => Grow(self, space, list => list.Invoke("append", self.Const)));
    public static readonly PyType Extend = PyType.Emitted("_ExtendAction", "argparse", Append)
        .Method("__call__", Called, static a => Lib.Do(() => Grow(Self(a[0]), a[2], list => list.Invoke("extend", a[3]))));

    public static readonly PyType Count = PyType.Emitted("_CountAction", "argparse", Action)
        .Method("__init__", Flag, static a => Lib.Do(() => Self(a[0]).Fill(a[1], a[2], 0, null, a[3], null, null, a[4], a[5], null, a[6])))
        .Method("__call__", Called, static a =>
        {
            var count = Operators.GetAttr(a[2], Operators.Str(Self(a[0]).Dest), Any.None);
            return Lib.Do(() => Set(Self(a[0]), a[2], (count.IsNone ? 0 : count) + 1));
        });

    public static readonly PyType Help = PyType.Emitted("_HelpAction", "argparse", Action)
        .Method("__init__", "self, option_strings, dest='==SUPPRESS==', default='==SUPPRESS==', help=None, deprecated=False", static a => Lib.Do(() => Self(a[0]).Fill(a[1], a[2], 0, null, a[3], help: a[4], deprecated: a[5])))
        .Method("__call__", Called, static a =>
        {
            a[1].Invoke("print_help");
            return a[1].Invoke("exit");
        });

    public static readonly PyType Version = PyType.Emitted("_VersionAction", "argparse", Action)
        .Method("__init__", "self, option_strings, version=None, dest='==SUPPRESS==', default='==SUPPRESS==', help=None, deprecated=False", static a =>
        {
            Self(a[0]).Fill(a[1], a[3], 0, null, a[4], help: a[5].IsNone ? "show program's version number and exit" : a[5]);
            a[0].Set("version", a[2]);
            return Any.None;
        })
        .Method("__call__", Called, static a =>
        {
            var version = a[0].Get("version");
            var formatter = a[1].Invoke("_get_formatter");
            formatter.Invoke("add_text", version.IsNone ? a[1].Get("version") : version);
            a[1].Invoke("_print_message", formatter.Invoke("format_help"), StdIO.CurrentOut);
            return a[1].Invoke("exit");
        });

    public static readonly PyType BooleanOptional = PyType.Emitted("BooleanOptionalAction", "argparse", Action)
        .Method("__init__", "self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None, metavar=None, deprecated=False", static a =>
        {
            var names = Operators.ToList(a[1]).SelectMany(o => Operators.Str(o) is var s && s.StartsWith("--", StringComparison.Ordinal) ? [s, "--no-" + s[2..]] : (string[])[s]);
            return Lib.Do(() => Self(a[0]).Fill(Lib.List(names), a[2], 0, null, a[3], a[4], a[5], a[6], a[7], a[8], a[9]));
        })
        .Method("__call__", Called, static a => Lib.Do(() =>
        {
            var option = Operators.Str(a[4]);
            if (Self(a[0]).Options.Contains(option))
                Set(Self(a[0]), a[2], !option.StartsWith("--no-", StringComparison.Ordinal));
        }))
        .Method("format_usage", static self => string.Join(" | ", Self(self).Options));

    public static readonly PyType SubParsers = SubCommands.Declare(Action);

    private static ArgumentAction Self(Any o) => ArgumentAction.Self(o);

    private static void Set(ArgumentAction self, Any space, Any value) => Operators.SetAttr(space, Operators.Str(self.Dest), value);

    /// <summary>Changes a copy of the list that the namespace holds.</summary>
    private static void Grow(ArgumentAction self, Any space, Action<Any> change)
    {
        var old = Operators.GetAttr(space, Operators.Str(self.Dest), Any.None);
        Any items = old.IsNone ? new PyList<Any>() : old.Ref is PyList list ? list.CopyAny() : Operators.GetAttr(Modules.Import("copy"), "copy").Call(old);
        change(items);
        Set(self, space, items);
    }

    private static PyType DeclareBase()
    {
        var type = PyType.Emitted("Action", "argparse");
        type.New(static (cls, _) => LibraryObject.As(cls, new ArgumentAction()));
        type.Method("__init__", Valued, static a => Lib.Do(() => Self(a[0]).Fill(a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11])))
            .Method("__call__", Called, static _ => throw new NotImplementedError(".__call__() not defined"))
            .Method("format_usage", static self => Self(self).Options.First())
            .Method("_get_kwargs", static self => Lib.List(Self(self).Attributes().Select(static p => (Any)PyTuple.Of(p.Key, p.Value))))
            .Method("__repr__", static self => $"{PyType.Of(self).Name}({string.Join(", ", Operators.ToList(self.Invoke("_get_kwargs")).Select(static p => $"{Operators.Str(p[0])}={Operators.Repr(p[1])}"))})");
        Field(type, "option_strings", static s => s.OptionStrings, static (s, v) => s.OptionStrings = v);
        Field(type, "dest", static s => s.Dest, static (s, v) => s.Dest = v);
        Field(type, "nargs", static s => s.Count, static (s, v) => s.Count = v);
        Field(type, "const", static s => s.Const, static (s, v) => s.Const = v);
        Field(type, "default", static s => s.Default, static (s, v) => s.Default = v);
        Field(type, "type", static s => s.Type, static (s, v) => s.Type = v);
        Field(type, "choices", static s => s.Choices, static (s, v) => s.Choices = v);
        Field(type, "required", static s => s.Required, static (s, v) => s.Required = v);
        Field(type, "help", static s => s.Help, static (s, v) => s.Help = v);
        Field(type, "metavar", static s => s.Metavar, static (s, v) => s.Metavar = v);
        Field(type, "deprecated", static s => s.Deprecated, static (s, v) => s.Deprecated = v);
        return type.Property("container", static self => Self(self).Container);
    }

    private static void Field(PyType type, string name, Func<ArgumentAction, Any> get, Action<ArgumentAction, Any> set)
        => type.Field(name, self => get(Self(self)), (self, value) => set(Self(self), value));

    private static PyType DeclareValued(string name, string verb, string remedy, string hint, PyType @base, Action<ArgumentAction, Any, Any> run) => PyType.Emitted(name, "argparse", @base)
        .Method("__init__", Valued, a =>
        {
            if (a[3] is { IsSmallInt: true, Bits: 0 })
                throw new ValueError($"nargs for {verb} actions must be != 0; {hint}{remedy} more appropriate");
            if (!a[4].IsNone && !(PyValueInstance.Unwrap(a[3]).Ref is "?"))
                throw new ValueError("nargs must be '?' to supply const");
            return Lib.Do(() => Self(a[0]).Fill(a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11]));
        })
        .Method("__call__", Called, a => Lib.Do(() => run(Self(a[0]), a[2], a[3])));

    private static PyType DeclareConstant(string name, Action<ArgumentAction, Any> run) => PyType.Emitted(name, "argparse", Action)
        .Method("__init__", Constant, static a => Lib.Do(() => Self(a[0]).Fill(a[1], a[2], 0, a[3], a[4], null, null, a[5], a[6], a[7], a[8])))
        .Method("__call__", Called, a => Lib.Do(() => run(Self(a[0]), a[2])));

    private static PyType DeclareFlag(string name, bool value, PyType @base) => PyType.Emitted(name, "argparse", @base)
        .Method("__init__", Flag.Replace("default=None", value ? "default=False" : "default=True", StringComparison.Ordinal), a => Lib.Do(() => Self(a[0]).Fill(a[1], a[2], 0, value, a[3], null, null, a[4], a[5], null, a[6])));
}
