using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Contexts;

/// <summary>What <c>@contextmanager</c> and <c>@asynccontextmanager</c> make of generator functions.</summary>
internal static class GeneratorManagers
{
    public static readonly PyType Manager = Base("_GeneratorContextManager")
        .Method("__enter__", static self =>
        {
            Forget(self);
            return Enter(self.Get("gen"));
        })
        .Method("__exit__", "self, typ, value, traceback", static a => Exit(a[0].Get("gen"), Thrown(a[1], a[2])))
        .MakeAbstract(AbstractContexts.Manager, ContextDecorators.Decorator);

    public static readonly PyType AsyncManager = Base("_AsyncGeneratorContextManager")
        .AsyncMethod("__aenter__", "self", static async a =>
        {
            Forget(a[0]);
            return await EnterAsync(a[0].Get("gen"));
        })
        .AsyncMethod("__aexit__", "self, typ, value, traceback", static a => ExitAsync(a[0].Get("gen"), Thrown(a[1], a[2])))
        .MakeAbstract(AbstractContexts.AsyncManager, ContextDecorators.AsyncDecorator);

    private static ClassMaker Base(string name) => new ClassMaker(name, "contextlib")
        .Attribute("__doc__", "Helper for @contextmanager decorator.")
        .Method("__init__", "self, func, args, kwds", static a => Lib.Do(() =>
        {
            a[0].Set("gen", Lib.Call(a[1], Lib.Tuple(a[2]), Lib.Dict(a[3])));
            (_, _) = (Keep(a[0], "func", a[1]), Keep(a[0], "args", a[2]));
            Keep(a[0], "kwds", a[3]);
            var doc = Operators.GetAttr(a[1], "__doc__", Any.None);
            a[0].Set("__doc__", doc.IsNone ? PyType.Of(a[0]).Lookup("__doc__") : doc);
        }))
        .Method("_recreate_cm", static self => self.Ref is GeneratorContext own ? own.Again() : PyType.Of(self).Call(new Arguments { self.Get("func"), self.Get("args"), self.Get("kwds") }));

    /// <summary>What <c>__init__</c> leaves in a manager that C# code makes.</summary>
    internal static void Begin(Any self, Any generator) => self.Set("gen", generator);

    internal static Any Enter(Any generator)
    {
        try
        {
            return Operators.Next(generator);
        }
        catch (StopIteration)
        {
            throw Raise.From(new RuntimeError("generator didn't yield"), Any.None);
        }
    }

    internal static async Coro<Any> EnterAsync(Any generator)
    {
        try
        {
            return await generator.Invoke("__anext__");
        }
        catch (StopAsyncIteration)
        {
            throw Raise.From(new RuntimeError("generator didn't yield"), Any.None);
        }
    }

    private static Any Keep(Any self, string name, Any value)
    {
        self.Set(name, value);
        return value;
    }

    /// <summary>The arguments must not outlive the call: what they hold may be waited for.</summary>
    private static void Forget(Any self)
    {
        if (self.Ref is GeneratorContext own)
        {
            own.Forget();
            return;
        }
        foreach (var name in (string[])["args", "kwds", "func"])
            self.Delete(name);
    }

    /// <summary>The exception that leaves the block; a class alone stands for an instance.</summary>
    private static BaseException? Thrown(Any type, Any value)
        => type.IsNone ? null : value.IsNone ? Raise.Of(type) : (BaseException)value.Ref!;

    internal static Any Exit(Any generator, BaseException? error)
    {
        if (error is null)
        {
            try
            {
                Operators.Next(generator);
            }
            catch (StopIteration)
            {
                return false;
            }
            return Unstopped("generator didn't stop", generator);
        }
        var traceback = error.Traceback;
        try
        {
            generator.Invoke("throw", error);
        }
        catch (StopIteration stop)
        {
            return !ReferenceEquals(stop, error);
        }
        catch (BaseException raised) when (IsSame(raised, error))
        {
            error.Traceback = traceback;
            return false;
        }
        return Unstopped("generator didn't stop after throw()", generator);
    }

    /// <summary>Whether what comes out is what went in, or the RuntimeError that PEP 479 makes of it.</summary>
    private static bool IsSame(BaseException raised, BaseException error)
        => ReferenceEquals(raised, error) || (raised is RuntimeError && error is StopIteration or StopAsyncIteration && raised is RuntimeError && ReferenceEquals(raised.Cause, error));

    private static Any Unstopped(string message, Any generator)
    {
        try
        {
            throw new RuntimeError(message);
        }
        finally
        {
            generator.Invoke("close");
        }
    }

    internal static async Coro<Any> ExitAsync(Any generator, BaseException? error)
    {
        if (error is null)
        {
            try
            {
                await generator.Invoke("__anext__");
            }
            catch (StopAsyncIteration)
            {
                return false;
            }
            return await UnstoppedAsync("generator didn't stop", generator);
        }
        var traceback = error.Traceback;
        try
        {
            await generator.Invoke("athrow", error);
        }
        catch (StopAsyncIteration stop)
        {
            return !ReferenceEquals(stop, error);
        }
        catch (BaseException raised) when (IsSame(raised, error))
        {
            error.Traceback = traceback;
            return false;
        }
        return await UnstoppedAsync("generator didn't stop after athrow()", generator);
    }

    private static async Coro<Any> UnstoppedAsync(string message, Any generator)
    {
        try
        {
            throw new RuntimeError(message);
        }
        finally
        {
            await generator.Invoke("aclose");
        }
    }
}
