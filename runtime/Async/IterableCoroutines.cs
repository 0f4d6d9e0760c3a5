using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>types.coroutine</c>: generator functions whose generators may be awaited. See <see href="https://docs.python.org/3.13/library/types.html#types.coroutine">types.coroutine</see>.</summary>
internal static class IterableCoroutines
{
    public static Any Make(Any function)
    {
        if (!Builtins.Callable(function))
            throw new TypeError("types.coroutine() expects a callable");
        if (function.Ref is PyFunction { Flavour: "coroutine" })
            return function;
        if (function.Ref is PyFunction { Flavour: "generator" } generator)
            return generator.IsIterableCoroutine ? function : generator.AsIterableCoroutine();
        return FunctoolsModule.UpdateWrapper(new PyFunction("wrapped", "*args, **kwargs", (Any[] a) => Wrap(function.Call(new Arguments { new Star(a[0]), new StarStar(a[1]) }))), function);
    }

    private static Any Wrap(Any result)
    {
        if (result.Ref is Coroutine)
            return result;
        if (result.Ref is IGeneratorObject)
            return GeneratorProtocol.IsIterableCoroutine(result) ? result : new GeneratorWrapper(result);
        return Builtins.IsInstance(result, Modules.Import("collections.abc").Get("Generator")) && !Builtins.IsInstance(result, Modules.Import("collections.abc").Get("Coroutine"))
            ? new GeneratorWrapper(result)
            : result;
    }
}

/// <summary>Makes anything that looks like a generator awaitable.</summary>
internal sealed class GeneratorWrapper(Any generator) : PyIterator, IGenerator
{
    private static readonly PyType s_type = Create();

    public override PyType Class => s_type;

    private Any Inner => generator;

    private static GeneratorWrapper Self(Any o) => (GeneratorWrapper)o.Ref!;

    private static PyType Create()
    {
        var type = DeclareType("_GeneratorWrapper", "types")
            .Method("__await__", static self => self)
            .Method("send", "self, val", static (self, value) => Self(self).Send(value))
            .Method("throw", "self, tp, *rest", static (self, first, rest) => Self(self).Inner.Invoke("throw", new Arguments { first, new Star(rest) }))
            .Method("close", static self => Self(self).Inner.Invoke("close"))
            .Property("__name__", static self => Operators.GetAttr(Self(self).Inner, "__name__", Any.None))
            .Property("__qualname__", static self => Operators.GetAttr(Self(self).Inner, "__qualname__", Any.None));
        foreach (var (attribute, other) in ((string, string)[])[("code", "gi_code"), ("frame", "gi_frame"), ("running", "gi_running"), ("await", "gi_yieldfrom")])
        {
            type.Property("gi_" + (attribute == "await" ? "yieldfrom" : attribute), self => Self(self).Inner.Get(other));
            type.Property("cr_" + attribute, self => Self(self).Inner.Get(other));
        }
        return type;
    }

    public override bool TryNext(out Any value)
    {
        try
        {
            value = Next();
            return true;
        }
        catch (StopIteration)
        {
            value = Any.None;
            return false;
        }
    }

    public override Any Next() => Operators.Next(generator);

    public Any Send(Any value) => generator.Invoke("send", value);

    public Any Throw(BaseException error) => generator.Invoke("throw", error);

    public void Close() => generator.Invoke("close");
}
