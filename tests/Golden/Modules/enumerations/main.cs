using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using States;
using static Pytocs.Runtime.Core.Builtins;
using StatesModule = States.Module;

namespace MainScript;

public static class Module
{
    internal static Any State = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args)
    {
        Modules.Add(StatesModule.Definition);
        return Script.Main("main.py", args, Run);
    }

    public static Any Find_(string v)
    {
        foreach (var s in Sequences.Of(State))
        {
            if (s.Get("value") == v)
            {
                return s;
            }
        }
        return Any.None;
    }

    public static Any Opposite(Any s)
    {
        return s == State.Get("IDLE") ? State.Get("BUSY") : State.Get("IDLE");
    }

    public static async IAsyncEnumerable<Any> Gen()
    {
        foreach (var s in Sequences.Of(State))
        {
            if (s == State.Get("IDLE"))
            {
                yield return 1;
            }
            else
            {
                Any x = s;
                yield return x;
            }
        }
    }

    public static async Coro MainAsync()
    {
        Any n = default;
        Any[] values = [];
        Print(await Gen().Collect(items => new PyList<Any>(items)));
        await foreach (var x in Gen())
        {
            if (IsInstance(x, Builtins.Get("int")) && Matching.Bind(out n, x) && n > 0)
            {
                await AsyncIO.Sleep(0);
                Print("n", n);
            }
            else if (Matching.Class(x, State, 0, new string[] {  }, out values))
            {
                Any st = x;
                Print("st", st.Get("value"));
            }
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any x = default;
        Any[] values = [];
        Any[] values2 = [];
        Any[] items = [];
        Any[] items2 = [];
        Any json = Modules.Import("json");
        Modules.Import("states");
        State = StatesModule.State;
        Any weird = StatesModule.Weird;
        Any planet = StatesModule.Planet;
        Any perm = StatesModule.Perm;
        Any num = StatesModule.Num;
        Any dataclass = Modules.ImportFrom("dataclasses", "dataclass");
        Any field = Modules.ImportFrom("dataclasses", "field");

        Any jobClass = ClassBuilder.Build("Job", "Job", "__main__", new Arguments(), ns =>
        {
            ns.Annotate("name", Builtins.Get("str"));
            ns["state"] = State.Get("IDLE");
            ns.Annotate("state", State);
            ns["history"] = field.Call(new Arguments { { "default_factory", Builtins.Get("list") } });
            ns.Annotate("history", Builtins.Get("list")[State]);

            void Move(Any self, Any to)
            {
                if (!self.Get("state").Invoke("can", to).Truth)
                {
                    throw new ValueError(F($"{self.Get("state")} -> {to}"));
                }
                self.Get("history").Invoke("append", self.Get("state"));
                self.Set("state", to);
            }
            ns["move"] = new PyFunction("Job.move", "self, to", (Any self, Any to) => Move(self, to));
        });
        Any job = dataclass.Call(jobClass);

        Any j = job.Call("a");
        j.Invoke("move", State.Get("BUSY"));
        Print(j, Operators.Is(j.Get("state"), State.Get("BUSY")), Operators.Compare(Comparison.Eq, j, job.Call("a", State.Get("BUSY"), (PyList<Any>)[State.Get("IDLE")])));
        try
        {
            j.Invoke("move", State.Get("BUSY"));
        }
        catch (ValueError e)
        {
            Print(e);
        }
        Print(Operators.Compare(Comparison.Lt, State.Get("IDLE"), State.Get("BUSY")), Sequences.Sorted(Sequences.Of(State)), Sequences.Min(Sequences.Of(State)), State.Invoke("IDLE", 3), Len(State.Get("IDLE")), State.Get("IDLE").Truth, State.Invoke("default"));
        foreach (var (i, s) in Sequences.Enumerate(Sequences.Of(State)))
        {
            Print(i, s.Get("name"), s.Get("value").Invoke("upper"));
        }
        foreach (var (s, c) in Sequences.Zip(Sequences.Of(State), Code.Members))
        {
            Print(s, c, c.Value + 1);
        }
        Print(new PyList<Any>(Sequences.Of(Builtins.Get("reversed").Call(Code.Type))), ((Any)Code.Type).Get("_member_names_"), ((Any)Code.Type).Get("__members__")["OK"], Code.AutoLike.Name);
        try
        {
            Operators.Compare(Comparison.Lt, Code.Ok, Code.Bad);
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            ((Any)Code.Ok).Set("value", 3);
        }
        catch (AttributeError e)
        {
            Print(e);
        }
        Print(weird.Get("B"), planet.Get("EARTH").Get("a"), Late_.Of("x"), perm.Get("R") | perm.Get("W"), num.Get("ONE") + 1);
        try
        {
            Late_.Of("y");
        }
        catch (ValueError e)
        {
            Print(e);
        }
        var counts = new PyDict<Any, PyInt>();
        foreach (var s in (PyList<Any>)[State.Get("IDLE"), State.Get("BUSY"), State.Get("IDLE")])
        {
            counts[s] = counts.Get(s, 0) + 1;
        }
        IEnumerable<(Any, PyInt)> Items(IEnumerable<(Any, PyInt)> source)
        {
            foreach (var (s, n) in source)
            {
                yield return (s.Get("name"), n);
            }
        }
        Print(counts, counts.ContainsKey(State.Get("IDLE")), new PyDict<Any, PyInt>(Items(counts.Items)));
        Print(json.Get("dumps").Call(new PyDict<Any, Any>(Sequences.Of(State).Select(s => (s.Get("value"), s.Get("name"))))), F($"{ToStr(State.Get("IDLE")):>14}|{State.Get("IDLE"):>14}|{Repr(State.Get("IDLE"))}"));
        Print(Find_("busy"), Find_("x"), Operators.Compare(Comparison.Eq, Find_("idle"), State.Get("IDLE")), Find_("x").IsNone, Operators.Compare(Comparison.NotEq, Find_("x"), State.Get("IDLE")));
        Print(Opposite(State.Get("IDLE")), new PyList<Any>(Sequences.Of(State).Select(s => Opposite(s))), new PySet<Any>(new Any[] { "idle" }.Select(v => State.Call(v))));
        AsyncIO.Run(MainAsyncCoroutine());
        var g = new PyDict<Any, Any> { ["s"] = State.Get("BUSY"), ["n"] = (PyList<Any>)[State.Get("IDLE"), PyTuple.Of(Code.Ok, num.Get("ONE"))] };
        PyDict<Any, Any> subject = g;
        if (Matching.Mapping(subject, new Any[] { "s" }, out values) && values[0] == State.Get("IDLE"))
        {
            Print("idle");
        }
        else if (Matching.Mapping(subject, new Any[] { "s", "n" }, out values2) && values2[0] == State.Get("BUSY") && (Matching.Sequence(values2[1], 2, out items) && items[0] == State.Get("IDLE") && (Matching.Sequence(items[1], 2, out items2) && items2[0] == Code.Ok && items2[1] == num.Get("ONE"))))
        {
            Print("busy");
        }
        Print(GetAttr(State, "IDLE"), HasAttr(State, "NOPE"), State.Get("__name__"), State.Get("IDLE").Get("__class__"), Repr(State), ToStr(Code.Type), Builtins.Get("type").Call(State));
        SetAttr(j, "state", "odd");
        Print(j.Get("state"));
        x = 3;
        foreach (var item in new Any[] { 3, State.Get("IDLE") })
        {
            x = item;
            if (IsInstance(x, State))
            {
                Print("state", x.Get("value"));
            }
            else
            {
                Print("int", x);
            }
        }
        try
        {
            _ = State["NOPE"];
        }
        catch (KeyError e)
        {
            Print(Repr(e));
        }
        try
        {
            State.Call("nope");
        }
        catch (ValueError e)
        {
            Print(e);
        }
        Print(State.Get("_value2member_map_"), Operators.Is(StatesModule.State, State), State.Get("IDLE").Get("_name_"), State.Get("IDLE").Get("_value_"));
        try
        {
            State.Delete("IDLE");
        }
        catch (AttributeError e)
        {
            Print(e);
        }
        try
        {
            Any sub = ClassBuilder.Build("Sub", "Sub", "__main__", new Arguments { State }, ns2 =>
            {
            });
        }
        catch (TypeError e)
        {
            Print(e);
        }
    }

    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
