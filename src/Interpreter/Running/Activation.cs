using System.Runtime.CompilerServices;
using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

/// <summary>Runs activations of code. Each of its methods is one of .NET's frames for one activation: the traceback finds them by the class's name.</summary>
internal static class Activation
{
    /// <summary>Runs code that does not suspend.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Any Run(Code code, Frame f)
    {
        f.Caller = t_innermost;
        t_innermost = f;
        try
        {
            if (code.Value is { } value)
                return value.Eval(f);
            code.Body.Exec(f);
            return f.Result;
        }
        catch (Exception error) when (Passed(error, f))
        {
            throw;
        }
        finally
        {
            t_innermost = f.Caller;
        }
    }

    /// <summary>The activation that runs now, of those that do not suspend.</summary>
    [ThreadStatic]
    private static Frame? t_innermost;

    /// <summary>Where those activations stand, innermost first.</summary>
    public static List<InterpretedPlace> Live()
    {
        var result = new List<InterpretedPlace>();
        for (var f = t_innermost; f is not null; f = f.Caller)
            result.Add(new Place(f, f.At));
        return result;
    }

    public static async Coro<Any> RunAsync(Frame f)
    {
        var code = f.Code;
        try
        {
            if (code.Value is { } value)
                return value.Suspends ? await value.EvalAsync(f) : value.Eval(f);
            if (code.Body.Suspends)
                await code.Body.ExecAsync(f);
            else
                code.Body.Exec(f);
            return f.Result;
        }
        catch (Exception error) when (Passed(error, f))
        {
            throw;
        }
    }

    public static async GeneratorBody<Any> RunGenerator(Frame f, Yielder<Any> yielder)
    {
        f.Yielder = yielder;
        var code = f.Code;
        try
        {
            if (code.Value is { } value)
                return value.Suspends ? await value.EvalAsync(f) : value.Eval(f);
            if (code.Body.Suspends)
                await code.Body.ExecAsync(f);
            else
                code.Body.Exec(f);
            return f.Result;
        }
        catch (Exception error) when (Passed(error, f))
        {
            throw;
        }
    }

    public static async AsyncGeneratorBody RunAsyncGenerator(Frame f, AsyncYielder<Any> yielder)
    {
        f.AsyncYielder = yielder;
        var code = f.Code;
        try
        {
            if (code.Value is { Suspends: true } value)
                await value.EvalAsync(f);
            else if (code.Body.Suspends)
                await code.Body.ExecAsync(f);
            else
                code.Body.Exec(f);
        }
        catch (Exception error) when (Passed(error, f))
        {
            throw;
        }
    }

    /// <summary>Notes where an exception leaves; to be a filter: it catches nothing.</summary>
    private static bool Passed(Exception error, Frame f)
    {
        if (error is BaseException known)
            known.Passed(new Place(f, f.At));
        return false;
    }
}
