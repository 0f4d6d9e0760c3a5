using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>
/// Finds memoryviews that nothing holds once the operation around them has ended: <c>memoryview(b)</c> in <c>memoryview(b)[2:5]</c>,
/// both in <c>bytes(memoryview(b)[2:5])</c>.
/// </summary>
/// <remarks>CPython lets go of them at once, and their bytearray can change its size again; here the collector may still see them on the stack.</remarks>
internal sealed class MomentaryViews
{
    private readonly SemanticModel _model;
    private readonly bool _ownBuffers;
    private readonly bool _ownCasts;

    /// <summary>Built-in functions that read an argument and do not keep it.</summary>
    private static readonly HashSet<string> s_readers = new(StringComparer.Ordinal)
    {
        "all", "any", "bool", "bytearray", "bytes", "float", "frozenset", "hash", "int", "isinstance", "len", "list", "max", "memoryview", "min", "print", "repr",
        "set", "sorted", "str", "sum", "tuple",
    };

    private static readonly HashSet<string> s_methods = new(StringComparer.Ordinal) { "cast", "hex", "release", "tobytes", "tolist", "toreadonly" };

    private static readonly HashSet<string> s_properties = new(StringComparer.Ordinal)
    {
        "c_contiguous", "contiguous", "f_contiguous", "format", "itemsize", "nbytes", "ndim", "obj", "readonly", "shape", "strides",
    };

    private MomentaryViews(SemanticModel model)
    {
        _model = model;
        _ownBuffers = Defines("getbuffer");
        _ownCasts = Defines("cast");

        bool Defines(string name) => model.Program.Modules.Values.Any(m => Py.Tree.DescendantsAndSelf(m.Module).Any(n => n is Py.FunctionDefinition function && function.Name == name || n is Py.ClassDef cls && cls.Name == name));
    }

    public static void Run(SemanticModel model)
    {
        if (!model.Module.Mentions("memoryview", "getbuffer") || !Py.Tree.DescendantsAndSelf(model.Module).Any(static n => n is Py.Name { Id: "memoryview" } or Py.Attribute { Attr: "getbuffer" }))
            return;
        var views = new MomentaryViews(model);
        foreach (var node in Py.Tree.DescendantsAndSelf(model.Module))
            foreach (var view in views.OperandsOf(node).Where(views.IsNewView))
                model.MomentaryViews.Add(view);
    }

    /// <summary>What a node reads and does not keep. Nothing where code of the program may run between the view's making and its use.</summary>
    private IEnumerable<Py.Expression> OperandsOf(Py.Node node) => node switch
    {
        Py.Subscript s when IsQuiet(s.Slice) => [s.Value],
        Py.Attribute a when s_properties.Contains(a.Attr) => [a.Value],
        Py.Call { Func: Py.Attribute a } call when s_methods.Contains(a.Attr) && call.Args.All(IsQuiet) && call.Keywords.All(k => IsQuiet(k.Value)) => [a.Value],
        Py.Call { Func: Py.Name name } call when s_readers.Contains(name.Id) && IsBuiltin(name) && call.Args.All(IsQuiet) && call.Keywords.All(k => IsQuiet(k.Value)) => call.Args,
        Py.Compare c when IsQuiet(c.Left) && c.Comparators.All(IsQuiet) => [c.Left, .. c.Comparators],
        Py.BinOp b when IsQuiet(b.Left) && IsQuiet(b.Right) => [b.Left, b.Right],
        Py.AugAssign a when !ShareName(a.Target, a.Value) => [a.Value],
        Py.Assign a when a.Targets.All(t => t is Py.Subscript { Slice: Py.Slice, Value: Py.Name } s && IsSimple(s.Slice) && !ShareName(t, a.Value)) => [a.Value],
        _ => [],
    };

    /// <summary>Whether a view may look at what is changed: then it stands in the way.</summary>
    private static bool ShareName(Py.Expression target, Py.Expression value)
        => Py.Tree.DescendantsAndSelf(target).Any(t => t is Py.Name { Id: var name } && Py.Tree.DescendantsAndSelf(value).Any(v => v is Py.Name { Id: var other } && other == name));

    private static bool IsSimple(Py.Expression expression) => !Py.Tree.DescendantsAndSelf(expression).Any(static n => n is Py.Call or Py.Await or Py.Yield or Py.YieldFrom);

    /// <summary>Whether an expression runs no function of the program, as far as its text shows.</summary>
    private bool IsQuiet(Py.Expression expression) => Py.Tree.DescendantsAndSelf(expression).All(n => n switch
    {
        Py.Call { Func: Py.Name name } => IsBuiltin(name) && s_readers.Contains(name.Id),
        Py.Call call => IsNewView(call) || call.Func is Py.Attribute { Attr: var attr } a && s_methods.Contains(attr) && IsNewView(a.Value),
        Py.Await or Py.Yield or Py.YieldFrom => false,
        _ => true,
    });

    private bool IsNewView(Py.Expression expression) => expression switch
    {
        Py.Call { Func: Py.Name { Id: "memoryview" } name } => IsBuiltin(name),
        Py.Call { Func: Py.Attribute { Attr: "getbuffer" }, Args.Length: 0 } => !_ownBuffers,
        Py.Call { Func: Py.Attribute { Attr: "cast" }, Args: [Py.Constant { Value: string }, ..] } => !_ownCasts,
        Py.Call { Func: Py.Attribute { Attr: "cast" or "toreadonly" } a } => IsNewView(a.Value),
        Py.Subscript { Slice: Py.Slice } s => IsNewView(s.Value),
        _ => false,
    };

    private bool IsBuiltin(Py.Name name) => _model.Names.GetValueOrDefault(name) is null && !_model.IsReplacedBuiltin(name);
}
