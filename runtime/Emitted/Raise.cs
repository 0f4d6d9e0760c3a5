namespace Pytocs.Runtime.Core;

/// <summary>The raise statement. See <see href="https://docs.python.org/3.13/reference/simple_stmts.html#raise">raise</see>.</summary>
public static class Raise
{
    /// <summary>The exception that an expression names: an instance, or a class to call.</summary>
    /// <exception cref="TypeError">It is neither.</exception>
    public static BaseException Of(Any value)
    {
        if (value.Ref is BaseException error)
        {
            error.KeepTraceback();
            return During(error, Handling.Current);
        }
        if (value.Ref is PyType type && type.IsSubclassOf(BaseException.Type))
            return type.Call() is var made && made.Ref is BaseException instance ? During(instance, Handling.Current) : throw new TypeError($"calling {Operators.Repr(type)} should have returned an instance of BaseException, not {Operators.Repr(PyType.Of(made))}");
        throw new TypeError("exceptions must derive from BaseException");
    }

    /// <summary>
    /// An exception made with so many positional arguments, which are its <c>args</c>: not defaults, nor arguments by name. One whose <c>__init__</c>
    /// called the base's has those that it passed on.
    /// </summary>
    public static T Given<T>(this T error, int count) where T : BaseException
    {
        if (!error.IsInitialised)
            error.Args = PyTuple.Of(error.Args.AsSpan()[..count]);
        return error;
    }

    /// <summary><c>raise error from cause</c>.</summary>
    public static BaseException From(BaseException error, Any cause)
    {
        if (cause.IsNone)
            error.Cause = null;
        else if (cause.Ref is BaseException given)
            error.Cause = given;
        else if (cause.Ref is PyType)
            error.Cause = Of(cause);
        else
            throw new TypeError("exception causes must derive from BaseException");
        error.SuppressContext = true;
        return error;
    }

    /// <summary>Notes the exception that was being handled.</summary>
    public static BaseException During(BaseException error, BaseException? handled)
    {
        error.DropContext();
        if (handled is not null && !ReferenceEquals(error, handled))
        {
            // A cycle would make the traceback endless.
            var (slow, isOdd) = (handled, false);
            for (var e = handled; e.Context is { } context; e = context)
            {
                if (ReferenceEquals(context, error))
                {
                    e.Context = null;
                    break;
                }
                // The program made a cycle of its own further on.
                if (ReferenceEquals(context, slow))
                    break;
                if (isOdd)
                    slow = slow.Context!;
                isOdd = !isOdd;
            }
            error.Context = handled;
        }
        return error;
    }

    /// <summary>A bare <c>raise</c> outside a handler: what a caller is handling goes on.</summary>
    public static BaseException Again() => Handling.Current ?? new RuntimeError("No active exception to reraise");
}

/// <summary>Tests of except clauses.</summary>
public static class Except
{
    /// <exception cref="TypeError">The clause names no exception class.</exception>
    public static bool Matches(BaseException error, Any type)
    {
        if (type.Ref is PyTuple many)
        {
            foreach (var one in many)
                if (Matches(error, one))
                    return true;
            return false;
        }
        return type.Ref is PyType cls && cls.IsSubclassOf(BaseException.Type)
            ? error.Class.IsSubclassOf(cls)
            : throw new TypeError("catching classes that do not inherit from BaseException is not allowed");
    }
}
