using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>One test with one set of values, while it runs.</summary>
internal sealed class TestRun
{
    private readonly ScopeState _own = new(null);
    private readonly List<Mark> _marks;

    public TestRun(TestItem item, TestCaseValues values)
    {
        (Item, Case) = (item, values);
        _marks = [.. values.Marks.Concat(item.Marks).Select(m => MarkConditions.Evaluated(m, item.Module))];
        FixtureNames = item.Closure(_marks, [.. values.Direct.Keys]);
    }

    public TestItem Item { get; }

    public TestCaseValues Case { get; }

    /// <summary>The object whose method the test is, or None.</summary>
    public Any Instance { get; private set; } = Any.None;

    public IReadOnlyList<string> FixtureNames { get; }

    public IReadOnlyList<Mark> Marks => _marks;

    public string Name => Case.Id.Length == 0 ? Item.Name : $"{Item.Name}[{Case.Id}]";

    public void AddMarks(List<Mark> marks) => _marks.AddRange(marks);

    public void AtEnd(Action action) => _own.AtEnd(action);

    public List<BaseException> Close() => _own.Close();

    /// <summary>Makes what the test needs.</summary>
    public void SetUp()
    {
        if (Item.Class is { } type)
            Instance = Item.IsTestCase ? type.Call(Item.Name) : type.Call();
        var request = new FixtureRequest(this, null, int.MaxValue);
        // To pytest, setup_method and setup_function are automatic fixtures of the test's own class or module.
        var isAround = Item.IsTestCase;
        foreach (var name in FixtureNames)
        {
            if (!isAround && !IsBeforeSetUp(name))
                Around();
            request.ValueOf(name);
        }
        if (!isAround)
            Around();

        void Around()
        {
            isAround = true;
            ModuleFixtures.AroundTest(this);
        }
    }

    /// <summary>Whether a fixture is made before <c>setup_method</c> runs: one that is kept longer, or an automatic one from further out.</summary>
    private bool IsBeforeSetUp(string name)
        => Item.Fixtures.Find(name) is var (fixture, layer) && (fixture.Scope < FixtureScope.Function || (fixture.IsAutomatic && !Item.Fixtures.IsNearest(layer)));

    /// <summary>Runs the test itself.</summary>
    public void Call()
    {
        var request = new FixtureRequest(this, null, int.MaxValue);
        var arguments = new Arguments();
        foreach (var name in Item.Parameters)
            arguments.Add(name, request.ValueOf(name));
        foreach (var (name, value) in Case.Direct.Where(p => !Item.Parameters.Contains(p.Key) && CallParameters.All(Item.Function).Contains(p.Key)))
            arguments.Add(name, value);
        var function = Bound(Item.Function);
        var isAsync = InspectRules.IsCoroutineFunction(function);
        if (isAsync && !TestSession.RunsAsync(_marks))
            throw new FailedError("async def functions are not natively supported.\nYou need to install a suitable plugin for your async framework, for example:\n  - anyio\n  - pytest-asyncio\n  - pytest-tornasync\n  - pytest-trio\n  - pytest-twisted");
        var result = function.Call(arguments);
        if (isAsync)
            ScopeOf(LoopScope()).Await(result);
    }

    /// <summary>The function or fixture of a class as its instance has it.</summary>
    public Any Bound(Any function) => Item.Class is { } type && function.Ref is IDescriptor descriptor ? descriptor.Get(Instance, type) : function;

    private FixtureScope LoopScope()
    {
        var mark = _marks.Find(static m => m.Name == "asyncio");
        var scope = mark?.Argument("loop_scope", -1, mark.Argument("scope", -1, "function")) ?? "function";
        return Enum.Parse<FixtureScope>(Operators.Str(scope), ignoreCase: true);
    }

    private ScopeState ScopeOf(FixtureScope scope)
        => scope == FixtureScope.Function || (scope == FixtureScope.Class && Item.Class is null) ? _own : TestSession.Scope(scope);

    /// <summary>The value of a fixture, made if need be.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="asking">The fixture that asks; null for the test.</param>
    /// <param name="below">The layer that must be further out.</param>
    public Any ValueOf(string name, FixtureValue? asking, int below)
    {
        if (Item.Fixtures.Find(name, below) is not var (fixture, layer))
            throw new FixtureLookupError($"fixture '{name}' not found\navailable fixtures: {string.Join(", ", Item.Fixtures.Names)}");
        if (asking is not null && asking.Definition.Scope < fixture.Scope)
            throw new FailedError($"ScopeMismatch: You tried to access the {fixture.Scope.ToString().ToLowerInvariant()} scoped fixture {name} with a {asking.Definition.Scope.ToString().ToLowerInvariant()} scoped request object.");
        var scope = ScopeOf(fixture.Scope);
        var index = Case.Indirect.TryGetValue(name, out var given) ? given.Index : 0;
        if (scope.Values.TryGetValue(fixture, out var known) && known.Index != index)
        {
            known.Finish();
            known = null;
        }
        known ??= Make(fixture, layer, scope, index);
        if (asking is not null)
            known.AddUser(asking);
        if (known.Error is { } error)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return known.Value;
    }

    private FixtureValue Make(FixtureDefinition fixture, int layer, ScopeState scope, int index)
    {
        var made = new FixtureValue(fixture, scope, index);
        scope.Values[fixture] = made;
        var request = new FixtureRequest(this, made, layer);
        try
        {
            var arguments = new Arguments();
            var isMethod = Item.Fixtures.IsOfClass(layer);
            foreach (var name in CallParameters.Required(fixture.Function, isMethod && fixture.Function.Ref is not StaticMethod ? 1 : 0))
                arguments.Add(name, request.ValueOf(name));
            var function = isMethod ? Bound(fixture.Function) : fixture.Function;
            made.Value = Value(fixture, function, arguments, made);
        }
        catch (BaseException error)
        {
            made.Error = error;
        }
        scope.AtEnd(made.Finish);
        return made;
    }

    private Any Value(FixtureDefinition fixture, Any function, Arguments arguments, FixtureValue made)
    {
        var result = function.Call(arguments);
        if (InspectRules.HasFlavour(function, "coroutine"))
            return ScopeOf(fixture.LoopScope).Await(result);
        if (InspectRules.HasFlavour(function, "async generator"))
        {
            var loop = ScopeOf(fixture.LoopScope);
            made.AddFinalizer(() => End(fixture, () => loop.Await(result.Invoke("__anext__"))));
            return loop.Await(result.Invoke("__anext__"));
        }
        if (!InspectRules.HasFlavour(function, "generator"))
            return result;
        made.AddFinalizer(() => End(fixture, () => result.Invoke("__next__")));
        return result.Invoke("__next__");
    }

    /// <summary>Runs what stands behind the <c>yield</c> of a fixture.</summary>
    private static void End(FixtureDefinition fixture, Func<Any> next)
    {
        try
        {
            next();
        }
        catch (Exception error) when (error is StopIteration or StopAsyncIteration)
        {
            return;
        }
        throw new FailedError($"fixture function has more than one 'yield': {fixture.Name}");
    }
}
