namespace Pytocs.Interpreter;

/// <summary>The kinds of scopes.</summary>
internal enum ScopeKind
{
    /// <summary>Top-level code; its names live in a mapping.</summary>
    Module,

    /// <summary>A class body; its names live in a mapping that functions inside do not see.</summary>
    Class,

    /// <summary>A function, lambda or generator expression, or an expression that is evaluated later.</summary>
    Function,

    /// <summary>A comprehension, whose variables live among those of the code around it.</summary>
    Comprehension,

    /// <summary>The type parameters of a function, class or alias; they live among the variables of the code around them too.</summary>
    TypeParameters,
}

/// <summary>A scope of names. See <see href="https://docs.python.org/3.13/reference/executionmodel.html#naming-and-binding">naming and binding</see>.</summary>
internal sealed class Scope(ScopeKind kind, Scope? outer, string name)
{
    public ScopeKind Kind => kind;

    public Scope? Outer => outer;

    /// <summary>The name of what makes the scope.</summary>
    public string Name => name;

    /// <summary>The class whose private names are mangled here.</summary>
    public string? PrivateOf { get; init; }

    /// <summary>The private names that are mangled here, if not all are: in the bases of a class with type parameters those are.</summary>
    public HashSet<string>? OnlyMangled { get; init; }

    /// <summary>Whether names that it does not bind are looked up in the class around it first: of expressions that are evaluated later.</summary>
    public bool SeesClass { get; init; }

    public Dictionary<string, Variable> Variables { get; } = [];

    /// <summary>Names declared <c>global</c>.</summary>
    public HashSet<string> Globals { get; } = [];

    /// <summary>Names declared <c>nonlocal</c>.</summary>
    public HashSet<string> Nonlocals { get; } = [];

    /// <summary>Names of functions around it that it or a scope inside uses, in order of discovery.</summary>
    public List<Variable> Free { get; } = [];

    /// <summary>Whether a function inside uses <c>__class__</c> of this class.</summary>
    public bool NeedsClassCell { get; set; }

    /// <summary>Whether an annotation stands directly in the body.</summary>
    public bool HasAnnotations { get; set; }

    /// <summary>Whether a <c>yield</c> makes it a generator.</summary>
    public bool Yields { get; set; }

    /// <summary>Whether it runs as a coroutine.</summary>
    public bool IsAsync { get; set; }

    /// <summary>The scope that has the frame: this one, or the code around a comprehension.</summary>
    public Scope Owner => kind is ScopeKind.Comprehension or ScopeKind.TypeParameters ? outer!.Owner : this;

    /// <summary>Whether it binds names in a frame, not in a mapping.</summary>
    public bool HasSlots => kind is not (ScopeKind.Module or ScopeKind.Class);

    /// <summary>Binds a name here.</summary>
    public void Bind(string id)
    {
        if (Globals.Contains(id) || Nonlocals.Contains(id) || Variables.ContainsKey(id))
            return;
        Variables[id] = new Variable(id, this);
    }

    /// <summary>What a name means here.</summary>
    public Variable? Find(string id)
    {
        if (Globals.Contains(id))
            return null;
        if (!Nonlocals.Contains(id) && Variables.TryGetValue(id, out var own))
            return HasSlots ? own : null;
        var seesClass = kind == ScopeKind.TypeParameters || SeesClass;
        for (var scope = outer; scope is not null; scope = scope.Outer)
        {
            // What is evaluated later in a class finds the class's own names before those of functions around it.
            if (seesClass && scope.Kind == ScopeKind.Class && (scope.Globals.Contains(id) || scope.Variables.ContainsKey(id)))
                return null;
            seesClass &= scope.Kind == ScopeKind.TypeParameters;
            if (scope.Kind == ScopeKind.Class && id == "__class__" && Owner != scope)
            {
                scope.NeedsClassCell = true;
                scope.Variables.TryAdd(ClassCell, new Variable("__class__", scope));
                return scope.Variables[ClassCell];
            }
            if (!scope.HasSlots)
                continue;
            if (scope.Globals.Contains(id))
                return null;
            if (scope.Variables.TryGetValue(id, out var found))
                return found;
        }
        return null;
    }

    /// <summary>The key of a class's <c>__class__</c>, which its body itself cannot name.</summary>
    public const string ClassCell = ".__class__";

    /// <summary>Notes that code of this scope uses a variable; functions between pass it on.</summary>
    public void Use(Variable variable)
    {
        var home = variable.Home.Owner;
        for (var scope = Owner; scope != home; scope = scope.Outer!.Owner)
        {
            variable.IsCell = true;
            if (!scope.Free.Contains(variable))
                scope.Free.Add(variable);
        }
    }

    /// <summary>The name with the class's name before it, if it is private to a class.</summary>
    public string Mangle(string id)
    {
        if (PrivateOf is null || OnlyMangled?.Contains(id) == false || !id.StartsWith("__", StringComparison.Ordinal) || id.EndsWith("__", StringComparison.Ordinal) || id.Contains('.', StringComparison.Ordinal))
            return id;
        var owner = PrivateOf.TrimStart('_');
        return owner.Length == 0 ? id : $"_{owner}{id}";
    }
}

/// <summary>A name that lives in a frame.</summary>
internal sealed class Variable(string name, Scope home)
{
    public string Name => name;

    public Scope Home => home;

    /// <summary>Whether a function inside uses it.</summary>
    public bool IsCell { get; set; }

    /// <summary>Where in the frame it lives; set when the code of its scope is built.</summary>
    public int Slot { get; set; } = -1;
}
