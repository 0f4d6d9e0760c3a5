using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Finds the functions that may call themselves, directly or through others, by the names that they call: a method by its name where nothing is known of its object.
/// They count towards the <see href="https://docs.python.org/3.13/library/sys.html#sys.setrecursionlimit">recursion limit</see>.
/// </summary>
internal sealed class RecursiveFunctions
{
    private readonly ProgramModel _program;
    private readonly Dictionary<FunctionSymbol, List<FunctionSymbol>> _calls = [];
    private readonly ILookup<string, FunctionSymbol> _methods;
    private readonly Dictionary<FunctionSymbol, (int Index, int Low)> _seen = [];
    private readonly Stack<FunctionSymbol> _open = new();
    private readonly HashSet<FunctionSymbol> _isOpen = [];

    private RecursiveFunctions(ProgramModel program)
    {
        _program = program;
        _methods = program.Modules.Values.SelectMany(m => m.Classes.Values).SelectMany(c => c.Methods.Values).ToLookup(m => m.Name, StringComparer.Ordinal);
    }

    public static void Run(ProgramModel program)
    {
        var finder = new RecursiveFunctions(program);
        foreach (var model in program.Modules.Values)
            foreach (var function in model.Functions.Values)
                finder._calls[function] = [.. finder.Called(model, function).Distinct()];
        foreach (var function in finder._calls.Keys)
            if (!finder._seen.ContainsKey(function))
                finder.Visit(function);
    }

    /// <summary>The program's functions that the text of one calls; those defined inside it have their own.</summary>
    private IEnumerable<FunctionSymbol> Called(SemanticModel model, FunctionSymbol function)
    {
        foreach (var node in Inside(function.Node))
        {
            if (node is Py.Call { Func: Py.Name name } && model.Names.GetValueOrDefault(name) is { } symbol)
            {
                if (symbol.Origin.Function is { } called)
                    yield return called;
                else if (symbol.Denotes is Types.ClassType { Class: var cls } && cls.FindMethod("__init__") is { } init)
                    yield return init;
            }
            else if (node is Py.BinOp binary)
            {
                if (Types.SpecialMethods.Find(binary.Op, model.TypeOf(binary.Left), model.TypeOf(binary.Right), model) is { } operation)
                    yield return operation;
            }
            else if (node is Py.Attribute attribute)
            {
                foreach (var method in Methods(model, function, attribute))
                    yield return method;
                if (attribute.Value is Py.Name module && model.Names.GetValueOrDefault(module)?.Denotes is Types.ModuleType { Program: { } home } && home.ModuleScope.Symbols.GetValueOrDefault(attribute.Attr)?.Function is { } member)
                    yield return member;
            }
        }
    }

    /// <summary>The methods that an attribute may be: those of the receiver's class and of classes derived from it, of any class where its class is not known.</summary>
    private IEnumerable<FunctionSymbol> Methods(SemanticModel model, FunctionSymbol function, Py.Attribute attribute)
    {
        if (attribute.Value is Py.Call { Func: Py.Name { Id: "super" } } && function.Class is { } derived)
            return _methods[attribute.Attr].Where(m => m.Class is { } other && Ancestors(derived).Contains(other));
        return model.TypeOf(attribute.Value) switch
        {
            Types.InstanceType { Class: var cls } => _methods[attribute.Attr].Where(m => m.Class is { } other && (other.IsSubclassOf(cls) || cls.IsSubclassOf(other))),
            Types.SimpleType or Types.ListType or Types.SetType or Types.DictType or Types.TupleShape => [],
            _ => _methods[attribute.Attr],
        };
    }

    private static IEnumerable<ClassSymbol> Ancestors(ClassSymbol cls)
        => cls.Definition.Bases.OfType<Py.Name>().Select(b => SemanticModel.Resolve(cls.ParentScope, b.Id)?.Class).OfType<ClassSymbol>().Where(b => b != cls).SelectMany(b => Ancestors(b).Prepend(b));

    private static IEnumerable<Py.Node> Inside(Py.Node node)
        => Py.Tree.Children(node).SelectMany(c => c is Py.FunctionDefinition or Py.ClassDef or Py.Lambda ? [] : Inside(c).Prepend(c));

    /// <summary>Tarjan's search for the parts of the graph that lead back to themselves.</summary>
    private int Visit(FunctionSymbol function)
    {
        var index = _seen.Count;
        var low = index;
        _seen[function] = (index, low);
        _open.Push(function);
        _isOpen.Add(function);
        foreach (var called in _calls.GetValueOrDefault(function, []))
        {
            if (!_seen.TryGetValue(called, out var known))
                low = Math.Min(low, Visit(called));
            else if (_isOpen.Contains(called))
                low = Math.Min(low, known.Index);
            function.IsRecursive |= called == function;
        }
        if (low != index)
            return low;
        var part = new List<FunctionSymbol>();
        FunctionSymbol last;
        do
        {
            last = _open.Pop();
            _isOpen.Remove(last);
            part.Add(last);
        }
        while (last != function);
        if (part.Count > 1)
            foreach (var member in part)
                member.IsRecursive = true;
        return low;
    }
}
