using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClassCell;

using static Module;

public class Outer : PyObject
{
    public PyList<Any> Nested()
    {
        Any innerClass = Any.Unbound;
        innerClass = ClassBuilder.Build("Inner", "Outer.nested.<locals>.Inner", "__main__", new Arguments(), ns =>
        {
            Any Find_(Any self)
            {
                return (Any)Names.Free(innerClass, "__class__");
            }
            ns["find"] = new PyFunction("Outer.nested.<locals>.Inner.find", "self", (Any self) => Find_(self));

            Any Static()
            {
                return (Any)Names.Free(innerClass, "__class__");
            }
            ns["static"] = Builtins.Get("staticmethod").Call(new PyFunction("Outer.nested.<locals>.Inner.static", "", () => Static()));

            (Any, Any) Of(Any cls)
            {
                return ((Any)Names.Free(innerClass, "__class__"), cls);
            }
            ns["of"] = Builtins.Get("classmethod").Call(new PyFunction("Outer.nested.<locals>.Inner.of", "cls", (Any cls) => Generic.ToAny(Of(cls))));

            ns["later"] = new PyFunction("Outer.nested.<locals>.Inner.<lambda>", "self", (Any self) => (Any)Names.Free(innerClass, "__class__"));
            ns.ClassCell(made => innerClass = made);
        });
        Any inner = innerClass;

        Any derived = ClassBuilder.Build("Derived", "Outer.nested.<locals>.Derived", "__main__", new Arguments { inner }, ns2 =>
        {
        });

        Any inner_ = derived.Call();
        return (PyList<Any>)[Operators.Is(inner_.Invoke("find"), inner), Operators.Is(inner_.Invoke("static"), inner), Operators.Compare(Comparison.Eq, inner_.Invoke("of"), Generic.ToAny((inner, derived))), Operators.Is(inner_.Invoke("later"), inner), Operators.Is((Any)Outer.Type, Outer.Type)];
    }

    public static readonly PyType Type = PyType.Emitted("Outer", "__main__")
        .Constructor("", _ => new Outer())
        .Method("nested", self => self.As<Outer>().Nested());
    public override PyType Class => Type;
}

public class Plain : PyObject
{
    public static (Any, Any) Of()
    {
        return (((Any)Plain.Type).Get("__name__"), ((Any)Plain.Type).Get("__name__"));
    }

    public static PyList<Any> Name()
    {
        return new PyList<Any>(Sequences.Range(2).Select(_ => ((Any)Plain.Type).Get("__name__")));
    }

    public static readonly PyType Type = PyType.Emitted("Plain", "__main__")
        .Constructor("", _ => new Plain())
        .ClassMethod("of", "cls", a => Generic.ToAny(Plain.Of()))
        .StaticMethod("name", "", a => Plain.Name());
    public override PyType Class => Type;
}

/// <summary>__class__ in what a class's methods define, and when a class that is still being made finds itself.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("class_cell.py", args, Run);

    public static Any Outside()
    {
        try
        {
            return Builtins.Get("__class__");
        }
        catch (NameError error)
        {
            return ToStr(error);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any metaClass = Any.Unbound;
        metaClass = ClassBuilder.Build("Meta", "Meta", "__main__", new Arguments { Builtins.Get("type") }, ns3 =>
        {
            void Init(Any cls, Any name, Any bases, Any @namespace)
            {
                ((Any)new Super(metaClass.As<PyType>(), cls)).Invoke("__init__", name, bases, @namespace);
                cls.Set("made", cls.Invoke("describe"));
            }
            ns3["__init__"] = new PyFunction("Meta.__init__", "cls, name, bases, namespace", (Any[] a) => Init(a[0], a[1], a[2], a[3]));
            ns3.ClassCell(made3 => metaClass = made3);
        });
        Any meta = metaClass;

        Any aClass = Any.Unbound;
        aClass = ClassBuilder.Build("A", "A", "__main__", new Arguments { { "metaclass", meta } }, ns4 =>
        {
            (Any, Any) Describe(Any cls)
            {
                return (((Any)Names.Free(aClass, "__class__")).Get("__name__"), cls.Get("__name__"));
            }
            ns4["describe"] = Builtins.Get("classmethod").Call(new PyFunction("A.describe", "cls", (Any cls) => Generic.ToAny(Describe(cls))));
            ns4.ClassCell(made4 => aClass = made4);
        });
        Any a = aClass;

        Any bClass = Any.Unbound;
        bClass = ClassBuilder.Build("B", "B", "__main__", new Arguments { a }, ns5 =>
        {
            Any Describe(Any cls)
            {
                return ((Any)new Super(bClass.As<PyType>(), cls)).Invoke("describe") + PyTuple.Of(Operators.Is((Any)Names.Free(bClass, "__class__"), cls));
            }
            ns5["describe"] = Builtins.Get("classmethod").Call(new PyFunction("B.describe", "cls", (Any cls) => Describe(cls)));
            ns5.ClassCell(made5 => bClass = made5);
        });
        Any b = bClass;

        Print(new Outer().Nested());
        Print(Generic.ToAny(Plain.Of()), Plain.Name());
        Print(a.Get("made"), b.Get("made"));
        Print(Outside());
    }
}
