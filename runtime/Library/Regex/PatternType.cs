using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The class <c>re.Pattern</c>.</summary>
internal static class PatternType
{
    private static readonly PyType s_iterator = PyIterator.DeclareType("callable_iterator");

    private static readonly PyType s_scanner = DeclareScanner();

    public static readonly PyType Type = Create();

    private static PyPattern Self(Any o) => (PyPattern)o.Ref!;

    private static Any Optional(PyMatch? match) => match is null ? Any.None : match;

    private static PyType Create()
    {
        var type = Lib.Class("Pattern", "re").Uncreatable();
        type.IsFinal = true;
        type.Property("pattern", static p => Self(p).Source)
            .Property("flags", static p => (long)Self(p).Flags)
            .Property("groups", static p => Self(p).Groups)
            .Property("groupindex", static p =>
            {
                var names = new PyDict<Any, Any>();
                foreach (var (name, index) in Self(p).Names)
                    names[name] = index;
                return new MappingProxy(names);
            })
            .Method("search", "self, string, pos=0, endpos=9223372036854775807", static a => Run(a, MatchMode.Search))
            .Method("match", "self, string, pos=0, endpos=9223372036854775807", static a => Run(a, MatchMode.Match))
            .Method("fullmatch", "self, string, pos=0, endpos=9223372036854775807", static a => Run(a, MatchMode.FullMatch))
            .Method("findall", "self, string, pos=0, endpos=9223372036854775807", static a => FindAll(Self(a[0]), new RegexInput(Self(a[0]), a[1], a[2], a[3])))
            .Method("finditer", "self, string, pos=0, endpos=9223372036854775807", static a => FindIter(Self(a[0]), new RegexInput(Self(a[0]), a[1], a[2], a[3])))
            .Method("scanner", "self, string, pos=0, endpos=9223372036854775807", static a => new Scanner(Self(a[0]), new RegexInput(Self(a[0]), a[1], a[2], a[3])))
            .Method("split", "self, string, maxsplit=0", static (p, text, limit) => Split(Self(p), text, Lib.Int(limit)))
            .Method("sub", "self, repl, string, count=0", static a => Substitute(Self(a[0]), a[1], a[2], Lib.Int(a[3])).Text)
            .Method("subn", "self, repl, string, count=0", static a =>
            {
                var (text, count) = Substitute(Self(a[0]), a[1], a[2], Lib.Int(a[3]));
                return PyTuple.Of(text, count);
            })
            .Method("__copy__", static p => p)
            .Method("__deepcopy__", "self, memo, /", static (p, _) => p)
            .Method("__eq__", "self, other, /", static (p, other) => other.Ref is PyPattern q ? Self(p).Flags == q.Flags && Self(p).IsText == q.IsText && Operators.Equal(Self(p).Source, q.Source) : Any.NotImplemented)
            .Method("__hash__", static p => Operators.Hash(Self(p).Source) ^ (long)Self(p).Flags)
            .Method("__reduce__", static p => PyTuple.Of(Modules.Import("re").Get("compile"), PyTuple.Of(Self(p).Source, (long)Self(p).Flags)))
            .Method("__repr__", static p => Repr(Self(p)));
        return type.ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
    }

    private static Any Run(Any[] a, MatchMode mode)
    {
        var input = new RegexInput(Self(a[0]), a[1], a[2], a[3]);
        return Optional(Self(a[0]).Run(input, input.Start, mode));
    }

    /// <summary><c>pattern.search(text)</c> and its like.</summary>
    public static Any Run(PyPattern pattern, Any text, MatchMode mode)
    {
        var input = new RegexInput(pattern, text);
        return Optional(pattern.Run(input, input.Start, mode));
    }

    public static Any FindAll(PyPattern pattern, RegexInput input)
    {
        var empty = input.Part(0, 0);
        return new PyList<Any>(pattern.All(input).Select(m => pattern.Groups switch
        {
            0 => m.Get(0, empty),
            1 => m.Get(1, empty),
            _ => new PyTuple([.. Enumerable.Range(1, pattern.Groups).Select(i => m.Get(i, empty))]),
        }));
    }

    public static Any FindIter(PyPattern pattern, RegexInput input) => new SequenceOf(s_iterator, pattern.All(input).Select(static m => (Any)m));

    public static Any Split(PyPattern pattern, Any text, long limit)
    {
        var input = new RegexInput(pattern, text);
        var parts = new PyList<Any>();
        var from = 0;
        if (limit >= 0)
        {
            var count = 0L;
            foreach (var match in pattern.All(input))
            {
                if (limit > 0 && count++ >= limit)
                    break;
                parts.Append(input.Part(from, match.Match.Index));
                for (var i = 1; i <= pattern.Groups; i++)
                    parts.Append(match.Get(i, Any.None));
                from = match.Match.Index + match.Match.Length;
            }
        }
        parts.Append(input.Part(from, input.Text.Length));
        return parts;
    }

    public static (Any Text, long Count) Substitute(PyPattern pattern, Any replacement, Any text, long limit)
    {
        var input = new RegexInput(pattern, text);
        var call = PyValueInstance.Unwrap(replacement).Ref is not string && !Buffers.IsBuffer(replacement) && Builtins.Callable(replacement);
        if (!call && PyValueInstance.Unwrap(replacement).Ref is not string && !Buffers.IsBuffer(replacement))
            throw new TypeError($"decoding to str: need a bytes-like object, {PyType.Of(replacement).ErrorName} found");
        var template = call ? null : RegexTemplate.Parse(pattern, replacement);
        var result = new StringBuilder();
        var from = 0;
        var count = 0L;
        foreach (var match in pattern.All(input))
        {
            if (limit > 0 && count >= limit)
                break;
            result.Append(input.Text, from, match.Match.Index - from);
            from = match.Match.Index + match.Match.Length;
            count++;
            var piece = template is null ? replacement.Call(match) : template.Expand(match);
            if (!piece.IsNone)
                result.Append(PieceText(piece, pattern.IsText));
        }
        if (count == 0 && input.Original.Ref is string or PyBytes)
            return (input.Original, 0);
        result.Append(input.Text, from, input.Text.Length - from);
        return (pattern.IsText ? result.ToString() : PyBytes.FromLatin1(result.ToString()), count);
    }

    private static string PieceText(Any piece, bool isText)
    {
        if (isText)
            return PyValueInstance.Unwrap(piece).Ref as string ?? throw new TypeError($"sequence item 1: expected str instance, {PyType.Of(piece).ErrorName} found");
        return Buffers.TryOf(piece, out var data) ? Buffers.ToLatin1(data) : throw new TypeError($"sequence item 1: expected a bytes-like object, {PyType.Of(piece).ErrorName} found");
    }

    private static string Repr(PyPattern pattern)
    {
        var flags = pattern.Flags;
        if (pattern.IsText && (flags & (RegexFlags.Locale | RegexFlags.Unicode | RegexFlags.Ascii)) == RegexFlags.Unicode)
            flags &= ~RegexFlags.Unicode;
        var names = new List<string>();
        var rest = (long)flags;
        foreach (var (flag, name) in RegexFlagType.Names)
            if (flags.HasFlag(flag))
            {
                names.Add("re." + name);
                rest &= ~(long)flag;
            }
        if (rest != 0)
            names.Add($"0x{rest:x}");
        var text = Operators.Repr(pattern.Source);
        if (text.Length > 200)
            text = text[..200];
        return names.Count == 0 ? $"re.compile({text})" : $"re.compile({text}, {string.Join("|", names)})";
    }

    private sealed class Scanner(PyPattern pattern, RegexInput input) : PyObject
    {
        private int _at = input.Start;
        private bool _afterEmpty;

        public override PyType Class => s_scanner;

        public PyPattern Pattern => pattern;

        public Any Step(MatchMode mode)
        {
            if (_at < 0)
                return Any.None;
            var match = pattern.Run(input, _at, _afterEmpty && mode == MatchMode.Search ? MatchMode.Advance : mode);
            _at = match is null ? -1 : match.Match.Index + match.Match.Length;
            _afterEmpty = match is { Match.Length: 0 };
            return Optional(match);
        }
    }

    private static PyType DeclareScanner() => PyType.Builtin("SRE_Scanner", module: "_sre")
        .Property("pattern", static s => ((Scanner)s.Ref!).Pattern)
        .Method("search", static s => ((Scanner)s.Ref!).Step(MatchMode.Search))
        .Method("match", static s => ((Scanner)s.Ref!).Step(MatchMode.Match));
}
