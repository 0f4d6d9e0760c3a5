using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Contexts;

/// <summary>The module <see href="https://docs.python.org/3.13/library/contextlib.html">contextlib</see>.</summary>
internal static class ContextlibModule
{
    public static PyModule Build() => new PyModule("contextlib")
        .Function("contextmanager", static f => Helper(f, GeneratorManagers.Manager))
        .Function("asynccontextmanager", static f => Helper(f, GeneratorManagers.AsyncManager))
        .Type(AbstractContexts.Manager).Type(AbstractContexts.AsyncManager)
        .Type(ContextDecorators.Decorator).Type(ContextDecorators.AsyncDecorator)
        .Type(GeneratorManagers.Manager).Type(GeneratorManagers.AsyncManager)
        .Type(ExitStacks.Stack).Type(ExitStacks.AsyncStack)
        .Type(s_closing).Type(s_aclosing).Type(s_null).Type(s_suppress).Type(s_chdir)
        .Type(Redirect("redirect_stdout", static () => StdIO.CurrentOut, static v => StdIO.CurrentOut = v))
        .Type(Redirect("redirect_stderr", static () => StdIO.CurrentError, static v => StdIO.CurrentError = v));

    internal static Any Helper(Any function, PyType manager)
        => FunctoolsModule.UpdateWrapper(new PyFunction("helper", "*args, **kwds", (Any[] a) => manager.Call(function, a[0], a[1])), function);

    private static readonly PyType s_closing = new ClassMaker("closing", "contextlib")
        .Method("__init__", "thing", static (self, thing) => Lib.Do(() => self.Set("thing", thing)))
        .Method("__enter__", static self => self.Get("thing"))
        .Method("__exit__", "self, *exc_info", static (Any[] a) =>
        {
            a[0].Get("thing").Invoke("close");
            return Any.None;
        })
        .MakeAbstract(AbstractContexts.Manager);

    private static readonly PyType s_aclosing = new ClassMaker("aclosing", "contextlib")
        .Method("__init__", "thing", static (self, thing) => Lib.Do(() => self.Set("thing", thing)))
        .AsyncMethod("__aenter__", "self", static async a => a[0].Get("thing"))
        .AsyncMethod("__aexit__", "self, *exc_info", static async a =>
        {
            await a[0].Get("thing").Invoke("aclose");
            return Any.None;
        })
        .MakeAbstract(AbstractContexts.AsyncManager);

    private static readonly PyType s_null = new ClassMaker("nullcontext", "contextlib")
        .Method("__init__", "enter_result=None", static (self, result) => Lib.Do(() => self.Set("enter_result", result)))
        .Method("__enter__", static self => self.Get("enter_result"))
        .Method("__exit__", "self, *excinfo", static (Any[] _) => Any.None)
        .AsyncMethod("__aenter__", "self", static async a => a[0].Get("enter_result"))
        .AsyncMethod("__aexit__", "self, *excinfo", static async _ => Any.None)
        .MakeAbstract(AbstractContexts.Manager, AbstractContexts.AsyncManager);

    private static readonly PyType s_suppress = new ClassMaker("suppress", "contextlib")
        .Method("__init__", "self, *exceptions", static a => Lib.Do(() => a[0].Set("_exceptions", a[1])))
        .Method("__enter__", static _ => Any.None)
        .Method("__exit__", "self, exctype, excinst, exctb", static a => Suppresses(a[0].Get("_exceptions"), a[2].Ref as BaseException))
        .MakeAbstract(AbstractContexts.Manager);

    private static Any Suppresses(Any types, BaseException? error)
    {
        if (error is null)
            return Any.None;
        if (Except.Matches(error, types))
            return true;
        if (!error.Class.IsSubclassOf(BaseExceptionGroup.Type))
            return false;
        // Of a group what is left over goes on.
        var rest = ((Any)error).Invoke("split", types)[1];
        if (rest.IsNone)
            return true;
        var left = (BaseException)rest.Ref!;
        left.Context = error;
        throw left;
    }

    private static readonly PyType s_chdir = new ClassMaker("chdir", "contextlib")
        .Method("__init__", "path", static (self, path) => Lib.Do(() =>
        {
            self.Set("path", path);
            self.Set("_old_cwd", new PyList<Any>());
        }))
        .Method("__enter__", static self =>
        {
            var os = Modules.Import("os");
            self.Get("_old_cwd").Invoke("append", os.Invoke("getcwd"));
            os.Invoke("chdir", self.Get("path"));
            return Any.None;
        })
        .Method("__exit__", "self, *excinfo", static (Any[] a) =>
        {
            Modules.Import("os").Invoke("chdir", a[0].Get("_old_cwd").Invoke("pop"));
            return Any.None;
        })
        .MakeAbstract(AbstractContexts.Manager);

    private static PyType Redirect(string name, Func<Any> get, Action<Any> set) => new ClassMaker(name, "contextlib")
        .Method("__init__", "new_target", static (self, target) => Lib.Do(() =>
        {
            self.Set("_new_target", target);
            self.Set("_old_targets", new PyList<Any>());
        }))
        .Method("__enter__", self =>
        {
            StdIO.Out.Flush();
            self.Get("_old_targets").Invoke("append", get());
            set(self.Get("_new_target"));
            return self.Get("_new_target");
        })
        .Method("__exit__", "self, exctype, excinst, exctb", a =>
        {
            set(a[0].Get("_old_targets").Invoke("pop"));
            return Any.None;
        })
        .MakeAbstract(AbstractContexts.Manager);
}

/// <summary>Context managers that wrap functions: <c>ContextDecorator</c> and its asynchronous twin.</summary>
internal static class ContextDecorators
{
    public static readonly PyType Decorator = new ClassMaker("ContextDecorator", "contextlib")
        .Method("_recreate_cm", static self => self)
        .Method("__call__", "func", static (self, function) => FunctoolsModule.UpdateWrapper(new PyFunction("inner", "*args, **kwds", (Any[] a) =>
        {
            var manager = Context.Of(self.Invoke("_recreate_cm"));
            manager.Enter();
            try
            {
                return Lib.Call(function, Lib.Tuple(a[0]), Lib.Dict(a[1]));
            }
            catch (BaseException error)
            {
                if (!manager.Exit(error))
                    throw;
                return Any.None;
            }
            finally
            {
                manager.Exit();
            }
        }), function))
        .Make();

    public static readonly PyType AsyncDecorator = new ClassMaker("AsyncContextDecorator", "contextlib")
        .Method("_recreate_cm", static self => self)
        .Method("__call__", "func", static (self, function) => FunctoolsModule.UpdateWrapper(
            new PyFunction("inner", "*args, **kwds", (Any[] a) => Coroutine.Of("inner", "AsyncContextDecorator.__call__.<locals>.inner", () => RunAsync(self, function, a))) { Flavour = "coroutine" }, function))
        .Make();

    private static async Coro<Any> RunAsync(Any self, Any function, Any[] a)
    {
        var manager = AsyncContext.Of(self.Invoke("_recreate_cm"));
        await manager.EnterAsync();
        try
        {
            return await Lib.Call(function, Lib.Tuple(a[0]), Lib.Dict(a[1]));
        }
        catch (BaseException error)
        {
            if (!await manager.ExitAsync(error))
                throw;
            return Any.None;
        }
        finally
        {
            await manager.ExitAsync();
        }
    }
}
