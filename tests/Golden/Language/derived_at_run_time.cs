using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DerivedAtRunTime;

using static Module;

/// <summary>Nobody derives from this one: it stays a C# class.</summary>
public class Bird : PyObject
{
    public Bird(PyInt wings)
    {
        Wings = wings;
    }

    public PyInt Wings { get; set; }

    public static readonly PyType Type = PyType.Emitted("Bird", "__main__")
        .Doc("Nobody derives from this one: it stays a C# class.")
        .Constructor("wings", a => new Bird(a[0].As<PyInt>()))
        .Field("wings", self => self.As<Bird>().Wings, (self, value) => self.As<Bird>().Wings = value.As<PyInt>());
    public override PyType Class => Type;
}

/// <summary>Classes that are derived from while the program runs.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("derived_at_run_time.py", args, Run);

    public static Any Make(Any @base)
    {
        Any subClass = Any.Unbound;
        subClass = ClassBuilder.Build("Sub", "make.<locals>.Sub", "__main__", new Arguments { @base }, ns =>
        {
            Any Hi(Any self)
            {
                return ((Any)new Super(subClass.As<PyType>(), self)).Invoke("hi") + "!";
            }
            ns["hi"] = new PyFunction("make.<locals>.Sub.hi", "self", (Any self) => Hi(self));
            ns.ClassCell(made => subClass = made);
        });
        Any sub = subClass;
        return sub;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any dog = ClassBuilder.Build("Dog", "Dog", "__main__", new Arguments(), ns2 =>
        {
            void Init(Any self, Any name)
            {
                self.Set("name", name);
            }
            ns2["__init__"] = new PyFunction("Dog.__init__", "self, name", (Any self, Any name) => Init(self, name));
            Any Hi(Any self)
            {
                return "hi " + self.Get("name");
            }
            ns2["hi"] = new PyFunction("Dog.hi", "self", (Any self) => Hi(self));
        });
        Print(Make(dog).Call("rex").Invoke("hi"));

        Any cat = ClassBuilder.Build("Cat", "Cat", "__main__", new Arguments(), ns3 =>
        {
            void Init(Any self, Any name, Any lives)
            {
                self.Set("name", name);
                self.Set("lives", lives);
            }
            ns3["__init__"] = new PyFunction("Cat.__init__", "self, name, lives=9", (Any self, Any name, Any lives) => Init(self, name, lives));
        });

        Any tom = Builtins.Get("type").Call("Tom", PyTuple.Of(cat), new PyDict<Any, Any> { ["loud"] = true, ["speak"] = new PyFunction("<lambda>", "self", (Any self) => self.Get("name") * 2) });
        Any tom_ = tom.Call(new Arguments { "to", { "lives", 8 } });
        Print(tom_.Invoke("speak"), tom_.Get("lives"), tom_.Get("loud"), IsInstance(tom_, cat), new Bird(2).Wings);
    }
}
