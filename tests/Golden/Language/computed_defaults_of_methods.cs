using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ComputedDefaultsOfMethods;

using static Module;

public class Cell : PyObject
{
    public static PyInt Step => 2;

    public static PyList<Any> Names3 { get; } = (PyList<Any>)["a", "b"];
    internal static readonly Any InitStep = Cell.Step;
    internal static Any InitNames;
    internal static Any InitMade;
    internal static Any MoveBy;
    internal static Any MoveScale;
    internal static Any MoveKey;
    internal static Any PlainB;
    internal static Any MakeValue;

    public Cell(Any value, Any step, Any names, Any made)
    {
        Value = value * step;
        Names_ = names;
        Made = made;
    }

    public Any Value { get; set; }
    public Any Names_ { get; set; }
    public Any Made { get; set; }

    private Any MoveOfCell(Any by, Any scale, Any key)
    {
        Value = key.Call(Value + by) * scale;
        return Value;
    }

    public virtual Any Move(Any by, Any scale, Any key) => MoveOfCell(by, scale, key);

    public static (PyInt, Any) Plain(PyInt a, Any b)
    {
        return (a, b);
    }

    public static Any Make(Any cls, Any value)
    {
        return cls.Call(value);
    }

    public static readonly PyType Type = PyType.Emitted("Cell", "__main__")
        .Attribute("STEP", Step)
        .Attribute("NAMES", Names3)
        .Constructor("value, step=, names=, made=", a => new Cell(a[0], a[1], a[2], a[3]), Cell.InitStep, Cell.InitNames, Cell.InitMade)
        .Field("value", self => self.As<Cell>().Value, (self, value) => self.As<Cell>().Value = value)
        .Field("names", self => self.As<Cell>().Names_, (self, value) => self.As<Cell>().Names_ = value)
        .Field("made", self => self.As<Cell>().Made, (self, value) => self.As<Cell>().Made = value)
        .Method("move", "self, by=, *, scale=, key=", a => a[0].As<Cell>().MoveOfCell(a[1], a[2], a[3]), Cell.MoveBy, Cell.MoveScale, Cell.MoveKey)
        .StaticMethod("plain", "a, b=", a => Generic.ToAny(Cell.Plain(a[0].As<PyInt>(), a[1])), Cell.PlainB)
        .ClassMethod("make", "cls, value=", a => Cell.Make(a[0], a[1]), Cell.MakeValue);
    public override PyType Class => Type;
}

public class Wide : Cell
{
    internal static new Any MoveBy;
    internal static new Any MoveScale;
    internal static new Any MoveKey;

    public Wide(Any value, Any step, Any names, Any made) : base(value, step, names, made)
    {
    }

    public override Any Move(Any by, Any scale, Any key)
    {
        return base.Move(by, scale, key);
    }

    public static new readonly PyType Type = PyType.Emitted("Wide", "__main__", Cell.Type)
        .Constructor("value, step=, names=, made=", a => new Wide(a[0], a[1], a[2], a[3]), Cell.InitStep, Cell.InitNames, Cell.InitMade)
        .Method("move", "self, by=, *, scale=, key=", a => a[0].As<Wide>().Move(a[1], a[2], a[3]), Wide.MoveBy, Wide.MoveScale, Wide.MoveKey);
    public override PyType Class => Type;
}

public class Stamp : PyObject
{
    internal static bool InitAt;

    public Stamp(bool at)
    {
        At = at;
    }

    public bool At { get; set; }

    public static readonly PyType Type = PyType.Emitted("Stamp", "__main__")
        .Constructor("at=", a => new Stamp(a[0].As<bool>()), Stamp.InitAt)
        .Field("at", self => self.As<Stamp>().At, (self, value) => self.As<Stamp>().At = value.As<bool>());
    public override PyType Class => Type;
}

/// <summary>Defaults of methods that the class statement evaluates.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("computed_defaults_of_methods.py", args, Run);

    public static Any Noisy(Any value)
    {
        Print("default", value);
        return value;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any done = ClassBuilder.Build("Done", "Done", "__main__", new Arguments(), ns =>
        {
            ns["FIRST"] = 3;
            ns["LAST"] = ns.Load("FIRST") + 1;

            Any initTable = Noisy((PyList<Any>)[1, 2]);
            void Init(Any self, Any count, Any table)
            {
                self.Set("count", count);
                self.Set("table", table);
            }
            ns["__init__"] = new PyFunction("Done.__init__", "self, count, table=", (Any self, Any count, Any table) => Init(self, count, table), initTable);

            Any nextStrategy = ns.Load("FIRST");
            Any Next_(Any self, Any pos, Any strategy)
            {
                return pos + strategy;
            }
            ns["next"] = new PyFunction("Done.next", "self, pos, strategy=", (Any self, Any pos, Any strategy) => Next_(self, pos, strategy), nextStrategy);

            _ = false ? Functions.None(() => Print("never")) : Any.None;

            string Represent(Any self)
            {
                return F($"Done({self.Get("count")})");
            }
            ns["__repr__"] = new PyFunction("Done.__repr__", "self", (Any self) => Represent(self));
        });

        Cell.InitNames = Cell.Names3;
        Cell.InitMade = Noisy("made");
        Cell.Type.SetDefaults("__init__", Cell.InitStep, Cell.InitNames, Cell.InitMade);
        Cell.MoveBy = Noisy(5);
        Cell.MoveScale = Noisy(1.5);
        Cell.MoveKey = new PyFunction("Cell.<lambda>", "x", (Any x) => -x);
        Cell.Type.SetDefaults("move", Cell.MoveBy, Cell.MoveScale, Cell.MoveKey);
        Cell.PlainB = Noisy("static");
        Cell.Type.SetDefaults("plain", Cell.PlainB);
        Cell.MakeValue = Noisy(9);
        Cell.Type.SetDefaults("make", Cell.MakeValue);

        Wide.MoveBy = Noisy(7);
        Wide.MoveScale = Noisy(2.5);
        Wide.MoveKey = new PyFunction("Wide.<lambda>", "x", (Any x) => x);
        Wide.Type.SetDefaults("move", Wide.MoveBy, Wide.MoveScale, Wide.MoveKey);

        var a = new Cell(1, Cell.InitStep, Cell.InitNames, Cell.InitMade);
        var b = new Cell(2, Cell.InitStep, Cell.InitNames, Cell.InitMade);
        a.Names_.Invoke("append", "c");
        Print(b.Names_, Cell.Names3, Operators.Is(a.Names_, b.Names_));
        Print(((Any)a).Invoke("move"), ((Any)a).Invoke("move", 1), ((Any)b).Invoke("move", new Arguments { { "key", Builtins.Get("abs") } }), ((Any)b).Invoke("move", new Arguments { { "scale", 2 } }));
        Print(Generic.ToAny(Cell.Plain(1, Cell.PlainB)), Cell.Make(Cell.Type, Cell.MakeValue).Get("value"), Cell.Make(Wide.Type, Cell.MakeValue).Invoke("move"));
        PyList<Cell> items = (PyList<Cell>)[new Cell(3, Cell.InitStep, Cell.InitNames, Cell.InitMade), new Wide(4, Cell.InitStep, Cell.InitNames, Cell.InitMade)];
        foreach (var item in items)
        {
            Print(((Any)item).Invoke("move"), item.Class.Name, item.Made);
        }
        Print(!((Any)Cell.Type).Get("move").Get("__defaults__").IsNone, ((Any)Cell.Type).Get("__init__").Get("__defaults__"));
        Any run = GetAttr(new Wide(1, Cell.InitStep, Cell.InitNames, Cell.InitMade), "move");
        Print(run.Call(new Arguments { { "scale", 4 } }));
        Print(new PyList<Any>(Sequences.Of(Builtins.Get("map").Call(Cell.Type, Sequences.Range(3))).Select(c => c.Get("value"))));

        Stamp.InitAt = Clocks.Time() > 0;
        Stamp.Type.SetDefaults("__init__", Stamp.InitAt);

        Print(new Stamp(Stamp.InitAt).At);
    }
}
