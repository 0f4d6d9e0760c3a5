namespace Pytocs.Runtime.Core;

/// <summary>The class <c>str</c>. See <see href="https://docs.python.org/3.13/library/stdtypes.html#str">str</see>.</summary>
public static partial class StrType
{
    public static readonly PyType Type = Create();

    /// <summary>The text of a str or an instance of a subclass.</summary>
    internal static string Self(Any o) => o.Ref as string ?? (string)PyValueInstance.Unwrap(o).Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("str");
        type.SharesLayout = true;
        type.New("cls, object=, encoding=, errors=", static a => Make((PyType)a[0].Ref!, a[1], a[2], a[3]), Any.Unbound, Any.Unbound, Any.Unbound).CountsFirst();
        type.New(static (cls, arguments) => Make(cls, arguments.Count > 0 ? arguments[0] : Any.Unbound, Any.Unbound, Any.Unbound));
        type.OfOne(x => Make(type, x, Any.Unbound, Any.Unbound));
        Basics(type);
        Search(type);
        Cutting(type);
        Layout(type);
        Classify(type);
        Conversion(type);
        return type;
    }

    private static Any Make(PyType cls, Any value, Any encoding, Any errors)
    {
        var text = Text(value, encoding, errors);
        return ReferenceEquals(cls, Type) ? text : new PyValueInstance(cls, text);
    }

    private static string Text(Any value, Any encoding, Any errors)
    {
        if (value.IsUnbound)
            return "";
        if (encoding.IsUnbound && errors.IsUnbound)
            return Operators.Str(value);
        var (coding, handling) = (Named(encoding, "encoding", "utf-8"), Named(errors, "errors", "strict"));
        if (PyValueInstance.Unwrap(value).Ref is string)
            throw new TypeError("decoding str is not supported");
        if (!Buffers.TryOf(value, out var data))
            throw new TypeError($"decoding to str: need a bytes-like object, {PyType.Of(value).ErrorName} found");
        return Codecs.Decode(data, coding, handling);
    }

    private static string Named(Any value, string argument, string otherwise)
        => value.IsUnbound ? otherwise : PyValueInstance.Unwrap(value).Ref as string ?? throw new TypeError($"str() argument '{argument}' must be str, not {Library.Lib.Given(value)}");

    /// <summary>A parameter that must be a str.</summary>
    internal static string Argument(Any value, string method, int number)
        => PyValueInstance.Unwrap(value).Ref as string ?? throw new TypeError($"{method}() argument {number} must be str, not {Library.Lib.Given(value)}");

    private static string Argument(Any value, string method)
        => PyValueInstance.Unwrap(value).Ref as string ?? throw new TypeError($"{method}() argument must be str, not {Library.Lib.Given(value)}");

    private static string Required(Any value) => PyValueInstance.Unwrap(value).Ref as string ?? throw new TypeError($"must be str, not {PyType.Of(value).ErrorName}");

    private static string? Separator(Any value) => value.IsNone ? null : PyValueInstance.Unwrap(value).Ref as string ?? throw new TypeError($"must be str or None, not {PyType.Of(value).ErrorName}");

    private static void Basics(PyType type)
    {
        type.Method("__len__", static self => Str.Length(Self(self)))
            .Method("__iter__", static self => new StrIterator(Self(self)))
            .Method("__contains__", "self, key, /", static (self, key) => Operators.Contains(Self(self), PyValueInstance.Unwrap(key)))
            .Method("__getitem__", "self, key, /", static (self, key) => Operators.GetItem(Self(self), key))
            .Method("__add__", "self, value, /", static (self, other) => PyValueInstance.Unwrap(other).Ref is string text
                ? Self(self) + text
                : throw new TypeError($"can only concatenate str (not \"{PyType.Of(other).ErrorName}\") to str"))
            .Method("__mul__", "self, value, /", static (self, times) => Repeat(self, times))
            .Method("__rmul__", "self, value, /", static (self, times) => Repeat(self, times))
            .Method("__mod__", "self, value, /", static (self, args) => TextFormat.Percent(Self(self), args))
            .Method("__rmod__", "self, value, /", static (self, text) => PyValueInstance.Unwrap(text).Ref is string format ? TextFormat.Percent(format, self) : Any.NotImplemented)
            .Method("__str__", static self => Self(self))
            .Method("__repr__", static self => Str.Repr(Self(self)))
            .Method("__hash__", static self => Str.Hash(Self(self)))
            .Method("__getnewargs__", static self => PyTuple.Of(Self(self)))
            .Method("__sizeof__", static self => 41 + Self(self).Length)
            .Method("__format__", "self, format_spec, /", static (self, spec) => FormatSpec.Of(spec) is { Length: > 0 } given ? FormatSpec.Format(Self(self), given) : Operators.Str(self));
        foreach (var op in Enum.GetValues<Comparison>())
        {
            var operation = op;
            type.Method(OperatorNames.Compare[(int)op], "self, value, /", (self, other) => PyValueInstance.Unwrap(other).Ref is string text
                ? SequenceRules.Holds(operation, Str.Compare(Self(self), text))
                : Any.NotImplemented);
        }
    }

    private static Any Repeat(Any self, Any times) => Str.Repeat(Self(self), SequenceRules.Times(times));

    private static Any Found(PyInt at) => at >= 0 ? at : throw new ValueError("substring not found");

    private static void Search(PyType type) => type
        .Method("find", "self, sub, start=None, end=None, /", static a => Str.Find(Self(a[0]), Argument(a[1], "find", 1), a[2], a[3]))
        .Method("rfind", "self, sub, start=None, end=None, /", static a => Str.RFind(Self(a[0]), Argument(a[1], "rfind", 1), a[2], a[3]))
        .Method("index", "self, sub, start=None, end=None, /", static a => Found(Str.Find(Self(a[0]), Argument(a[1], "index", 1), a[2], a[3])))
        .Method("rindex", "self, sub, start=None, end=None, /", static a => Found(Str.RFind(Self(a[0]), Argument(a[1], "rindex", 1), a[2], a[3])))
        .Method("count", "self, sub, start=None, end=None, /", static a => Str.Count(Self(a[0]), Argument(a[1], "count", 1), a[2], a[3]))
        .Method("startswith", "self, prefix, start=None, end=None, /", static a => Str.StartsWith(Self(a[0]), a[1], a[2], a[3]))
        .Method("endswith", "self, suffix, start=None, end=None, /", static a => Str.EndsWith(Self(a[0]), a[1], a[2], a[3]))
        .Method("removeprefix", "self, prefix, /", static (self, prefix) => Str.RemovePrefix(Self(self), Argument(prefix, "removeprefix")))
        .Method("removesuffix", "self, suffix, /", static (self, suffix) => Str.RemoveSuffix(Self(self), Argument(suffix, "removesuffix")))
        .Method("replace", "self, old, new, /, count=-1", static a => Str.Replace(Self(a[0]), Argument(a[1], "replace", 1), Argument(a[2], "replace", 2), SequenceRules.SizeOf(a[3])));

    private static Any List(IEnumerable<string> parts) => new PyList<Any>(parts.Select(static p => (Any)p));

    private static Any Tuple(string[] parts) => new PyTuple([.. parts.Select(static p => (Any)p)]);

    private static void Cutting(PyType type)
    {
        type.Method("split", "self, sep=None, maxsplit=-1", static (self, sep, limit) => Str.Split(new PyList<Any>(), Self(self), Separator(sep), SequenceRules.SizeOf(limit), static p => p))
            .Method("rsplit", "self, sep=None, maxsplit=-1", static (self, sep, limit) => List(Str.RSplit(Self(self), Separator(sep), SequenceRules.SizeOf(limit))))
            .Method("splitlines", "self, keepends=False", static (self, keep) => List(Str.SplitLines(Self(self), keep.Truth)))
            .Method("partition", "self, sep, /", static (self, sep) => Tuple(Str.Partition(Self(self), Required(sep))))
            .Method("rpartition", "self, sep, /", static (self, sep) => Tuple(Str.RPartition(Self(self), Required(sep))))
            .Method("join", "self, iterable, /", static (self, items) => Str.JoinAny(Self(self), items));
        Strip("strip", Str.Strip);
        Strip("lstrip", Str.LStrip);
        Strip("rstrip", Str.RStrip);

        void Strip(string name, Func<string, string?, string> strip)
            => type.Method(name, "self, chars=None, /", (self, set) => strip(Self(self), set.IsNone ? null : PyValueInstance.Unwrap(set).Ref as string ?? throw new TypeError($"{name} arg must be None or str")));
    }

    private static string Fill(Any fill) => PyValueInstance.Unwrap(fill).Ref is not string text
        ? throw new TypeError($"The fill character must be a unicode character, not {PyType.Of(fill).ErrorName}")
        : Str.Length(text) == 1 ? text : throw new TypeError("The fill character must be exactly one character long");

    private static void Layout(PyType type) => type
        .Method("center", "self, width, fillchar=' ', /", static (self, width, fill) => Str.Center(Self(self), SequenceRules.IndexOf(width), Fill(fill)))
        .Method("ljust", "self, width, fillchar=' ', /", static (self, width, fill) => Str.LJust(Self(self), SequenceRules.IndexOf(width), Fill(fill)))
        .Method("rjust", "self, width, fillchar=' ', /", static (self, width, fill) => Str.RJust(Self(self), SequenceRules.IndexOf(width), Fill(fill)))
        .Method("zfill", "self, width, /", static (self, width) => Str.ZFill(Self(self), SequenceRules.IndexOf(width)))
        .Method("expandtabs", "self, tabsize=8", static (self, size) => Str.ExpandTabs(Self(self), SequenceRules.IndexOf(size)))
        .Method("upper", static self => Str.Upper(Self(self)))
        .Method("lower", static self => Str.Lower(Self(self)))
        .Method("casefold", static self => Str.CaseFold(Self(self)))
        .Method("swapcase", static self => Str.SwapCase(Self(self)))
        .Method("capitalize", static self => Str.Capitalize(Self(self)))
        .Method("title", static self => Str.Title(Self(self)));

    private static void Classify(PyType type) => type
        .Method("isalpha", static self => Str.IsAlpha(Self(self)))
        .Method("isdigit", static self => Str.IsDigit(Self(self)))
        .Method("isdecimal", static self => Str.IsDecimal(Self(self)))
        .Method("isnumeric", static self => Str.IsNumeric(Self(self)))
        .Method("isalnum", static self => Str.IsAlnum(Self(self)))
        .Method("isspace", static self => Str.IsSpace(Self(self)))
        .Method("isascii", static self => Str.IsAscii(Self(self)))
        .Method("isprintable", static self => Str.IsPrintable(Self(self)))
        .Method("isupper", static self => Str.IsUpper(Self(self)))
        .Method("islower", static self => Str.IsLower(Self(self)))
        .Method("istitle", static self => Str.IsTitle(Self(self)))
        .Method("isidentifier", static self => Str.IsIdentifier(Self(self)));

    private static void Conversion(PyType type)
    {
        type.Method("encode", "self, encoding='utf-8', errors='strict'", static (self, encoding, errors) => PyBytes.Wrap(Codecs.Encode(
                Self(self),
                encoding.Ref as string ?? throw new TypeError($"encode() argument 'encoding' must be str, not {Library.Lib.Given(encoding)}"),
                errors.Ref as string ?? throw new TypeError($"encode() argument 'errors' must be str, not {Library.Lib.Given(errors)}"))))
            .Add("format", new PyFunction("str.format", "self, /, *args, **kwargs", static (self, args, kwargs) => TextFormat.Format(Self(self), (PyTuple)args.Ref!, kwargs)) { IsBuiltin = true, TakesAnyKeys = true })
            .Method("format_map", "self, mapping, /", static (self, mapping) => TextFormat.FormatMap(Self(self), mapping))
            .Method("translate", "self, table, /", static (self, table) => Str.Translate(Self(self), table));
        type.StaticMethod("maketrans", "x, y=, z=, /", static a => MakeTrans(a[0], a[1], a[2]), Any.Unbound, Any.Unbound);
    }

    private static Any MakeTrans(Any x, Any y, Any z)
    {
        var table = new PyDict<Any, Any>();
        if (y.IsUnbound)
        {
            if (x.Ref is not PyDict dict)
                throw new TypeError("if you give only one argument to maketrans it must be a dict");
            foreach (var (key, value) in dict.Entries())
            {
                if (key.Ref is string text && Str.Length(text) != 1)
                    throw new ValueError("string keys in translate table must be of length 1");
                if (key.Ref is not string && !Operators.IsIntLike(key))
                    throw new TypeError("keys in translate table must be strings or integers");
                table[key.Ref is string character ? Str.CodePoints(character)[0] : key] = value;
            }
            return table;
        }
        if (x.Ref is not string)
            throw new TypeError("first maketrans argument must be a string if there is a second argument");
        var (from, to) = (Str.CodePoints((string)x.Ref), Str.CodePoints(Argument(y, "maketrans", 2)));
        if (from.Count != to.Count)
            throw new ValueError("the first two maketrans arguments must have equal length");
        for (var i = 0; i < from.Count; i++)
            table[from[i]] = to[i];
        if (!z.IsUnbound)
            foreach (var c in Str.CodePoints(Argument(z, "maketrans", 3)))
                table[c] = Any.None;
        return table;
    }
}
