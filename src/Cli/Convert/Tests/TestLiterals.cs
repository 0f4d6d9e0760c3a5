using System.Numerics;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Cli.Convert.Tests;

/// <summary>Reads what <c>pytest.mark.parametrize</c> says, as far as it is literals that C# attributes can have.</summary>
internal static class TestLiterals
{
    private const int MostRows = 100;

    /// <summary>The parametrizations of a test together.</summary>
    /// <param name="marks">The arguments of each mark, the nearest first.</param>
    /// <param name="parameters">The parameters of the function in their order.</param>
    /// <returns>Null where it is more than literals.</returns>
    public static LiteralData? Read(IReadOnlyList<Py.Call> marks, IReadOnlyList<string> parameters)
    {
        IReadOnlyList<Dictionary<string, object?>> rows = [[]];
        foreach (var mark in marks)
        {
            if (One(mark) is not var (names, sets))
                return null;
            // The mark nearest to the function varies slowest.
            rows = [.. rows.SelectMany(r => sets.Select(s => new Dictionary<string, object?>(r.Concat(names.Zip(s, static (n, v) => KeyValuePair.Create(n, v))))))];
        }
        if (rows.Count is 0 or > MostRows)
            return null;
        var ordered = parameters.Where(rows[0].ContainsKey).ToList();
        if (ordered.Count != rows[0].Count)
            return null;
        IReadOnlyList<object?[]> values = [.. rows.Select(r => ordered.Select(n => r[n]).ToArray())];
        // xunit takes equal rows for one test.
        return values.Select(static v => string.Join('\n', v.Select(static i => $"{i?.GetType()} {i}"))).Distinct().Count() == values.Count ? new LiteralData(ordered, values) : null;
    }

    private static (IReadOnlyList<string> Names, IReadOnlyList<object?[]> Sets)? One(Py.Call mark)
    {
        if (mark is not { Args: [var argnames, var argvalues], Keywords: var keywords } || keywords.Any(static k => k.Arg != "ids"))
            return null;
        var names = argnames switch
        {
            Py.Constant { Value: string text } => [.. text.Split(',').Select(static n => n.Trim()).Where(static n => n.Length > 0)],
            _ => Items(argnames)?.Select(static e => (e as Py.Constant)?.Value as string).ToList(),
        };
        if (names is null || names.Contains(null) || Items(argvalues) is not { } elements)
            return null;
        var sets = new List<object?[]>();
        foreach (var element in elements)
        {
            IReadOnlyList<Py.Expression>? items = element switch
            {
                Py.Call { Func: Py.Attribute { Attr: "param" } or Py.Name { Id: "param" } } param => param.Keywords.All(static k => k.Arg == "id") ? param.Args : null,
                _ when argnames is Py.Constant && names.Count == 1 => [element],
                _ => Items(element),
            };
            if (items is null || items.Count != names.Count)
                return null;
            var values = new object?[items.Count];
            for (var i = 0; i < values.Length; i++)
                if (!TryValue(items[i], out values[i]))
                    return null;
            sets.Add(values);
        }
        return (names!, sets);
    }

    private static IReadOnlyList<Py.Expression>? Items(Py.Expression expression) => expression switch
    {
        Py.List list when !list.Elts.Any(static e => e is Py.Starred) => list.Elts,
        Py.Tuple tuple when !tuple.Elts.Any(static e => e is Py.Starred) => tuple.Elts,
        _ => null,
    };

    /// <summary>A value that attributes can have: None, bool, str, float, and int within 64 bits.</summary>
    private static bool TryValue(Py.Expression expression, out object? value)
    {
        value = null;
        switch (expression)
        {
            case Py.Constant { Value: null or bool } constant:
                value = constant.Value;
                return true;
            case Py.Constant { Value: string text } when !text.Any(char.IsSurrogate):
                value = text;
                return true;
            case Py.Constant { Value: BigInteger number } when number >= long.MinValue && number <= long.MaxValue:
                value = (long)number;
                return true;
            case Py.Constant { Value: double number } when double.IsFinite(number):
                value = number;
                return true;
            case Py.UnaryOp { Op: Py.UnaryOperator.USub, Operand: var operand } when TryValue(operand, out var inner) && inner is long or double:
                value = inner is long whole ? (object)-whole : -(double)inner;
                return true;
            default:
                return false;
        }
    }
}
