using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClassesAtRunTime;

/// <summary>Metaclasses, descriptors, namespaces of class bodies, copies, signatures, attribute look-ups.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("classes_at_run_time.py");
    internal static Any Doc = "Metaclasses, descriptors, namespaces of class bodies, copies, signatures, attribute look-ups.";
    internal static Any Meta = Any.Unbound;
    internal static Any A = Any.Unbound;
    internal static Any B = Any.Unbound;
    internal static Any Singleton = Any.Unbound;
    internal static Any Conf = Any.Unbound;
    internal static Any Plugin = Any.Unbound;
    internal static Any P1 = Any.Unbound;
    internal static Any P2 = Any.Unbound;
    internal static Any Desc = Any.Unbound;
    internal static Any C = Any.Unbound;
    internal static Any C_ = Any.Unbound;
    internal static Any Lazy = Any.Unbound;
    internal static Any D = Any.Unbound;
    internal static Any D_ = Any.Unbound;
    internal static Any Ns = Any.Unbound;
    internal static Any AutoMeta = Any.Unbound;
    internal static Any Auto = Any.Unbound;
    internal static Any X = Any.Unbound;
    internal static Any X_ = Any.Unbound;
    internal static Any G = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any Copy = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Weakref = Any.Unbound;
    internal static Any Inspect = Any.Unbound;
    internal static Any Node = Any.Unbound;
    internal static Any A_ = Any.Unbound;
    internal static Any B_ = Any.Unbound;
    internal static Any St = Any.Unbound;
    internal static Any R = Any.Unbound;
    internal static Any Slots = Any.Unbound;
    internal static Any S = Any.Unbound;
    internal static Any W = Any.Unbound;
    internal static Any W_ = Any.Unbound;
    internal static Any R_ = Any.Unbound;
    internal static Any Sig = Any.Unbound;
    internal static Any Ba = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any P_ = Any.Unbound;
    internal static Any Ro = Any.Unbound;
    internal static Any Priv = Any.Unbound;
    internal static Any Hello = Any.Unbound;
    internal static Any Counter = Any.Unbound;
    internal static Any Sq = Any.Unbound;
    internal static Any Abc = Any.Unbound;
    internal static Any Ab = Any.Unbound;
    internal static Any Im = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "classes_at_run_time.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("Meta", () => Meta, value => Meta = value)
        .Variable("A", () => A, value => A = value)
        .Variable("B", () => B, value => B = value)
        .Variable("Singleton", () => Singleton, value => Singleton = value)
        .Variable("Conf", () => Conf, value => Conf = value)
        .Variable("Plugin", () => Plugin, value => Plugin = value)
        .Variable("P1", () => P1, value => P1 = value)
        .Variable("P2", () => P2, value => P2 = value)
        .Variable("Desc", () => Desc, value => Desc = value)
        .Variable("C", () => C, value => C = value)
        .Variable("c", () => C_, value => C_ = value)
        .Variable("Lazy", () => Lazy, value => Lazy = value)
        .Variable("D", () => D, value => D = value)
        .Variable("d", () => D_, value => D_ = value)
        .Variable("Ns", () => Ns, value => Ns = value)
        .Variable("AutoMeta", () => AutoMeta, value => AutoMeta = value)
        .Variable("Auto", () => Auto, value => Auto = value)
        .Variable("X", () => X, value => X = value)
        .Variable("x", () => X_, value => X_ = value)
        .Variable("G", () => G, value => G = value)
        .Variable("e", () => E, value => E = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("weakref", () => Weakref, value => Weakref = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("Node", () => Node, value => Node = value)
        .Variable("a", () => A_, value => A_ = value)
        .Variable("b", () => B_, value => B_ = value)
        .Variable("St", () => St, value => St = value)
        .Variable("R", () => R, value => R = value)
        .Variable("Slots", () => Slots, value => Slots = value)
        .Variable("s", () => S, value => S = value)
        .Variable("W", () => W, value => W = value)
        .Variable("w", () => W_, value => W_ = value)
        .Variable("r", () => R_, value => R_ = value)
        .Member("f", () => F_Function)
        .Variable("sig", () => Sig, value => Sig = value)
        .Variable("ba", () => Ba, value => Ba = value)
        .Variable("P", () => P, value => P = value)
        .Variable("p", () => P_, value => P_ = value)
        .Variable("RO", () => Ro, value => Ro = value)
        .Variable("Priv", () => Priv, value => Priv = value)
        .Member("deco", () => DecoFunction)
        .Variable("hello", () => Hello, value => Hello = value)
        .Variable("Counter", () => Counter, value => Counter = value)
        .Variable("sq", () => Sq, value => Sq = value)
        .Variable("abc", () => Abc, value => Abc = value)
        .Variable("Ab", () => Ab, value => Ab = value)
        .Variable("Im", () => Im, value => Im = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("classes_at_run_time.py", args, Definition);

    /// <summary>doc</summary>
    public static Any F_(Any a, Any b, PyTuple args, Any c, Any d, PyDict<Any, Any> kw)
    {
        return Any.None;
    }

    public static Any Deco(Any n)
    {
        Any W3(Any fn)
        {
            Any Inner(PyTuple a, PyDict<Any, Any> k)
            {
                return (Any)(PyList<Any>)[fn.Call(new Arguments { new Star(a), new StarStar(k) })] * n;
            }
            Any innerFunction = new PyFunction("deco.<locals>.w.<locals>.inner", "*a, **k", (Any[] a) => Inner(a[0].As<PyTuple>(), a[1].As<PyDict<Any, Any>>()));
            innerFunction.Set("__name__", fn.Get("__name__"));
            innerFunction.Set("calls", 0);
            return innerFunction;
        }
        Any w3Function = new PyFunction("deco.<locals>.w", "fn", (Any fn) => W3(fn));
        return w3Function;
    }

    public static Any HelloCore(Any x)
    {
        return x;
    }

    public static Any SqCore(Any x)
    {
        return x * x;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any metaClass = Any.Unbound;
        metaClass = ClassBuilder.Build("Meta", "Meta", "__main__", new Arguments { Builtins.Get("type") }, ns2 =>
        {
            Any New(Any mcs, Any name, Any bases, Any ns, PyDict<Any, Any> kw)
            {
                Any cls = ((Any)new Super(metaClass.As<PyType>(), mcs)).Invoke("__new__", new Arguments { mcs, name, bases, ns });
                cls.Set("registry", GetAttr(cls, "registry", (PyList<Any>)[]) + (PyList<Any>)[name]);
                cls.Set("opt", kw.GetOrNone((Any)"opt"));
                return cls;
            }
            ns2["__new__"] = new StaticMethod(new PyFunction("Meta.__new__", "mcs, name, bases, ns, **kw", (Any[] a) => New(a[0], a[1], a[2], a[3], a[4].As<PyDict<Any, Any>>())));
            void Init(Any cls, Any name, Any bases, Any ns, PyDict<Any, Any> kw)
            {
                ((Any)new Super(metaClass.As<PyType>(), cls)).Invoke("__init__", name, bases, ns);
            }
            ns2["__init__"] = new PyFunction("Meta.__init__", "cls, name, bases, ns, **kw", (Any[] a) => Init(a[0], a[1], a[2], a[3], a[4].As<PyDict<Any, Any>>()));
            Any Invoke(Any cls, PyTuple a, PyDict<Any, Any> k)
            {
                Print("make", cls.Get("__name__"), a, k);
                return ((Any)new Super(metaClass.As<PyType>(), cls)).Invoke("__call__", new Arguments { new Star(a), new StarStar(k) });
            }
            ns2["__call__"] = new PyFunction("Meta.__call__", "cls, *a, **k", (Any[] a) => Invoke(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()));
            string GetItem(Any cls, Any k)
            {
                return F($"{cls.Get("__name__")}[{k}]");
            }
            ns2["__getitem__"] = new PyFunction("Meta.__getitem__", "cls, k", (Any cls, Any k) => GetItem(cls, k));
            Any Iterate(Any cls)
            {
                return Iter(cls.Get("registry"));
            }
            ns2["__iter__"] = new PyFunction("Meta.__iter__", "cls", (Any cls) => Iterate(cls));
            PyInt GetLength(Any cls)
            {
                return Len(cls.Get("registry"));
            }
            ns2["__len__"] = new PyFunction("Meta.__len__", "cls", (Any cls) => GetLength(cls));
            bool Contains(Any cls, Any x)
            {
                return cls.Get("registry").Contains(x);
            }
            ns2["__contains__"] = new PyFunction("Meta.__contains__", "cls, x", (Any cls, Any x) => Contains(cls, x));
            bool Instancecheck(Any cls, Any o)
            {
                return HasAttr(o, "duck");
            }
            ns2["__instancecheck__"] = new PyFunction("Meta.__instancecheck__", "cls, o", (Any cls, Any o) => Instancecheck(cls, o));
            Any Kind(Any cls)
            {
                return "meta-" + cls.Get("__name__");
            }
            ns2["kind"] = Builtins.Get("property").Call(new PyFunction("Meta.kind", "cls", (Any cls) => Kind(cls)));
            ns2.ClassCell(made => metaClass = made);
        });
        Meta = metaClass;
        A = ClassBuilder.Build("A", "A", "__main__", new Arguments { { "metaclass", Meta } }, ns3 =>
        {
            void Init(Any self, Any x)
            {
                self.Set("x", x);
            }
            ns3["__init__"] = new PyFunction("A.__init__", "self, x=0", (Any self, Any x) => Init(self, x));
        });
        B = ClassBuilder.Build("B", "B", "__main__", new Arguments { A, { "opt", 3 } }, ns4 =>
        {
        });
        Print(A.Get("registry"), B.Get("registry"), B.Get("opt"), B["k"], new PyList<Any>(Sequences.Of(B)), Len(B), B.Contains("B"), B.Get("kind"));
        Print(B.Call(4).Get("x"), IsInstance(3, A), Builtins.Get("type").Call(A), A.Get("__class__").Get("__name__"));
        Any singletonClass = Any.Unbound;
        singletonClass = ClassBuilder.Build("Singleton", "Singleton", "__main__", new Arguments { Builtins.Get("type") }, ns5 =>
        {
            ns5["_i"] = new PyDict<Any, Any>();
            Any Invoke(Any cls, PyTuple a)
            {
                if (!cls.Get("_i").Contains(cls))
                {
                    cls.Get("_i").SetItem(cls, ((Any)new Super(singletonClass.As<PyType>(), cls)).Invoke("__call__", new Arguments { new Star(a) }));
                }
                return cls.Get("_i")[cls];
            }
            ns5["__call__"] = new PyFunction("Singleton.__call__", "cls, *a", (Any[] a) => Invoke(a[0], a[1].As<PyTuple>()));
            ns5.ClassCell(made4 => singletonClass = made4);
        });
        Singleton = singletonClass;
        Conf = ClassBuilder.Build("Conf", "Conf", "__main__", new Arguments { { "metaclass", Singleton } }, ns6 =>
        {
            void Init(Any self)
            {
                self.Set("v", 1);
            }
            ns6["__init__"] = new PyFunction("Conf.__init__", "self", (Any self) => Init(self));
        });
        Print(Operators.Is(Conf.Call(), Conf.Call()));
        Any pluginClass = Any.Unbound;
        pluginClass = ClassBuilder.Build("Plugin", "Plugin", "__main__", new Arguments(), ns7 =>
        {
            ns7["plugins"] = new PyDict<Any, Any>();
            void InitSubclass(Any cls, Any name, PyDict<Any, Any> kw)
            {
                ((Any)new Super(pluginClass.As<PyType>(), cls)).Invoke("__init_subclass__", new Arguments { new StarStar(kw) });
                cls.Get("plugins").SetItem(name.Truth ? name : cls.Get("__name__"), cls);
            }
            ns7["__init_subclass__"] = new ClassMethod(new PyFunction("Plugin.__init_subclass__", "cls, /, name=None, **kw", (Any[] a) => InitSubclass(a[0], a[1], a[2].As<PyDict<Any, Any>>())));
            ns7.ClassCell(made6 => pluginClass = made6);
        });
        Plugin = pluginClass;
        P1 = ClassBuilder.Build("P1", "P1", "__main__", new Arguments { Plugin, { "name", "one" } }, ns8 =>
        {
        });
        P2 = ClassBuilder.Build("P2", "P2", "__main__", new Arguments { Plugin }, ns9 =>
        {
        });
        IEnumerable<(Any, Any)> Items(IEnumerable<Any> source)
        {
            foreach (var item in source)
            {
                var items = Operators.Unpack(item, 2);
                Any k = items[0];
                Any v = items[1];
                yield return (k, v.Get("__name__"));
            }
        }
        Print(new PyDict<Any, Any>(Items(Sequences.Of(Plugin.Get("plugins").Invoke("items")))));
        Desc = ClassBuilder.Build("Desc", "Desc", "__main__", new Arguments(), ns10 =>
        {
            void SetName(Any self, Any o, Any n)
            {
                self.Set("n", "_" + n);
            }
            ns10["__set_name__"] = new PyFunction("Desc.__set_name__", "self, o, n", (Any self, Any o, Any n) => SetName(self, o, n));
            Any Get_(Any self, Any i, Any o)
            {
                return i.IsNone ? self : GetAttr(i, self.Get("n"), "unset");
            }
            ns10["__get__"] = new PyFunction("Desc.__get__", "self, i, o=None", (Any self, Any i, Any o) => Get_(self, i, o));
            void Set(Any self, Any i, Any v)
            {
                SetAttr(i, self.Get("n"), v);
            }
            ns10["__set__"] = new PyFunction("Desc.__set__", "self, i, v", (Any self, Any i, Any v) => Set(self, i, v));
            void Delete(Any self, Any i)
            {
                DelAttr(i, self.Get("n"));
            }
            ns10["__delete__"] = new PyFunction("Desc.__delete__", "self, i", (Any self, Any i) => Delete(self, i));
        });
        C = ClassBuilder.Build("C", "C", "__main__", new Arguments(), ns11 =>
        {
            ns11["a"] = Desc.Call();
            ns11["b"] = Desc.Call();
        });
        C_ = C.Call();
        Print(C_.Get("a"));
        C_.Set("a", 3);
        Print(C_.Get("a"), C_.Get("__dict__"), C.Get("a").Get("n"));
        C_.Delete("a");
        Print(C_.Get("a"));
        Lazy = ClassBuilder.Build("Lazy", "Lazy", "__main__", new Arguments(), ns12 =>
        {
            void Init(Any self, Any f)
            {
                self.Set("f", f);
                self.Set("name", f.Get("__name__"));
            }
            ns12["__init__"] = new PyFunction("Lazy.__init__", "self, f", (Any self, Any f) => Init(self, f));
            Any Get_(Any self, Any o, Any t)
            {
                if (o.IsNone)
                {
                    return self;
                }
                Any v = self.Invoke("f", o);
                o.Get("__dict__").SetItem(self.Get("name"), v);
                return v;
            }
            ns12["__get__"] = new PyFunction("Lazy.__get__", "self, o, t=None", (Any self, Any o, Any t) => Get_(self, o, t));
        });
        D = ClassBuilder.Build("D", "D", "__main__", new Arguments(), ns13 =>
        {
            PyInt Val(Any self)
            {
                Print("compute");
                return 42;
            }
            ns13["val"] = Lazy.Call(new PyFunction("D.val", "self", (Any self) => Val(self)));
        });
        D_ = D.Call();
        Print(D_.Get("val"), D_.Get("val"));
        Ns = ClassBuilder.Build("Ns", "Ns", "__main__", new Arguments { Builtins.Get("dict") }, ns14 =>
        {
            Any Missing(Any self, Any k)
            {
                if (k.Invoke("startswith", "_").Truth)
                {
                    throw new KeyError(k);
                }
                self.SetItem(k, Len(self));
                return self[k];
            }
            ns14["__missing__"] = new PyFunction("Ns.__missing__", "self, k", (Any self, Any k) => Missing(self, k));
        });
        Any autoMetaClass = Any.Unbound;
        autoMetaClass = ClassBuilder.Build("AutoMeta", "AutoMeta", "__main__", new Arguments { Builtins.Get("type") }, ns15 =>
        {
            Any Prepare(Any m, Any n, Any b)
            {
                return Ns.Call();
            }
            ns15["__prepare__"] = Builtins.Get("classmethod").Call(new PyFunction("AutoMeta.__prepare__", "m, n, b", (Any m, Any n, Any b) => Prepare(m, n, b)));
            Any New(Any m, Any n, Any b, Any ns)
            {
                return ((Any)new Super(autoMetaClass.As<PyType>(), m)).Invoke("__new__", new Arguments { m, n, b, Builtins.Get("dict").Call(ns) });
            }
            ns15["__new__"] = new StaticMethod(new PyFunction("AutoMeta.__new__", "m, n, b, ns", (Any[] a) => New(a[0], a[1], a[2], a[3])));
            ns15.ClassCell(made14 => autoMetaClass = made14);
        });
        AutoMeta = autoMetaClass;
        Auto = ClassBuilder.Build("Auto", "Auto", "__main__", new Arguments { { "metaclass", AutoMeta } }, ns16 =>
        {
            ns16.Load("red");
            ns16.Load("green");
        });
        Print(Operators.Compare(Comparison.Gt, Auto.Get("green"), Auto.Get("red")));
        Any xClass = Any.Unbound;
        xClass = ClassBuilder.Build("X", "X", "__main__", new Arguments(), ns17 =>
        {
            Any Getattr(Any self, Any n)
            {
                return n.Invoke("upper");
            }
            ns17["__getattr__"] = new PyFunction("X.__getattr__", "self, n", (Any self, Any n) => Getattr(self, n));
            void Setattr(Any self, Any n, Any v)
            {
                Print("set", n);
                ((Any)new Super(xClass.As<PyType>(), self)).Invoke("__setattr__", n, v);
            }
            ns17["__setattr__"] = new PyFunction("X.__setattr__", "self, n, v", (Any self, Any n, Any v) => Setattr(self, n, v));
            void Delattr(Any self, Any n)
            {
                Print("del", n);
                ((Any)new Super(xClass.As<PyType>(), self)).Invoke("__delattr__", n);
            }
            ns17["__delattr__"] = new PyFunction("X.__delattr__", "self, n", (Any self, Any n) => Delattr(self, n));
            PyList<Any> Dir(Any self)
            {
                return (PyList<Any>)["q"];
            }
            ns17["__dir__"] = new PyFunction("X.__dir__", "self", (Any self) => Dir(self));
            ns17.ClassCell(made16 => xClass = made16);
        });
        X = xClass;
        X_ = X.Call();
        Print(X_.Get("foo"));
        X_.Set("a", 1);
        X_.Delete("a");
        Print(Builtins.Get("dir").Call(X_), X_.Get("a"));
        G = ClassBuilder.Build("G", "G", "__main__", new Arguments(), ns18 =>
        {
            Any Getattribute(Any self, Any n)
            {
                Recursion.Check();
                if (n == "secret")
                {
                    throw new AttributeError("no " + n);
                }
                return Builtins.Get("object").Invoke("__getattribute__", self, n);
            }
            ns18["__getattribute__"] = new PyFunction("G.__getattribute__", "self, n", (Any self, Any n) => Getattribute(self, n));
        });
        try
        {
            G.Call().Get("secret");
        }
        catch (AttributeError caught)
        {
            E = caught;
            Print(E);
            E = Any.Unbound;
        }
        Print(Builtins.Get("type").Call("Dyn", PyTuple.Of(A), new PyDict<Any, Any> { ["z"] = 1 }).Call().Get("z"));
        Copy = Modules.Import("copy");
        Pickle = Modules.Import("pickle");
        Weakref = Modules.Import("weakref");
        Inspect = Modules.Import("inspect");
        Node = ClassBuilder.Build("Node", "Node", "__main__", new Arguments(), ns19 =>
        {
            void Init(Any self, Any v, Any kids)
            {
                self.Set("v", v);
                self.Set("kids", kids.Truth ? kids : (Any)(PyList<Any>)[]);
            }
            ns19["__init__"] = new PyFunction("Node.__init__", "self, v, kids=None", (Any self, Any v, Any kids) => Init(self, v, kids));
            Any Copy(Any self)
            {
                Any n = Builtins.Get("type").Call(self).Call(self.Get("v"), self.Get("kids")[new PySlice(Any.None, Any.None, Any.None)]);
                n.Set("c", true);
                return n;
            }
            ns19["__copy__"] = new PyFunction("Node.__copy__", "self", (Any self) => Copy(self));
            Any Deepcopy(Any self, Any memo)
            {
                return Node.Call(self.Get("v"), Module.Copy.Get("deepcopy").Call(self.Get("kids"), memo));
            }
            ns19["__deepcopy__"] = new PyFunction("Node.__deepcopy__", "self, memo", (Any self, Any memo) => Deepcopy(self, memo));
        });
        A_ = Node.Call(1, (PyList<Any>)[Node.Call(2)]);
        B_ = Copy.Get("copy").Call(A_);
        C_ = Copy.Get("deepcopy").Call(A_);
        Print(Operators.Is(B_.Get("kids")[0], A_.Get("kids")[0]), Operators.Is(C_.Get("kids")[0], A_.Get("kids")[0]), B_.Get("c"));
        St = ClassBuilder.Build("St", "St", "__main__", new Arguments(), ns20 =>
        {
            void Init(Any self)
            {
                self.Set("a", 1);
                self.Set("f", new PyFunction("St.__init__.<locals>.<lambda>", "", () => (Any)0));
            }
            ns20["__init__"] = new PyFunction("St.__init__", "self", (Any self) => Init(self));
            Any Getstate(Any self)
            {
                Any d = self.Get("__dict__").Invoke("copy");
                d.DeleteItem("f");
                return d;
            }
            ns20["__getstate__"] = new PyFunction("St.__getstate__", "self", (Any self) => Getstate(self));
            void Setstate(Any self, Any s)
            {
                self.Get("__dict__").Invoke("update", s);
                self.Set("f", Any.None);
            }
            ns20["__setstate__"] = new PyFunction("St.__setstate__", "self, s", (Any self, Any s) => Setstate(self, s));
        });
        X_ = Pickle.Get("loads").Call(Pickle.Get("dumps").Call(St.Call()));
        Print(X_.Get("a"), X_.Get("f"));
        R = ClassBuilder.Build("R", "R", "__main__", new Arguments(), ns21 =>
        {
            void Init(Any self, Any q)
            {
                self.Set("q", q);
            }
            ns21["__init__"] = new PyFunction("R.__init__", "self, q", (Any self, Any q) => Init(self, q));
            (Any, PyTuple) Reduce(Any self)
            {
                return (R, PyTuple.Of(self.Get("q") + 1));
            }
            ns21["__reduce__"] = new PyFunction("R.__reduce__", "self", (Any self) => Generic.ToAny(Reduce(self)));
        });
        Print(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(R.Call(1))).Get("q"));
        Slots = ClassBuilder.Build("Slots", "Slots", "__main__", new Arguments(), ns22 =>
        {
            ns22["__slots__"] = PyTuple.Of("a", "b");
            void Init(Any self)
            {
                self.Set("a", 1);
            }
            ns22["__init__"] = new PyFunction("Slots.__init__", "self", (Any self) => Init(self));
        });
        S = Slots.Call();
        Print(S.Get("a"), HasAttr(S, "b"));
        try
        {
            S.Set("c", 1);
        }
        catch (AttributeError caught2)
        {
            E = caught2;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            S.Get("b");
        }
        catch (AttributeError caught3)
        {
            E = caught3;
            Print(E);
            E = Any.Unbound;
        }
        W = ClassBuilder.Build("W", "W", "__main__", new Arguments(), ns23 =>
        {
        });
        W_ = W.Call();
        R_ = Weakref.Get("ref").Call(W_);
        Print(Operators.Is(R_.Call(), W_));
        D_ = Weakref.Get("WeakValueDictionary").Call();
        D_.SetItem("k", W_);
        Print(new PyList<Any>(Sequences.Of(D_)));
        Sig = Inspect.Get("signature").Call(F_Function);
        Print(Sig, new PyList<Any>(Sequences.Of(Sig.Get("parameters"))), Sig.Get("parameters")["c"].Get("kind"), Sig.Get("parameters")["b"].Get("default"), Sig.Get("return_annotation"));
        Ba = Sig.Invoke("bind", new Arguments { 1, { "c", 3 } });
        Ba.Invoke("apply_defaults");
        Print(Ba.Get("arguments"), Ba.Get("args"), Ba.Get("kwargs"));
        try
        {
            Sig.Invoke("bind", 1);
        }
        catch (TypeError caught4)
        {
            E = caught4;
            Print(E);
            E = Any.Unbound;
        }
        Print(F_Function.Get("__name__"), F_Function.Get("__doc__"), F_Function.Get("__defaults__"), F_Function.Get("__kwdefaults__"), Inspect.Get("isfunction").Call(F_Function), Inspect.Get("isclass").Call(W), Inspect.Get("getmembers").Call(Node, Inspect.Get("isfunction"))[0][0]);
        A = ClassBuilder.Build("A", "A", "__main__", new Arguments(), ns24 =>
        {
            ns24["x"] = 1;
            string M(Any self)
            {
                return "A.m";
            }
            ns24["m"] = new PyFunction("A.m", "self", (Any self) => M(self));
            Any C(Any cls)
            {
                return cls.Get("__name__");
            }
            ns24["c"] = Builtins.Get("classmethod").Call(new PyFunction("A.c", "cls", (Any cls) => C(cls)));
            string S()
            {
                return "s";
            }
            ns24["s"] = Builtins.Get("staticmethod").Call(new PyFunction("A.s", "", () => S()));
        });
        Any bClass2 = Any.Unbound;
        bClass2 = ClassBuilder.Build("B", "B", "__main__", new Arguments { A }, ns25 =>
        {
            Any M(Any self)
            {
                return "B>" + ((Any)new Super(bClass2.As<PyType>(), self)).Invoke("m");
            }
            ns25["m"] = new PyFunction("B.m", "self", (Any self) => M(self));
            ns25.ClassCell(made24 => bClass2 = made24);
        });
        B = bClass2;
        Any cClass2 = Any.Unbound;
        cClass2 = ClassBuilder.Build("C", "C", "__main__", new Arguments { A }, ns26 =>
        {
            Any M(Any self)
            {
                return "C>" + ((Any)new Super(cClass2.As<PyType>(), self)).Invoke("m");
            }
            ns26["m"] = new PyFunction("C.m", "self", (Any self) => M(self));
            ns26.ClassCell(made25 => cClass2 = made25);
        });
        C = cClass2;
        Any dClass2 = Any.Unbound;
        dClass2 = ClassBuilder.Build("D", "D", "__main__", new Arguments { B, C }, ns27 =>
        {
            Any M(Any self)
            {
                return "D>" + ((Any)new Super(dClass2.As<PyType>(), self)).Invoke("m");
            }
            ns27["m"] = new PyFunction("D.m", "self", (Any self) => M(self));
            ns27.ClassCell(made26 => dClass2 = made26);
        });
        D = dClass2;
        Print(D.Call().Invoke("m"), new PyList<Any>(Sequences.Of(D.Get("__mro__")).Select(k => k.Get("__name__"))), D.Invoke("c"), D.Call().Invoke("c"), D.Invoke("s"), A.Get("__dict__")["x"], D.Get("__bases__"), D.Get("x"));
        A.Set("x", 5);
        Print(D.Get("x"), D.Call().Get("x"));
        D.Set("x", 7);
        Print(A.Get("x"), D.Get("x"));
        D.Delete("x");
        Print(D.Get("x"));
        A.Set("new", new PyFunction("<lambda>", "self", (Any self) => (Any)"added"));
        Print(D.Call().Invoke("new"));
        D_ = D.Call();
        D_.Set("m", new PyFunction("<lambda>", "", () => (Any)"inst"));
        Print(D_.Invoke("m"), D.Invoke("m", D_), Operators.Compare(Comparison.Eq, Builtins.Get("vars").Call(D_).Invoke("keys"), (PySet<string>)["m"]));
        Print(GetAttr(D_, "zzz", "dflt"), HasAttr(D_, "m"), Callable(D_.Get("m")), IsInstance(D_, PyTuple.Of(Builtins.Get("int"), A)), IsSubclass(D, A), D.Get("__name__"), D.Get("__qualname__"), D.Get("__module__"), Operators.Is(Builtins.Get("type").Call(D_), D));
        try
        {
            D_.Get("nope");
        }
        catch (AttributeError caught5)
        {
            E = caught5;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            D.Get("nope");
        }
        catch (AttributeError caught6)
        {
            E = caught6;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            A.Invoke("m");
        }
        catch (TypeError caught7)
        {
            E = caught7;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            A.Call().Invoke("m", 1);
        }
        catch (TypeError caught8)
        {
            E = caught8;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            A.Call(3);
        }
        catch (TypeError caught9)
        {
            E = caught9;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            F_Function.Call();
        }
        catch (TypeError caught10)
        {
            E = caught10;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            F_Function.Call(new Arguments { 1, 2, { "c", 1 }, { "a", 3 } });
        }
        catch (TypeError caught11)
        {
            E = caught11;
            Print(E);
            E = Any.Unbound;
        }
        P = ClassBuilder.Build("P", "P", "__main__", new Arguments(), ns28 =>
        {
            void Init(Any self)
            {
                self.Set("_v", 0);
            }
            ns28["__init__"] = new PyFunction("P.__init__", "self", (Any self) => Init(self));
            // the v
            Any V(Any self)
            {
                return self.Get("_v");
            }
            ns28["v"] = Builtins.Get("property").Call(new PyFunction("P.v", "self", (Any self) => V(self)) { Doc = "the v" });
            void V_(Any self, Any n)
            {
                if (n < 0)
                {
                    throw new ValueError("neg");
                }
                self.Set("_v", n);
            }
            ns28["v"] = ns28.Load("v").Get("setter").Call(new PyFunction("P.v", "self, n", (Any self, Any n) => V_(self, n)));
            void V3(Any self)
            {
                Recursion.Check();
                Print("deleted");
                self.Set("_v", Any.None);
            }
            ns28["v"] = ns28.Load("v").Get("deleter").Call(new PyFunction("P.v", "self", (Any self) => V3(self)));
        });
        P_ = P.Call();
        P_.Set("v", 3);
        Print(P_.Get("v"), P.Get("v").Get("__doc__"));
        P_.Delete("v");
        Print(P_.Get("v"));
        try
        {
            P_.Set("v", -1);
        }
        catch (ValueError caught12)
        {
            E = caught12;
            Print(E);
            E = Any.Unbound;
        }
        Ro = ClassBuilder.Build("RO", "RO", "__main__", new Arguments(), ns29 =>
        {
            PyInt Q(Any self)
            {
                return 1;
            }
            ns29["q"] = Builtins.Get("property").Call(new PyFunction("RO.q", "self", (Any self) => Q(self)));
        });
        try
        {
            Ro.Call().Set("q", 2);
        }
        catch (AttributeError caught13)
        {
            E = caught13;
            Print(E);
            E = Any.Unbound;
        }
        Priv = ClassBuilder.Build("Priv", "Priv", "__main__", new Arguments(), ns30 =>
        {
            void Init(Any self)
            {
                self.Set("_Priv__x", 1);
            }
            ns30["__init__"] = new PyFunction("Priv.__init__", "self", (Any self) => Init(self));
            Any Get_(Any self)
            {
                return self.Get("_Priv__x");
            }
            ns30["get"] = new PyFunction("Priv.get", "self", (Any self) => Get_(self));
        });
        Print(Priv.Call().Invoke("get"), Priv.Call().Get("_Priv__x"), Priv.Call().Get("__dict__"));
        try
        {
            Priv.Call().Get("__x");
        }
        catch (AttributeError caught14)
        {
            E = caught14;
            Print(E);
            E = Any.Unbound;
        }
        Hello = Deco(2).Call(HelloCoreFunction);
        Print(Hello.Call(3), Hello.Get("__name__"), Hello.Get("calls"));
        Counter = ClassBuilder.Build("Counter", "Counter", "__main__", new Arguments(), ns31 =>
        {
            void Init(Any self, Any f)
            {
                self.Set("f", f);
                self.Set("n", 0);
            }
            ns31["__init__"] = new PyFunction("Counter.__init__", "self, f", (Any self, Any f) => Init(self, f));
            Any Invoke(Any self, PyTuple a)
            {
                self.Set("n", Any.AddInPlace(self.Get("n"), 1));
                return self.Invoke("f", new Arguments { new Star(a) });
            }
            ns31["__call__"] = new PyFunction("Counter.__call__", "self, *a", (Any[] a) => Invoke(a[0], a[1].As<PyTuple>()));
        });
        Sq = Counter.Call(SqCoreFunction);
        Print(Sq.Call(2), Sq.Call(3), Sq.Get("n"));
        Abc = Modules.Import("abc");
        Ab = ClassBuilder.Build("Ab", "Ab", "__main__", new Arguments { Abc.Get("ABC") }, ns32 =>
        {
            void Go(Any self)
            {
            }
            ns32["go"] = Abc.Get("abstractmethod").Call(new PyFunction("Ab.go", "self", (Any self) => Go(self)));
            void Pp(Any self)
            {
            }
            ns32["pp"] = Builtins.Get("property").Call(Abc.Get("abstractmethod").Call(new PyFunction("Ab.pp", "self", (Any self) => Pp(self))));
        });
        try
        {
            Ab.Call();
        }
        catch (TypeError caught15)
        {
            E = caught15;
            Print(E);
            E = Any.Unbound;
        }
        Im = ClassBuilder.Build("Im", "Im", "__main__", new Arguments { Ab }, ns33 =>
        {
            PyInt Go(Any self)
            {
                return 1;
            }
            ns33["go"] = new PyFunction("Im.go", "self", (Any self) => Go(self));
            ns33["pp"] = 3;
        });
        Print(Im.Call().Invoke("go"), Im.Call().Get("pp"));
    }

    public static readonly Any F_Function = new PyFunction("f", "a, b=2, *args, c, d=4, **kw", (Any[] a) => F_(a[0], a[1], a[2].As<PyTuple>(), a[3], a[4], a[5].As<PyDict<Any, Any>>())) { Doc = "doc", AnnotationSource = () => new PyDict<Any, Any> { ["b"] = Builtins.Get("int"), ["return"] = Builtins.Get("str") } };
    public static readonly Any DecoFunction = new PyFunction("deco", "n", (Any n) => Deco(n));
    public static readonly Any HelloCoreFunction = new PyFunction("hello", "x", (Any x) => HelloCore(x));
    public static readonly Any SqCoreFunction = new PyFunction("sq", "x", (Any x) => SqCore(x));
}
