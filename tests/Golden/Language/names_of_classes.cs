using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace NamesOfClasses;

using static Module;

public class A : PyObject
{
    public string Who()
    {
        return Class.Name + "/" + Class.Name;
    }

    public static readonly PyType Type = PyType.Emitted("A", "__main__")
        .Constructor("", _ => new A())
        .Method("who", self => self.As<A>().Who());
    public override PyType Class => Type;
}

public class B : A
{
    public static new readonly PyType Type = PyType.Emitted("B", "__main__", A.Type)
        .Constructor("", _ => new B());
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("names_of_classes.py", args, Run);

    public static string F_(Any x)
    {
        return F($"{PyType.Of(x).Name}: {x.Get("__class__").Get("__name__")}");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any m = ClassBuilder.Build("M", "M", "__main__", new Arguments { Builtins.Get("type") }, ns =>
        {
        });

        Any c = ClassBuilder.Build("C", "C", "__main__", new Arguments { { "metaclass", m } }, ns2 =>
        {
        });

        Print(new A().Who(), new B().Who(), PyType.Of(3).Name, PyType.Of("x").Name, PyType.Of(c.Call()).Name, PyType.Of(c).Name, PyType.Of(Any.None).Name, PyType.Of(((Any)A.Type).Get("who")).Name);
        ((Any)A.Type).Set("__name__", "Renamed");
        Print(new A().Who(), new A().Class.Name);

        Print(F_(1), F_((PyList<Any>)[]), F_(new ValueError("x")), F_(Builtins.Get("len")), F_(true));
    }
}
