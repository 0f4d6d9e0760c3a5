using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>send</c>, <c>throw</c> and <c>close</c> on any iterator. See <see href="https://peps.python.org/pep-0380/">PEP 380</see>.</summary>
internal static class GeneratorProtocol
{
    public static Any Send(Any iterator, Any value)
        => iterator.Ref is IGenerator generator ? generator.Send(value)
            : value.IsNone && (iterator.Ref is PyIterator || !PyType.Of(iterator).Lookup("__next__").IsUnbound) ? Operators.Next(iterator)
            : iterator.Invoke("send", value);

    /// <summary>Sends as <see cref="Send"/> does; false where the iterator ended, with what it returned.</summary>
    public static bool TrySend(Any iterator, Any sent, out Any value)
    {
        try
        {
            if (iterator.Ref is IGenerator generator)
                return generator.TrySend(sent, out value);
            if (sent.IsNone && iterator.Ref is PyIterator plain)
            {
                if (plain.TryNext(out value))
                    return true;
                value = Any.None;
                return false;
            }
            value = Send(iterator, sent);
            return true;
        }
        catch (StopIteration stop)
        {
            value = stop.Value;
            return false;
        }
    }

    /// <summary>Sends or throws; false where the iterator ended, with what it returned.</summary>
    public static bool TryResume(Any iterator, Any sent, BaseException? thrown, out Any value)
    {
        if (thrown is null)
            return TrySend(iterator, sent, out value);
        try
        {
            value = Throw(iterator, thrown);
            return true;
        }
        catch (StopIteration stop)
        {
            value = stop.Value;
            return false;
        }
    }

    /// <summary>Throws into what a generator delegates to; GeneratorExit closes it and goes on.</summary>
    public static Any Throw(Any iterator, BaseException error)
    {
        if (error is GeneratorExit)
        {
            Close(iterator);
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        }
        if (iterator.Ref is IGenerator generator)
            return generator.Throw(error);
        var method = Operators.GetAttr(iterator, "throw", Any.Unbound);
        return method.IsUnbound ? throw error : method.Call(error);
    }

    /// <summary>The docstrings of <c>send</c>, <c>throw</c> and <c>close</c>.</summary>
    public static void Describe(PyType type, string what)
    {
        foreach (var (name, doc) in ((string, string)[])
            [
                ("send", $"send(arg) -> send 'arg' into {what},\nreturn next yielded value or raise StopIteration."),
                ("throw", $"throw(value)\nthrow(type[,value[,traceback]])\n\nRaise exception in {what}, return next yielded value or raise\nStopIteration.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python."),
                ("close", $"close() -> raise GeneratorExit inside {what}."),
            ])
            ((PyFunction)type.Lookup(name).Ref!).Doc = doc;
        ((NativeProperty)type.Lookup("__name__").Ref!).Doc = $"name of the {what}";
        ((NativeProperty)type.Lookup("__qualname__").Ref!).Doc = $"qualified name of the {what}";
    }

    /// <summary>Whether a generator may be awaited: one that <c>types.coroutine</c> made so.</summary>
    public static bool IsIterableCoroutine(Any value) => value.Ref is IGeneratorObject { IsIterableCoroutine: true };

    public static void Close(Any iterator)
    {
        if (iterator.Ref is IGenerator generator)
        {
            generator.Close();
            return;
        }
        var method = Operators.GetAttr(iterator, "close", Any.Unbound);
        if (!method.IsUnbound)
            method.Call();
    }

    /// <summary>
    /// The generator that a loop alone has: one that the object's <c>__iter__</c> made for it. CPython closes it where the loop is left.
    /// </summary>
    public static IGenerator? OwnedBy(Any iterable, PyIterator iterator)
        => !ReferenceEquals(iterable.Ref, iterator) && iterator is IGenerator own && iterator is IGeneratorObject { Name: "__iter__", State: GeneratorState.Created } ? own : null;

    /// <summary>The end of an iteration with the value that the body returned.</summary>
    public static StopIteration Ended(Any result) => result.IsNone ? new StopIteration() : new StopIteration { Args = PyTuple.Of(result), Value = result };

    /// <summary>Declares <c>__name__</c> and <c>__qualname__</c>.</summary>
    public static PyType Names(this PyType type, Func<Any, string> name, Action<Any, string> setName, Func<Any, string> qualName, Action<Any, string> setQualName) => type
        .Property("__name__", o => name(o), (o, v) => setName(o, NameOf(v, "__name__")), static _ => throw new TypeError("__name__ must be set to a string object"))
        .Property("__qualname__", o => qualName(o), (o, v) => setQualName(o, NameOf(v, "__qualname__")), static _ => throw new TypeError("__qualname__ must be set to a string object"));

    /// <summary>A name that is assigned to <c>__name__</c> or <c>__qualname__</c>.</summary>
    /// <exception cref="TypeError">It is no str.</exception>
    private static string NameOf(Any value, string attribute) => value.Ref as string ?? throw new TypeError($"{attribute} must be set to a string object");

    /// <summary>The exception that <c>throw(type, value, traceback)</c> means.</summary>
    public static BaseException ErrorOf(PyTuple args, bool warn = true)
    {
        if (args.Count is 0 or > 3)
            throw new TypeError(args.Count == 0 ? "throw expected at least 1 argument, got 0" : $"throw expected at most 3 arguments, got {args.Count}");
        if (warn && args.Count > 1)
            Library.Warnings.Issue(DeprecationWarning.Type, "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.");
        var (type, value) = (args[0], args.Count > 1 ? args[1] : Any.None);
        var traceback = args.Count > 2 ? args[2] : Any.None;
        if (!traceback.IsNone && traceback.Ref is not PyTraceback)
            throw new TypeError("throw() third argument must be a traceback object");
        var error = ErrorOf(type, value);
        if (!traceback.IsNone)
            error.Traceback = (PyTraceback)traceback.Ref!;
        return error;
    }

    private static BaseException ErrorOf(Any type, Any value)
    {
        if (type.Ref is BaseException error)
            return value.IsNone ? error : throw new TypeError("instance exception may not have a separate value");
        if (type.Ref is not PyType cls || !cls.IsSubclassOf(BaseException.Type))
            throw new TypeError($"exceptions must be classes or instances deriving from BaseException, not {PyType.Of(type).Name}");
        if (value.Ref is BaseException given && given.Class.IsSubclassOf(cls))
            return given;
        // A class that fails to make its exception throws that failure into the generator.
        try
        {
            var made = value.IsNone ? cls.Call() : value.Ref is PyTuple many ? cls.Call(new Arguments(many.AsSpan())) : cls.Call(value);
            return made.Ref as BaseException ?? new TypeError($"calling {Operators.Repr(cls)} should have returned an instance of BaseException, not {Operators.Repr(PyType.Of(made))}");
        }
        catch (BaseException failure)
        {
            return failure;
        }
    }

    /// <summary>PEP 479: StopIteration that leaves a generator body is an error.</summary>
    public static BaseException Leaving(BaseException error, string what)
    {
        if (error is not StopIteration && !(error is StopAsyncIteration && what == "async generator"))
            return error;
        var name = error is StopIteration ? "StopIteration" : "StopAsyncIteration";
        return new RuntimeError($"{what} raised {name}") { Cause = error, Context = error, SuppressContext = true };
    }
}

/// <summary>Something with <c>send</c>, <c>throw</c> and <c>close</c>.</summary>
internal interface IGenerator
{
    Any Send(Any value);

    /// <summary>Sends a value; false at the end, with what the body returned, where no exception need say so.</summary>
    bool TrySend(Any sent, out Any value)
    {
        value = Send(sent);
        return true;
    }

    Any Throw(BaseException error);

    void Close();
}
