using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace NonlocalBoundLater;

using static Module;

public class C : PyObject
{
    public void Method()
    {
        PyInt? late = default;
        void Inner(PyInt a)
        {
            Print("start", a);
            late = 5;
            Print("end");
        }

        late = null;
        Inner(1);
        PyList<PyInt?> tasks = (PyList<PyInt?>)[late];
        Print(tasks);
    }

    public static readonly PyType Type = PyType.Emitted("C", "__main__")
        .Constructor("", _ => new C())
        .Method("method", self => self.As<C>().Method());
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("nonlocal_bound_later.py", args, Run);

    public static async Coro MainAsync()
    {
        Any late = default;
        async Coro Inner()
        {
            late = Builtins.Get("print");
        }

        async Coro<PyInt> Other()
        {
            return 4;
        }
        Coroutine<PyInt> OtherCoroutine() => Coroutine.Of("other", "main.<locals>.other", () => Other());
        Any otherFunction = new PyFunction("main.<locals>.other", "", () => OtherCoroutine()) { Flavour = "coroutine" };

        late = Any.None;
        await Inner();
        Print(late.IsNone);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        new C().Method();
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
