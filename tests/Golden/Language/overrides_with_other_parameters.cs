using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OverridesWithOtherParameters;

using static Module;

public class First : PyObject
{
    internal static readonly Any GNames = PyTuple.Of();

    public virtual (string, Any, Any) F_(Any x, Any y)
    {
        return ("F", x, y);
    }

    public virtual Any G(Any names)
    {
        return names;
    }

    public static readonly PyType Type = PyType.Emitted("First", "__main__")
        .Constructor("", _ => new First())
        .Method("f", "self, x=1, y=", (self, x, y) => Generic.ToAny(self.As<First>().F_(x, y)), "a")
        .Method("g", "self, names=", (self, names) => self.As<First>().G(names), First.GNames);
    public override PyType Class => Type;
}

public class Second : First
{
    internal static new readonly Any GNames = PyTuple.Of("z");

    public override (string, Any, Any) F_(Any x, Any y)
    {
        return ("S", x, y);
    }

    public override Any G(Any names)
    {
        return names;
    }

    public static new readonly PyType Type = PyType.Emitted("Second", "__main__", First.Type)
        .Constructor("", _ => new Second())
        .Method("f", "self, x=2, y=", (self, x, y) => Generic.ToAny(self.As<Second>().F_(x, y)), "b")
        .Method("g", "self, names=", (self, names) => self.As<Second>().G(names), Second.GNames);
    public override PyType Class => Type;
}

public class Animal : PyObject
{
    public virtual Any Speak(Any times, Any loud)
    {
        return "..." * times;
    }

    public virtual void Feed(Any food)
    {
        Print("animal eats", food);
    }

    public virtual async Coro<PyTuple> Run_(Any speed)
    {
        return ((Any)Generic.ToAny(("animal", speed))).As<PyTuple>();
    }

    public Coroutine<PyTuple> Run_Coroutine(Any speed) => Coroutine.Of("run", "Animal.run", () => Run_(speed));

    public static readonly PyType Type = PyType.Emitted("Animal", "__main__")
        .Constructor("", _ => new Animal())
        .Method("speak", "self, times, loud=False", (self, times, loud) => self.As<Animal>().Speak(times, loud))
        .Method("feed", "self, food", (self, food) => self.As<Animal>().Feed(food))
        .Method("run", "self, speed=1", (self, speed) => self.As<Animal>().Run_Coroutine(speed));
    public override PyType Class => Type;
}

public class Dog : Animal
{
    public override Any Speak(Any count, Any loud)
    {
        Any text = "woof " * count;
        return loud.Truth ? text.Invoke("upper") : text;
    }

    public override void Feed(Any bone)
    {
        base.Feed(bone);
        Print("dog eats", bone);
    }

    public override async Coro<PyTuple> Run_(Any speed)
    {
        PyTuple @base = await base.Run_(1);
        return ((Any)Generic.ToAny(("dog", speed, @base))).As<PyTuple>();
    }

    public new Coroutine<PyTuple> Run_Coroutine(Any speed) => Coroutine.Of("run", "Dog.run", () => Run_(speed));

    public static new readonly PyType Type = PyType.Emitted("Dog", "__main__", Animal.Type)
        .Constructor("", _ => new Dog())
        .Method("speak", "self, count, loud=False", (self, count, loud) => self.As<Dog>().Speak(count, loud))
        .Method("feed", "self, bone", (self, bone) => self.As<Dog>().Feed(bone))
        .Method("run", "self, speed=5", (self, speed) => self.As<Dog>().Run_Coroutine(speed));
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("overrides_with_other_parameters.py", args, Run);

    public static void Show(PyList<First> items)
    {
        foreach (var a in items)
        {
            Print(((Any)a).Invoke("f"), ((Any)a).Invoke("f", 5), ((Any)a).Invoke("f", new Arguments { { "y", "q" } }), ((Any)a).Invoke("g"));
        }
    }

    public static void Talk(Animal animal)
    {
        Print(animal.Speak(2, false), animal.Speak(1, true));
        animal.Feed("x");
        try
        {
            ((Any)animal).Invoke("feed", new Arguments { { "food", "y" } });
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            Print(((Any)animal).Invoke("speak", new Arguments { { "times", 1 } }));
        }
        catch (TypeError e)
        {
            Print(e);
        }
    }

    public static async Coro MainAsync()
    {
        foreach (var a in (PyList<Animal>)[new Animal(), new Dog()])
        {
            Print(await ((Any)a).Invoke("run"), await a.Run_(9));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Show((PyList<First>)[new First(), new Second()]);
        Talk(new Animal());
        Talk(new Dog());
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
