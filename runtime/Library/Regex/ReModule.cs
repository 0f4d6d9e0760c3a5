using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The class <c>re.RegexFlag</c>.</summary>
internal static class RegexFlagType
{
    public static readonly (RegexFlags Flag, string Name)[] Names =
    [
        (RegexFlags.IgnoreCase, "IGNORECASE"), (RegexFlags.Locale, "LOCALE"), (RegexFlags.Multiline, "MULTILINE"), (RegexFlags.DotAll, "DOTALL"),
        (RegexFlags.Unicode, "UNICODE"), (RegexFlags.Verbose, "VERBOSE"), (RegexFlags.Debug, "DEBUG"), (RegexFlags.Ascii, "ASCII"),
    ];

    public static readonly PyType Type = Create();

    /// <summary>Flags as a value.</summary>
    public static Any Of(long flags) => new PyValueInstance(Type, flags);

    private static Any Combine(Any a, Any b, Func<long, long, long> combine)
    {
        var other = PyValueInstance.Unwrap(b);
        return Operators.IsIntLike(other) ? Of(combine((long)IntType.Self(a), (long)Operators.ToInt(other))) : Any.NotImplemented;
    }

    private static PyType Create()
    {
        var type = PyType.Builtin("RegexFlag", IntType.Type, "re");
        type.New("cls, value=0", static a => Of(Lib.Int(a[1])));
        (string Name, Func<long, long, long> Op)[] operators = [("or", static (a, b) => a | b), ("and", static (a, b) => a & b), ("xor", static (a, b) => a ^ b)];
        foreach (var (name, op) in operators)
        {
            type.Method($"__{name}__", "self, other, /", (a, b) => Combine(a, b, op));
            type.Method($"__r{name}__", "self, other, /", (a, b) => Combine(a, b, op));
        }
        return type
            .Method("__invert__", static a => Of(~(long)IntType.Self(a) & Everything((long)IntType.Self(a))))
            .Method("__repr__", static a => Repr((long)IntType.Self(a)))
            .Method("__str__", static a => Repr((long)IntType.Self(a)))
            .Property("value", static a => IntType.Self(a))
            .Property("name", static a => string.Join("|", Names.Where(n => ((long)IntType.Self(a) & (long)n.Flag) != 0).Select(static n => n.Name)));
    }

    /// <summary>All bits up to the highest that is a flag or that a value has.</summary>
    private static long Everything(long flags) => flags > 511 ? (long)(System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)flags + 1) - 1) : 511;

    /// <summary>The names of some flags, and the rest as a number.</summary>
    public static List<string> Shown(long flags)
    {
        var known = s_shown.Where(n => (flags & (long)n.Flag) != 0).Select(static n => "re." + n.Name).ToList();
        var rest = s_shown.Aggregate(flags, static (all, n) => all & ~(long)n.Flag);
        if (rest != 0)
            known.Add($"0x{rest:x}");
        return known;
    }

    /// <summary>In the order in which a value shows them.</summary>
    private static readonly (RegexFlags Flag, string Name)[] s_shown =
    [
        (RegexFlags.Ascii, "ASCII"), (RegexFlags.IgnoreCase, "IGNORECASE"), (RegexFlags.Locale, "LOCALE"), (RegexFlags.Unicode, "UNICODE"),
        (RegexFlags.Multiline, "MULTILINE"), (RegexFlags.DotAll, "DOTALL"), (RegexFlags.Verbose, "VERBOSE"), (RegexFlags.Debug, "DEBUG"),
    ];

    private static string Repr(long flags) => flags == 0 ? "re.NOFLAG" : string.Join("|", Shown(flags));
}

/// <summary>The module <see href="https://docs.python.org/3.13/library/re.html">re</see>.</summary>
internal static class ReModule
{
    private const int MaxCache = 512;

    private static readonly Dictionary<(object Pattern, long Flags), PyPattern> s_cache = [];

    public static PyModule Build()
    {
        var module = new PyModule("re");
        foreach (var (flag, name) in RegexFlagType.Names)
        {
            var value = RegexFlagType.Of((long)flag);
            RegexFlagType.Type.Define(name, value);
            module.Value(name, value);
        }
        foreach (var (letter, flag) in ((string, RegexFlags)[])[("I", RegexFlags.IgnoreCase), ("L", RegexFlags.Locale), ("M", RegexFlags.Multiline), ("S", RegexFlags.DotAll), ("U", RegexFlags.Unicode), ("X", RegexFlags.Verbose), ("A", RegexFlags.Ascii)])
        {
            module.Value(letter, RegexFlagType.Of((long)flag));
            RegexFlagType.Type.Define(letter, RegexFlagType.Of((long)flag));
        }
        module.Value("NOFLAG", RegexFlagType.Of(0)).Type(RegexFlagType.Type).Type(PatternType.Type).Type(MatchType.Type).Type(PatternError.Type).Value("error", PatternError.Type);
        Functions(module);
        module.Type(LexicalScanner.Declare());
        return module
            .Function("compile", "pattern, flags=0", static (pattern, flags) => Compile(pattern, flags))
            .Function("purge", "", static (Any[] _) => Lib.Do(s_cache.Clear))
            .Function("_compile", "pattern, flags", static (pattern, flags) => Compile(pattern, flags))
            .Function("escape", "pattern", static (Any[] a) => Escape(a[0]));
    }

    private static void Functions(PyModule module)
    {
        Calls(module);
        foreach (var (name, parameters) in (ReadOnlySpan<(string, string)>)[("split", "(pattern, string, maxsplit=0, flags=0)"), ("sub", "(pattern, repl, string, count=0, flags=0)"), ("subn", "(pattern, repl, string, count=0, flags=0)")])
            ((PyObject)((Any)module).Get(name).Ref!).InstanceDict(create: true)!["__text_signature__"] = parameters;
    }

    private static void Calls(PyModule module) => module
        .Function("search", "pattern, string, flags=0", static a => PatternType.Run(Compile(a[0], a[2]), a[1], MatchMode.Search))
        .Function("match", "pattern, string, flags=0", static a => PatternType.Run(Compile(a[0], a[2]), a[1], MatchMode.Match))
        .Function("fullmatch", "pattern, string, flags=0", static a => PatternType.Run(Compile(a[0], a[2]), a[1], MatchMode.FullMatch))
        .Function("findall", "pattern, string, flags=0", static a => Compile(a[0], a[2]) is var p ? PatternType.FindAll(p, new RegexInput(p, a[1])) : default)
        .Function("finditer", "pattern, string, flags=0", static a => Compile(a[0], a[2]) is var p ? PatternType.FindIter(p, new RegexInput(p, a[1])) : default)
        .Function("split", "pattern, string, *args, maxsplit=, flags=", static a =>
        {
            var (limit, flags) = Limits("split", "maxsplit", 2, Lib.Tuple(a[2]), a[3], a[4]);
            return PatternType.Split(Compile(a[0], flags), a[1], Lib.Int(limit));
        }, Any.Unbound, Any.Unbound)
        .Function("sub", "pattern, repl, string, *args, count=, flags=", static a =>
        {
            var (limit, flags) = Limits("sub", "count", 3, Lib.Tuple(a[3]), a[4], a[5]);
            return PatternType.Substitute(Compile(a[0], flags), a[1], a[2], Lib.Int(limit)).Text;
        }, Any.Unbound, Any.Unbound)
        .Function("subn", "pattern, repl, string, *args, count=, flags=", static a =>
        {
            var (limit, flags) = Limits("subn", "count", 3, Lib.Tuple(a[3]), a[4], a[5]);
            var (text, count) = PatternType.Substitute(Compile(a[0], flags), a[1], a[2], Lib.Int(limit));
            return PyTuple.Of(text, count);
        }, Any.Unbound, Any.Unbound);

    /// <summary>How often at most, and with what flags: arguments that should be given by name, and may still be given by place.</summary>
    private static (Any Limit, Any Flags) Limits(string function, string name, int before, PyTuple placed, Any limit, Any flags)
    {
        if (placed.Count > 0)
        {
            if (!limit.IsUnbound)
                throw new TypeError($"{function}() got multiple values for argument '{name}'");
            limit = placed[0];
            if (placed.Count > 1 && !flags.IsUnbound)
                throw new TypeError($"{function}() got multiple values for argument 'flags'");
            if (placed.Count > 2)
                throw new TypeError($"{function}() takes from {before} to {before + 2} positional arguments but {before + placed.Count} were given");
            if (placed.Count > 1)
                flags = placed[1];
            Warnings.Issue(DeprecationWarning.Type, $"'{name}' is passed as positional argument");
        }
        return (limit.IsUnbound ? 0 : limit, flags.IsUnbound ? 0 : flags);
    }

    /// <summary><c>re.compile(pattern, flags)</c>, with a cache.</summary>
    internal static PyPattern Compile(Any pattern, Any flags)
    {
        var number = (long)Operators.ToInt(PyValueInstance.Unwrap(flags));
        if (pattern.Ref is PyPattern ready)
            return number == 0 ? ready : throw new ValueError("cannot process flags argument with a compiled pattern");
        object? key = pattern.Ref switch { string s => s, PyBytes { IsExact: true } b => b, _ => null };
        if (key is null)
            return new PyPattern(pattern, (RegexFlags)number);
        lock (s_cache)
        {
            if (s_cache.TryGetValue((key, number), out var known))
                return known;
            var made = new PyPattern(pattern, (RegexFlags)number);
            if (s_cache.Count >= MaxCache)
                s_cache.Clear();
            return s_cache[(key, number)] = made;
        }
    }

    internal static Any Escape(Any pattern)
    {
        var isText = PyValueInstance.Unwrap(pattern).Ref is string;
        var source = isText ? StrType.Self(pattern) : Buffers.ToLatin1(Buffers.Of(pattern));
        var text = new StringBuilder();
        foreach (var c in source)
        {
            if ("()[]{}?*+-|^$\\.&~# \t\n\r\v\f".Contains(c, StringComparison.Ordinal))
                text.Append('\\');
            text.Append(c);
        }
        return isText ? text.ToString() : PyBytes.FromLatin1(text.ToString());
    }
}
