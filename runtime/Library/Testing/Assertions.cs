using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>The assertions of a test case. See <see href="https://docs.python.org/3.13/library/unittest.html#assert-methods">assert methods</see>.</summary>
internal static partial class Assertions
{
    public static void Declare(ClassMaker maker)
    {
        Values(maker);
        Comparisons(maker);
        Collections(maker);
        Texts(maker);
        Expectations(maker);
    }

    /// <summary>Fails the test with the user's message behind the standard one.</summary>
    public static BaseException Failure(Any self, Any message, string standard)
        => Raise.Of(self.Get("failureException").Call(self.Invoke("_formatMessage", message, standard)));

    /// <summary>A repr, cut short as the standard messages do for long values.</summary>
    public static string Repr(Any value)
    {
        try
        {
            return Operators.Repr(value);
        }
        catch (BaseException)
        {
            return $"<{PyType.Of(value).FullName} object at {Operators.Address(value.Ref ?? value)}>";
        }
    }

    private static Any Check(Any self, bool holds, Any message, Func<string> standard) => holds ? Any.None : throw Failure(self, message, standard());

    private static void Values(ClassMaker maker) => maker
        .Method("_formatMessage", "self, msg, standardMsg", static a => FormatMessage(a[0], a[1], Operators.Str(a[2])))
        .Method("fail", "msg=None", static (self, message) => throw Raise.Of(self.Get("failureException").Call(message)))
        .Method("assertTrue", "self, expr, msg=None", static a => Check(a[0], a[1].Truth, a[2], () => $"{Repr(a[1])} is not true"))
        .Method("assertFalse", "self, expr, msg=None", static a => Check(a[0], !a[1].Truth, a[2], () => $"{Repr(a[1])} is not false"))
        .Method("assertIs", "self, expr1, expr2, msg=None", static a => Check(a[0], Operators.Is(a[1], a[2]), a[3], () => $"{Repr(a[1])} is not {Repr(a[2])}"))
        .Method("assertIsNot", "self, expr1, expr2, msg=None", static a => Check(a[0], !Operators.Is(a[1], a[2]), a[3], () => $"unexpectedly identical: {Repr(a[1])}"))
        .Method("assertIsNone", "self, obj, msg=None", static a => Check(a[0], a[1].IsNone, a[2], () => $"{Repr(a[1])} is not None"))
        .Method("assertIsNotNone", "self, obj, msg=None", static a => Check(a[0], !a[1].IsNone, a[2], () => "unexpectedly None"))
        .Method("assertIsInstance", "self, obj, cls, msg=None", static a => Check(a[0], Builtins.IsInstance(a[1], a[2]), a[3], () => $"{Repr(a[1])} is not an instance of {Operators.Repr(a[2])}"))
        .Method("assertNotIsInstance", "self, obj, cls, msg=None", static a => Check(a[0], !Builtins.IsInstance(a[1], a[2]), a[3], () => $"{Repr(a[1])} is an instance of {Operators.Repr(a[2])}"))
        .Method("assertIn", "self, member, container, msg=None", static a => Check(a[0], a[2].Contains(a[1]), a[3], () => $"{Repr(a[1])} not found in {Repr(a[2])}"))
        .Method("assertNotIn", "self, member, container, msg=None", static a => Check(a[0], !a[2].Contains(a[1]), a[3], () => $"{Repr(a[1])} unexpectedly found in {Repr(a[2])}"));

    private static Any FormatMessage(Any self, Any message, string standard)
    {
        if (!self.Get("longMessage").Truth)
            return message.Truth ? message : standard;
        return message.IsNone ? standard : $"{standard} : {Operators.Str(message)}";
    }

    private static void Comparisons(ClassMaker maker)
    {
        maker.Method("assertEqual", "self, first, second, msg=None", static a =>
            {
                var test = TestCaseType.Self(a[0]);
                var type = PyType.Of(a[1]);
                if (ReferenceEquals(type, PyType.Of(a[2])) && ByClass(test, type) is { IsUnbound: false } compare)
                    return compare.Call(new Arguments { a[1], a[2], { "msg", a[3] } });
                return Check(a[0], Operators.Equal(a[1], a[2]), a[3], () => $"{Short(a[1], a[2], out var second)} != {second}");
            })
            .Method("addTypeEqualityFunc", "self, typeobj, function", static a => Lib.Do(() => TestCaseType.Self(a[0]).EqualityFunctions[(PyType)a[1].Ref!] = a[2]))
            .Method("assertNotEqual", "self, first, second, msg=None", static a => Check(a[0], Operators.NotEqual(a[1], a[2]), a[3], () => $"{Repr(a[1])} == {Repr(a[2])}"));
        foreach (var (name, op, text) in ((string, Comparison, string)[])
            [("assertLess", Comparison.Lt, "less than"), ("assertLessEqual", Comparison.LtE, "less than or equal to"), ("assertGreater", Comparison.Gt, "greater than"), ("assertGreaterEqual", Comparison.GtE, "greater than or equal to")])
            maker.Method(name, "self, a, b, msg=None", a => Check(a[0], Operators.Compare(op, a[1], a[2]).Truth, a[3], () => $"{Repr(a[1])} not {text} {Repr(a[2])}"));
        maker.Method("assertAlmostEqual", "self, first, second, places=None, msg=None, delta=None", static a => Almost(a, close: true))
            .Method("assertNotAlmostEqual", "self, first, second, places=None, msg=None, delta=None", static a => Almost(a, close: false));
    }

    private static Any ByClass(TestCase test, PyType type)
    {
        if (test.EqualityFunctions.TryGetValue(type, out var function))
            return function.Ref is string name ? test.Self.Get(name) : function;
        var method = type == DictType.Type ? "assertDictEqual" : type == ListType.Type ? "assertListEqual" : type == TupleType.Type ? "assertTupleEqual"
            : type == SetType.Type || type == SetType.Frozen ? "assertSetEqual" : type == StrType.Type ? "assertMultiLineEqual" : null;
        return method is null ? Any.Unbound : test.Self.Get(method);
    }

    private static Any Almost(Any[] a, bool close)
    {
        var (self, first, second, places, message, delta) = (a[0], a[1], a[2], a[3], a[4], a[5]);
        if (close ? Operators.Equal(first, second) : false)
            return Any.None;
        if (!delta.IsNone && !places.IsNone)
            throw new TypeError("specify delta or places not both");
        var difference = Operators.Abs(first - second);
        if (!delta.IsNone)
        {
            var within = close ? difference <= delta : !(!Operators.Equal(first, second) && difference > delta);
            return Check(self, within == close, message, () => $"{Repr(first)} {(close ? "!=" : "==")} {Repr(second)} within {Repr(delta)} delta ({Repr(difference)} difference)");
        }
        var digits = places.IsNone ? 7 : places;
        var equal = Operators.Equal(Builtins.Round(difference, digits), 0) && (close || true);
        return Check(self, equal == close, message, () => close
            ? $"{Repr(first)} != {Repr(second)} within {Repr(digits)} places ({Repr(difference)} difference)"
            : $"{Repr(first)} == {Repr(second)} within {Repr(digits)} places");
    }
}
