using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>
/// The fixture <c>request</c>: who asks for a fixture, and the way to others. See
/// <see href="https://docs.pytest.org/en/stable/reference/reference.html#request">request</see>.
/// </summary>
/// <param name="run">The test that runs.</param>
/// <param name="asking">The fixture that asks; null for the test itself.</param>
/// <param name="layer">Where that fixture was found.</param>
internal sealed class FixtureRequest(TestRun run, FixtureValue? asking, int layer) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("FixtureRequest", module: "_pytest.fixtures")
        .Property("param", static o => Self(o).Parameter)
        .Property("node", static o => new TestNode(Self(o).Run))
        .Property("function", static o => Self(o).Run.Item.Function)
        .Property("cls", static o => Self(o).Run.Item.Class)
        .Property("instance", static o => Self(o).Run.Instance)
        .Property("module", static o => Self(o).Run.Item.Module)
        .Property("fixturename", static o => Self(o).Asking?.Definition.Name)
        .Property("fixturenames", static o => Lib.List(Self(o).Run.FixtureNames))
        .Property("scope", static o => (Self(o).Asking?.Definition.Scope ?? FixtureScope.Function).ToString().ToLowerInvariant())
        .Method("getfixturevalue", "self, argname", static (o, name) => Self(o).ValueOf(Lib.Text(name)))
        .Method("addfinalizer", "self, finalizer", static (o, action) => Lib.Do(() => Self(o).AddFinalizer(() => action.Call())))
        .Method("applymarker", "self, marker", static (o, mark) => Lib.Do(() => Self(o).Run.AddMarks(Mark.List(mark))))
        .Method("__repr__", static o => $"<FixtureRequest for <Function {Self(o).Run.Name}>>");

    public override PyType Class => Type;

    public TestRun Run => run;

    private FixtureValue? Asking => asking;

    private static FixtureRequest Self(Any o) => (FixtureRequest)o.Ref!;

    private Any Parameter => asking is not null && run.Case.Indirect.TryGetValue(asking.Definition.Name, out var given)
        ? given.Value
        : throw new AttributeError($"'{(asking is null ? "TopRequest" : "SubRequest")}' object has no attribute 'param'", "param", this);

    /// <summary>The value of a fixture, made if need be.</summary>
    public Any ValueOf(string name)
    {
        if (name == "request")
            return this;
        return asking is null && run.Case.Direct.TryGetValue(name, out var value) ? value
            : run.ValueOf(name, asking, asking?.Definition.Name == name ? layer : int.MaxValue);
    }

    public void AddFinalizer(Action action)
    {
        if (asking is null)
            run.AtEnd(action);
        else
            asking.AddFinalizer(action);
    }
}

/// <summary><c>request.node</c>: the test as pytest's tree has it. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#node">Node</see>.</summary>
internal sealed class TestNode(TestRun run) : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("Function", module: "_pytest.python")
        .Property("name", static o => Self(o).Name)
        .Property("originalname", static o => Self(o).Item.Name)
        .Property("nodeid", static o => $"{Self(o).Item.File}::{(Self(o).Item.Class is { } type ? type.Name + "::" : "")}{Self(o).Name}")
        .Property("function", static o => Self(o).Item.Function)
        .Property("cls", static o => Self(o).Item.Class)
        .Property("module", static o => Self(o).Item.Module)
        .Property("fixturenames", static o => Lib.List(Self(o).FixtureNames))
        .Method("get_closest_marker", "self, name, default=None", static a => Self(a[0]).Marks.FirstOrDefault(m => m.Name == Lib.Text(a[1])) is { } mark ? (Any)mark : a[2])
        .Method("iter_markers", "self, name=None", static a => Builtins.Iter(Lib.List(Self(a[0]).Marks.Where(m => a[1].IsNone || m.Name == Lib.Text(a[1])).Select(static m => (Any)m))))
        .Method("add_marker", "self, marker, append=True", static a => Lib.Do(() => Self(a[0]).AddMarks(Mark.List(a[1]))))
        .Method("__repr__", static o => $"<Function {Self(o).Name}>");

    public override PyType Class => s_type;

    private TestRun Run => run;

    private static TestRun Self(Any o) => ((TestNode)o.Ref!).Run;
}
