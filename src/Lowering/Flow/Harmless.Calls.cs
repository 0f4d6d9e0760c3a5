using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>Calls that raise nothing.</summary>
public sealed partial class Harmless
{
    private static readonly HashSet<string> s_functions = new(StringComparer.Ordinal)
    {
        "builtins.bool", "builtins.callable", "builtins.id", "builtins.isinstance", "builtins.issubclass", "builtins.object", "builtins.super", "builtins.type", "asyncio.Event",
        "asyncio.Lock", "asyncio.current_task", "asyncio.get_running_loop", "gc.collect", "os.getpid", "threading.Event", "threading.Lock", "threading.RLock", "threading.current_thread",
        "threading.get_ident", "time.monotonic", "time.perf_counter", "time.perf_counter_ns", "time.process_time", "time.time", "time.time_ns",
    };

    /// <summary>Functions that make text of what they are given.</summary>
    private static readonly HashSet<string> s_texts = new(StringComparer.Ordinal)
    {
        "builtins.print", "builtins.repr", "builtins.str", "builtins.ascii", "logging.critical", "logging.debug", "logging.error", "logging.info", "logging.warning",
    };

    /// <summary>Those that take numbers.</summary>
    private static readonly HashSet<string> s_numeric = new(StringComparer.Ordinal)
    {
        "builtins.abs", "builtins.float", "builtins.int", "builtins.max", "builtins.min", "builtins.range", "builtins.round", "math.fabs", "time.sleep",
    };

    /// <summary>Those that go through what they are given.</summary>
    private static readonly HashSet<string> s_sequences = new(StringComparer.Ordinal)
    {
        "builtins.enumerate", "builtins.len", "builtins.list", "builtins.reversed", "builtins.tuple", "builtins.zip",
    };

    private static readonly HashSet<string> s_logging = new(StringComparer.Ordinal) { "critical", "debug", "error", "info", "warning" };

    private static readonly HashSet<string> s_textMethods = new(StringComparer.Ordinal)
    {
        "capitalize", "casefold", "endswith", "find", "isalnum", "isalpha", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isspace", "istitle", "isupper",
        "ljust", "lower", "lstrip", "removeprefix", "removesuffix", "replace", "rfind", "rjust", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper", "zfill",
    };

    private static readonly HashSet<string> s_listMethods = new(StringComparer.Ordinal) { "append", "clear", "copy", "insert", "reverse" };

    private static readonly HashSet<string> s_dictMethods = new(StringComparer.Ordinal) { "clear", "copy", "get", "items", "keys", "pop", "setdefault", "values" };

    private static readonly HashSet<string> s_setMethods = new(StringComparer.Ordinal) { "add", "clear", "copy", "discard" };

    /// <summary>Methods of library classes that raise nothing as they are mostly used.</summary>
    private static readonly HashSet<string> s_libraryMethods = new(StringComparer.Ordinal)
    {
        "cancel", "cancelled", "cancelling", "clear", "close", "done", "empty", "full", "get_name", "is_closing", "is_set", "locked", "qsize", "release", "set", "time", "uncancel",
    };

    private sealed partial class Reading
    {
        private bool IsCall(Py.Call call)
        {
            if (!call.Args.All(IsItem) || !call.Keywords.All(k => k.Arg is not null && Is(k.Value)))
                return false;
            return model.TypeOf(call.Func) switch
            {
                LibraryType library => IsLibraryCall(library.FullName, call) || IsMade(call),
                FunctionType { Function: var function } => IsFunction(function),
                ClassType => IsMade(call),
                _ => call.Func is Py.Attribute attribute && IsMethodCall(attribute, call),
            };
        }

        /// <summary>A call of a function; one that gives a coroutine or a generator runs nothing of it yet.</summary>
        private bool IsFunction(FunctionSymbol function) => function.IsAsync || function.IsGenerator || all.Is(function);

        private bool IsLibraryCall(string name, Py.Call call)
            => s_functions.Contains(name)
                || (s_texts.Contains(name) && call.Args.All(IsShown))
                || (s_numeric.Contains(name) && call.Args.All(a => model.TypeOf(a).IsNumber) && !(name == "builtins.range" && call.Args.Length == 3))
                || (s_sequences.Contains(name) && call.Args.All(IsIterated))
                || (name is "builtins.list" or "builtins.dict" or "builtins.set" or "builtins.tuple" or "builtins.frozenset" && call.Args.IsEmpty)
                || (name is "builtins.sum" && call.Args is [var only] && model.TypeOf(only) is ListType { Element.Type.IsNumber: true })
                // SystemExit shows nothing of what was being handled.
                || (name is "sys.exit" && !model.Program.ObservesHandling);

        /// <summary>A call of a class: what its <c>__init__</c> does.</summary>
        private bool IsMade(Py.Call call)
        {
            if (!call.Args.All(IsItem) || !call.Keywords.All(k => k.Arg is not null && Is(k.Value)))
                return false;
            return model.TypeOf(call.Func) switch
            {
                LibraryType library => Library.ExceptionTypes.FindIn(library) is not null,
                ClassType { Class: { IsNative: true, Enumeration: null } cls } => cls.FindMethod("__new__") is null && cls.FindMethod("__post_init__") is null && (cls.Init is not { } init || all.Is(init)),
                _ => false,
            };
        }

        private bool IsMethodCall(Py.Attribute attribute, Py.Call call)
        {
            // super().__init__() and its kin
            if (attribute.Value is Py.Call { Func: Py.Name { Id: "super" } })
                return attribute.Attr is "__init__" && call.Args.All(IsItem);
            if (!Is(attribute.Value))
                return false;
            var name = attribute.Attr;
            return model.TypeOf(attribute.Value) switch
            {
                InstanceType { Class: { IsNative: true } cls } => cls.FindMethod(name) is { } method && (method.IsAsync || method.IsGenerator || all.Is(cls, name)),
                SimpleType { Kind: SimpleKind.Str } => (s_textMethods.Contains(name) && call.Args.All(a => model.TypeOf(a) is SimpleType { Kind: SimpleKind.Str or SimpleKind.Int }) && !(name == "split" && call.Args is [Py.Constant { Value: "" }, ..]))
                    || (name == "join" && call.Args is [var parts] && model.TypeOf(parts) is ListType { Element.Type: SimpleType { Kind: SimpleKind.Str } }),
                ListType list => s_listMethods.Contains(name) || (name == "extend" && call.Args is [var more] && IsIterated(more)) || (name == "sort" && call.Keywords.IsEmpty && IsKey(list.Element.Type)),
                DictType dict => s_dictMethods.Contains(name) && (call.Args.IsEmpty || IsKey(model.TypeOf(call.Args[0]))) && !(name == "pop" && call.Args.Length < 2),
                SetType => s_setMethods.Contains(name) && call.Args.All(a => IsKey(model.TypeOf(a))),
                LibraryInstance => s_libraryMethods.Contains(name),
                _ => IsLogging(attribute) && call.Args.All(IsShown),
            };
        }

        /// <summary>Whether a method writes to a logger, which tells of its own failures.</summary>
        private bool IsLogging(Py.Attribute attribute)
            => s_logging.Contains(attribute.Attr) && attribute.Value is Py.Name name && model.Names.GetValueOrDefault(name) is { } symbol
                && model.SingleValues.TryGetValue(symbol, out var value) && value is Py.Call { Func: var made } && model.TypeOf(made) is LibraryType { FullName: "logging.getLogger" };
    }
}
