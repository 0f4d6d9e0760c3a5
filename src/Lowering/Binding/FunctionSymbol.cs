using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

public enum ParameterKind
{
    PositionalOnly, Positional, Star, KeywordOnly, DoubleStar,
}

/// <summary>One parameter of a function.</summary>
public sealed record Parameter(Symbol Symbol, ParameterKind Kind, Py.Expression? Annotation, Py.Expression? Default)
{
    /// <summary>The default in C#: a literal, or where it is kept between calls.</summary>
    public Tree.LowExpression? DefaultCode { get; set; }

    /// <summary>The C# variable that keeps a default which is evaluated once.</summary>
    public string DefaultName { get; set; } = "";

    /// <summary>Whether C# says the default in the parameter list.</summary>
    public bool IsOptional { get; set; }
}

/// <summary>How a generator is carried out.</summary>
public enum Tier
{
    /// <summary>A C# iterator.</summary>
    Native,

    /// <summary>A task-like type of the runtime with Python's whole protocol.</summary>
    Exact,
}

/// <summary>A <c>def</c>, <c>async def</c> or <c>lambda</c>.</summary>
public sealed class FunctionSymbol(string name, Py.Node node, Scope parent)
{
    public string Name { get; } = name;

    /// <summary>The attribute of its class that a method is: the name, mangled where it is private.</summary>
    public string AttributeName => Class is { } cls ? Mangling.Mangle(Name, cls.Scope) : Name;

    public Py.Node Node => node;

    public Py.FunctionDefinition? Definition => node as Py.FunctionDefinition;

    public Scope ParentScope => parent;

    public Scope Scope { get; set; } = null!;

    public List<Parameter> Parameters { get; } = [];

    /// <summary>The dotted name, as tracebacks and reprs show it.</summary>
    public required string QualName { get; init; }

    public bool IsAsync => node is Py.AsyncFunctionDef;

    public bool IsGenerator { get; set; }

    /// <summary>Whether the body contains <c>await</c>, <c>async for</c> or <c>async with</c>.</summary>
    public bool HasAwait { get; set; }

    public bool IsCoroutine => IsAsync && !IsGenerator;

    public ClassSymbol? Class { get; init; }

    /// <summary>Whether its <c>def</c> stands in the module's own body, outside of any condition.</summary>
    public bool IsTopLevel { get; set; }

    /// <summary>The module that it is defined in.</summary>
    public SemanticModel Home => parent.Home;

    public bool IsStatic { get; set; }

    public bool IsClassMethod { get; set; }

    public bool IsProperty { get; set; }

    /// <summary>Whether it is decorated with <c>abc.abstractmethod</c>.</summary>
    public bool IsAbstract { get; set; }

    /// <summary>Whether C# writes it without a body.</summary>
    public bool IsCsAbstract { get; set; }

    /// <summary>Whether a method that overrides it calls it.</summary>
    public bool IsBaseCalled { get; set; }

    /// <summary>Whether it is an <c>__init__</c> that C# has as a method too, for derived classes to call.</summary>
    public bool IsInitializer { get; set; }

    /// <summary>Whether it sets the property of its name.</summary>
    public bool IsSetter { get; set; }

    /// <summary>Whether it deletes the property of its name.</summary>
    public bool IsDeleter { get; set; }

    /// <summary>Whether it is the C# property of its name: a coroutine or generator is a method.</summary>
    public bool IsCsProperty => IsProperty && !IsAsync && !IsGenerator;

    /// <summary>Whether the C# method is static.</summary>
    public bool IsShared => IsStatic || IsClassMethod;

    /// <summary>Whether a class method is only ever called on its own class, for none is derived from it.</summary>
    public bool KnowsClass => IsClassMethod && Class is { IsNative: true, Subclasses.Count: 0 };

    /// <summary>Whether C# callers pass the class that a class method is called on.</summary>
    public bool TakesClass => IsClassMethod && !KnowsClass;

    /// <summary>The parameter that C# does not list: the object, or the class where there is but one.</summary>
    public Symbol? Implicit => Class is { IsNative: true } && !IsStatic && !TakesClass ? Parameters[0].Symbol : null;

    /// <summary>The C# method that holds the body of a method which is overridden, where some code calls that very one; null where none does.</summary>
    public string? OwnName { get; set; }

    /// <summary>Whether some code calls the method itself, past what overrides it.</summary>
    public bool NeedsOwnForm { get; set; }

    /// <summary>Whether the class has it under another name too.</summary>
    public bool IsAliased => Class?.Aliases.ContainsValue(this) == true;

    /// <summary>What the program sees of annotations: those of the parameters, and "return" for the result's; none where it does not ask.</summary>
    public IEnumerable<(string Name, Py.Expression Value)> ObservedAnnotations
    {
        get
        {
            if (Definition is not { } definition || !Home.Program.ObservesAnnotations)
                yield break;
            foreach (var parameter in Parameters)
                if (parameter.Annotation is { } annotation)
                    yield return (parameter.Symbol.Name, annotation);
            if (definition.Returns is { } returns)
                yield return ("return", returns);
        }
    }

    /// <summary>Decorators that are applied at run time, outermost first.</summary>
    public List<Py.Expression> Decorators { get; } = [];

    /// <summary>Whether it is a generator function of which <c>contextlib</c> makes one that gives context managers.</summary>
    public bool GivesManager { get; set; }

    /// <summary>How its results are kept from call to call; null where they are not.</summary>
    public FunctionCache? Cache { get; set; }

    /// <summary>What <c>return</c> gives.</summary>
    public TypedSymbol Returns { get; } = new("return");

    /// <summary>What <c>yield</c> hands out.</summary>
    public TypedSymbol Yields { get; } = new("yield");

    /// <summary>What its yields receive.</summary>
    public TypedSymbol Sends { get; } = new("send");

    /// <summary>What <c>yield</c> hands out, as its generator objects know it.</summary>
    public Cell Items { get; } = new();

    /// <summary>Whether the function is used as a value, so that unseen code may call it.</summary>
    public bool Escapes { get; set; }

    /// <summary>Whether it is a lambda that only one library call takes, as a C# lambda of its own types.</summary>
    public bool IsInlined { get; set; }

    /// <summary>Whether an expression uses the result, even where it is always None.</summary>
    public bool ResultUsed { get; set; }

    /// <summary>Whether some call leaves the coroutine un-awaited, as an object.</summary>
    public bool NeedsColdForm { get; set; }

    /// <summary>Whether some place needs the function as an object.</summary>
    public bool NeedsObject { get; set; }

    /// <summary>Whether the object is made where the <c>def</c> stands, not with the C# class.</summary>
    public bool IsObjectMadeAtDef { get; set; }

    public Tier Tier { get; set; } = Tier.Exact;

    /// <summary>Why the tier is what it is, for the report.</summary>
    public string TierReason { get; set; } = "";

    /// <summary>The method in C#.</summary>
    public string CsName { get; set; } = name;

    /// <summary>The function as an object in C#: a static field, or a local beside a local function.</summary>
    public string ObjectName { get; set; } = name;

    /// <summary>Whether a place uses the function before its <c>def</c> is complete, so that its variables stand at the top.</summary>
    public bool IsUsedEarly { get; set; }

    /// <summary>The method that makes the object of a call whose body does not run at once: the cold coroutine, or the context manager.</summary>
    public string ColdName { get; set; } = name;

    /// <summary>Whether it may call itself, directly or through others.</summary>
    public bool IsRecursive { get; set; }

    /// <summary>Parameters that callers pass: without self or cls.</summary>
    public IEnumerable<Parameter> CallerParameters => Class is not null && !IsStatic ? Parameters.Skip(1) : Parameters;

    /// <summary>Methods of derived and base classes that share one C# signature with this one.</summary>
    public List<FunctionSymbol> Family { get; set; } = [];
}
