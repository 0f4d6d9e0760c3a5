using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>Classes with type parameters: <c>class Stack[T]</c>, <c>class Stack(Generic[T])</c>. The run knows how many there are; C# code does without.</summary>
internal static class GenericClasses
{
    private static readonly HashSet<string> s_observers = new(StringComparer.Ordinal)
    {
        "__orig_class__", "__orig_bases__", "__parameters__", "__type_params__", "__args__", "__origin__", "get_args", "get_origin", "get_type_hints", "get_original_bases",
    };

    /// <summary>Whether a program looks at the type parameters of its classes.</summary>
    public static bool AreObserved(ProgramModel program) => program.Modules.Values.Any(static m => m.Module.Words.Overlaps(s_observers) && Py.Tree.DescendantsAndSelf(m.Module).Any(static n => n switch
    {
        Py.Attribute attribute => s_observers.Contains(attribute.Attr),
        Py.Name name => s_observers.Contains(name.Id),
        _ => false,
    }));

    /// <summary>Whether a program looks at all that an object holds: an object of <c>Stack[int]</c> holds that too.</summary>
    public static bool AreHeld(ProgramModel program) => program.Modules.Values.Any(static m => m.Module.Mentions("__dict__", "vars") && Py.Tree.DescendantsAndSelf(m.Module).Any(static n => n is Py.Attribute { Attr: "__dict__" } or Py.Name { Id: "vars" }));

    /// <summary>The type variables of a base <c>Generic[T, ...]</c>.</summary>
    public static IEnumerable<Py.Expression>? Variables(Py.Expression @base, Scope scope)
        => @base is Py.Subscript { Value: var generic, Slice: var slice } && LibraryNames.Is(generic, "typing", "Generic", scope) ? slice is Py.Tuple several ? several.Elts : [slice] : null;

    private static bool IsTypeVariable(Py.Name name, ClassSymbol cls, SemanticModel model)
        => SemanticModel.Resolve(cls.ParentScope, name.Id) is { } symbol && model.SingleValues.GetValueOrDefault(symbol.Origin) is Py.Call { Func: var maker, Keywords: var keywords }
            && LibraryNames.Is(maker, "typing", "TypeVar", cls.ParentScope) && keywords.All(static k => k.Arg != "default");

    /// <summary>Whether <c>Class[argument, ...]</c> is the class with as many type arguments as it has parameters.</summary>
    public static bool IsAlias(ClassSymbol cls, Py.Expression arguments)
        => cls is { IsNative: true, TypeParameters.Count: > 0 and var count } && !cls.Home.Program.HoldsTypeArguments && (arguments is Py.Tuple several ? several.Elts.Length : 1) == count
            && IsPlain(arguments);

    /// <summary>C# has no variables for the type parameters of its classes.</summary>
    public static void DropVariables(IEnumerable<ClassSymbol> classes)
    {
        foreach (var cls in classes.Where(static c => c.IsNative))
            foreach (var parameter in cls.Definition.TypeParams)
                cls.Home.TypeParameters[parameter].Bindings = 0;
    }

    /// <summary>The nodes of a class that are evaluated where it is a C# class: no type arguments of its bases and of classes that are called, and no annotations.</summary>
    private static IEnumerable<Py.Node> Values(Py.Node node, ClassSymbol cls, SemanticModel model)
    {
        yield return node;
        foreach (var child in Py.Tree.Children(node))
        {
            if (node == cls.Definition && cls.Definition.Bases.Contains(child))
                continue;
            if (node is Py.AnnAssign { Simple: true } annotated && child == annotated.Annotation && cls.Definition.Body.Contains(annotated))
                continue;
            if (node is Py.Call call && child == call.Func && child is Py.Subscript { Value: Py.Name generic } alias && model.Names.GetValueOrDefault(generic)?.Origin.Class is { Definition.TypeParams.Length: > 0 and var count } other && !model.Program.HoldsTypeArguments
                && (alias.Slice is Py.Tuple several ? several.Elts.Length : 1) == count && IsPlain(alias.Slice))
            {
                cls.Arguments.Add(other);
                continue;
            }
            foreach (var inner in Values(child, cls, model))
                yield return inner;
        }
    }

    private static bool IsPlain(Py.Expression arguments) => Py.Tree.DescendantsAndSelf(arguments).All(static n => n is Py.Name or Py.Constant or Py.Subscript or Py.Tuple or Py.BinOp);

    /// <summary>Reads the type parameters of a class; says why C# cannot do without them.</summary>
    public static string? Read(ClassSymbol cls, SemanticModel model, bool areObserved)
    {
        var definition = cls.Definition;
        foreach (var parameter in definition.TypeParams)
        {
            if (parameter is not Py.TypeVar { DefaultValue: null } variable)
                return "it has type parameters that stand for several types";
            cls.TypeParameters.Add(variable.Name);
            if (Values(definition, cls, model).Any(n => n is Py.Name name && model.Names.GetValueOrDefault(name) == model.TypeParameters[parameter]))
                return "its type parameters are values";
        }
        // A base with type arguments makes the variables among them parameters, unless the class lists its own.
        if (definition.TypeParams.Length == 0 && definition.Bases.All(b => Variables(b, cls.ParentScope) is null))
            foreach (var argument in definition.Bases.OfType<Py.Subscript>().SelectMany(static b => Py.Tree.DescendantsAndSelf(b.Slice)).OfType<Py.Name>())
                if (IsTypeVariable(argument, cls, model) && !cls.TypeParameters.Contains(argument.Id))
                    cls.TypeParameters.Add(argument.Id);
        foreach (var variables in definition.Bases.Select(b => Variables(b, cls.ParentScope)).OfType<IEnumerable<Py.Expression>>())
            foreach (var variable in variables)
            {
                if (variable is not Py.Name name || !IsTypeVariable(name, cls, model))
                    return "its type parameters are not plain to see";
                cls.TypeParameters.Add(name.Id);
            }
        return cls.TypeParameters.Count > 0 && areObserved ? "the program looks at type parameters" : null;
    }
}
