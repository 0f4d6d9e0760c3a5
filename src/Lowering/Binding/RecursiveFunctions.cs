using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Finds the functions that may call themselves, directly or through others, by the names that they call: a method by its name where nothing is known of its object.
/// They count towards the <see href="https://docs.python.org/3.13/library/sys.html#sys.setrecursionlimit">recursion limit</see>.
/// </summary>
internal sealed class RecursiveFunctions
{
    private readonly ProgramModel _program;

    /// <summary>What each function calls: functions, and names for every method of that name, which are nodes of the graph themselves.</summary>
    private readonly Dictionary<object, List<object>> _calls = [];
    private readonly ILookup<string, FunctionSymbol> _methods;
    private readonly ILookup<ClassSymbol, ClassSymbol> _derived;
    private readonly Dictionary<object, int> _seen = [];
    private readonly Stack<object> _open = new();
    private readonly HashSet<object> _isOpen = [];

    private RecursiveFunctions(ProgramModel program)
    {
        _program = program;
        _methods = program.Modules.Values.SelectMany(m => m.Classes.Values).SelectMany(c => c.Methods.Values).ToLookup(m => m.Name, StringComparer.Ordinal);
        _derived = program.Modules.Values.SelectMany(m => m.Classes.Values).Where(c => c.Base is not null).ToLookup(c => c.Base!);
    }

    public static void Run(ProgramModel program)
    {
        var finder = new RecursiveFunctions(program);
        foreach (var named in finder._methods)
            finder._calls[named.Key] = [.. named];
        foreach (var model in program.Modules.Values)
            foreach (var function in model.Functions.Values)
                finder._calls[function] = [.. finder.Called(model, function).Distinct()];
        foreach (var function in finder._calls.Keys)
            if (!finder._seen.ContainsKey(function))
                finder.Visit(function);
    }

    /// <summary>The program's functions that the text of one calls; those defined inside it have their own.</summary>
    private IEnumerable<object> Called(SemanticModel model, FunctionSymbol function)
    {
        // Whoever is given a function may call it.
        foreach (var inner in function.Scope.Children)
            if (inner.Function is { } own)
                yield return own;
        foreach (var node in Py.Tree.Own(function.Node))
        {
            if (node is Py.Name { Ctx: Py.ExprContext.Load } value && model.Names.GetValueOrDefault(value)?.Origin.Function is { } held)
                yield return held;
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
    private IEnumerable<object> Methods(SemanticModel model, FunctionSymbol function, Py.Attribute attribute)
    {
        if (attribute.Value is Py.Call { Func: Py.Name { Id: "super" } } && function.Class is { } derived)
            return Ancestors(derived).Distinct().SelectMany(c => Named(c, attribute.Attr));
        return model.TypeOf(attribute.Value) switch
        {
            Types.InstanceType { Class: var cls } => Related(cls).SelectMany(c => Named(c, attribute.Attr)),
            Types.SimpleType or Types.ListType or Types.SetType or Types.DictType or Types.TupleShape => [],
            _ => _methods.Contains(attribute.Attr) ? [attribute.Attr] : [],
        };
    }

    private static IEnumerable<FunctionSymbol> Named(ClassSymbol cls, string name) => cls.Methods.Values.Where(m => m.Name == name);

    /// <summary>A class, those that it is derived from, and those derived from it.</summary>
    private IEnumerable<ClassSymbol> Related(ClassSymbol cls)
    {
        for (var c = cls.Base; c is not null; c = c.Base)
            yield return c;
        var open = new Stack<ClassSymbol>([cls]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var derived in _derived[next])
                open.Push(derived);
        }
    }

    private static IEnumerable<ClassSymbol> Ancestors(ClassSymbol cls)
        => cls.Definition.Bases.OfType<Py.Name>().Select(b => SemanticModel.Resolve(cls.ParentScope, b.Id)?.Class).OfType<ClassSymbol>().Where(b => b != cls).SelectMany(b => Ancestors(b).Prepend(b));

    /// <summary>Tarjan's search for the parts of the graph that lead back to themselves.</summary>
    private int Visit(object function)
    {
        var index = _seen.Count;
        var low = index;
        _seen[function] = index;
        _open.Push(function);
        _isOpen.Add(function);
        foreach (var called in _calls.GetValueOrDefault(function, []))
        {
            if (!_seen.TryGetValue(called, out var known))
                low = Math.Min(low, Visit(called));
            else if (_isOpen.Contains(called))
                low = Math.Min(low, known);
            if (called == function && function is FunctionSymbol itself)
                itself.IsRecursive = true;
        }
        if (low != index)
            return low;
        var part = new List<object>();
        object last;
        do
        {
            last = _open.Pop();
            _isOpen.Remove(last);
            part.Add(last);
        }
        while (last != function);
        if (part.Count > 1)
            foreach (var member in part.OfType<FunctionSymbol>())
                member.IsRecursive = true;
        return low;
    }
}
