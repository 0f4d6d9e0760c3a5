using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>Warnings that are kept instead of shown. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest.WarningsRecorder">WarningsRecorder</see>.</summary>
internal class WarningsRecorder : PyObject
{
    public static readonly PyType Type = PyType.Builtin("WarningsRecorder", module: "pytest")
        .Property("list", static o => Self(o).Seen)
        .Method("__len__", static o => Self(o).Seen.Count)
        .Method("__iter__", static o => Builtins.Iter(Self(o).Seen))
        .Method("__getitem__", "self, i, /", static (o, index) => Operators.GetItem(Self(o).Seen, index))
        .Method("clear", static o => Lib.Do(() => Self(o).Seen.Clear()))
        .Method("pop", "self, cls=", static a => Self(a[0]).Pop(a[1]), Warning.Type)
        .Method("__enter__", static o => Self(o).Enter())
        .Method("__exit__", "self, exc_type, exc_val, exc_tb, /", static a => Self(a[0]).Exit(a[2].Ref as BaseException));

    private readonly CatchWarnings _catch = new(record: true);

    public override PyType Class => Type;

    public PyList<Any> Seen { get; private set; } = [];

    private static WarningsRecorder Self(Any o) => (WarningsRecorder)o.Ref!;

    public Any Enter()
    {
        Seen = (PyList<Any>)_catch.Enter().Ref!;
        Warnings.AddSimpleFilter("always", Warning.Type, append: false);
        return this;
    }

    public virtual bool Exit(BaseException? error)
    {
        _catch.Exit();
        return false;
    }

    /// <summary>Takes out the first warning of a class: of just that class if there is one, else of a subclass.</summary>
    private Any Pop(Any type)
    {
        var best = Seen.ToList().FindIndex(w => Operators.Is(w.Get("category"), type));
        if (best < 0)
            best = Seen.ToList().FindIndex(w => Builtins.IsSubclass(w.Get("category"), type));
        if (best < 0)
            throw new AssertionError($"{Operators.Repr(type)} not found in warning list");
        var found = Seen[best];
        ((Any)Seen).Invoke("pop", best);
        return found;
    }
}

/// <summary><c>pytest.warns</c>. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest-warns">its documentation</see>.</summary>
internal sealed class WarnsBlock(Any expected, Any pattern) : WarningsRecorder
{
    /// <summary>The block itself, or, where a function is given, what its call gives.</summary>
    public static Any Expect(Any[] a)
    {
        foreach (var type in a[0].Ref is PyTuple many ? many : PyTuple.Of(a[0]))
            if (type.Ref is not PyType cls || !cls.IsSubclassOf(Warning.Type))
                throw new TypeError($"exceptions must be derived from Warning, not {Operators.Repr(PyType.Of(type))}");
        var args = Lib.Tuple(a[1]);
        var block = new WarnsBlock(a[0], a[2]);
        if (args.Count == 0)
            return block;
        block.Enter();
        Any result;
        try
        {
            result = Lib.Call(args[0], new PyTuple(args.AsSpan()[1..].ToArray()), Lib.Dict(a[3]));
        }
        catch (BaseException error)
        {
            block.Exit(error);
            throw;
        }
        block.Exit(null);
        return result;
    }

    public override bool Exit(BaseException? error)
    {
        base.Exit(error);
        // As with raises, an error of the block goes first.
        if (error is PyException)
            return false;
        var ofType = Seen.Where(w => Builtins.IsSubclass(w.Get("category"), expected)).ToList();
        var matched = ofType.Where(w => pattern.IsNone || !Assertions.Search(pattern, Operators.Str(w.Get("message"))).IsNone).ToList();
        if (error is null && matched.Count == 0)
        {
            var emitted = $"Emitted warnings: [{string.Join(",\n ", Seen.Select(static w => Operators.Repr(w.Get("message"))))}].";
            throw new FailedError(ofType.Count == 0
                ? $"DID NOT WARN. No warnings of type {Operators.Repr(expected.Ref is PyTuple ? expected : PyTuple.Of(expected))} were emitted.\n {emitted}"
                : $"DID NOT WARN. No warnings of type {Operators.Repr(expected.Ref is PyTuple ? expected : PyTuple.Of(expected))} matching the regex were emitted.\n Regex: {Operators.Str(pattern)}\n {emitted}");
        }
        // What was not asked for is still a warning of the program.
        foreach (var other in Seen.Where(w => !matched.Contains(w)).ToList())
            Warnings.IssueAt(other.Get("message"), other.Get("category"), Operators.Str(other.Get("filename")), Lib.Int(other.Get("lineno")), "__main__", Any.None);
        return false;
    }
}
