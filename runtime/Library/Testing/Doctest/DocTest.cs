using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The examples of one docstring, as the converter found them. See <see href="https://docs.python.org/3.13/library/doctest.html#doctest.DocTest">doctest.DocTest</see>.</summary>
internal sealed class DocTest(string name, string own, string file, Any line, string text, Any function) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("DocTest", module: "doctest")
        .Property("name", static o => Self(o).Name)
        .Property("filename", static o => Self(o).File)
        .Property("lineno", static o => Self(o).Line)
        .Property("docstring", static o => Self(o).Text)
        .Method("__repr__", static o => Self(o).Describe());

    public override PyType Class => Type;

    /// <summary>The dotted name with the module's.</summary>
    public string Name => name;

    /// <summary>The dotted name below the module.</summary>
    public string Own => own;

    /// <summary>The module's file.</summary>
    public string File => file;

    /// <summary>The line that the docstring begins in, counted from 0, or None.</summary>
    public Any Line => line;

    public string Text => text;

    /// <summary>What runs the examples; None where there are none.</summary>
    public Any Function => function;

    private static DocTest Self(Any o) => (DocTest)o.Ref!;

    private string Describe()
    {
        var count = DocExample.Parse(text, name).Count;
        return $"<DocTest {name} from {file}:{Operators.Str(line)} ({(count == 0 ? "no examples" : count == 1 ? "1 example" : $"{count} examples")})>";
    }

    /// <summary>A module's tests in the order of their names.</summary>
    /// <param name="module">The module; the converter gave it a list of its docstrings.</param>
    /// <param name="name">The name that its tests begin with.</param>
    public static IEnumerable<DocTest> Of(Any module, string name)
    {
        var list = Operators.GetAttr(module, "_doctests", Any.Unbound);
        if (list.IsUnbound)
            return [];
        var file = Operators.GetAttr(module, "__file__", name).ToString();
        return Operators.ToList(list.Call())
            .Select(t => (string)t[0].Ref! is var own ? new DocTest(own.Length == 0 ? name : $"{name}.{own}", own, file, t[1], (string)t[2].Ref!, t[3]) : null!)
            .OrderBy(static t => t.Name, StringComparer.Ordinal);
    }
}
