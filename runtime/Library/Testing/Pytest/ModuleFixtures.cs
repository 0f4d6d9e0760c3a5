using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>
/// The set-up and tear-down functions that need no fixture: <see href="https://docs.pytest.org/en/stable/how-to/xunit_setup.html">of
/// modules, classes, functions and methods</see>, and unittest's.
/// </summary>
internal static class ModuleFixtures
{
    /// <summary>Sets a module up.</summary>
    public static void Enter(ScopeState scope, Any module)
    {
        scope.AtEnd(static () => ThrowFirst(UnittestModule.RunModuleCleanups()));
        CallOptional(Named(module, "setUpModule", "setup_module"), module);
        scope.AtEnd(() => CallOptional(Named(module, "tearDownModule", "teardown_module"), module));
    }

    /// <summary>Sets a class up.</summary>
    public static void Enter(ScopeState scope, PyType type)
    {
        if (!type.IsSubclassOf(TestCaseType.Type))
        {
            CallOptional(Operators.GetAttr(type, "setup_class", Any.None), type);
            scope.AtEnd(() => CallOptional(Operators.GetAttr(type, "teardown_class", Any.None), type));
            return;
        }
        if (Operators.GetAttr(type, "__unittest_skip__", false).Truth)
            return;
        scope.AtEnd(() =>
        {
            ((Any)type).Invoke("doClassCleanups");
            ThrowFirst([.. Operators.ToList(((Any)type).Get("tearDown_exceptions")).Select(static e => (BaseException)e[1].Ref!)]);
        });
        ((Any)type).Invoke("setUpClass");
        scope.AtEnd(() => ((Any)type).Invoke("tearDownClass"));
    }

    /// <summary>Sets up what is around one test that unittest does not run.</summary>
    public static void AroundTest(TestRun run)
    {
        var (start, end, holder) = run.Item.Class is null ? ("setup_function", "teardown_function", run.Item.Module) : ("setup_method", "teardown_method", run.Instance);
        var function = run.Bound(run.Item.Function);
        CallOptional(Operators.GetAttr(holder, start, Any.None), function);
        run.AtEnd(() => CallOptional(Operators.GetAttr(holder, end, Any.None), function));
    }

    private static Any Named(Any module, string first, string second)
        => Operators.GetAttr(module, first, Any.None) is { IsNone: false } found ? found : Operators.GetAttr(module, second, Any.None);

    /// <summary>Calls a function, with the argument if it takes one.</summary>
    private static void CallOptional(Any function, Any argument)
    {
        if (function.IsNone || function.Ref is FixtureDefinition)
            return;
        if (CallParameters.All(function).Count > (function.Ref is BoundMethod ? 1 : 0))
            function.Call(argument);
        else
            function.Call();
    }

    private static void ThrowFirst(List<BaseException> errors)
    {
        if (errors.Count > 0)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(errors[0]);
    }
}
