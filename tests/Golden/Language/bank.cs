using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Bank;

using static Module;

// bank simulation, no annotations, exceptions + generators + closures
/// <summary>A bank account.</summary>
public class Account : PyObject
{
    public static PyInt Total => 0;

    public Account(Any owner, Any balance)
    {
        Owner = owner;
        Balance = balance;
        Log = (PyList<(string, Any)>)[];
        Any target = Account.Type;
        target.Set("total", Any.AddInPlace(target.Get("total"), 1));
    }

    public Any Owner { get; set; }
    public Any Balance { get; set; }
    public PyList<(string, Any)> Log { get; set; }

    public Account Deposit(Any amount)
    {
        Balance = Any.AddInPlace(Balance, amount);
        Log.Append(("d", amount));
        return this;
    }

    public Account Withdraw(Any amount)
    {
        if (amount > Balance)
        {
            throw new InsufficientFunds(this, amount);
        }
        Balance = Any.SubInPlace(Balance, amount);
        Log.Append(("w", amount));
        return this;
    }

    public string Represent()
    {
        return TextFormat.Percent("Account(%r, %d)", Generic.ToAny((Owner, Balance)));
    }

    public IEnumerable<(string, Any)> History()
    {
        foreach (var (kind, amount) in Log)
        {
            yield return (new PyDict<string, string> { ["d"] = "deposit", ["w"] = "withdraw" }[kind], amount);
        }
    }

    public static readonly PyType Type = PyType.Emitted("Account", "__main__")
        .Doc("A bank account.")
        .Attribute("total", Total)
        .Constructor("owner, balance=0", a => new Account(a[0], a[1]))
        .Field("owner", self => self.As<Account>().Owner, (self, value) => self.As<Account>().Owner = value)
        .Field("balance", self => self.As<Account>().Balance, (self, value) => self.As<Account>().Balance = value)
        .Field("log", self => self.As<Account>().Log, (self, value) => self.As<Account>().Log = value.As<PyList<(string, Any)>>())
        .Method("deposit", "self, amount", a => a[0].As<Account>().Deposit(a[1]))
        .Method("withdraw", "self, amount", a => a[0].As<Account>().Withdraw(a[1]))
        .Method("__repr__", "self", a => a[0].As<Account>().Represent())
        .Method("history", "self", a => NativeGenerator.Wrap("history", "Account.history", a[0].As<Account>().History()));
    public override PyType Class => Type;
}

public class InsufficientFunds : PyException
{
    public InsufficientFunds(Any account, Any needed) : base(TextFormat.Percent("need %d more", needed - account.Get("balance")))
    {
        Account_ = account;
        Needed = needed;
    }

    public Any Account_ { get; set; }
    public Any Needed { get; set; }
    public static new readonly PyType Type = PyType.Emitted("InsufficientFunds", "__main__", PyException.Type)
        .Constructor("account, needed", a => new InsufficientFunds(a[0], a[1]))
        .Field("account", self => self.As<InsufficientFunds>().Account_, (self, value) => self.As<InsufficientFunds>().Account_ = value)
        .Field("needed", self => self.As<InsufficientFunds>().Needed, (self, value) => self.As<InsufficientFunds>().Needed = value);
    protected override PyType NativeClass => Type;
}

public class Savings : Account
{
    public Savings(Any owner, Any balance, Any rate) : base(owner, balance)
    {
        Rate = rate;
    }

    public Any Rate { get; set; }

    public Savings Accrue()
    {
        Deposit(Balance * Rate);
        return this;
    }

    public static new readonly PyType Type = PyType.Emitted("Savings", "__main__", Account.Type)
        .Constructor("owner, balance=0, rate=", a => new Savings(a[0], a[1], a[2]), 0.1)
        .Field("rate", self => self.As<Savings>().Rate, (self, value) => self.As<Savings>().Rate = value)
        .Method("accrue", "self", a => a[0].As<Savings>().Accrue());
    public override PyType Class => Type;
}

public class Ctx : PyObject, IDisposable
{
    public Ctx Enter()
    {
        Print("enter");
        return this;
    }

    public bool Exit(Any t, Any v, Any tb)
    {
        Print("exit", t);
        return true;
    }

    /// <summary>Leaves the context without an error.</summary>
    public void Dispose() => Exit(Any.None, Any.None, Any.None);

    public static readonly PyType Type = PyType.Emitted("Ctx", "__main__")
        .Constructor("", _ => new Ctx())
        .Method("__enter__", "self", a => a[0].As<Ctx>().Enter())
        .Method("__exit__", "self, t, v, tb", a => a[0].As<Ctx>().Exit(a[1], a[2], a[3]));
    public override PyType Class => Type;
}

public static class Module
{
    internal static Account Alice
    {
        get
        {
            return Definition.Load("alice").As<Account>();
        }
        set
        {
            Definition.Store("alice", value);
        }
    }

    internal static Savings Bob
    {
        get
        {
            return Definition.Load("bob").As<Savings>();
        }
        set
        {
            Definition.Store("bob", value);
        }
    }

    internal static Any Binom
    {
        get
        {
            return Definition.Load("binom");
        }
        set
        {
            Definition.Store("binom", value);
        }
    }

    internal static PyList<Any> Matrix
    {
        get
        {
            return Definition.Load("matrix").As<PyList<Any>>();
        }
        set
        {
            Definition.Store("matrix", value);
        }
    }

    internal static PyInt I
    {
        get
        {
            return Definition.Load("i").As<PyInt>();
        }
        set
        {
            Definition.Store("i", value);
        }
    }

    internal static PyInt J
    {
        get
        {
            return Definition.Load("j").As<PyInt>();
        }
        set
        {
            Definition.Store("j", value);
        }
    }

    internal static PyDict<Any, Any> Grid
    {
        get
        {
            return Definition.Load("grid").As<PyDict<Any, Any>>();
        }
        set
        {
            Definition.Store("grid", value);
        }
    }

    internal static string Text
    {
        get
        {
            return Definition.Load("text").As<string>();
        }
        set
        {
            Definition.Store("text", value);
        }
    }

    internal static PyDict<Any, Any> Nested
    {
        get
        {
            return Definition.Load("nested").As<PyDict<Any, Any>>();
        }
        set
        {
            Definition.Store("nested", value);
        }
    }

    internal static PyList<Any> Words
    {
        get
        {
            return Definition.Load("words").As<PyList<Any>>();
        }
        set
        {
            Definition.Store("words", value);
        }
    }

    internal static Any Idx
    {
        get
        {
            return Definition.Load("idx");
        }
        set
        {
            Definition.Store("idx", value);
        }
    }

    internal static Any W
    {
        get
        {
            return Definition.Load("w");
        }
        set
        {
            Definition.Store("w", value);
        }
    }

    internal static PyList<Any> Stack
    {
        get
        {
            return Definition.Load("stack").As<PyList<Any>>();
        }
        set
        {
            Definition.Store("stack", value);
        }
    }

    internal static string Tok
    {
        get
        {
            return Definition.Load("tok").As<string>();
        }
        set
        {
            Definition.Store("tok", value);
        }
    }

    internal static Any B
    {
        get
        {
            return Definition.Load("b");
        }
        set
        {
            Definition.Store("b", value);
        }
    }

    internal static Any A
    {
        get
        {
            return Definition.Load("a");
        }
        set
        {
            Definition.Store("a", value);
        }
    }

    internal static Any E
    {
        get
        {
            return Definition.Load("e");
        }
        set
        {
            Definition.Store("e", value);
        }
    }

    internal static Ctx C
    {
        get
        {
            return Definition.Load("c").As<Ctx>();
        }
        set
        {
            Definition.Store("c", value);
        }
    }

    internal static Any Bad
    {
        get
        {
            return Definition.Load("bad");
        }
        set
        {
            Definition.Store("bad", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "bank.py", Run)
        .Member("Account", () => Account.Type)
        .Member("InsufficientFunds", () => InsufficientFunds.Type)
        .Member("Savings", () => Savings.Type)
        .Member("transfer", () => TransferFunction)
        .Member("memo", () => MemoFunction)
        .Member("lines", () => LinesFunction)
        .Member("run", () => Run_Function)
        .Member("Ctx", () => Ctx.Type)
        .Member("f", () => F_Function);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("bank.py", args, Definition);

    public static bool Transfer(Any a, Any b, Any amount)
    {
        BaseException? pending = null;
        try
        {
            bool succeeded = false;
            try
            {
                a.Invoke("withdraw", amount);
                succeeded = true;
            }
            catch (InsufficientFunds e)
            {
                using var handling = Handling.Of(e);
                Print("failed:", e, e.Account_.Get("owner"));
                return false;
            }
            if (succeeded)
            {
                b.Invoke("deposit", amount);
                return true;
            }
        }
        catch (BaseException error)
        {
            pending = error;
            throw;
        }
        finally
        {
            using var handling2 = Handling.Of(pending);
            Print("transfer", amount);
        }
        throw new UnreachableException();
    }

    public static Any Memo(Any f)
    {
        var cache = new PyDict<Any, Any>();
        Any Inner(PyTuple args)
        {
            if (!cache.ContainsKey((Any)args))
            {
                cache[args] = f.Call(new Arguments { new Star(args) });
            }
            return cache.At((Any)args);
        }
        Any innerFunction = new PyFunction("memo.<locals>.inner", "*args", (Any[] a) => Inner(a[0].As<PyTuple>()));
        innerFunction.Set("cache", cache);
        return innerFunction;
    }

    public static Any BinomCore(Any n, Any k)
    {
        Recursion.Check();
        return Generic.ToAny(((PyInt)0, n)).Contains(k) ? 1 : Binom.Call(n - 1, k - 1) + Binom.Call(n - 1, k);
    }

    public static Generator<PyInt> Lines()
    {
        return Generator<PyInt>.Create("lines", "lines", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            PyList<Any> buffer = (PyList<Any>)[];
            while (true)
            {
                Any chunk = await y.Yield(Len(buffer));
                if (chunk.IsNone)
                {
                    break;
                }
                buffer.Extend(Sequences.Of(chunk.Invoke("split")));
            }
            return buffer;
        }
    }

    public static void Run_()
    {
        Any g = Lines();
        Next(g);
        Print(g.Invoke("send", "a b"), g.Invoke("send", "c"));
        try
        {
            g.Invoke("send", Any.None);
        }
        catch (StopIteration stop)
        {
            using var handling = Handling.Of(stop);
            Print(((Any)stop).Get("value"));
        }
    }

    public static Any F_(Any a, Any b, Any c)
    {
        return a + b + c;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        PyInt value3 = default;
        PyInt value4 = default;
        string? value5 = default;
        // bank simulation, no annotations, exceptions + generators + closures
        Definition.Store("Account", Account.Type);

        Definition.Store("InsufficientFunds", InsufficientFunds.Type);

        Definition.Store("Savings", Savings.Type);

        Definition.Store("transfer", TransferFunction);

        Alice = new Account("alice", 100);
        Bob = new Savings("bob", 50, 0.1);
        Print(Transfer(Alice, Bob, 30), Transfer(Bob, Alice, 500));
        Bob.Accrue();
        Print(Alice, Bob, ((Any)Account.Type).Get("total"), new PyList<(string, Any)>(Bob.History()));
        Alice.Deposit(5).Withdraw(1);
        ((Any)Alice).Set("nickname", "al");
        Print(Builtins.Get("vars").Call(Alice)["nickname"], new PyList<Any>(Sequences.Of(Builtins.Get("dir").Call(Alice)).Where(a => !a.Invoke("startswith", "_").Truth)));

        Definition.Store("memo", MemoFunction);

        Binom = MemoFunction.Call(BinomCoreFunction);

        Print(Binom.Call(30, 15), Len(Binom.Get("cache")));

        Definition.Store("lines", LinesFunction);

        Definition.Store("run", Run_Function);

        Run_();
        Matrix = new PyList<Any>(Sequences.Range(3).Select(_ => (Any)((PyList<Any>)[0] * 3)));
        foreach (var item2 in Sequences.Range(3))
        {
            I = item2;
            foreach (var item in Sequences.Range(3))
            {
                J = item;
                PyInt value = I * J;
                Matrix[I].SetItem(J, value);
            }
        }
        Print(Matrix, new PyList<Any>(Sequences.Of(Builtins.Get("zip").Call(new Arguments { new Star(Matrix) }))), Sum(Builtins.Get("map").Call(Builtins.Get("sum"), Matrix)));
        IEnumerable<(Any, Any)> Items(IEnumerable<PyInt> source)
        {
            foreach (var x in source)
            {
                foreach (var y in Sequences.Range(2))
                {
                    yield return (PyTuple.Of(x, y), x ^ y);
                }
            }
        }
        Grid = new PyDict<Any, Any>(Items(Sequences.Range(3)));
        Print(Grid.At(Generic.ToAny(((PyInt)2, (PyInt)1))), Sequences.Max(Grid.Keys, key: ((Any)Grid).Get("get")), Sequences.Sorted(Grid.Keys).Slice(0, 2));
        Text = "the rain in spain";
        Print(new PySet<string>(Str.Split(Text).Select(w => Str.Index(w, 0))).Equals(new PySet<string>(Str.Characters("tris"))), Str.Count(Text, "ai"), Str.Title(Text), Str.Slice(Text, Any.None, Any.None, 2), Generic.ToAny(Str.Parts(Text, "in")));
        Nested = new PyDict<Any, Any> { ["a"] = new PyDict<Any, Any> { ["b"] = (PyList<Any>)[1, new PyDict<Any, Any> { ["c"] = 2 }] } };
        Print(Nested.At((Any)"a")["b"][1]["c"]);
        Any target = Nested.At((Any)"a")["b"][1];
        target.SetItem("c", Any.AddInPlace(target["c"], 5));
        Print(Nested);
        Words = (PyList<Any>)["apple", "bob", "cat"];
        foreach (var item3 in Sequences.Of(Builtins.Get("enumerate").Call(new Arguments { Words, { "start", 1 } })))
        {
            var items = Operators.Unpack(item3, 2);
            Idx = items[0];
            W = items[1];
            Print([Idx, W], end: "; ");
        }
        Print();
        IEnumerable<string> Items2(IEnumerable<(string, PyInt)> source2)
        {
            foreach (var (k, v) in source2)
            {
                yield return F($"{k}={v}");
            }
        }
        Print(Str.Join(" ", Items2(Sequences.Sorted(new PyDict<string, PyInt> { ["z"] = 1, ["y"] = 2 }.Items))));
        Stack = (PyList<Any>)[];
        foreach (var item4 in Str.Split("3 4 + 2 *"))
        {
            Tok = item4;
            if (Str.IsDigit(Tok))
            {
                Stack.Append(PyInt.Parse(Tok));
            }
            else
            {
                (B, A) = (Stack.Pop(), Stack.Pop());
                Stack.Append(new PyDict<string, Any> { ["+"] = A + B, ["*"] = A * B }[Tok]);
            }
        }
        Print(Stack);
        try
        {
            throw Raise.From(new ValueError("x"), Raise.Created(new KeyError("y")));
        }
        catch (ValueError caught)
        {
            E = caught;
            using var handling = Handling.Of(caught);
            Print(E.Get("__cause__"), E.Get("__context__"), Builtins.Get("type").Call(E.Get("__cause__")));
            E = Any.Unbound;
        }
        try
        {
            try
            {
                new PyDict<Any, Any>().At((Any)"missing");
            }
            catch (KeyError caught2)
            {
                using var handling2 = Handling.Of(caught2);
                throw Raise.During(new RuntimeError("second"), caught2);
            }
        }
        catch (RuntimeError caught3)
        {
            E = caught3;
            using var handling3 = Handling.Of(caught3);
            Print(Repr(E.Get("__context__")));
            E = Any.Unbound;
        }
        Definition.Store("Ctx", Ctx.Type);
        var manager = new Ctx();
        var context = Context.Of(manager.Exit);
        C = manager.Enter();
        try
        {
            _ = (PyInt)1 / 0;
        }
        catch (BaseException error)
        {
            if (!context.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            context.Exit();
        }
        Print("after");
        Definition.Store("f", F_Function);
        Print(F_(1, 2, 3), F_Function.Call(new Arguments { new Star((PyList<Any>)[1, 2]), new StarStar(new PyDict<Any, Any> { ["c"] = 4 }) }));
        foreach (var item5 in new Any[] { new PyFunction("<lambda>", "", () => F_Function.Call(1)), new PyFunction("<lambda>", "", () => F_Function.Call(1, 2, 3)), new PyFunction("<lambda>", "", () => F_Function.Call(new Arguments { 1, 2, { "d", 4 } })), new PyFunction("<lambda>", "", () => F_Function.Call()) })
        {
            Bad = item5;
            try
            {
                Bad.Call();
            }
            catch (TypeError caught4)
            {
                E = caught4;
                using var handling4 = Handling.Of(caught4);
                Print(E);
                E = Any.Unbound;
            }
        }
        Print(((Any)new PyFunction("<lambda>", "x, y=", (Any x, Any y_) => x * y_, 2)).Call(4), (PyList<Any>)[..Sequences.Of(Builtins.Get("map").Call(new PyFunction("<lambda>", "p", (Any p) => Any.Pow(p, 2)), Builtins.Get("range").Call(4)))]);
        PyList<Any> value2 = (PyList<Any>)[1];
        A = value2;
        B = value2;
        A.Invoke("append", 2);
        Print(B, Operators.Is(A, B), Operators.Compare(Comparison.Eq, A, (PyList<PyInt>)[1, 2]), Operators.Compare(Comparison.NotEq, A, B));
        Print(false, true, !(((PyList<Any>)[]).Count > 0), (value4 = (value3 = (PyInt)5) != 0 ? (PyInt)0 : value3) != 0 ? value4 : (PyInt)7, ((Any)(value5 = (string?)null)).Truth ? value5 : (string?)"d");
    }

    public static readonly Any TransferFunction = new PyFunction("transfer", "a, b, amount", (Any a, Any b, Any amount) => Transfer(a, b, amount));
    public static readonly Any MemoFunction = new PyFunction("memo", "f", (Any f) => Memo(f));
    public static readonly Any BinomCoreFunction = new PyFunction("binom", "n, k", (Any n, Any k) => BinomCore(n, k));
    public static readonly Any LinesFunction = new PyFunction("lines", "", () => Lines()) { Flavour = "generator" };
    public static readonly Any Run_Function = new PyFunction("run", "", () => Functions.None(() => Run_()));
    public static readonly Any F_Function = new PyFunction("f", "a, b, *, c=3", (Any[] a) => F_(a[0], a[1], a[2]));
}
