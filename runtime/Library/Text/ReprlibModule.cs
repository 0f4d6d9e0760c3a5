using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/reprlib.html">reprlib</see>: reprs of limited length.</summary>
internal static class ReprlibModule
{
    private static readonly (string Name, int Value)[] s_limits =
    [
        ("maxlevel", 6), ("maxtuple", 6), ("maxlist", 6), ("maxarray", 5), ("maxdict", 4), ("maxset", 6), ("maxfrozenset", 6), ("maxdeque", 6),
        ("maxstring", 30), ("maxlong", 40), ("maxother", 30),
    ];

    private static readonly PyType s_repr = Create();

    public static PyModule Build()
    {
        var shared = ((Any)s_repr).Call();
        return new PyModule("reprlib")
            .Type(s_repr)
            .Value("aRepr", shared)
            .Value("repr", shared.Get("repr"))
            .Function("recursive_repr", "fillvalue='...'", static (Any[] a) => Recursive(a[0]));
    }

    private static PyType Create()
    {
        var signature = "self, *, " + string.Join(", ", s_limits.Select(static l => $"{l.Name}={l.Value}")) + ", fillvalue='...', indent=None";
        var maker = new ClassMaker("Repr", "reprlib")
            .Method("__init__", signature, static a =>
            {
                for (var i = 0; i < s_limits.Length; i++)
                    a[0].Set(s_limits[i].Name, a[i + 1]);
                a[0].Set("fillvalue", a[^2]);
                a[0].Set("indent", a[^1]);
                return Any.None;
            })
            .Method("repr", "x", static (self, x) => self.Invoke("repr1", x, self.Get("maxlevel")))
            .Method("repr1", "self, x, level", static a => Dispatch(a[0], a[1], a[2]))
            .Method("repr_str", "self, x, level", static a => OfText(a[0], a[1]))
            .Method("repr_int", "self, x, level", static a => Cut(Operators.Repr(a[1]), (int)Lib.Int(a[0].Get("maxlong")), a[0]))
            .Method("repr_instance", "self, x, level", static a => OfInstance(a[0], a[1]))
            .Method("repr_dict", "self, x, level", static a => OfDict(a[0], a[1], a[2]));
        Sequence(maker, "tuple", "(", ")", "maxtuple", sorted: false);
        Sequence(maker, "list", "[", "]", "maxlist", sorted: false);
        Sequence(maker, "set", "{", "}", "maxset", sorted: true);
        Sequence(maker, "frozenset", "frozenset({", "})", "maxfrozenset", sorted: true);
        Sequence(maker, "deque", "deque([", "])", "maxdeque", sorted: false);
        maker.Method("repr_array", "self, x, level", static a => Operators.Len(a[1]) == 0
            ? $"array('{Operators.Str(a[1].Get("typecode"))}')"
            : Items(a[0], Operators.ToList(a[1]), a[2], $"array('{Operators.Str(a[1].Get("typecode"))}', [", "])", "maxarray"));
        return maker.Make(PyType.Object);
    }

    private static void Sequence(ClassMaker maker, string name, string left, string right, string limit, bool sorted)
        => maker.Method("repr_" + name, "self, x, level", a =>
        {
            if (sorted && Operators.Len(a[1]) == 0)
                return name + "()";
            var items = Operators.ToList(a[1]);
            return Items(a[0], sorted ? Ordered(items) : items, a[2], left, right, limit, name == "tuple" ? "," : "");
        });

    private static List<Any> Ordered(List<Any> items)
    {
        try
        {
            var list = new PyList<Any>(items);
            list.Sort();
            return [.. list];
        }
        catch (BaseException e) when (e.Class.IsSubclassOf(PyException.Type))
        {
            return items;
        }
    }

    private static Any Dispatch(Any self, Any x, Any level)
    {
        var type = PyType.Of(x);
        var name = type.Name.Replace(' ', '_');
        var method = Operators.GetAttr(self, "repr_" + name, Any.Unbound);
        if (method.IsUnbound)
            return self.Invoke("repr_instance", x, level);
        // A class that only bears the name of a built-in one gets no special treatment.
        return PyType.Of(self).IsSubclassOf(s_repr) && s_repr.Namespace.ContainsKey("repr_" + name) && type.Module is not ("builtins" or "collections" or "array")
            ? self.Invoke("repr_instance", x, level)
            : method.Call(x, level);
    }

    private static string Fill(Any self) => Operators.Str(self.Get("fillvalue"));

    private static string Cut(string text, int most, Any self)
    {
        if (text.Length <= most)
            return text;
        var fill = Fill(self);
        var left = Math.Max(0, (most - fill.Length) / 2);
        var right = Math.Max(0, most - fill.Length - left);
        return text[..left] + fill + text[^right..];
    }

    private static string OfText(Any self, Any x)
    {
        var most = (int)Lib.Int(self.Get("maxstring"));
        var source = Operators.Str(x);
        var text = Str.Repr(source[..Math.Min(most, source.Length)]);
        if (text.Length <= most)
            return text;
        var fill = Fill(self);
        var left = Math.Max(0, (most - fill.Length) / 2);
        var right = Math.Max(0, most - fill.Length - left);
        text = Str.Repr(source[..Math.Min(left, source.Length)] + source[Math.Max(0, source.Length - right)..]);
        return text[..left] + fill + text[^right..];
    }

    private static string OfInstance(Any self, Any x)
    {
        string text;
        try
        {
            text = Operators.Repr(x);
        }
        catch (BaseException e) when (e.Class.IsSubclassOf(PyException.Type))
        {
            return $"<{PyType.Of(x).Name} instance at {Operators.Address(x.Ref!)}>";
        }
        return Cut(text, (int)Lib.Int(self.Get("maxother")), self);
    }

    private static string OfDict(Any self, Any x, Any level)
    {
        if (Operators.Len(x) == 0)
            return "{}";
        if (level <= 0)
            return $"{{{Fill(self)}}}";
        var most = (int)Lib.Int(self.Get("maxdict"));
        var keys = Ordered(Operators.ToList(x));
        var pieces = keys.Take(most).Select(k => $"{Operators.Str(self.Invoke("repr1", k, level - 1))}: {Operators.Str(self.Invoke("repr1", x[k], level - 1))}").ToList();
        if (keys.Count > most)
            pieces.Add(Fill(self));
        return $"{{{Joined(self, pieces, level)}}}";
    }

    private static string Items(Any self, List<Any> items, Any level, string left, string right, string limit, string trail = "")
    {
        if (level <= 0 && items.Count > 0)
            return left + Fill(self) + right;
        var most = (int)Lib.Int(self.Get(limit));
        var pieces = items.Take(most).Select(i => Operators.Str(self.Invoke("repr1", i, level - 1))).ToList();
        if (items.Count > most)
            pieces.Add(Fill(self));
        if (items.Count == 1 && self.Get("indent").IsNone)
            right = trail + right;
        return left + Joined(self, pieces, level) + right;
    }

    /// <summary>On one line, or on lines of their own where an indentation is set.</summary>
    private static string Joined(Any self, List<string> pieces, Any level)
    {
        var indent = self.Get("indent");
        if (indent.IsNone)
            return string.Join(", ", pieces);
        if (pieces.Count == 0)
            return "";
        var unit = indent.Ref as string;
        if (unit is null)
        {
            if (!Operators.IsIntLike(indent))
                throw new TypeError($"Repr.indent must be a str, int or None, not {PyType.Of(indent)}");
            var width = Lib.Int(indent);
            unit = width >= 0 ? new string(' ', (int)width) : throw new ValueError($"Repr.indent cannot be negative int (was {width})");
        }
        var depth = (int)(Lib.Int(self.Get("maxlevel")) - Lib.Int(level) + 1);
        var separator = ",\n" + string.Concat(Enumerable.Repeat(unit, depth));
        var text = separator + string.Join(separator, pieces) + separator;
        return text[1..(unit.Length == 0 ? text.Length : text.Length - unit.Length)];
    }

    /// <summary>A decorator of <c>__repr__</c> that answers with the fill value where an object contains itself.</summary>
    private static Any Recursive(Any fill) => new PyFunction("decorating_function", "user_function", function =>
    {
        var running = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var wrapper = new PyFunction("wrapper", "self", self =>
        {
            if (!running.Add(self.Ref!))
                return fill;
            try
            {
                return function.Call(self);
            }
            finally
            {
                running.Remove(self.Ref!);
            }
        });
        foreach (var name in (string[])["__module__", "__doc__", "__name__", "__qualname__"])
            Operators.SetAttr(wrapper, name, Operators.GetAttr(function, name));
        Operators.SetAttr(wrapper, "__annotations__", Operators.GetAttr(function, "__annotations__", new PyDict<Any, Any>()));
        Operators.SetAttr(wrapper, "__type_params__", Operators.GetAttr(function, "__type_params__", PyTuple.Empty));
        Operators.SetAttr(wrapper, "__wrapped__", function);
        return wrapper;
    });
}
