using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ArgumentsThatExceptionsKeep;

using static Module;

public class A : PyException
{
    public A(PyInt code, PyInt? extra = null) : base(F($"code {code}"))
    {
        Code = code;
        Extra = extra;
    }

    public PyInt Code { get; set; }
    public PyInt? Extra { get; set; }

    public static new readonly PyType Type = PyType.Emitted("A", "__main__", PyException.Type)
        .Constructor("code, extra=None", a => new A(a[0].As<PyInt>(), a[1].As<PyInt?>()))
        .Field("code", self => self.As<A>().Code, (self, value) => self.As<A>().Code = value.As<PyInt>())
        .Field("extra", self => self.As<A>().Extra, (self, value) => self.As<A>().Extra = value.As<PyInt?>());
    protected override PyType NativeClass => Type;
}

public class B : A
{
    public B(PyInt x, PyInt y) : base(x * 2)
    {
        X = x;
    }

    public PyInt X { get; set; }

    public static new readonly PyType Type = PyType.Emitted("B", "__main__", A.Type)
        .Constructor("x, y=2", a => new B(a[0].As<PyInt>(), a[1].As<PyInt>()))
        .Field("x", self => self.As<B>().X, (self, value) => self.As<B>().X = value.As<PyInt>());
    protected override PyType NativeClass => Type;
}

public class C : PyException
{
    public C(PyInt a, PyInt b) : base(a, b)
    {
        A_ = a;
    }

    protected C(Construction construction, params ReadOnlySpan<Any> args) : base(args)
    {
    }

    private Late<PyInt> _a_;
    public PyInt A_ { get => _a_.Get(this, "a"); set => _a_ = value; }

    public static new readonly PyType Type = PyType.Emitted("C", "__main__", PyException.Type)
        .Constructor("a, b=1", a => new C(a[0].As<PyInt>(), a[1].As<PyInt>()))
        .KeepsArguments()
        .Field("a", self => self.As<C>()._a_.Peek(), (self, value) => self.As<C>()._a_.Put(value));
    protected override PyType NativeClass => Type;
}

public class D : C
{
    public D(Any q, PyInt r) : base(Construction.WithoutInit, q, r)
    {
        Q = q;
    }

    public Any Q { get; set; }

    public static new readonly PyType Type = PyType.Emitted("D", "__main__", C.Type)
        .Constructor("q, r=5", a => new D(a[0], a[1].As<PyInt>()))
        .KeepsArguments()
        .Field("q", self => self.As<D>().Q, (self, value) => self.As<D>().Q = value);
    protected override PyType NativeClass => Type;
}

public class E : C
{
    public E(PyInt q, PyInt r) : base(q, 1)
    {
        Args = PyTuple.Of(q, r);
        Q = q;
    }

    public PyInt Q { get; set; }

    public static new readonly PyType Type = PyType.Emitted("E", "__main__", C.Type)
        .Constructor("q, r=5", a => new E(a[0].As<PyInt>(), a[1].As<PyInt>()))
        .KeepsArguments()
        .Field("q", self => self.As<E>().Q, (self, value) => self.As<E>().Q = value.As<PyInt>());
    protected override PyType NativeClass => Type;
}

public class F_ : PyException
{
    public F_(PyInt n, bool flag = false) : base(n, flag)
    {
        if (n > 1)
        {
            base.Init("big", n);
        }
        N = n;
    }

    public PyInt N { get; set; }

    public static new readonly PyType Type = PyType.Emitted("F", "__main__", PyException.Type)
        .Constructor("n, flag=False", a => new F_(a[0].As<PyInt>(), a[1].As<bool>()))
        .KeepsArguments()
        .Field("n", self => self.As<F_>().N, (self, value) => self.As<F_>().N = value.As<PyInt>());
    protected override PyType NativeClass => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("arguments_that_exceptions_keep.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        foreach (var e in new Any[] { new A(1), new A(1, 3), new B(4, 2), new B(4, 5), new C(1, 1).Given(1), new C(1, 2), new C(1, 3).Given(1), new D(7, 5).Given(1), new D(7, 1).Given(1), new E(3, 5).Given(1), new E(3, 4), new F_(1).Given(1), new F_(2).Given(1), new F_(1, true).Given(1), new F_(1, true) })
        {
            Print(PyType.Of(e).Name, e.Get("args"), ToStr(e), Repr(e));
        }
        throw new D("x", 5).Given(1);
    }
}
