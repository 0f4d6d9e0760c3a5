using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/weakref.html#weakref.WeakMethod">weakref.WeakMethod</see>: a reference to a bound method, which lives as long as its object.</summary>
internal sealed class WeakMethods : WeakRef
{
    public static new readonly PyType Type = CreateType();

    private readonly WeakRef _function;
    private readonly PyType _kind;
    private readonly Any _callback;
    private bool _isAlive = true;

    private WeakMethods(PyType type, Any self, Any function, PyType kind, Any callback, Forwarder forwarder) : base(type, self, forwarder.Function)
    {
        forwarder.Target = new WeakReference<WeakMethods>(this);
        (_kind, _callback) = (kind, callback);
        _function = new WeakRef(WeakRef.Type, function, forwarder.Function);
    }

    private static PyType CreateType()
    {
        var type = PyType.Builtin("WeakMethod", WeakRef.Type, "weakref");
        type.HasInstanceDict = true;
        return type
            .New("cls, meth, callback=None", static a => Make((PyType)a[0].Ref!, a[1], a[2]))
            .Method("__call__", static o => ((WeakMethods)o.Ref!).Method())
            .Method("__eq__", "self, other, /", static (a, b) => b.Ref is WeakMethods other ? ((WeakMethods)a.Ref!).IsSame(other) : Any.NotImplemented)
            .Method("__ne__", "self, other, /", static (a, b) => b.Ref is WeakMethods other ? !((WeakMethods)a.Ref!).IsSame(other) : Any.NotImplemented);
    }

    private static WeakMethods Make(PyType type, Any method, Any callback)
    {
        var (self, function) = (Operators.GetAttr(method, "__self__", Any.Unbound), Operators.GetAttr(method, "__func__", Any.Unbound));
        if (self.IsUnbound || function.IsUnbound)
            throw new TypeError($"argument should be a bound method, not {Operators.Repr(PyType.Of(method))}");
        return new WeakMethods(type, self, function, PyType.Of(method), callback, new Forwarder());
    }

    public override Any Call(Arguments arguments) => Method();

    private Any Method()
    {
        var (self, function) = (Target, _function.Target);
        return self.IsNone || function.IsNone ? Any.None : ((Any)_kind).Call(function, self);
    }

    private bool IsSame(WeakMethods other)
        => !_isAlive || !other._isAlive || IsDead || other.IsDead ? ReferenceEquals(this, other)
            : Operators.Equal(Target, other.Target) && Operators.Equal(_function, other._function);

    private void Die()
    {
        if (!_isAlive)
            return;
        _isAlive = false;
        if (!_callback.IsNone)
            _callback.Call(this);
    }

    /// <summary>What both references call when their object is gone; it knows the reference to the method weakly, so that no cycle keeps it.</summary>
    private sealed class Forwarder
    {
        public Forwarder() => Function = new PyFunction("_cb", "arg", (Any _) => Forward());

        public Any Function { get; }

        public WeakReference<WeakMethods>? Target { get; set; }

        private Any Forward()
        {
            if (Target is not null && Target.TryGetTarget(out var method))
                method.Die();
            return Any.None;
        }
    }
}
