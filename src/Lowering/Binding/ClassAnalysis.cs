using Pytocs.Lowering.Flow;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Decides which classes become C# classes. A class does when its shape is plain to see: one
/// base, methods and constants in its body, known decorators. All others are built at run time,
/// where everything Python can do to a class works.
/// </summary>
internal static class ClassAnalysis
{
    public static void Run(ProgramModel program)
    {
        var classes = program.Modules.Values.SelectMany(m => m.Classes.Values).ToList();
        var changes = program.Modules.Values.Any(m => InstanceDictionaries.AreChanged(m)) ? "the program changes instances through their __dict__"
            : program.Modules.Values.Any(static m => ChangesClasses(m.Module)) ? "the program gives objects another class" : null;
        ProtocolInterfaces.Mark(classes);
        var observesTypes = GenericClasses.AreObserved(program);
        foreach (var cls in classes)
            cls.DynamicReason = changes ?? Reason(cls, cls.Home) ?? GenericClasses.Read(cls, cls.Home, observesTypes);
        var bases = new RunTimeBases(program);
        foreach (var cls in classes.Where(bases.Contains))
            cls.DynamicReason ??= "a class may be derived from it at run time";
        Mixins.Mark(classes, program, bases);
        ClassBases.Link(classes);
        AbstractClasses.FindRegistered(program);
        var foreign = new ForeignCalls(program);
        foreach (var cls in classes.Where(foreign.Contain))
            cls.DynamicReason ??= "a method of it is called through the class, with an object that may be of another";
        InitialisersCalledAgain.Run(program);
        foreach (var cls in classes)
            cls.DynamicReason ??= ExceptionAttributes.Reason(cls);
        Spread(classes);
        var deleted = DeletedAttributes.Names(program);
        var showsInstances = program.ObservesInstanceDictionaries || program.Modules.Values.Any(static m => m.ShowsInstances);
        if (!showsInstances)
            DefaultFields.Find(program, deleted, bases.IsValue);
        foreach (var cls in classes.Where(static c => c is { IsNative: true, IsInterface: false }))
            ClassFields.Find(cls);
        if (!showsInstances)
            LateFields.Find(program, deleted);
        foreach (var cls in classes.Where(static c => c is { IsNative: true, IsInterface: false }))
            UnsetAttributes.Find(cls, showsInstances);
        foreach (var cls in classes)
            cls.DynamicReason ??= ClassFields.SlotsReason(cls) ?? DeletedAttributes.Reason(cls, deleted);
        foreach (var cls in classes.Where(static c => c.IsInterface))
            ProtocolInterfaces.Declare(cls);
        foreach (var cls in classes)
            cls.DynamicReason ??= ProtocolInterfaces.Reason(cls);
        Spread(classes);
        ProtocolInterfaces.Find(classes);
        foreach (var model in program.Modules.Values)
            FindAssigned(model);
        foreach (var cls in classes.Where(static c => c.Enumeration is not null && c.Assigned.Count > 0))
            cls.DynamicReason = "the program assigns to its members";
        ConstructorForms.Find(classes);
        KnowClasses(classes);
        GenericClasses.DropVariables(classes);
        OwnForms.Run(program);
        AbstractClasses.FindBodiless(classes);
    }

    /// <summary>Class attributes that code assigns through the class become C# properties with a setter.</summary>
    private static void FindAssigned(SemanticModel model)
    {
        foreach (var node in Py.Tree.All<Py.Attribute>(model.Module))
            if (node is { Ctx: not Py.ExprContext.Load, Value: Py.Name owner, Attr: var name } && OwnerOf(owner, model) is { } cls && cls.ClassAttributes.Values.FirstOrDefault(a => a.Name == name) is { } attribute)
                cls.Assigned.Add(attribute);
    }

    /// <summary>Whether a program assigns to some object's <c>__class__</c>: the C# class of an object is for ever.</summary>
    private static bool ChangesClasses(Py.Module module)
        => module.Mentions("__class__") && Py.Tree.DescendantsAndSelf(module).Any(static n => n is Py.Attribute { Ctx: Py.ExprContext.Store, Attr: "__class__" }
            or Py.Call { Func: Py.Name { Id: "setattr" }, Args: [_, Py.Constant { Value: "__class__" }, _] } or Py.Call { Func: Py.Attribute { Attr: "__setattr__" }, Args: [.., Py.Constant { Value: "__class__" }, _] });

    private static ClassSymbol? OwnerOf(Py.Name owner, SemanticModel model)
        => model.Names.GetValueOrDefault(owner) is not { } symbol ? null
            : symbol is { IsParameter: true, Scope.Function: { IsClassMethod: true } method } && method.Parameters[0].Symbol == symbol ? method.Class : symbol.Origin.Class;

    /// <summary>In a class method of a class that none is derived from, <c>cls</c> is that class.</summary>
    private static void KnowClasses(List<ClassSymbol> classes)
    {
        foreach (var method in classes.Where(static c => c.IsNative).SelectMany(static c => c.Methods.Values).Where(static m => m.KnowsClass))
            method.Parameters[0].Symbol.Class = method.Class;
    }

    private static string? Reason(ClassSymbol cls, SemanticModel model)
    {
        var definition = cls.Definition;
        if (cls.ParentScope.Kind != ScopeKind.Module)
            return "it is defined inside a function or class";
        if (definition.Keywords.Any(k => k.Arg != "metaclass" || !LibraryNames.Is(k.Value, "abc", "ABCMeta", cls.ParentScope)))
            return "it passes keywords to its metaclass";
        if (definition.DecoratorList.Any(d => !LibraryNames.Is(d, "functools", "total_ordering", cls.ParentScope) && !(cls.IsInterface && ProtocolInterfaces.IsCheckable(d, cls)) && !(Enumeration.IsOne(cls) && Enumeration.IsUnique(d, cls))))
            return "it has decorators";
        if (SemanticModel.Resolve(cls.ParentScope, cls.Name) is not { Bindings: 1, MayBeUnbound: false })
            return "its name is bound more than once, or used before";
        if (!model.Module.Body.Contains(definition))
            return "it is defined under a condition";
        if (Enumeration.IsOne(cls))
            return Enumeration.Read(cls, model);
        foreach (var statement in definition.Body)
            if (ClassBodies.Reason(statement, cls, model) is { } reason)
                return reason;
        return null;
    }

    /// <summary>Along a line of inheritance either all classes are C# classes or none.</summary>
    private static void Spread(List<ClassSymbol> classes)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var cls in classes)
            {
                var reason = cls.Base is { IsNative: false } @base ? $"its base {@base.Name} is built at run time"
                    : cls.Interfaces.Find(static i => !i.IsNative) is { } lost ? $"its base {lost.Name} is built at run time"
                    : cls.Subclasses.FirstOrDefault(s => !s.IsNative) is { } derived ? $"its subclass {derived.Name} is built at run time"
                    : cls.Arguments.FirstOrDefault(a => !a.IsNative) is { } generic ? $"it calls {generic.Name}, which is built at run time, with its type parameters"
                    : ClassInheritance.InitReason(cls) ?? ClassInheritance.OverrideReason(cls) ?? Mixins.Reason(cls);
                if (cls.IsNative && reason is not null)
                {
                    cls.DynamicReason = reason;
                    changed = true;
                }
            }
        }
    }
}
