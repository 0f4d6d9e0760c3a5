using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>weakref.finalize</c>: a call to be made once, when an object is gone or the program ends.</summary>
internal sealed class Finalizer : PyObject
{
    public static readonly PyType Type = PyType.Builtin("finalize", module: "weakref")
        .New("cls, obj, func, /, *args, **kwargs", static a => new Finalizer(a[1], a[2], Lib.Tuple(a[3]), Lib.Dict(a[4])))
        .Method("__call__", static o => ((Finalizer)o.Ref!).Run())
        .Method("detach", static o => ((Finalizer)o.Ref!).Detach(peek: false))
        .Method("peek", static o => ((Finalizer)o.Ref!).Detach(peek: true))
        .Property("alive", static o => ((Finalizer)o.Ref!)._alive)
        .Property("atexit", static o => ((Finalizer)o.Ref!)._atExit, static (o, v) => ((Finalizer)o.Ref!)._atExit = v.Truth);

    private static readonly HashSet<Finalizer> s_alive = [];

    private readonly WeakRef _reference;
    private readonly Any _function;
    private readonly PyTuple _args;
    private readonly PyDict _kwargs;
    private bool _alive = true;
    private bool _atExit = true;

    private Finalizer(Any target, Any function, PyTuple args, PyDict kwargs)
    {
        (_function, _args, _kwargs) = (function, args, kwargs);
        _reference = new WeakRef(WeakRef.Type, target, new PyFunction("finalize", "ref", (Any _) => Run()));
        s_alive.Add(this);
        Script.AtExit.Add(() =>
        {
            if (_atExit)
                Run();
        });
    }

    public override PyType Class => Type;

    public override Any Call(Arguments arguments) => Run();

    private Any Run()
    {
        if (!_alive)
            return Any.None;
        _alive = false;
        s_alive.Remove(this);
        return Lib.Call(_function, _args, _kwargs);
    }

    private Any Detach(bool peek)
    {
        if (!_alive || _reference.IsDead)
            return Any.None;
        var result = PyTuple.Of([_reference.Target, _function, _args, (Any)(PyObject)_kwargs]);
        if (!peek)
        {
            _alive = false;
            s_alive.Remove(this);
        }
        return result;
    }
}
