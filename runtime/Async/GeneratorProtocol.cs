using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>send</c>, <c>throw</c> and <c>close</c> on any iterator. See <see href="https://peps.python.org/pep-0380/">PEP 380</see>.</summary>
internal static class GeneratorProtocol
{
    public static Any Send(Any iterator, Any value)
        => iterator.Ref is IGenerator generator ? generator.Send(value)
            : value.IsNone ? Operators.Next(iterator)
            : iterator.Invoke("send", value);

    public static Any Throw(Any iterator, BaseException error)
    {
        if (iterator.Ref is IGenerator generator)
            return generator.Throw(error);
        if (error is GeneratorExit)
        {
            Close(iterator);
            throw error;
        }
        var method = Operators.GetAttr(iterator, "throw", Any.Unbound);
        return method.IsUnbound ? throw error : method.Call(error);
    }

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

    /// <summary>The exception that <c>throw(type, value, traceback)</c> means.</summary>
    public static BaseException ErrorOf(PyTuple args)
    {
        if (args.Count == 0)
            throw new TypeError("throw expected at least 1 argument, got 0");
        var (type, value) = (args[0], args.Count > 1 ? args[1] : Any.None);
        if (type.Ref is BaseException error)
            return error;
        if (type.Ref is not PyType cls || !cls.IsSubclassOf(BaseException.Type))
            throw new TypeError($"exceptions must be classes or instances deriving from BaseException, not {PyType.Of(type).Name}");
        if (value.Ref is BaseException given && given.Class.IsSubclassOf(cls))
            return given;
        return (BaseException)(value.IsNone ? cls.Call() : value.Ref is PyTuple many ? cls.Call(new Arguments(many.AsSpan())) : cls.Call(value)).Ref!;
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

    Any Throw(BaseException error);

    void Close();
}
