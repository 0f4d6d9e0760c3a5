using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>The values that parameters of a test take together, with what else is known of that case.</summary>
/// <param name="Id">Its name, as pytest shows it between brackets.</param>
/// <param name="Direct">Values of the test's own parameters.</param>
/// <param name="Indirect">Values that fixtures find in <c>request.param</c>, each with its index.</param>
/// <param name="Marks">Marks of this case alone.</param>
internal sealed record TestCaseValues(string Id, IReadOnlyDictionary<string, Any> Direct, IReadOnlyDictionary<string, (Any Value, int Index)> Indirect, IReadOnlyList<Mark> Marks)
{
    public static TestCaseValues None { get; } = new("", new Dictionary<string, Any>(), new Dictionary<string, (Any, int)>(), []);

    /// <summary>This case with one more set of values.</summary>
    public TestCaseValues With(Parametrization parametrization, int index)
    {
        var (values, id, marks) = parametrization.Sets[index];
        var (direct, indirect) = (new Dictionary<string, Any>(Direct), new Dictionary<string, (Any, int)>(Indirect));
        for (var i = 0; i < parametrization.Names.Count; i++)
        {
            if (parametrization.IsIndirect(parametrization.Names[i]))
                indirect[parametrization.Names[i]] = (values[i], index);
            else
                direct[parametrization.Names[i]] = values[i];
        }
        return new TestCaseValues(Id.Length == 0 ? id : $"{Id}-{id}", direct, indirect, [.. Marks, .. marks]);
    }
}

/// <summary>
/// What one <c>pytest.mark.parametrize</c>, or one fixture with <c>params</c>, makes of a test. See
/// <see href="https://docs.pytest.org/en/stable/how-to/parametrize.html">how to parametrize</see>.
/// </summary>
internal sealed class Parametrization
{
    private readonly Func<string, bool> _isIndirect;

    /// <param name="names">The parameters.</param>
    /// <param name="isAlone">Whether each value is the one parameter's; otherwise it has one item for each parameter.</param>
    /// <param name="isIndirect">Whether a fixture gets the value.</param>
    /// <param name="values">The values.</param>
    /// <param name="ids">Names of the cases, or a function that finds them.</param>
    private Parametrization(IReadOnlyList<string> names, bool isAlone, Func<string, bool> isIndirect, IEnumerable<Any> values, Any ids)
    {
        (Names, _isIndirect) = (names, isIndirect);
        var sets = values.Select(v => v.Ref is ParameterSet set ? set : new ParameterSet(isAlone ? PyTuple.Of(v) : new PyTuple([.. Operators.ToList(v)]), [], null)).ToList();
        foreach (var set in sets)
            if (set.Values.Count != names.Count)
                throw new FailedError($"in \"parametrize\" the number of names ({names.Count}):\n  {Operators.Repr(Lib.List(names))}\nmust be equal to the number of values ({set.Values.Count}):\n  {Operators.Repr(set.Values)}");
        var given = ids.IsNone || Builtins.Callable(ids) ? null : Operators.ToList(ids);
        if (given is not null && given.Count < sets.Count)
            throw new FailedError($"{sets.Count} parameter sets specified, with different number of ids: {given.Count}");
        var texts = sets.Select((s, i) => s.Id ?? (given is not null && !given[i].IsNone ? Operators.Str(given[i]) : string.Join('-', s.Values.Select((v, k) => IdOf(v, names[k], i, given is null ? ids : Any.None)))));
        Sets = [.. sets.Zip(Distinct([.. texts]), static (s, id) => (s.Values, id, (IReadOnlyList<Mark>)s.Marks))];
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<(PyTuple Values, string Id, IReadOnlyList<Mark> Marks)> Sets { get; }

    public bool IsIndirect(string name) => _isIndirect(name);

    public static Parametrization OfMark(Mark mark)
    {
        var names = mark.Argument("argnames", 0, Any.None);
        var indirect = mark.Argument("indirect", 2, false);
        var some = indirect.IsBool || indirect.IsNone ? null : Operators.ToList(indirect).Select(Operators.Str).ToHashSet();
        IReadOnlyList<string> list = names.Ref is string text
            ? [.. text.Split(',').Select(static n => n.Trim()).Where(static n => n.Length > 0)]
            : [.. Operators.ToList(names).Select(Operators.Str)];
        return new Parametrization(list, names.Ref is string && list.Count == 1, n => some?.Contains(n) ?? indirect.Truth, Operators.ToList(mark.Argument("argvalues", 1, Any.None)), mark.Argument("ids", 3, Any.None));
    }

    public static Parametrization OfFixture(FixtureDefinition fixture) => new([fixture.Name], true, static _ => true, fixture.Parameters!, fixture.Ids);

    /// <summary>All cases that some parametrizations make together, the first one varying slowest.</summary>
    public static IReadOnlyList<TestCaseValues> Cases(IEnumerable<Parametrization> parametrizations, TestCaseValues? start = null)
        => parametrizations.Aggregate((IReadOnlyList<TestCaseValues>)[start ?? TestCaseValues.None], static (cases, p) => [.. cases.SelectMany(c => p.Sets.Select((_, i) => c.With(p, i)))]);

    /// <summary>The name of a value, by the rules of <see href="https://docs.pytest.org/en/stable/how-to/parametrize.html">pytest</see>.</summary>
    private static string IdOf(Any value, string name, int index, Any function)
    {
        if (!function.IsNone && function.Call(value) is { IsNone: false } own)
            value = own;
        return value switch
        {
            { Ref: string text } => text,
            { IsNone: true } or { IsInt: true } or { IsFloat: true } or { IsBool: true } => Operators.Str(value),
            { Ref: System.Numerics.Complex } => Operators.Str(value),
            { Ref: PyBytes bytes } => Operators.Repr(bytes)[2..^1],
            { Ref: PyPattern pattern } => Operators.Str(((Any)pattern).Get("pattern")),
            { Ref: PyType or PyFunction } => Operators.Str(value.Get("__name__")),
            { Ref: PyObject } when Builtins.IsInstance(value, Modules.Import("enum").Get("Enum")) => Operators.Str(value),
            _ => name + index.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The same names, with numbers behind those that would be there twice.</summary>
    private static IEnumerable<string> Distinct(IReadOnlyList<string> ids)
    {
        var counts = ids.GroupBy(static i => i).ToDictionary(static g => g.Key, static g => g.Count());
        var next = new Dictionary<string, int>();
        var taken = ids.ToHashSet();
        foreach (var id in ids)
        {
            if (counts[id] == 1)
            {
                yield return id;
                continue;
            }
            var separator = id.Length > 0 && char.IsAsciiDigit(id[^1]) ? "_" : "";
            string numbered;
            do
            {
                var number = next.GetValueOrDefault(id);
                next[id] = number + 1;
                numbered = $"{id}{separator}{number.ToString(CultureInfo.InvariantCulture)}";
            }
            while (!taken.Add(numbered));
            yield return numbered;
        }
    }
}
