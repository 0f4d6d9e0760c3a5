using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace HooksThatAreOtherMethods;

using static Module;

/// <summary>An object of it as a base makes what the class statement gives.</summary>
public class Recorder : PyObject
{
    public Recorder(PyTuple arguments)
    {
        Arguments_ = arguments;
    }

    public PyTuple Arguments_ { get; set; }

    public static readonly PyType Type = PyType.Emitted("Recorder", "__main__")
        .Doc("An object of it as a base makes what the class statement gives.")
        .Constructor("*arguments", a => new Recorder(a[0].As<PyTuple>()))
        .Field("arguments", self => self.As<Recorder>().Arguments_, (self, value) => self.As<Recorder>().Arguments_ = value.As<PyTuple>());
    public override PyType Class => Type;
}

/// <summary>Hooks of attributes that are built-in methods of another name, metaclasses of odd bases, and super by another name.</summary>
public static class Module
{
    internal static Any Super_ = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("hooks_that_are_other_methods.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any record = ClassBuilder.Build("Record", "Record", "__main__", new Arguments { Builtins.Get("dict") }, ns =>
        {
            ns["__getattr__"] = Builtins.Get("dict").Get("__getitem__");
            ns["__setattr__"] = Builtins.Get("dict").Get("__setitem__");
            ns["__delattr__"] = Builtins.Get("dict").Get("__delitem__");
        });

        Any record_ = record.Call(new Arguments { { "a", 1 } });
        record_.Set("b", 2);
        SetAttr(record_, "c", 3);
        Print(record_, record_.Get("b"), record_["c"], Builtins.Get("vars").Call(record_));
        record_.Delete("a");
        DelAttr(record_, "c");
        Print(record_);
        try
        {
            record_.Get("nothing");
        }
        catch (KeyError e)
        {
            Print("KeyError", e);
        }
        try
        {
            record_.Delete("nothing");
        }
        catch (KeyError e)
        {
            Print("KeyError", e);
        }

        Any plain = ClassBuilder.Build("Plain", "Plain", "__main__", new Arguments(), ns2 =>
        {
            ns2["__setattr__"] = Builtins.Get("object").Get("__setattr__");
            ns2["__delattr__"] = Builtins.Get("object").Get("__delattr__");
        });

        Any plain_ = plain.Call();
        plain_.Set("x", 1);
        Print(plain_.Get("x"));
        plain_.Delete("x");
        Print(HasAttr(plain_, "x"));

        Any made = ClassBuilder.Build("Made", "Made", "__main__", new Arguments { new Recorder(PyTuple.Of("first")) }, ns3 =>
        {
            ns3["x"] = 1;
        });

        Print(PyType.Of(made).Name, made.Get("arguments")[0], new PyList<string>(Sequences.Of(made.Get("arguments")[1]).Select(b => PyType.Of(b).Name)), made.Get("arguments")[2]["x"]);

        try
        {
            Any number = ClassBuilder.Build("Number", "Number", "__main__", new Arguments { 5 }, ns4 =>
            {
            });
        }
        catch (TypeError e)
        {
            Print(e);
        }

        Any first = ClassBuilder.Build("First", "First", "__main__", new Arguments { Builtins.Get("type") }, ns5 =>
        {
        });

        Any second = ClassBuilder.Build("Second", "Second", "__main__", new Arguments { Builtins.Get("type") }, ns6 =>
        {
        });

        Any ofFirst = ClassBuilder.Build("OfFirst", "OfFirst", "__main__", new Arguments { { "metaclass", first } }, ns7 =>
        {
        });

        Any ofSecond = ClassBuilder.Build("OfSecond", "OfSecond", "__main__", new Arguments { { "metaclass", second } }, ns8 =>
        {
        });

        try
        {
            Any both = ClassBuilder.Build("Both", "Both", "__main__", new Arguments { ofFirst, ofSecond }, ns9 =>
            {
                Print("the body does not run");
            });
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            Any chosen = ClassBuilder.Build("Chosen", "Chosen", "__main__", new Arguments { ofFirst, { "metaclass", second } }, ns10 =>
            {
                Print("the body does not run");
            });
        }
        catch (TypeError e)
        {
            Print(e);
        }

        Any narrow = ClassBuilder.Build("Narrow", "Narrow", "__main__", new Arguments { first }, ns11 =>
        {
        });

        Any fitting = ClassBuilder.Build("Fitting", "Fitting", "__main__", new Arguments { ofFirst, { "metaclass", narrow } }, ns12 =>
        {
        });

        Any inherited = ClassBuilder.Build("Inherited", "Inherited", "__main__", new Arguments { fitting, { "metaclass", first } }, ns13 =>
        {
        });

        Print(PyType.Of(fitting).Name, PyType.Of(inherited).Name);

        Any @base = ClassBuilder.Build("Base", "Base", "__main__", new Arguments(), ns14 =>
        {
            string Name(Any self)
            {
                return "base";
            }
            ns14["name"] = new PyFunction("Base.name", "self", (Any self) => Name(self));
        });

        Any derivedClass = Any.Unbound;
        derivedClass = ClassBuilder.Build("Derived", "Derived", "__main__", new Arguments { @base }, ns15 =>
        {
            Any Name(Any self)
            {
                return "derived of " + Functions.Super(Names.Global(Super_, "super"), () => (Any)new Super(derivedClass.As<PyType>(), self)).Invoke("name");
            }
            ns15["name"] = new PyFunction("Derived.name", "self", (Any self) => Name(self));
            ns15.ClassCell(made16 => derivedClass = made16);
        });
        Any derived = derivedClass;

        Print(derived.Call().Invoke("name"));

        Any other = ClassBuilder.Build("Other", "Other", "__main__", new Arguments(), ns16 =>
        {
            string Name(Any self)
            {
                return "other";
            }
            ns16["name"] = new PyFunction("Other.name", "self", (Any self) => Name(self));
        });

        Super_ = other;
        Print(derived.Call().Invoke("name"));
        Names.Global(Super_, "super");
        Super_ = Any.Unbound;
        Print(derived.Call().Invoke("name"));
    }
}
