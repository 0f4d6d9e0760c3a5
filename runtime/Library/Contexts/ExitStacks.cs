using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Contexts;

/// <summary><c>ExitStack</c> and <c>AsyncExitStack</c>. See <see href="https://docs.python.org/3.13/library/contextlib.html#contextlib.ExitStack">ExitStack</see>.</summary>
internal static class ExitStacks
{
    private static readonly PyType s_base = new ClassMaker("_BaseExitStack", "contextlib")
        .Method("__init__", static self => Lib.Do(() => self.Set("_exit_callbacks", Modules.Import("collections").Get("deque").Call())))
        .Method("pop_all", static self =>
        {
            var moved = PyType.Of(self).Call();
            moved.Set("_exit_callbacks", self.Get("_exit_callbacks"));
            self.Set("_exit_callbacks", Modules.Import("collections").Get("deque").Call());
            return moved;
        })
        .Method("push", "exit", static (self, exit) =>
        {
            var method = PyType.Of(exit).Special("__exit__");
            Push(self, method.IsUnbound ? exit : Bind(method, exit), isSync: true);
            return exit;
        })
        .Method("enter_context", "cm", static (self, manager) =>
        {
            var (enter, exit) = Methods(manager, "__enter__", "__exit__", "context manager");
            var result = enter.Call(manager);
            Push(self, Bind(exit, manager), isSync: true);
            return result;
        })
        .Method("callback", "self, callback, /, *args, **kwds", static a =>
        {
            Any wrapper = new PyFunction("_exit_wrapper", "exc_type, exc, tb", (Any[] _) => Lib.Do(() => Lib.Call(a[1], Lib.Tuple(a[2]), Lib.Dict(a[3]))));
            wrapper.Set("__wrapped__", a[1]);
            Push(a[0], wrapper, isSync: true);
            return a[1];
        })
        .Make();

    public static readonly PyType Stack = new ClassMaker("ExitStack", "contextlib")
        .Method("__enter__", static self => self)
        .Method("__exit__", "*exc_details", static (self, details) => Unwind(self, details[1].Ref as BaseException, isAsync: false).GetAwaiter().GetResult())
        .Method("close", static self => Lib.Do(() => self.Invoke("__exit__", Any.None, Any.None, Any.None)))
        .MakeAbstract(s_base, AbstractContexts.Manager);

    public static readonly PyType AsyncStack = new ClassMaker("AsyncExitStack", "contextlib")
        .AsyncMethod("enter_async_context", "self, cm", static async a =>
        {
            var (enter, exit) = Methods(a[1], "__aenter__", "__aexit__", "asynchronous context manager");
            var result = await enter.Call(a[1]);
            Push(a[0], Bind(exit, a[1]), isSync: false);
            return result;
        })
        .Method("push_async_exit", "exit", static (self, exit) =>
        {
            var method = PyType.Of(exit).Special("__aexit__");
            Push(self, method.IsUnbound ? exit : Bind(method, exit), isSync: false);
            return exit;
        })
        .Method("push_async_callback", "self, callback, /, *args, **kwds", static a =>
        {
            Any wrapper = new PyFunction("_exit_wrapper", "exc_type, exc, tb", (Any[] _) => Coroutine.Of("_exit_wrapper", "_exit_wrapper", async () =>
            {
                await Lib.Call(a[1], Lib.Tuple(a[2]), Lib.Dict(a[3]));
                return Any.None;
            }));
            wrapper.Set("__wrapped__", a[1]);
            Push(a[0], wrapper, isSync: false);
            return a[1];
        })
        .AsyncMethod("aclose", "self", static async a =>
        {
            await a[0].Invoke("__aexit__", Any.None, Any.None, Any.None);
            return Any.None;
        })
        .AsyncMethod("__aenter__", "self", static async a => a[0])
        .AsyncMethod("__aexit__", "self, *exc_details", static a => Unwind(a[0], a[1][1].Ref as BaseException, isAsync: true))
        .MakeAbstract(s_base, AbstractContexts.AsyncManager);

    private static (Any Enter, Any Exit) Methods(Any manager, string enter, string exit, string what)
    {
        var type = PyType.Of(manager);
        var methods = (type.Lookup(enter), type.Lookup(exit));
        return methods.Item1.IsUnbound || methods.Item2.IsUnbound
            ? throw Raise.From(new TypeError($"'{type.Module}.{type.QualName}' object does not support the {what} protocol"), Any.None)
            : methods;
    }

    private static Any Bind(Any method, Any manager) => new BoundMethod(method, manager);

    private static void Push(Any self, Any exit, bool isSync) => self.Get("_exit_callbacks").Invoke("append", PyTuple.Of(isSync, exit));

    private static async Coro<Any> Unwind(Any self, BaseException? error, bool isAsync)
    {
        var handled = Handling.Current;
        var (received, suppressed, pending) = (error is not null, false, false);
        while (self.Get("_exit_callbacks") is var callbacks && callbacks.Truth)
        {
            var entry = callbacks.Invoke("pop");
            try
            {
                var result = error is null
                    ? entry[1].Call(Any.None, Any.None, Any.None)
                    : entry[1].Call(error.Class, error, error.Traceback);
                if (isAsync && !entry[0].Truth)
                    result = await result;
                if (result.Truth)
                    (suppressed, pending, error) = (true, false, null);
            }
            catch (BaseException raised)
            {
                FixContext(raised, error, handled);
                (pending, error) = (true, raised);
            }
        }
        if (pending)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error!);
        return received && suppressed;
    }

    /// <summary>The exception that a callback met is the context of the one it raised, as if the blocks were nested.</summary>
    private static void FixContext(BaseException raised, BaseException? met, BaseException? handled)
    {
        while (true)
        {
            var context = raised.Context;
            if (context is null || ReferenceEquals(context, met))
                return;
            if (ReferenceEquals(context, handled))
                break;
            raised = context;
        }
        raised.Context = met;
    }
}
