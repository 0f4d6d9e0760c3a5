using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Calls of <c>__init__</c> on an object that there is already, as <c>self.__init__()</c> does to start anew. A C# constructor runs once, so the
/// classes that such a call may mean are built at run time.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#object.__init__">object.__init__</see>.
/// </summary>
internal static class InitialisersCalledAgain
{
    private const string Name = "__init__";
    private const string Again = "its __init__ is called again";

    public static void Run(ProgramModel program)
    {
        var classes = program.Modules.Values.SelectMany(static m => m.Classes.Values).ToList();
        foreach (var model in program.Modules.Values)
        {
            var calls = Py.Tree.All<Py.Call>(model.Module).Where(static c => c.Func is Py.Attribute { Attr: Name }).ToHashSet<Py.Call>(ReferenceEqualityComparer.Instance);
            if (calls.Count == 0)
                continue;
            foreach (var cls in model.Classes.Values)
                Inside(cls, calls);
            foreach (var call in calls)
                Elsewhere(((Py.Attribute)call.Func).Value, model, classes);
        }
    }

    /// <summary>The calls in the methods of a class: of its base by a constructor, which C# can say; and of its own.</summary>
    private static void Inside(ClassSymbol cls, HashSet<Py.Call> calls)
    {
        foreach (var method in cls.Methods.Values.Concat(cls.Decorated.Values).Concat(cls.Setters.Values).Concat(cls.Deleters.Values))
            foreach (var call in Py.Tree.DescendantsAndSelf(method.Node).OfType<Py.Call>().Where(calls.Contains))
            {
                var owner = ((Py.Attribute)call.Func).Value;
                if (method.Name == Name && ClassInheritance.BaseInit(cls, call) is not null)
                    calls.Remove(call);
                else if (SuperCalls.Is(owner, cls, method) || (owner is Py.Name { Id: var self } && method.Parameters is [var first, ..] && first.Symbol.Name == self))
                {
                    cls.DynamicReason ??= Again;
                    calls.Remove(call);
                }
            }
    }

    private static void Elsewhere(Py.Expression owner, SemanticModel model, List<ClassSymbol> classes)
    {
        while (owner is Py.Attribute { Value: var inner } member)
        {
            // A class of a module: of the program's own, or of the library.
            if (inner is Py.Name module && model.Names.GetValueOrDefault(module)?.Denotes is ModuleType { Program: var home })
            {
                if (home?.Classes.Values.FirstOrDefault(c => c.Name == member.Attr && c.ParentScope.Kind == ScopeKind.Module) is { } found)
                    found.DynamicReason ??= Again;
                return;
            }
            owner = inner;
        }
        if (owner is Py.Name name)
        {
            var symbol = model.Names.GetValueOrDefault(name);
            if (symbol?.Origin.Class is { } cls)
                cls.DynamicReason ??= Again;
            if (symbol is null or { Import: not null } || symbol.Origin.Class is not null)
                return;
        }
        else if (owner is Py.Call { Func: Py.Name { Id: "super" } })
        {
            return;
        }
        foreach (var cls in classes.Where(static c => c.Methods.ContainsKey(Name)))
            cls.DynamicReason ??= Again;
    }
}
