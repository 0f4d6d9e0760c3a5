using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>How long the value of a fixture is kept, the longest first. See <see href="https://docs.pytest.org/en/stable/how-to/fixtures.html#fixture-scopes">fixture scopes</see>.</summary>
internal enum FixtureScope
{
    Session,
    Package,
    Module,
    Class,
    Function,
}

/// <summary><c>@pytest.fixture</c>. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest-fixture">its documentation</see>.</summary>
internal sealed class FixtureDefinition : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("FixtureFunctionDefinition", module: "_pytest.fixtures")
        .Property("__name__", static o => Self(o).FunctionName)
        .Property("__doc__", static o => Operators.GetAttr(Self(o).Function, "__doc__", Any.None))
        .Property("__wrapped__", static o => Self(o).Function)
        .Method("__call__", "self, *args, **kwds", static a => throw new FailedError($"Fixture \"{Self(a[0]).FunctionName}\" called directly. Fixtures are not meant to be called directly,\nbut are created automatically when test functions request them as parameters.\nSee https://docs.pytest.org/en/stable/explanation/fixtures.html for more information about fixtures, and\nhttps://docs.pytest.org/en/stable/deprecations.html#calling-fixtures-directly"))
        .Method("__repr__", static o => $"<pytest_fixture({Operators.Repr(Self(o).Function)})>");

    private FixtureDefinition(Any function, FixtureScope scope)
    {
        (Function, Scope, LoopScope) = (function, scope, scope);
        FunctionName = Operators.Str(Operators.GetAttr(function, "__name__", "fixture"));
        Name = FunctionName;
    }

    public override PyType Class => s_type;

    public Any Function { get; }

    public FixtureScope Scope { get; }

    /// <summary>On whose event loop it runs, where it is asynchronous.</summary>
    public FixtureScope LoopScope { get; private init; }

    private string FunctionName { get; }

    /// <summary>The name under which tests ask for it.</summary>
    public string Name { get; private init; }

    /// <summary>What it is made for, one after the other; null where it is made once.</summary>
    public IReadOnlyList<Any>? Parameters { get; private init; }

    public Any Ids { get; private init; } = Any.None;

    /// <summary>Whether every test that can see it uses it.</summary>
    public bool IsAutomatic { get; private init; }

    private static FixtureDefinition Self(Any o) => (FixtureDefinition)o.Ref!;

    /// <exception cref="FailedError">There is no such scope.</exception>
    private static FixtureScope ScopeOf(string scope, string fixture)
        => Enum.TryParse<FixtureScope>(scope, ignoreCase: true, out var level) ? level : throw new FailedError($"Fixture '{fixture}' got an unexpected scope value {Core.Str.Repr(scope)}");

    /// <summary>A fixture of pytest's own, made by C# code from a request.</summary>
    public static FixtureDefinition BuiltIn(string name, Func<FixtureRequest, Any> make, FixtureScope scope = FixtureScope.Function)
        => new(new PyFunction(name, "request", (Any request) => make((FixtureRequest)request.Ref!)) { Module = "_pytest" }, scope);

    /// <summary>The decorator, with and without arguments.</summary>
    public static Any Decorate(Any[] a)
    {
        var (scope, parameters, automatic, ids, name, loop) = (Lib.Text(a[1]), a[2], a[3].Truth, a[4], a[5], a[6]);
        return a[0].IsNone ? new PyFunction("fixture", "function", (Any function) => Make(function)) : Make(a[0]);

        Any Make(Any function)
        {
            if (function.Ref is PyType)
                throw new ValueError("class fixtures not supported (maybe in the future)");
            if (function.Ref is FixtureDefinition)
                throw new ValueError($"@pytest.fixture is being applied more than once to the same function {Core.Str.Repr(Self(function).FunctionName)}");
            var text = Operators.Str(Operators.GetAttr(function, "__name__", "fixture"));
            return new FixtureDefinition(function, ScopeOf(scope, text))
            {
                Name = name.IsNone ? text : Lib.Text(name),
                LoopScope = ScopeOf(loop.IsNone ? scope : Lib.Text(loop), text),
                Parameters = parameters.IsNone ? null : Operators.ToList(parameters),
                Ids = ids,
                IsAutomatic = automatic,
            };
        }
    }
}

/// <summary>A fixture that nothing defines.</summary>
internal sealed class FixtureLookupError(params ReadOnlySpan<Any> args) : LookupError(args)
{
    public static new readonly PyType Type = PyType.Exception("FixtureLookupError", LookupError.Type, static args => new FixtureLookupError(args), "_pytest.fixtures");

    protected override PyType NativeClass => Type;
}

/// <summary>Wrong use of pytest.</summary>
internal sealed class UsageError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("UsageError", PyException.Type, static args => new UsageError(args), "_pytest.config.exceptions");

    protected override PyType NativeClass => Type;
}
