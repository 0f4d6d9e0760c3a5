using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace AnnotationsOfClassNamespaces;

/// <summary>Annotations in the body of a class see the names of its namespace, as they stand then.</summary>
public static class Module
{
    internal static Any ChainMap = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("annotations_of_class_namespaces.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        ChainMap = Modules.ImportFrom("collections", "ChainMap");

        Any preparedClass = Any.Unbound;
        preparedClass = ClassBuilder.Build("Prepared", "Prepared", "__main__", new Arguments { Builtins.Get("type") }, ns =>
        {
            ns["__doc__"] = "Gives the bodies of classes names that nothing in the text binds.";

            Any Prepare(Any mcls, Any name, Any bases)
            {
                return ChainMap.Call(new PyDict<Any, Any>(), new PyDict<Any, Any> { ["Positive"] = "positive", ["size"] = 3 });
            }
            ns["__prepare__"] = Builtins.Get("classmethod").Call(new PyFunction("Prepared.__prepare__", "mcls, name, bases", (Any mcls, Any name, Any bases) => Prepare(mcls, name, bases)));

            Any New(Any mcls, Any name, Any bases, Any @namespace)
            {
                return ((Any)new Super(preparedClass.As<PyType>(), mcls)).Invoke("__new__", new Arguments { mcls, name, bases, @namespace.Get("maps")[0] });
            }
            ns["__new__"] = new StaticMethod(new PyFunction("Prepared.__new__", "mcls, name, bases, namespace", (Any[] a) => New(a[0], a[1], a[2], a[3])));
            ns.ClassCell(made => preparedClass = made);
        });
        Any prepared = preparedClass;

        Any @base = ClassBuilder.Build("Base", "Base", "__main__", new Arguments { { "metaclass", prepared } }, ns2 =>
        {
        });

        Any order = ClassBuilder.Build("Order", "Order", "__main__", new Arguments { @base }, ns3 =>
        {
            ns3["limit"] = ns3.Load("size") + 1;
            ns3["count"] = 5;
            ns3.Annotate("count", ns3.Load("Positive"));

            Any takeMost = ns3.Load("size");
            Any Take(Any self, Any amount, Any most)
            {
                return most;
            }
            ns3["take"] = new PyFunction("Order.take", "self, amount, most=", (Any self, Any amount, Any most) => Take(self, amount, most), takeMost) { Annotations = new PyDict<Any, Any> { ["amount"] = ns3.Load("Positive"), ["most"] = Builtins.Get("int"), ["return"] = ns3.Load("Positive") } };
        });

        Print(order.Get("limit"), order.Get("take").Get("__annotations__"), order.Call().Invoke("take", 1), order.Get("__annotations__"));

        Any changing = ClassBuilder.Build("Changing", "Changing", "__main__", new Arguments(), ns4 =>
        {
            ns4["Width"] = Builtins.Get("int");

            Any firstB = ns4.Load("Width");
            Any First(Any self, Any a, Any b)
            {
                return b;
            }
            ns4["first"] = new PyFunction("Changing.first", "self, a, b=", (Any self, Any a, Any b) => First(self, a, b), firstB) { Annotations = new PyDict<Any, Any> { ["a"] = ns4.Load("Width"), ["return"] = ns4.Load("Width") } };

            ns4["Width"] = Builtins.Get("str");

            Any Second(Any self, Any a)
            {
                return a;
            }
            ns4["second"] = new PyFunction("Changing.second", "self, a", (Any self, Any a) => Second(self, a)) { Annotations = new PyDict<Any, Any> { ["a"] = ns4.Load("Width") } };
        });

        Print(changing.Get("first").Get("__annotations__"), changing.Get("second").Get("__annotations__"), changing.Call().Invoke("first", 1));
    }
}
