using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace WaitingAndStatuses;

using static Module;

public class Waiting : PyObject
{
    public static Any Make { get; internal set; }

    public static Any Wait { get; internal set; }

    public static readonly PyType Type = PyType.Emitted("Waiting", "__main__")
        .Shared("make", () => Make, value => Make = value)
        .Shared("wait", () => Wait, value => Wait = value)
        .Constructor("", _ => new Waiting());
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("waiting_and_statuses.py");
    internal static Any Doc = Any.None;
    internal static Any Future = Any.Unbound;
    internal static Any Importlib = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Select = Any.Unbound;
    internal static Any Socket = Any.Unbound;
    internal static Any Tracemalloc = Any.Unbound;
    internal static Any HTTPMethod = Any.Unbound;
    internal static Any HTTPStatus = Any.Unbound;
    internal static PyInt Code;
    internal static Any Status = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static Any A = Any.Unbound;
    internal static Any B = Any.Unbound;
    internal static Any Ready = Any.Unbound;
    internal static Any Poller = Any.Unbound;
    internal static Any Wrong = Any.Unbound;
    internal static Any R = Any.Unbound;
    internal static Any W = Any.Unbound;
    internal static Any Reader = Any.Unbound;
    internal static Any Writer = Any.Unbound;
    internal static PyList<Any> Kept = default!;
    internal static Any Now = Any.Unbound;
    internal static Any Peak = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "waiting_and_statuses.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("__future__", () => Future, value => Future = value)
        .Variable("importlib", () => Importlib, value => Importlib = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("select", () => Select, value => Select = value)
        .Variable("socket", () => Socket, value => Socket = value)
        .Variable("tracemalloc", () => Tracemalloc, value => Tracemalloc = value)
        .Variable("HTTPMethod", () => HTTPMethod, value => HTTPMethod = value)
        .Variable("HTTPStatus", () => HTTPStatus, value => HTTPStatus = value)
        .Variable("code", () => Code, value => Code = value.As<PyInt>())
        .Variable("status", () => Status, value => Status = value)
        .Variable("error", () => Error, value => Error = value)
        .Variable("a", () => A, value => A = value)
        .Variable("b", () => B, value => B = value)
        .Variable("ready", () => Ready, value => Ready = value)
        .Variable("poller", () => Poller, value => Poller = value)
        .Variable("wrong", () => Wrong, value => Wrong = value)
        .Variable("r", () => R, value => R = value)
        .Variable("w", () => W, value => W = value)
        .Variable("reader", () => Reader, value => Reader = value)
        .Variable("writer", () => Writer, value => Writer = value)
        .Variable("kept", () => Kept, value => Kept = value.As<PyList<Any>>())
        .Variable("now", () => Now, value => Now = value)
        .Variable("peak", () => Peak, value => Peak = value)
        .Member("Waiting", () => Waiting.Type);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("waiting_and_statuses.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any result = default;
        // Modules that say what the language, HTTP and the system have.
        Future = Modules.Import("__future__");
        Importlib = Modules.ImportRoot("importlib.metadata");
        Importlib = Modules.ImportRoot("importlib.util");
        Os = Modules.Import("os");
        Select = Modules.Import("select");
        Socket = Modules.Import("socket");
        Tracemalloc = Modules.Import("tracemalloc");
        HTTPMethod = Modules.ImportFrom("http", "HTTPMethod");
        HTTPStatus = Modules.ImportFrom("http", "HTTPStatus");

        Print(Future.Get("annotations"), Future.Get("division").Invoke("getMandatoryRelease"), Future.Get("all_feature_names")[new PySlice(Any.None, 2, Any.None)]);
        Print(Future.Get("annotations").Get("mandatory"), Future.Get("generators").Get("optional"), Hex(HasAttr(Future, "CO_ANNOTATIONS") ? Future.Get("CO_ANNOTATIONS") : 0));

        foreach (var item in new PyInt[] { 200, 301, 404, 418, 503 })
        {
            Code = item;
            Status = HTTPStatus.Call(Code);
            Print(Repr(Status), Status, Status.Get("name"), Status.Get("phrase"), Status.Get("description"), Status.Get("is_success"), Status.Get("is_client_error"), Operators.Compare(Comparison.Eq, Status, Code));
        }
        Print(HTTPStatus.Get("OK") + 1, F($"{HTTPStatus.Get("NOT_FOUND")}"), HTTPStatus["BAD_REQUEST"], Len(HTTPStatus), HTTPStatus.Get("REQUEST_URI_TOO_LONG"));
        Print(Repr(HTTPMethod.Get("GET")), HTTPMethod.Get("POST"), HTTPMethod.Get("PUT").Get("description"), new PyList<Any>(Sequences.Of(HTTPMethod).Select(m => m.Get("value"))));
        try
        {
            HTTPStatus.Call(299);
        }
        catch (ValueError caught)
        {
            Error = caught;
            Print(Error);
            Error = Any.Unbound;
        }

        Print(Importlib.Get("util").Get("find_spec").Call("json").Get("name"), Importlib.Get("util").Get("find_spec").Call("no_such_module"), !Importlib.Get("util").Get("find_spec").Call("os.path").IsNone);
        try
        {
            Importlib.Get("metadata").Get("version").Call("no-such-distribution");
        }
        catch (BaseException caught2) when (Except.Matches(caught2, Importlib.Get("metadata").Get("PackageNotFoundError")))
        {
            Error = caught2;
            using var handling = Handling.Of(caught2);
            Print(Builtins.Get("type").Call(Error).Get("__mro__")[1].Get("__name__"), Error, Error.Get("name"));
            Error = Any.Unbound;
        }

        var items = Operators.Unpack(Socket.Get("socketpair").Call(), 2);
        A = items[0];
        B = items[1];
        Print(Select.Get("select").Call(new Arguments { (PyList<Any>)[A], (PyList<Any>)[], (PyList<Any>)[], 0 }));
        B.Invoke("send", PyBytes.FromLatin1("x"));
        Ready = Select.Get("select").Call(new Arguments { (PyList<Any>)[A, B], (PyList<Any>)[B], (PyList<Any>)[], 1 });
        Print(new PyList<bool>(Sequences.Of(Ready[0]).Select(s => Operators.Is(s, A))), new PyList<bool>(Sequences.Of(Ready[1]).Select(s => Operators.Is(s, B))), Ready[2]);
        Poller = Select.Get("poll").Call();
        Poller.Invoke("register", A, Select.Get("POLLIN"));
        Poller.Invoke("register", B.Invoke("fileno"), Select.Get("POLLIN") | Select.Get("POLLOUT"));
        IEnumerable<(Any, Any)> Items(IEnumerable<Any> source)
        {
            foreach (var item2 in source)
            {
                var items2 = Operators.Unpack(item2, 2);
                Any fd = items2[0];
                Any @event = items2[1];
                yield return (Operators.Compare(Comparison.Eq, fd, A.Invoke("fileno")), @event);
            }
        }
        Print(new PyList<(Any, Any)>(Items(Sequences.Of(Poller.Invoke("poll", 100)))));
        Poller.Invoke("modify", B, Select.Get("POLLIN"));
        A.Invoke("recv", 1);
        Print(Poller.Invoke("poll", 0));
        Poller.Invoke("unregister", B);
        foreach (var item3 in new Any[] { new PyFunction("<lambda>", "", () => Poller.Invoke("unregister", 10000)), new PyFunction("<lambda>", "", () => Poller.Invoke("modify", 10000, 1)), new PyFunction("<lambda>", "", () => Select.Get("select").Call(1, (PyList<Any>)[], (PyList<Any>)[])), new PyFunction("<lambda>", "", () => Select.Get("select").Call((PyList<Any>)["x"], (PyList<Any>)[], (PyList<Any>)[])), new PyFunction("<lambda>", "", () => Select.Get("select").Call(new Arguments { (PyList<Any>)[], (PyList<Any>)[], (PyList<Any>)[], -1 })), new PyFunction("<lambda>", "", () => Select.Get("select").Call(new Arguments { (PyList<Any>)[-1], (PyList<Any>)[], (PyList<Any>)[], 0 })), new PyFunction("<lambda>", "", () => Select.Get("select").Call(new Arguments { (PyList<Any>)[], (PyList<Any>)[], (PyList<Any>)[], "1" })) })
        {
            Wrong = item3;
            try
            {
                Print(Wrong.Call());
            }
            catch (BaseException caught3) when (caught3 is OSError || caught3 is KeyError || caught3 is TypeError || caught3 is ValueError)
            {
                Error = caught3;
                Print(PyType.Of(Error).Name, Error);
                Error = Any.Unbound;
            }
        }
        B.Invoke("close");
        IEnumerable<(Any, Any)> Items2(IEnumerable<Any> source2)
        {
            foreach (var item4 in source2)
            {
                var items3 = Operators.Unpack(item4, 2);
                Any fd = items3[0];
                Any @event = items3[1];
                yield return (Operators.Compare(Comparison.Eq, fd, A.Invoke("fileno")), @event & Select.Get("POLLIN"));
            }
        }
        Print(new PyList<(Any, Any)>(Items2(Sequences.Of(Poller.Invoke("poll", 100)))));
        A.Invoke("close");

        var items4 = Operators.Unpack(Os.Get("pipe").Call(), 2);
        R = items4[0];
        W = items4[1];
        var manager = Context.Of(Builtins.Get("open").Call(R, "rb"));
        Any entered = manager.Enter();
        try
        {
            Reader = entered;
            var manager2 = Context.Of(Builtins.Get("open").Call(W, "wb"));
            Any entered2 = manager2.Enter();
            try
            {
                Writer = entered2;
                foreach (var item5 in new Any[] { Reader.Get("tell"), new PyFunction("<lambda>", "", () => Reader.Invoke("seek", 0)), new PyFunction("<lambda>", "", () => Writer.Invoke("truncate", 1)) })
                {
                    Wrong = item5;
                    try
                    {
                        Print(Wrong.Call());
                    }
                    catch (OSError caught4)
                    {
                        Error = caught4;
                        Print(PyType.Of(Error).Name, Error);
                        Error = Any.Unbound;
                    }
                }
            }
            catch (BaseException error2)
            {
                if (!manager2.Exit(error2))
                {
                    throw;
                }
            }
            finally
            {
                manager2.Exit();
            }
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }

        Print(Tracemalloc.Get("is_tracing").Call(), Tracemalloc.Get("get_traced_memory").Call());
        Tracemalloc.Get("start").Call(3);
        Kept = new PyList<Any>(Sequences.Range(100).Select(_ => Builtins.Get("bytes").Call(1000)));
        var items5 = Operators.Unpack(Tracemalloc.Get("get_traced_memory").Call(), 2);
        Now = items5[0];
        Peak = items5[1];
        Print(Tracemalloc.Get("is_tracing").Call(), Tracemalloc.Get("get_traceback_limit").Call(), (result = Operators.Compare(Comparison.GtE, Peak, Now)).Truth && (result = Operators.Compare(Comparison.GtE, Now, 0)).Truth ? result : result, Len(Kept));
        Tracemalloc.Get("stop").Call();

        Waiting.Make = Select.Get("poll");
        Waiting.Wait = Select.Get("select");

        Print(((Any)new Waiting()).Invoke("wait", new Arguments { (PyList<Any>)[], (PyList<Any>)[], (PyList<Any>)[], 0 }), ((Any)new Waiting()).Invoke("make").Invoke("poll", 0));
    }
}
