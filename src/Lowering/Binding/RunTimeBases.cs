using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Finds the classes that others may be derived from while the program runs: <c>class Sub(base)</c> in a function that is given its
/// base, <c>type("Sub", (Base,), {})</c>. No C# class can be derived from then, so they are built at run time too.
/// </summary>
internal sealed class RunTimeBases
{
    private readonly HashSet<ClassSymbol> _named = [];
    private readonly HashSet<ClassSymbol> _values = [];
    /// <summary>The classes that a module has under a name: what an attribute of that name may be.</summary>
    private readonly ILookup<string, ClassSymbol> _ofModules;
    private bool _derivesFromAny;

    public RunTimeBases(ProgramModel program)
    {
        _ofModules = program.Modules.Values.SelectMany(static m => m.ModuleScope.Symbols.Values).Where(static s => s.Origin.Class is not null).ToLookup(static s => s.Name, static s => s.Origin.Class!, StringComparer.Ordinal);
        foreach (var model in program.Modules.Values)
            foreach (var statement in model.Module.Body)
                Visit(statement, model);
    }

    /// <summary>Whether a class may be derived from this one by what only the run knows.</summary>
    public bool Contains(ClassSymbol cls) => _named.Contains(cls) || (_derivesFromAny && _values.Contains(cls));

    /// <summary>Whether code that only the run knows may get the class itself.</summary>
    public bool IsValue(ClassSymbol cls) => _values.Contains(cls);

    /// <param name="node">Where a class that is named is a value that any code may get.</param>
    /// <param name="model">The module.</param>
    private void Visit(Py.Node node, SemanticModel model)
    {
        switch (node)
        {
            case Py.Name name:
                if (ClassOf(name, model) is { } value)
                    _values.Add(value);
                return;
            case Py.ClassDef definition:
                Bases(definition, model);
                break;
            case Py.Call { Func: Py.Name { Id: "type" or "new_class" } or Py.Attribute { Attr: "new_class" } } call when call.Args.Length >= 2 && call.Args[0] is not Py.Starred:
                Bases(call.Args[1], model);
                break;
        }
        if (node is Py.Attribute reached)
            _values.UnionWith(_ofModules[reached.Attr]);
        VisitParts(node, model);
    }

    private void Bases(Py.ClassDef definition, SemanticModel model)
    {
        foreach (var @base in definition.Bases)
            _derivesFromAny |= IsComputed(@base, model);
        // A base that is imported under a name which may mean something else by then is looked up as the class is made.
        _named.UnionWith(definition.Bases.OfType<Py.Name>().Where(n => ClassOf(n, model) is null).Select(n => Imported(n, model)).OfType<ClassSymbol>());
        foreach (var member in definition.Bases.OfType<Py.Attribute>().Where(m => !IsOfModule(m, model)))
            _named.UnionWith(_ofModules[member.Attr]);
    }

    /// <summary>The bases of a class that a call makes.</summary>
    private void Bases(Py.Expression bases, SemanticModel model)
    {
        if (bases is Py.Tuple tuple && tuple.Elts.All(e => e is Py.Name n && !IsComputed(n, model)))
            _named.UnionWith(tuple.Elts.OfType<Py.Name>().Select(n => ClassOf(n, model)).OfType<ClassSymbol>());
        else
            _derivesFromAny = true;
    }

    private void VisitParts(Py.Node node, SemanticModel model)
    {
        foreach (var child in Py.Tree.Children(node))
            if (!IsUse(node, child))
                Visit(child, model);
            else if (child is Py.Attribute)
                VisitParts(child, model);
    }

    private static ClassSymbol? ClassOf(Py.Name name, SemanticModel model) => model.Names.GetValueOrDefault(name)?.Origin.Class;

    private static ClassSymbol? Imported(Py.Name name, SemanticModel model)
        => model.Names.GetValueOrDefault(name)?.Source is var (home, original) && home.ModuleScope.Symbols.TryGetValue(original, out var symbol) ? symbol.Origin.Class : null;

    /// <summary>Whether an attribute is read of what is surely a module: then the class it names is known.</summary>
    private static bool IsOfModule(Py.Attribute member, SemanticModel model) => member.Value is Py.Name name && model.Names.GetValueOrDefault(name)?.Denotes is ModuleType;

    /// <summary>Whether a base is known to the run only: a variable, or what a function of the program returns.</summary>
    private static bool IsComputed(Py.Expression @base, SemanticModel model) => @base switch
    {
        Py.Name name => model.Names.GetValueOrDefault(name) is { Import: null, Origin: { Class: null, Import: null } },
        Py.Call { Func: Py.Name function } => model.Names.GetValueOrDefault(function) is { Import: null },
        Py.Starred or Py.IfExp or Py.BoolOp => true,
        Py.Subscript { Value: Py.Name container } => model.Names.GetValueOrDefault(container) is { Import: null, Origin: { Class: null, Import: null } },
        _ => false,
    };

    /// <summary>Whether a class that is named here is called, compared with, derived from or looked into, and goes no further.</summary>
    private static bool IsUse(Py.Node parent, Py.Node child) => IsAnnotation(parent, child) || IsAsked(parent, child) || (child is Py.Name or Py.Attribute && parent switch
    {
        Py.Call { Func: Py.Name { Id: "isinstance" or "issubclass" } } => true,
        Py.Call call => call.Func == child,
        Py.ClassDef or Py.Attribute or Py.ExceptHandler or Py.MatchClass => true,
        _ => false,
    });

    /// <summary>Whether an expression is an annotation; a program that looks at annotations is another matter.</summary>
    private static bool IsAnnotation(Py.Node parent, Py.Node child) => parent switch
    {
        Py.Argument => true,
        Py.FunctionDefinition function => function.Returns == child,
        Py.AnnAssign annotated => annotated.Annotation == child,
        _ => false,
    };

    /// <summary>Whether an expression is the tuple of classes that <c>isinstance</c> is asked for.</summary>
    private static bool IsAsked(Py.Node parent, Py.Node child)
        => parent is Py.Call { Func: Py.Name { Id: "isinstance" or "issubclass" }, Args: [_, Py.Tuple asked] } && child == asked && asked.Elts.All(static e => e is Py.Name or Py.Attribute);
}
