using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The form on one line: dictionaries in order, deep parts cut, recursion marked.</summary>
internal sealed partial class PrettyPrinter
{
    private static string Recursion(Any value) => $"<Recursion on {PyType.Of(value).Name} with id={Builtins.Id(value)}>";

    /// <summary>The text, whether it could be read back, and whether it contains itself.</summary>
    private PyTuple Safe(Any value, PyDict context, long levels, long level)
    {
        var type = PyType.Of(value);
        if (Operators.IsIntLike(value) && !value.IsBool)
            return PyTuple.Of(_underscores ? Operators.Format(value, "_d") : Operators.Repr(value), true, false);
        var dict = value.Ref as PyDict is { } d && HasReprOf(type, DictType.Type) ? d : null;
        var list = value.Ref is PyList && HasReprOf(type, ListType.Type);
        var tuple = value.Ref is PyTuple && HasReprOf(type, TupleType.Type);
        if (dict is null && !list && !tuple)
        {
            var text = Operators.Repr(value);
            return PyTuple.Of(text, text.Length > 0 && !text.StartsWith('<'), false);
        }
        var (left, right) = dict is not null ? ("{", "}") : list ? ("[", "]") : ("(", Operators.Len(value) == 1 ? ",)" : ")");
        if (Operators.Len(value) == 0)
            return PyTuple.Of(left + right, true, false);
        Any id = Builtins.Id(value);
        if (levels > 0 && level >= levels)
            return PyTuple.Of($"{left}...{right}", false, context.ContainsAny(id));
        if (context.ContainsAny(id))
            return PyTuple.Of(Recursion(value), false, true);
        context.SetAny(id, 1);
        var (readable, recursive) = (true, false);
        string Part(Any item)
        {
            var parts = IsExact ? Safe(item, context, levels, level + 1) : ((Any)this).Invoke("format", new Arguments { item, context, levels, level + 1 });
            readable &= parts[1].Truth;
            recursive |= parts[2].Truth;
            return Operators.Str(parts[0]);
        }
        var pieces = dict is not null
            ? Pairs(dict).Select(p => $"{Part(p.Key)}: {Part(p.Value)}").ToList()
            : [.. Operators.ToList(value).Select(Part)];
        context.RemoveAny(id, out _);
        return PyTuple.Of(left + string.Join(", ", pieces) + right, readable, recursive);
    }

    private List<(Any Key, Any Value)> Pairs(PyDict dict)
    {
        (Any Key, Any Value)[] pairs = [.. dict.Entries()];
        if (_sortDicts)
            new TimSort<(Any Key, Any Value), ByKey>(pairs, pairs.Length, default).Sort();
        return [.. pairs];
    }

    private static List<Any> Sorted(List<Any> items)
    {
        var sorted = items.ToArray();
        new TimSort<Any, BySafety>(sorted, sorted.Length, default).Sort();
        return [.. sorted];
    }

    /// <summary>The order need not be transitive: that of the comparisons counts.</summary>
    private readonly struct BySafety : ILess<Any>
    {
        public bool Less(Any a, Any b) => SafeLess(a, b);
    }

    private readonly struct ByKey : ILess<(Any Key, Any Value)>
    {
        public bool Less((Any Key, Any Value) a, (Any Key, Any Value) b) => SafeLess(a.Key, b.Key);
    }

    /// <summary>As Python orders them; values that cannot be compared go by their class.</summary>
    private static bool SafeLess(Any a, Any b)
    {
        try
        {
            return Operators.Less(a, b);
        }
        catch (TypeError)
        {
            var order = string.CompareOrdinal(Operators.Str(PyType.Of(a)), Operators.Str(PyType.Of(b)));
            return order != 0 ? order < 0 : Builtins.Id(a) < Builtins.Id(b);
        }
    }

    public static PyModule Module()
    {
        const string options = "indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False";
        return new PyModule("pprint").Type(Type)
            .Function("pprint", "object, stream=None, " + options, static a => Of(a[2..], a[1]).Print(a[0]))
            .Function("pformat", "object, " + options, static a => Of(a[1..], Any.None).ToText(a[0]))
            .Function("pp", "object, *args, sort_dicts=False, **kwargs", static a =>
            {
                var arguments = new Arguments { a[0], new Star(a[1]), { "sort_dicts", a[2] } };
                arguments.Add(new StarStar(a[3]));
                return Modules.Import("pprint").Get("pprint").Call(arguments);
            })
            .Function("saferepr", "object", static (Any[] a) => Plain(a[0])[0])
            .Function("isreadable", "object", static (Any[] a) => Plain(a[0]) is var parts && parts[1].Truth && !parts[2].Truth)
            .Function("isrecursive", "object", static (Any[] a) => Plain(a[0])[2]);
    }

    private static PyTuple Plain(Any value) => new PrettyPrinter(1, 80, Any.None, Any.None, false, true, false).Safe(value, new PyDict<Any, Any>(), 0, 0);

    private static PrettyPrinter Of(Any[] a, Any stream)
        => new((int)Lib.Int(a[0]), (int)Lib.Int(a[1]), a[2], stream, a[3].Truth, a[4].Truth, a[5].Truth);
}
