using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>What a test is marked with. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest.Mark">Mark</see>.</summary>
internal sealed class Mark(string name, PyTuple args, PyDict<Any, Any> keywords) : PyObject
{
    /// <summary>The attribute of functions, classes and modules that holds their marks.</summary>
    public const string Attribute = "pytestmark";

    public static readonly PyType Type = PyType.Builtin("Mark", module: "pytest")
        .Property("name", static o => ((Mark)o.Ref!).Name)
        .Property("args", static o => ((Mark)o.Ref!).Args)
        .Property("kwargs", static o => ((Mark)o.Ref!).Keywords)
        .Method("__repr__", static o => ((Mark)o.Ref!).ToText());

    public override PyType Class => Type;

    public string Name => name;

    public PyTuple Args => args;

    public PyDict<Any, Any> Keywords => keywords;

    public string ToText() => $"Mark(name={Core.Str.Repr(name)}, args={Operators.Repr(args)}, kwargs={Operators.Repr(keywords)})";

    /// <summary>A keyword argument, or the positional one of an index, or a default.</summary>
    public Any Argument(string keyword, int index, Any otherwise)
        => keywords.TryGetValue(keyword, out var value) ? value : index >= 0 && index < args.Count ? args[index] : otherwise;

    /// <summary>The marks of an object, as its <c>pytestmark</c> or <c>marks=</c> has them: one, or a list.</summary>
    public static List<Mark> List(Any marks)
    {
        IEnumerable<Any> all = marks.IsUnbound || marks.IsNone ? [] : marks.Ref is MarkDecorator or Mark ? [marks] : Operators.ToList(marks);
        return [.. all.Select(static m => m.Ref switch
        {
            MarkDecorator decorator => decorator.Mark,
            Mark mark => mark,
            _ => throw new TypeError($"got {Operators.Repr(m)} instead of Mark"),
        })];
    }

    /// <summary>The marks that an object has of its own.</summary>
    public static List<Mark> Of(Any target) => List(Operators.GetAttr(target, Attribute, Any.Unbound));

    /// <summary>The marks of a class and of those it is derived from, its own first.</summary>
    public static List<Mark> OfClass(PyType type)
        => [.. type.Mro.ToArray().SelectMany(static t => t.Namespace.TryGetValue(Attribute, out var own) ? List(own) : [])];
}

/// <summary>A mark as a decorator. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest.MarkDecorator">MarkDecorator</see>.</summary>
internal sealed class MarkDecorator(Mark mark) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("MarkDecorator", module: "pytest")
        .Property("mark", static o => Self(o).Mark)
        .Property("name", static o => Self(o).Mark.Name)
        .Property("args", static o => Self(o).Mark.Args)
        .Property("kwargs", static o => Self(o).Mark.Keywords)
        .Method("with_args", "self, *args, **kwargs", static a => Self(a[0]).With(Lib.Tuple(a[1]), Lib.Dict(a[2])))
        .Method("__call__", "self, *args, **kwargs", static a => Self(a[0]).Apply(Lib.Tuple(a[1]), Lib.Dict(a[2])))
        .Method("__repr__", static o => $"MarkDecorator(mark={Self(o).Mark.ToText()})");

    public override PyType Class => Type;

    public Mark Mark => mark;

    private static MarkDecorator Self(Any o) => (MarkDecorator)o.Ref!;

    private MarkDecorator With(PyTuple args, PyDict keywords)
    {
        var all = new PyDict<Any, Any>();
        foreach (var (key, value) in mark.Keywords)
            all[key] = value;
        foreach (var (key, value) in keywords.Entries())
            all[key] = value;
        return new MarkDecorator(new Mark(mark.Name, new PyTuple([.. mark.Args, .. args]), all));
    }

    /// <summary>Called with nothing but one function or class it marks it; otherwise it takes arguments.</summary>
    private Any Apply(PyTuple args, PyDict keywords)
    {
        if (args.Count != 1 || keywords.Entries().Any() || !(args[0].Ref is PyType or PyFunction or StaticMethod or ClassMethod || (args[0].Ref is FixtureDefinition)))
            return With(args, keywords);
        var target = args[0];
        if (target.Ref is FixtureDefinition)
            throw new FailedError("Marks cannot be applied to fixtures.\nSee docs: https://docs.pytest.org/en/stable/deprecations.html#applying-a-mark-to-a-fixture-function");
        var own = target.Ref is PyType type ? type.Namespace.TryGetValue(Mark.Attribute, out var marks) ? Mark.List(marks) : [] : Mark.Of(target);
        target.Set(Mark.Attribute, Lib.List([.. own.Select(static m => (Any)m), mark]));
        return target;
    }
}

/// <summary><c>pytest.mark</c>: a mark of any name. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#marks">marks</see>.</summary>
internal sealed class MarkGenerator : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("MarkGenerator", module: "pytest")
        .Method("__getattr__", "self, name, /", static (_, name) => Operators.Str(name) is var text && text.StartsWith('_')
            ? throw new AttributeError("Marker name must NOT start with underscore")
            : new MarkDecorator(new Mark(text, PyTuple.Empty, new PyDict<Any, Any>())));

    public static readonly Any Instance = new MarkGenerator();

    public override PyType Class => s_type;
}

/// <summary><c>pytest.param</c>: one set of parameters. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest-param">its documentation</see>.</summary>
internal sealed class ParameterSet(PyTuple values, List<Mark> marks, string? id) : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("ParameterSet", module: "_pytest.mark.structures")
        .Property("values", static o => ((ParameterSet)o.Ref!).Values)
        .Property("marks", static o => Lib.List(((ParameterSet)o.Ref!).Marks.Select(static m => (Any)m)))
        .Property("id", static o => ((ParameterSet)o.Ref!).Id);

    public override PyType Class => s_type;

    public PyTuple Values => values;

    public List<Mark> Marks => marks;

    public string? Id => id;
}
