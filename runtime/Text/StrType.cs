namespace Pytocs.Runtime.Core;

/// <summary>The class <c>str</c>.</summary>
public static class StrType
{
    public static readonly PyType Type = Create();

    internal static string S(Any o) => PyValueInstance.Unwrap(o).Ref as string ?? throw new TypeError($"expected str instance, {PyType.Of(o).Name} found");

    private static string Text(Any o, string method) => PyValueInstance.Unwrap(o).Ref as string ?? throw new TypeError($"{method} argument must be str, not {PyType.Of(o).Name}");

    private static string? Optional(Any o, string what) => o.IsNone ? null : PyValueInstance.Unwrap(o).Ref as string ?? throw new TypeError($"{what} must be None or str, not {PyType.Of(o).Name}");

    private static string Separator(Any o) => PyValueInstance.Unwrap(o).Ref as string ?? throw new TypeError($"must be str or None, not {PyType.Of(o).Name}");

    private static Any List(IEnumerable<string> items) => new PyList<Any>(items.Select(i => (Any)i));

    private static Any Tuple(string[] parts) => PyTuple.Of(parts[0], parts[1], parts[2]);

    private static PyType Create()
    {
        var type = PyType.Builtin("str");
        type.New("cls, object='', encoding=, errors='strict'", static a => Make((PyType)a[0].Ref!, a), Any.Unbound);
        type.Allocator = static (cls, arguments) => new PyValueInstance(cls, arguments.Count > 0 ? Operators.Str(arguments[0]) : "");
        Basics(type);
        Cases(type);
        Splitting(type);
        Searching(type);
        Tests(type);
        return type;
    }

    private static Any Make(PyType cls, Any[] a)
    {
        var text = a[2].IsUnbound ? Operators.Str(a[1])
            : a[1].Ref is PyBytes bytes ? Codecs.Decode(bytes.AsSpan(), S(a[2]), S(a[3]))
            : throw new TypeError($"decoding to str: need a bytes-like object, {PyType.Of(a[1]).Name} found");
        return ReferenceEquals(cls, Type) ? text : new PyValueInstance(cls, text);
    }

    private static void Basics(PyType type)
    {
        type.Method("__str__", static self => S(self))
            .Method("__repr__", static self => Str.Repr(S(self)))
            .Method("__len__", static self => Str.Length(S(self)))
            .Method("__iter__", static self => new StrIterator(S(self)))
            .Method("__contains__", "self, item, /", static (self, item) => item.Ref is string part ? Str.Contains(S(self), part) : throw new TypeError($"'in <string>' requires string as left operand, not {PyType.Of(item).Name}"))
            .Method("__getitem__", "self, index, /", static (self, index) => Operators.GetItem(S(self), index))
            .Method("__hash__", static self => Str.Hash(S(self)))
            .Method("__add__", "self, other, /", static (self, other) => Operators.Binary(BinaryOperator.Add, S(self), PyValueInstance.Unwrap(other)))
            .Method("__radd__", "self, other, /", static (self, other) => other.Ref is string left ? left + S(self) : Any.NotImplemented)
            .Method("__mul__", "self, times, /", static (self, times) => Operators.Binary(BinaryOperator.Mult, S(self), times))
            .Method("__rmul__", "self, times, /", static (self, times) => Operators.Binary(BinaryOperator.Mult, S(self), times))
            .Method("__mod__", "self, args, /", static (self, args) => TextFormat.Percent(S(self), args))
            .Method("__format__", "self, spec, /", static (self, spec) => FormatSpec.Format(S(self), S(spec)))
            .Method("__getnewargs__", static self => PyTuple.Of(S(self)))
            .Method("format", "self, /, *args, **kwargs", static (self, args, kwargs) => StrFormat.Format(S(self), (PyTuple)args.Ref!, kwargs))
            .Method("format_map", "self, mapping, /", static (self, mapping) => StrFormat.Format(S(self), PyTuple.Empty, mapping))
            .Method("encode", "self, /, encoding='utf-8', errors='strict'", static (self, encoding, errors) => new PyBytes(Codecs.Encode(S(self), S(encoding), S(errors))))
            .Method("join", "self, iterable, /", static (self, items) => Operators.IsIterable(items) ? Str.Join(S(self), items) : throw new TypeError("can only join an iterable"))
            .Method("translate", "self, table, /", static (self, table) => Str.Translate(S(self), table))
            .StaticMethod("maketrans", "x, y=, z=, /", static a => MakeTrans(a[0], a[1], a[2]), Any.Unbound, Any.Unbound)
            .Method("expandtabs", "self, /, tabsize=8", static (self, size) => Str.ExpandTabs(S(self), (long)Operators.Index(size)));
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (self, other) => PyValueInstance.Unwrap(other).Ref is string text ? Operators.Compare(op, S(self), text) : Any.NotImplemented);
    }

    private static Any MakeTrans(Any x, Any y, Any z)
    {
        var table = new PyDict<Any, Any>();
        if (y.IsUnbound)
        {
            if (x.Ref is not PyDict dict)
                throw new TypeError("if you give only one argument to maketrans it must be a dict");
            foreach (var (key, value) in dict.Entries())
                table[key.Ref is string c ? Str.Length(c) == 1 ? Builtins.Ord(key) : throw new ValueError("string keys in translate table must be of length 1") : key] = value;
            return table;
        }
        var (from, to) = (Str.CodePoints(S(x)), Str.CodePoints(S(y)));
        if (from.Count != to.Count)
            throw new ValueError("the first two maketrans arguments must have equal length");
        for (var i = 0; i < from.Count; i++)
            table[from[i]] = to[i];
        if (!z.IsUnbound)
            foreach (var code in Str.CodePoints(S(z)))
                table[code] = Any.None;
        return table;
    }

    private static void Cases(PyType type) => type
        .Method("upper", static self => Str.Upper(S(self)))
        .Method("lower", static self => Str.Lower(S(self)))
        .Method("casefold", static self => Str.CaseFold(S(self)))
        .Method("swapcase", static self => Str.SwapCase(S(self)))
        .Method("capitalize", static self => Str.Capitalize(S(self)))
        .Method("title", static self => Str.Title(S(self)))
        .Method("center", "self, width, fillchar=' ', /", static (self, width, fill) => Str.Center(S(self), (long)Operators.Index(width), Fill(fill)))
        .Method("ljust", "self, width, fillchar=' ', /", static (self, width, fill) => Str.LJust(S(self), (long)Operators.Index(width), Fill(fill)))
        .Method("rjust", "self, width, fillchar=' ', /", static (self, width, fill) => Str.RJust(S(self), (long)Operators.Index(width), Fill(fill)))
        .Method("zfill", "self, width, /", static (self, width) => Str.ZFill(S(self), (long)Operators.Index(width)));

    private static string Fill(Any fill) => Str.Length(S(fill)) == 1 ? S(fill) : throw new TypeError("The fill character must be exactly one character long");

    private static void Splitting(PyType type) => type
        .Method("split", "self, /, sep=None, maxsplit=-1", static (self, sep, max) => List(Str.Split(S(self), sep.IsNone ? null : Separator(sep), (long)Operators.Index(max))))
        .Method("rsplit", "self, /, sep=None, maxsplit=-1", static (self, sep, max) => List(Str.RSplit(S(self), sep.IsNone ? null : Separator(sep), (long)Operators.Index(max))))
        .Method("splitlines", "self, /, keepends=False", static (self, keep) => List(Str.SplitLines(S(self), keep.Truth)))
        .Method("partition", "self, sep, /", static (self, sep) => Tuple(Str.Partition(S(self), Text(sep, "partition()"))))
        .Method("rpartition", "self, sep, /", static (self, sep) => Tuple(Str.RPartition(S(self), Text(sep, "rpartition()"))))
        .Method("strip", "self, chars=None, /", static (self, chars) => Str.Strip(S(self), Optional(chars, "strip arg")))
        .Method("lstrip", "self, chars=None, /", static (self, chars) => Str.LStrip(S(self), Optional(chars, "lstrip arg")))
        .Method("rstrip", "self, chars=None, /", static (self, chars) => Str.RStrip(S(self), Optional(chars, "rstrip arg")))
        .Method("removeprefix", "self, prefix, /", static (self, prefix) => S(self).StartsWith(S(prefix), StringComparison.Ordinal) ? S(self)[S(prefix).Length..] : S(self))
        .Method("removesuffix", "self, suffix, /", static (self, suffix) => S(suffix).Length > 0 && S(self).EndsWith(S(suffix), StringComparison.Ordinal) ? S(self)[..^S(suffix).Length] : S(self))
        .Method("replace", "self, old, new, /, count=-1", static a => Str.Replace(S(a[0]), Text(a[1], "replace() argument 1"), Text(a[2], "replace() argument 2"), (long)Operators.Index(a[3])));

    private static void Searching(PyType type) => type
        .Method("find", "self, sub, start=None, end=None, /", static a => Str.Find(S(a[0]), Text(a[1], "find()"), a[2], a[3]))
        .Method("rfind", "self, sub, start=None, end=None, /", static a => Str.RFind(S(a[0]), Text(a[1], "rfind()"), a[2], a[3]))
        .Method("index", "self, sub, start=None, end=None, /", static a => Str.Find(S(a[0]), Text(a[1], "index()"), a[2], a[3]) is >= 0 and var at ? at : throw new ValueError("substring not found"))
        .Method("rindex", "self, sub, start=None, end=None, /", static a => Str.RFind(S(a[0]), Text(a[1], "rindex()"), a[2], a[3]) is >= 0 and var at ? at : throw new ValueError("substring not found"))
        .Method("count", "self, sub, start=None, end=None, /", static a => Str.Count(S(a[0]), Text(a[1], "count()"), a[2], a[3]))
        .Method("startswith", "self, prefix, start=None, end=None, /", static a => Str.StartsWith(S(a[0]), a[1], a[2], a[3]))
        .Method("endswith", "self, suffix, start=None, end=None, /", static a => Str.EndsWith(S(a[0]), a[1], a[2], a[3]));

    private static void Tests(PyType type)
    {
        (string, Func<string, bool>)[] tests =
        [
            ("isalpha", Str.IsAlpha), ("isdigit", Str.IsDigit), ("isdecimal", Str.IsDecimal), ("isnumeric", Str.IsNumeric), ("isalnum", Str.IsAlnum), ("isspace", Str.IsSpace),
            ("isupper", Str.IsUpper), ("islower", Str.IsLower), ("istitle", Str.IsTitle), ("isidentifier", Str.IsIdentifier), ("isprintable", Str.IsPrintable), ("isascii", Str.IsAscii),
        ];
        foreach (var (name, test) in tests)
            type.Method(name, self => test(S(self)));
    }
}
