namespace Pytocs.Interpreter;

/// <summary>What a code object tells of the code that it is of. See <see href="https://docs.python.org/3.13/reference/datamodel.html#code-objects">code objects</see>.</summary>
internal sealed class CodeLists
{
    private readonly List<Any> _constants = [];
    private readonly List<string> _names = [];

    /// <summary>The parameters as <c>PyFunction</c> has them; null of code that is no function's.</summary>
    public string? Signature { get; set; }

    /// <summary>The flags of <c>from __future__ import</c>.</summary>
    public int FutureFlags { get; set; }

    public bool IsEmpty => _constants.Count == 0;

    public void Constant(Any value)
    {
        foreach (var known in _constants)
            if (ReferenceEquals(PyType.Of(known), PyType.Of(value)) && known.Ref is not PyCode && Operators.Equal(known, value))
                return;
        _constants.Add(value);
    }

    public void Name(string name)
    {
        if (!_names.Contains(name))
            _names.Add(name);
    }

    public PyCode Make(Code code)
    {
        var isFunction = code.Scope.Kind == ScopeKind.Function;
        var signature = Signature is null ? null : Core(Signature);
        var cells = code.Locals.Where(l => code.CellSlots.Contains(l.Slot)).Select(static l => l.Name).Order(StringComparer.Ordinal);
        var parameters = code.Locals.Take(code.ParameterCount).Select(static l => l.Name).ToList();
        if (signature is not null)
            parameters = [.. signature.Parameters.OrderBy(static p => p.Kind switch { ParameterKind.KeywordOnly => 1, ParameterKind.VarPositional => 2, ParameterKind.VarKeyword => 3, _ => 0 }).Select(static p => p.Name)];
        var locals = code.Locals.Skip(code.ParameterCount).Where(l => !code.CellSlots.Contains(l.Slot)).Select(static l => l.Name);
        var flags = FutureFlags | (isFunction ? 3 : 0) | (signature?.VarPositional >= 0 ? 4 : 0) | (signature?.VarKeyword >= 0 ? 8 : 0)
            | (isFunction && code.QualName.Contains("<locals>", StringComparison.Ordinal) ? 16 : 0)
            | code.Flavour switch { Flavour.Generator => 32, Flavour.Coroutine => 128, Flavour.AsyncGenerator => 512, _ => 0 };
        return new PyCode(code.Name, code.QualName, signature, FlavourName(code.Flavour))
        {
            FileName = code.Source.Path,
            FirstLine = code.FirstLine,
            Details = new CodeDetails(code, code.ShowsValues ? "single" : code.Value is null ? "exec" : "eval", code.Source.Text, Tuple(isFunction ? parameters.Concat(locals) : []), Tuple(_names), new PyTuple([.. _constants]), Tuple(code.FreeNames), Tuple(cells), flags),
        };
    }

    public static string? FlavourName(Flavour flavour) => flavour switch
    {
        Flavour.Generator => "generator",
        Flavour.Coroutine => "coroutine",
        Flavour.AsyncGenerator => "async generator",
        _ => null,
    };

    private static Signature Core(string text) => Runtime.Core.Signature.Parse(text);

    private static PyTuple Tuple(IEnumerable<string> names) => new([.. names.Select(static n => (Any)n)]);
}
