using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace MockSpecs;

using static Module;

public class Store : PyObject
{
    public static PyInt Limit => 3;

    public Store(Any name)
    {
        this.Name = name;
    }

    public Any Name { get; set; }

    public (Any, Any) Put(Any key, Any value)
    {
        return (key, value);
    }

    public async Coro<Any> Fetch(Any key)
    {
        return key;
    }

    public static Any Default(Any kind)
    {
        return kind;
    }

    public IEnumerable<PyInt> Items()
    {
        yield return Store.Limit;
    }

    public Coroutine<Any> FetchCoroutine(Any key) => Coroutine.Of("fetch", "Store.fetch", () => Fetch(key));

    public static readonly PyType Type = PyType.Emitted("Store", "__main__")
        .Attribute("limit", Limit)
        .Constructor("name", a => new Store(a[0]))
        .Field("name", self => self.As<Store>().Name, (self, value) => self.As<Store>().Name = value)
        .Method("put", "self, key, value=None", (self, key, value) => Generic.ToAny(self.As<Store>().Put(key, value)))
        .Method("fetch", "self, key", (self, key) => self.As<Store>().FetchCoroutine(key))
        .StaticMethod("default", "kind", a => Store.Default(a[0]))
        .Method("items", self => Generator.Of("items", "Store.items", self.As<Store>().Items()))
        .Flavours("coroutine", "fetch")
        .Flavours("generator", "items");
    public override PyType Class => Type;
}

/// <summary>Mocks that are held to the shape of what they stand for.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("mock_specs.py");
    internal static Any Doc = "Mocks that are held to the shape of what they stand for.";
    internal static Any Inspect = Any.Unbound;
    internal static Any Pathlib = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Future = Any.Unbound;
    internal static Any AsyncMock = Any.Unbound;
    internal static Any MagicMock = Any.Unbound;
    internal static Any Mock = Any.Unbound;
    internal static Any NonCallableMagicMock = Any.Unbound;
    internal static Any Call_ = Any.Unbound;
    internal static Any CreateAutospec = Any.Unbound;
    internal static Any MockOpen = Any.Unbound;
    internal static Any Patch = Any.Unbound;
    internal static Any Seal = Any.Unbound;
    internal static Any Area = Any.Unbound;
    internal static Any Mock_ = Any.Unbound;
    internal static Any Store_ = Any.Unbound;
    internal static Any One = Any.Unbound;
    internal static Any Plain = Any.Unbound;
    internal static Any Magic = Any.Unbound;
    internal static Any Manager = Any.Unbound;
    internal static Any Patched = Any.Unbound;
    internal static Any File_ = Any.Unbound;
    internal static Any Put = Any.Unbound;
    internal static Any Future_ = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "mock_specs.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("pathlib", () => Pathlib, value => Pathlib = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("Future", () => Future, value => Future = value)
        .Variable("AsyncMock", () => AsyncMock, value => AsyncMock = value)
        .Variable("MagicMock", () => MagicMock, value => MagicMock = value)
        .Variable("Mock", () => Mock, value => Mock = value)
        .Variable("NonCallableMagicMock", () => NonCallableMagicMock, value => NonCallableMagicMock = value)
        .Variable("call", () => Call_, value => Call_ = value)
        .Variable("create_autospec", () => CreateAutospec, value => CreateAutospec = value)
        .Variable("mock_open", () => MockOpen, value => MockOpen = value)
        .Variable("patch", () => Patch, value => Patch = value)
        .Variable("seal", () => Seal, value => Seal = value)
        .Member("Store", () => Store.Type)
        .Variable("area", () => Area, value => Area = value)
        .Member("attempt", () => AttemptFunction)
        .Variable("mock", () => Mock_, value => Mock_ = value)
        .Variable("store", () => Store_, value => Store_ = value)
        .Variable("one", () => One, value => One = value)
        .Variable("plain", () => Plain, value => Plain = value)
        .Variable("magic", () => Magic, value => Magic = value)
        .Variable("manager", () => Manager, value => Manager = value)
        .Variable("patched", () => Patched, value => Patched = value)
        .Variable("file", () => File_, value => File_ = value)
        .Variable("put", () => Put, value => Put = value)
        .Variable("future", () => Future_, value => Future_ = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("mock_specs.py", args, Definition);

    public static void Attempt(Any action)
    {
        try
        {
            Print(action.Call());
        }
        catch (PyException error)
        {
            Print(PyType.Of(error).Name, error, "from", PyType.Of(((Any)error).Get("__cause__")).Name);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Inspect = Modules.Import("inspect");
        Pathlib = Modules.Import("pathlib");
        Pickle = Modules.Import("pickle");
        Future = Modules.ImportFrom("concurrent.futures", "Future");
        AsyncMock = Modules.ImportFrom("unittest.mock", "AsyncMock");
        MagicMock = Modules.ImportFrom("unittest.mock", "MagicMock");
        Mock = Modules.ImportFrom("unittest.mock", "Mock");
        NonCallableMagicMock = Modules.ImportFrom("unittest.mock", "NonCallableMagicMock");
        Call_ = Modules.ImportFrom("unittest.mock", "call");
        CreateAutospec = Modules.ImportFrom("unittest.mock", "create_autospec");
        MockOpen = Modules.ImportFrom("unittest.mock", "mock_open");
        Patch = Modules.ImportFrom("unittest.mock", "patch");
        Seal = Modules.ImportFrom("unittest.mock", "seal");

        string AreaCore(Any width, Any height, Any unit)
        {
            return F($"{width * height} {unit}2");
        }
        Area = new PyFunction("area", "width, height, *, unit=", (Any[] a) => AreaCore(a[0], a[1], a[2]), "m");

        Print(Inspect.Get("iscoroutinefunction").Call(((Any)Store.Type).Get("fetch")), Inspect.Get("isgeneratorfunction").Call(((Any)Store.Type).Get("items")), Inspect.Get("iscoroutinefunction").Call(((Any)Store.Type).Get("put")));

        Mock_ = CreateAutospec.Call(Area);
        Mock_.Set("return_value", "much");
        Print(Mock_.Call(2, 3), Mock_.Call(new Arguments { { "width", 2 }, { "height", 4 } }), Mock_.Get("call_args_list"), Mock_.Get("__name__"), Inspect.Get("signature").Call(Mock_));
        Mock_.Invoke("assert_called_with", 2, 4);
        Mock_.Invoke("assert_has_calls", (PyList<Any>)[Call_.Call(2, 3), Call_.Call(new Arguments { 2, { "height", 4 } })]);
        Attempt(new PyFunction("<lambda>", "", () => Mock_.Call(1)));
        Attempt(new PyFunction("<lambda>", "", () => Mock_.Invoke("assert_called_with", 2, 5)));
        Attempt(new PyFunction("<lambda>", "", () => Mock_.Invoke("assert_any_call", 1, 2, 3)));

        Store_ = CreateAutospec.Call(Store.Type);
        Attempt(new PyFunction("<lambda>", "", () => Store_.Call()));
        One = Store_.Call("a");
        One.Invoke("put", new Arguments { "k", { "value", 1 } });
        Attempt(new PyFunction("<lambda>", "", () => One.Invoke("put")));
        Attempt(new PyFunction("<lambda>", "", () => One.Get("missing")));
        One.Get("put").Invoke("assert_called_once_with", "k", 1);
        Print(IsInstance(One, Store.Type), IsInstance(One.Get("fetch"), AsyncMock), IsInstance(One, NonCallableMagicMock), Store_.Get("mock_calls"));

        Plain = Mock.Call(new Arguments { { "spec", Store.Type } });
        Print(IsInstance(Plain.Get("fetch"), AsyncMock), IsInstance(Plain.Get("put"), AsyncMock));
        Attempt(new PyFunction("<lambda>", "", () => (Any)Len(MagicMock.Call(new Arguments { { "spec", Store.Type } }))));
        Magic = MagicMock.Call();
        Print(Operators.Is(3 + Magic, Magic.Get("__radd__").Get("return_value")), Len(Magic), Next(Iter(Magic), "none"));
        Magic.Get("__len__").Set("return_value", 7);
        Print(Len(Magic), Magic.Get("__len__").Get("mock_calls"));

        Manager = Mock.Call();
        Manager.Invoke("attach_mock", CreateAutospec.Call(Area), "area");
        Manager.Invoke("area", 1, 2);
        Manager.Invoke("count", 3).Invoke("index", 4);
        Print(Operators.Compare(Comparison.Eq, Manager.Get("mock_calls"), (PyList<Any>)[Call_.Invoke("area", 1, 2), Call_.Invoke("count", 3), Call_.Invoke("count").Invoke("index", 4)]), Call_.Invoke("count", 3).Invoke("index", 4).Invoke("call_list"));
        Seal.Call(Manager);
        Attempt(new PyFunction("<lambda>", "", () => Manager.Get("other")));
        Attempt(new PyFunction("<lambda>", "", () => CreateAutospec.Call(new Arguments { Area, { "auto_spec", true } })));

        var manager = Context.Of(Patch.Call(new Arguments { F($"{Name}.area"), { "autospec", true } }));
        Any entered = manager.Enter();
        try
        {
            Patched = entered;
            Patched.Set("return_value", "nothing");
            Print(Area.Call(1, 2), Patched.Get("call_count"));
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
        var manager2 = Context.Of(Patch.Call(new Arguments { TextFormat.Percent("%s.open", Name), MockOpen.Call(new Arguments { { "read_data", "one\ntwo\n" } }), { "create", true } }));
        manager2.Enter();
        try
        {
            var manager3 = Context.Of(Names.Global(Definition.Load("open"), "open").Call("there is no such file"));
            Any entered2 = manager3.Enter();
            try
            {
                File_ = entered2;
                Print(File_.Invoke("read").Invoke("split"));
            }
            catch (BaseException error3)
            {
                if (!manager3.Exit(error3))
                {
                    throw;
                }
            }
            finally
            {
                manager3.Exit();
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
        var manager4 = Context.Of(Patch.Invoke("object", new Arguments { Store.Type, "put", { "autospec", true } }));
        Any entered3 = manager4.Enter();
        try
        {
            Put = entered3;
            ((Any)new Store("b")).Invoke("put", "x");
            Print(Put.Get("call_args").Get("args")[new PySlice(1, Any.None, Any.None)], Put.Get("call_args").Get("kwargs"));
        }
        catch (BaseException error4)
        {
            if (!manager4.Exit(error4))
            {
                throw;
            }
        }
        finally
        {
            manager4.Exit();
        }
        Print(Area.Call(1, 2));

        Print(Pathlib.Get("PurePosixPath").Get("parser").Get("__name__"), Pathlib.Get("PureWindowsPath").Get("parser").Get("__name__"), Pathlib.Get("Path").Call("a").Get("parser").Get("sep"));
        Print(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Pathlib.Get("PurePosixPath").Call("a/b"))));
        Future_ = Future.Call();
        Future_.Set("_result", 5);
        Future_.Set("_state", "FINISHED");
        Print(Future_.Invoke("result"));
    }

    public static readonly Any AttemptFunction = new PyFunction("attempt", "action", (Any action) => Attempt(action));
}
