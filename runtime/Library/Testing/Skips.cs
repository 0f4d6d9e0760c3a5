using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>A test that is left out. See <see href="https://docs.python.org/3.13/library/unittest.html#skipping-tests-and-expected-failures">skipping tests</see>.</summary>
public class SkipTest(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("SkipTest", PyException.Type, static args => new SkipTest(args), "unittest.case");

    protected override PyType NativeClass => Type;
}

/// <summary>Ends a test early: a sub-test failed and the run stops at failures.</summary>
internal sealed class ShouldStop : PyException
{
    public static new readonly PyType Type = PyType.Exception("_ShouldStop", PyException.Type, static _ => new ShouldStop(), "unittest.case");

    protected override PyType NativeClass => Type;
}

/// <summary>The decorators that leave tests out.</summary>
internal static class Skips
{
    public static void Declare(PyModule module) => module
        .Function("skip", "reason", static a => a[0].Ref is PyFunction f ? Mark(f, "") : Decorator(a[0]))
        .Function("skipIf", "condition, reason", static (condition, reason) => condition.Truth ? Decorator(reason) : Same())
        .Function("skipUnless", "condition, reason", static (condition, reason) => condition.Truth ? Same() : Decorator(reason))
        .Function("expectedFailure", "test_item", static a =>
        {
            a[0].Set("__unittest_expecting_failure__", true);
            return a[0];
        });

    private static Any Same() => new PyFunction("_id", "obj", static (Any o) => o);

    private static Any Decorator(Any reason) => new PyFunction("skip.<locals>.decorator", "test_item", (Any item) => Mark(item, reason));

    private static Any Mark(Any item, Any reason)
    {
        if (item.Ref is not PyType)
        {
            var original = item;
            var wrapper = new PyFunction("skip_wrapper", "*args, **kwargs", (Any[] _) => throw new SkipTest(reason));
            item = FunctoolsModule.UpdateWrapper(wrapper, original);
        }
        item.Set("__unittest_skip__", true);
        item.Set("__unittest_skip_why__", reason);
        return item;
    }
}
