using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary><c>pytest.raises</c>. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest-raises">its documentation</see>.</summary>
internal sealed class RaisesBlock(Any expected, Any pattern, Any check) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("RaisesExc", module: "pytest")
        .Method("__enter__", static o => ((RaisesBlock)o.Ref!).Info)
        .Method("__exit__", "self, exc_type, exc_val, exc_tb, /", static a => ((RaisesBlock)a[0].Ref!).Exit(a[2].Ref as BaseException));

    public override PyType Class => Type;

    private ExceptionInfo Info { get; } = new();

    /// <summary>The block itself, or, where a function is given, what its call raised.</summary>
    public static Any Expect(Any[] a)
    {
        var (args, keywords) = (Lib.Tuple(a[1]), Lib.Dict(a[4]));
        if (a[0].IsUnbound && a[2].IsNone && a[3].IsNone)
            throw new ValueError("You must specify at least one parameter to match on.");
        var expected = a[0].IsUnbound ? BaseException.Type : a[0];
        foreach (var type in expected.Ref is PyTuple many ? many : PyTuple.Of(expected))
            if (type.Ref is not PyType cls || !cls.IsSubclassOf(BaseException.Type))
                throw new TypeError($"Expected a BaseException type, but got '{(type.Ref is PyType other ? other.Name : PyType.Of(type).Name)}'");
        var block = new RaisesBlock(expected, a[2], a[3]);
        if (args.Count == 0)
        {
            foreach (var (key, _) in keywords.Entries())
                throw new TypeError($"Unexpected keyword arguments passed to pytest.raises: {Operators.Str(key)}\nUse context-manager form instead?");
            return block;
        }
        if (!Builtins.Callable(args[0]))
            throw new TypeError($"{Operators.Repr(args[0])} object (type: {Operators.Repr(PyType.Of(args[0]))}) must be callable");
        BaseException? error = null;
        try
        {
            Lib.Call(args[0], new PyTuple(args.AsSpan()[1..].ToArray()), keywords);
        }
        catch (BaseException raised)
        {
            error = raised;
        }
        if (!block.Exit(error) && error is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return block.Info;
    }

    /// <returns>Whether the exception is the expected one.</returns>
    private bool Exit(BaseException? error)
    {
        if (error is null)
            throw new FailedError(expected.Ref is PyTuple { Count: > 1 } many ? $"DID NOT RAISE any of {Operators.Repr(many)}" : $"DID NOT RAISE {Operators.Repr(expected.Ref is PyTuple { Count: 1 } one ? one[0] : expected)}");
        if (!Builtins.IsInstance(error, expected))
            return false;
        Info.Error = error;
        if (!pattern.IsNone && ExceptionInfo.Mismatch(error, pattern) is { } message)
            throw new AssertionError(message);
        if (!check.IsNone && !check.Call(error).Truth)
            throw new FailedError($"check {Operators.Repr(check)} did not return True");
        return true;
    }
}
