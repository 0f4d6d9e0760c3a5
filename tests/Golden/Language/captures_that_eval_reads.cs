using System.Linq;
using Pytocs.Interpreter;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace CapturesThatEvalReads;

/// <summary>Names that patterns with guards capture in a module whose names eval reads.</summary>
public static class Module
{
    internal static Any Name
    {
        get
        {
            return Definition.Load("__name__");
        }
        set
        {
            Definition.Store("__name__", value);
        }
    }

    internal static Any File
    {
        get
        {
            return Definition.Load("__file__");
        }
        set
        {
            Definition.Store("__file__", value);
        }
    }

    internal static Any Doc
    {
        get
        {
            return Definition.Load("__doc__");
        }
        set
        {
            Definition.Store("__doc__", value);
        }
    }

    internal static Any Circle
    {
        get
        {
            return Definition.Load("Circle");
        }
        set
        {
            Definition.Store("Circle", value);
        }
    }

    internal static Any Subject
    {
        get
        {
            return Definition.Load("subject");
        }
        set
        {
            Definition.Store("subject", value);
        }
    }

    internal static Any X
    {
        get
        {
            return Definition.Load("x");
        }
        set
        {
            Definition.Store("x", value);
        }
    }

    internal static Any First
    {
        get
        {
            return Definition.Load("first");
        }
        set
        {
            Definition.Store("first", value);
        }
    }

    internal static Any Rest
    {
        get
        {
            return Definition.Load("rest");
        }
        set
        {
            Definition.Store("rest", value);
        }
    }

    internal static Any Others
    {
        get
        {
            return Definition.Load("others");
        }
        set
        {
            Definition.Store("others", value);
        }
    }

    internal static Any V
    {
        get
        {
            return Definition.Load("v");
        }
        set
        {
            Definition.Store("v", value);
        }
    }

    internal static Any Other
    {
        get
        {
            return Definition.Load("other");
        }
        set
        {
            Definition.Store("other", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "captures_that_eval_reads.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("captures_that_eval_reads.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any[] values = [];
        Any[] items = [];
        Any[] values2 = [];

        Circle = ClassBuilder.Build("Circle", "Circle", "__main__", new Arguments(), ns =>
        {
            void Init(Any self, Any r)
            {
                self.Set("r", r);
            }
            ns["__init__"] = new PyFunction("Circle.__init__", "self, r", (Any self, Any r) => Init(self, r));
        });

        foreach (var item in new Any[] { Circle.Call(1), Circle.Call(2), (PyList<PyInt>)[1, 2], new PyDict<string, PyInt> { ["k"] = 3 } })
        {
            Subject = item;
            Any subject = Subject;
            if (Matching.Class(subject, Circle, 0, new string[] { "r" }, out values) && Matching.Bound(X = values[0]) && X > 1)
            {
                Print("circle", X, Evaluation.Eval("x + 1", (Any)Definition.Namespace));
            }
            else if (Matching.Sequence(subject, 1, 0, out items) && Matching.Bound(First = items[0]) && Matching.Bound(Rest = items[1]) && Rest.Truth)
            {
                Print(Evaluation.Eval("first, rest", (Any)Definition.Namespace));
            }
            else if (Matching.Mapping(subject, new Any[] { "k" }, out values2) && Matching.Bound(V = values2[0]) && Matching.Bound(Others = Matching.Rest(subject, new Any[] { "k" })) && V.Truth)
            {
                Print(Evaluation.Eval("v, others", (Any)Definition.Namespace));
            }
            else
            {
                Other = subject;
                Print(PyType.Of(Evaluation.Eval("other", (Any)Definition.Namespace)).Name);
            }
        }
    }
}
