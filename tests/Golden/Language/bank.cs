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
    public static PyInt Total { get; set; } = 0;

    public Account(string owner, PyInt balance)
    {
        Owner = owner;
        Balance = balance;
        Log = (PyList<(string, Any)>)[];
        Account.Total += 1;
    }

    public string Owner { get; set; }
    public Any Balance { get; set; }
    public PyList<(string, Any)> Log { get; set; }

    public Account Deposit(Any amount)
    {
        Balance = Any.AddInPlace(Balance, amount);
        Log.Append(("d", amount));
        return this;
    }

    public Account Withdraw(PyInt amount)
    {
        if ((Any)amount > Balance)
        {
            throw new InsufficientFunds(this, amount);
        }
        Balance = Any.SubInPlace(Balance, amount);
        Log.Append(("w", (Any)amount));
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
        .Shared("total", () => Total, value => Total = value.As<PyInt>())
        .Constructor("owner, balance=0", a => new Account(a[0].As<string>(), a[1].As<PyInt>()))
        .Field("owner", self => self.As<Account>().Owner, (self, value) => self.As<Account>().Owner = value.As<string>())
        .Field("balance", self => self.As<Account>().Balance, (self, value) => self.As<Account>().Balance = value)
        .Field("log", self => self.As<Account>().Log, (self, value) => self.As<Account>().Log = value.As<PyList<(string, Any)>>())
        .Method("deposit", "self, amount", (self, amount) => self.As<Account>().Deposit(amount))
        .Method("withdraw", "self, amount", (self, amount) => self.As<Account>().Withdraw(amount.As<PyInt>()))
        .Method("__repr__", self => self.As<Account>().Represent())
        .Method("history", self => Generator.Of("history", "Account.history", self.As<Account>().History()));
    public override PyType Class => Type;
}

public class InsufficientFunds : PyException
{
    public InsufficientFunds(Account account, PyInt needed) : base(TextFormat.Percent("need %d more", needed - account.Balance))
    {
        Account_ = account;
        Needed = needed;
    }

    public Account Account_ { get; set; }
    public PyInt Needed { get; set; }

    public static new readonly PyType Type = PyType.Emitted("InsufficientFunds", "__main__", PyException.Type)
        .Constructor("account, needed", a => new InsufficientFunds(a[0].As<Account>(), a[1].As<PyInt>()))
        .Field("account", self => self.As<InsufficientFunds>().Account_, (self, value) => self.As<InsufficientFunds>().Account_ = value.As<Account>())
        .Field("needed", self => self.As<InsufficientFunds>().Needed, (self, value) => self.As<InsufficientFunds>().Needed = value.As<PyInt>());
    protected override PyType NativeClass => Type;
}

public class Savings : Account
{
    public Savings(string owner, PyInt balance, double rate = 0.1) : base(owner, balance)
    {
        Rate = rate;
    }

    public double Rate { get; set; }

    public Savings Accrue()
    {
        Deposit(Balance * Rate);
        return this;
    }

    public static new readonly PyType Type = PyType.Emitted("Savings", "__main__", Account.Type)
        .Constructor("owner, balance=0, rate=", a => new Savings(a[0].As<string>(), a[1].As<PyInt>(), a[2].As<double>()), 0.1)
        .Field("rate", self => self.As<Savings>().Rate, (self, value) => self.As<Savings>().Rate = value.As<double>())
        .Method("accrue", self => self.As<Savings>().Accrue());
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
        .Method("__enter__", self => self.As<Ctx>().Enter())
        .Method("__exit__", "self, t, v, tb", a => a[0].As<Ctx>().Exit(a[1], a[2], a[3]));
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Binom = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("bank.py", args, Run);

    public static bool Transfer(Account a, Account b, PyInt amount)
    {
        bool succeeded = false;
        try
        {
            try
            {
                a.Withdraw(amount);
                succeeded = true;
            }
            catch (InsufficientFunds e)
            {
                using var handling = Handling.Of(e);
                Print("failed:", e, e.Account_.Owner);
                return false;
            }
            if (succeeded)
            {
                b.Deposit(amount);
                return true;
            }
        }
        finally
        {
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
            PyList<string> buffer = (PyList<string>)[];
            while (true)
            {
                string? chunk = (await y.Yield(Len(buffer))).As<string?>();
                if (chunk is null)
                {
                    break;
                }
                buffer.Extend(Str.Split(chunk));
            }
            return buffer;
        }
    }

    public static void Run_()
    {
        Generator<PyInt> g = Lines();
        g.Next();
        Print(g.Send("a b"), g.Send("c"));
        try
        {
            g.Send(Any.None);
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
        Any b = default;
        Any a = default;
        PyInt value3 = default;
        PyInt value4 = default;

        var alice = new Account("alice", 100);
        var bob = new Savings("bob", 50);
        Print(Transfer(alice, bob, 30), Transfer(bob, alice, 500));
        bob.Accrue();
        Print(alice, bob, Account.Total, new PyList<(string, Any)>(bob.History()));
        alice.Deposit(5).Withdraw(1);
        ((Any)alice).Set("nickname", "al");
        Print(Builtins.Get("vars").Call(alice)["nickname"], new PyList<Any>(Sequences.Of(Builtins.Get("dir").Call(alice)).Where(a => !a.Invoke("startswith", "_").Truth)));

        Binom = MemoFunction.Call(BinomCoreFunction);

        Print(Binom.Call(30, 15), Len(Binom.Get("cache")));

        Run_();
        var matrix = new PyList<Any>(Sequences.Range(3).Select(_ => (Any)((PyList<Any>)[0] * 3)));
        for (PyInt i = 0; i < 3; i++)
        {
            for (PyInt j = 0; j < 3; j++)
            {
                PyInt value = i * j;
                matrix[i].SetItem(j, value);
            }
        }
        Print(matrix, new PyList<Any>(Sequences.Of(Builtins.Get("zip").Call(new Arguments { new Star(matrix) }))), Sum(Builtins.Get("map").Call(Builtins.Get("sum"), matrix)));
        IEnumerable<((PyInt, PyInt), PyInt)> Items(IEnumerable<PyInt> source)
        {
            foreach (var x in source)
            {
                foreach (var y in Sequences.Range(2))
                {
                    yield return ((x, y), x ^ y);
                }
            }
        }
        var grid = new PyDict<(PyInt, PyInt), PyInt>(Items(Sequences.Range(3)));
        Print(grid[((PyInt)2, (PyInt)1)], Generic.ToAny(Sequences.Max(grid.Keys, key: ((Any)grid).Get("get"))), Sequences.Sorted(grid.Keys).Slice(0, 2));
        string text = "the rain in spain";
        Print(new PySet<string>(Str.Split(text).Select(w => Str.Index(w, 0))).Equals(new PySet<string>(Str.Characters("tris"))), Str.Count(text, "ai"), Str.Title(text), Str.Slice(text, Any.None, Any.None, 2), Generic.ToAny(Str.Parts(text, "in")));
        var nested = new PyDict<string, PyDict<string, PyList<Any>>> { ["a"] = new PyDict<string, PyList<Any>> { ["b"] = (PyList<Any>)[1, new PyDict<Any, Any> { ["c"] = 2 }] } };
        Print(nested["a"]["b"][1]["c"]);
        Any target = nested["a"]["b"][1];
        target.SetItem("c", Any.AddInPlace(target["c"], 5));
        Print(nested);
        PyList<string> words = (PyList<string>)["apple", "bob", "cat"];
        foreach (var (idx, w) in Sequences.Enumerate(words, 1))
        {
            Print([idx, w], end: "; ");
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
        PyList<Any> stack = (PyList<Any>)[];
        foreach (var tok in Str.Split("3 4 + 2 *"))
        {
            if (Str.IsDigit(tok))
            {
                stack.Append(PyInt.Parse(tok));
            }
            else
            {
                (b, a) = (stack.Pop(), stack.Pop());
                stack.Append(new PyDict<string, Any> { ["+"] = a + b, ["*"] = a * b }[tok]);
            }
        }
        Print(stack);
        try
        {
            throw Raise.From(new ValueError("x"), new KeyError("y"));
        }
        catch (ValueError e)
        {
            using var handling = Handling.Of(e);
            Print(((Any)e).Get("__cause__"), ((Any)e).Get("__context__"), Builtins.Get("type").Call(((Any)e).Get("__cause__")));
        }
        try
        {
            try
            {
                new PyDict<Any, Any>().At((Any)"missing");
            }
            catch (KeyError caught)
            {
                using var handling = Handling.Of(caught);
                throw new RuntimeError("second");
            }
        }
        catch (RuntimeError e)
        {
            using var handling = Handling.Of(e);
            Print(Repr(((Any)e).Get("__context__")));
        }
        var manager = new Ctx();
        var context = Context.Of(manager.Exit);
        var c = manager.Enter();
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
        Print(F_(1, 2, 3), F_Function.Call(new Arguments { new Star((PyList<Any>)[1, 2]), new StarStar(new PyDict<Any, Any> { ["c"] = 4 }) }));
        foreach (var bad in new Any[] { new PyFunction("<lambda>", "", () => F_Function.Call(1)), new PyFunction("<lambda>", "", () => F_Function.Call(1, 2, 3)), new PyFunction("<lambda>", "", () => F_Function.Call(new Arguments { 1, 2, { "d", 4 } })), new PyFunction("<lambda>", "", () => F_Function.Call()) })
        {
            try
            {
                bad.Call();
            }
            catch (TypeError e)
            {
                using var handling = Handling.Of(e);
                Print(e);
            }
        }
        Print(((Any)new PyFunction("<lambda>", "x, y=", (Any x, Any y) => x * y, 2)).Call(4), (PyList<Any>)[..Sequences.Spread(Builtins.Get("map").Call(new PyFunction("<lambda>", "p", (Any p) => Any.Pow(p, 2)), Sequences.Range(4)))]);
        PyList<Any> value2 = (PyList<Any>)[1];
        a = value2;
        b = value2;
        a.Invoke("append", 2);
        Print(b, Operators.Is(a, b), Operators.Compare(Comparison.Eq, a, (PyList<PyInt>)[1, 2]), Operators.Compare(Comparison.NotEq, a, b));
        Print(false, true, !(((PyList<Any>)[]).Count > 0), (value4 = (value3 = (PyInt)5) != 0 ? (PyInt)0 : value3) != 0 ? value4 : (PyInt)7, "d");
    }

    public static readonly Any MemoFunction = new PyFunction("memo", "f", (Any f) => Memo(f));
    public static readonly Any BinomCoreFunction = new PyFunction("binom", "n, k", (Any n, Any k) => BinomCore(n, k));
    public static readonly Any F_Function = new PyFunction("f", "a, b, *, c=3", (Any[] a) => F_(a[0], a[1], a[2]));
}
