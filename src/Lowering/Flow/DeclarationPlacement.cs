using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>
/// Decides where C# declares a Python local: at its first assignment where that assignment comes
/// before every use in its block, otherwise at the top of the function.
/// </summary>
public sealed partial class DeclarationPlacement
{
    /// <summary>One reference: the way down through blocks and statements, and the name if it is written as one.</summary>
    private sealed record Reference(ImmutableArray<(object Block, int Index, Py.Node Statement)> Path, Py.Node Node, bool InHeader, bool InLoop);

    private readonly SemanticModel _model;
    private readonly Dictionary<Symbol, List<Reference>> _references = [];
    private readonly HashSet<Py.Node> _declaring;

    /// <summary>See <see cref="FirstUses"/>; null until it is asked for.</summary>
    private List<FunctionUse>? _firstUses;

    /// <summary>The calls of plain names.</summary>
    private readonly Dictionary<Py.Name, Py.Call> _calls;

    /// <summary>The attributes of plain names, where the module has functions whose results are kept.</summary>
    private readonly Dictionary<Py.Name, Py.Attribute> _attributes;

    private DeclarationPlacement(SemanticModel model, HashSet<Py.Node> declaring, Dictionary<Py.Name, Py.Call> calls, Dictionary<Py.Name, Py.Attribute> attributes)
    {
        _model = model;
        _declaring = declaring;
        _calls = calls;
        _attributes = attributes;
    }

    /// <summary>The nodes (names, handlers, patterns) that declare their variable in C#.</summary>
    public static HashSet<Py.Node> Run(SemanticModel model)
    {
        var declaring = new HashSet<Py.Node>();
        var calls = Py.Tree.All<Py.Call>(model.Module).Where(c => c.Func is Py.Name).ToDictionary(c => (Py.Name)c.Func);
        // A function that another thread calls is called there with what stands behind it.
        foreach (var (name, call) in Py.Tree.All<Py.Call>(model.Module).Select(HandedToThread).OfType<(Py.Name, Py.Call)>())
            calls.TryAdd(name, call);
        var attributes = model.Functions.Values.Any(static f => f.Cache is not null) ? Py.Tree.All<Py.Attribute>(model.Module).Where(static a => a.Value is Py.Name).ToDictionary(static a => (Py.Name)a.Value) : [];
        new DeclarationPlacement(model, declaring, calls, attributes).Place(model.ModuleScope, model.Module.Body);
        foreach (var function in model.Functions.Values)
            if (function.Definition is { } definition)
                new DeclarationPlacement(model, declaring, calls, attributes).Place(function.Scope, definition.Body);
        return declaring;
    }

    /// <summary>The call that <c>to_thread(f, x)</c> or <c>run_in_executor(executor, f, x)</c> makes; whether it does so in C#, inference decides.</summary>
    private static (Py.Name Function, Py.Call Call)? HandedToThread(Py.Call call)
    {
        var position = call.Func switch
        {
            Py.Name { Id: "to_thread" } or Py.Attribute { Attr: "to_thread" } => 0,
            Py.Attribute { Attr: "run_in_executor" } => 1,
            _ => -1,
        };
        return position >= 0 && call.Keywords.IsEmpty && call.Args.Length > position && call.Args[position] is Py.Name name ? (name, new Py.Call(call.Span, name, call.Args[(position + 1)..], [])) : null;
    }

    private void Place(Scope scope, ImmutableArray<Py.Statement> body)
    {
        Collect(scope, body, [], false);
        foreach (var symbol in scope.Symbols.Values)
            symbol.IsDefinition = IsDefinition(symbol);
        foreach (var (symbol, references) in _references)
            if (symbol.Scope == scope && !symbol.IsParameter && !symbol.MayBeUnbound && !symbol.IsDefinition)
                symbol.DeclaredInline = TryPlace(symbol, references, 0);
    }

    /// <summary>Whether every use of a name means the one <c>def</c> or <c>class</c> that C# sees there too.</summary>
    private bool IsDefinition(Symbol symbol)
    {
        if (symbol is not { Bindings: 1, MayBeUnbound: false })
            return false;
        if (symbol.Class is { } cls)
            return cls.IsNative;
        if (symbol.Function is not { Decorators.Count: 0, Definition: { } definition } function)
            return false;
        var references = _references[symbol];
        // Whoever uses the name for more than a plain call needs the function as an object.
        if (references.Any(r => r.Node != definition && !(r.Node is Py.Name name && (_calls.GetValueOrDefault(name) is { } call ? CallBinding.TryBind(function, call) is not null : _attributes.GetValueOrDefault(name) is { } attribute && CachedFunctions.IsQuestion(function, attribute)))))
            function.Escapes = true;
        if (symbol.Scope.Kind == ScopeKind.Module)
            return references.First(r => r.Node == definition).Path.Length == 1;
        // A local function that nothing uses is one of which C# warns, so its object is made as Python makes it.
        function.Escapes |= !symbol.IsUsed;
        var own = references.First(r => r.Node == definition);
        function.IsUsedEarly = references.Any(r => r != own && r.Node.Span.Start < definition.Span.End) || IsUsedEarly(symbol.Scope, definition);
        var depth = own.Path.Length - 1;
        return references.All(r => r.Path.Length > depth && r.Path[depth].Block == own.Path[depth].Block);
    }

    /// <summary>
    /// Whether a local function that stands behind a statement is used before it: what the statement declares must be
    /// assigned there already, for the function may capture it.
    /// </summary>
    private bool IsUsedEarly(Scope scope, Py.Node statement)
    {
        _firstUses ??= FirstUses(scope);
        var (later, end) = (0, _firstUses.Count);
        while (later < end)
        {
            var middle = (later + end) / 2;
            if (_firstUses[middle].Start > statement.Span.Start)
                end = middle;
            else
                later = middle + 1;
        }
        return later < _firstUses.Count && _firstUses[later].FirstUse < statement.Span.End;
    }

    /// <summary>Where a local function starts, and where the first use of it or of one behind it stands.</summary>
    private sealed record FunctionUse(int Start, int FirstUse);

    /// <summary>The local functions, in their order.</summary>
    private List<FunctionUse> FirstUses(Scope scope)
    {
        var starts = new List<FunctionUse>();
        foreach (var child in scope.Children)
            if (child.Function is { Definition: { } definition } && scope.Symbols.GetValueOrDefault(definition.Name) is { } name && _references.TryGetValue(name, out var uses))
                starts.Add(new FunctionUse(definition.Span.Start, uses.Min(static r => r.Node.Span.Start)));
        starts.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        for (var i = starts.Count - 2; i >= 0; i--)
            starts[i] = starts[i] with { FirstUse = Math.Min(starts[i].FirstUse, starts[i + 1].FirstUse) };
        return starts;
    }

    private bool TryPlace(Symbol symbol, List<Reference> references, int depth)
    {
        // The deepest block that holds them all.
        while (references.All(r => r.Path.Length > depth + 1) && references.All(r => r.Path[depth + 1].Block == references[0].Path[depth + 1].Block))
            depth++;
        if (references.Any(r => r.Path.Length <= depth))
            return false;
        var first = references.MinBy(r => r.Path[depth].Index)!.Path[depth];
        if (symbol.IsCaptured && references.Any(r => r.InLoop && r.Path.Length > 1))
            return false;
        if (symbol.IsCaptured && IsUsedEarly(symbol.Scope, first.Statement))
            return false;
        if (Declares(first.Statement, symbol) is { } declaring
            && references.Any(r => r.Node == declaring && r.Path.Length == depth + 1)
            && references.All(r => r.Node == declaring || r.Path[depth].Index > first.Index))
        {
            // A star import declares some of its names, and only stores the others.
            if (declaring is Py.ImportFrom)
                symbol.DeclaringStar = declaring;
            else
                _declaring.Add(declaring);
            if (references.Count == 1 && !_model.ReadsClosures && !symbol.IsSeenOutside && !symbol.IsCaptured && IsUnread(declaring, first.Statement))
                _model.UnreadStores.Add(declaring);
            return true;
        }
        if (symbol.IsCaptured)
            return false;
        // Otherwise each statement must hold a variable of its own.
        var groups = references.GroupBy(r => r.Path[depth].Index).ToArray();
        var found = new List<Py.Node>();
        foreach (var group in groups)
        {
            var members = group.ToList();
            if (HeaderDeclares(members[0].Path[depth].Statement, symbol, members, depth) is { } header)
            {
                found.Add(header);
                continue;
            }
            if (members.Any(r => r.Path.Length <= depth + 1))
                return false;
            // Blocks of one statement: then and else, body and handlers.
            foreach (var block in members.GroupBy(r => r.Path[depth + 1].Block))
                if (!TryPlace(symbol, [.. block], depth + 1))
                    return false;
        }
        foreach (var node in found)
            _declaring.Add(node);
        return true;
    }

    /// <summary>The name that a statement assigns and may declare, if it is the symbol's.</summary>
    private Py.Node? Declares(Py.Node statement, Symbol symbol)
    {
        switch (statement)
        {
            case Py.ExceptHandler:
                return statement;
            case Py.Pattern pattern:
                return Types.Patterns.Captured(pattern) is { } capture && SemanticModel.Resolve(symbol.Scope, capture) == symbol ? statement : null;
            case Py.Import import:
                return import.Names.FirstOrDefault(a => SemanticModel.Resolve(symbol.Scope, a.Asname ?? a.Name.Split('.')[0]) == symbol);
            case Py.ImportFrom import:
                return _model.StarNames.GetValueOrDefault(import, []).Contains(symbol.Name) ? import
                    : import.Names.FirstOrDefault(a => SemanticModel.Resolve(symbol.Scope, a.Asname ?? a.Name) == symbol);
            case Py.Assign { Targets: [Py.Name target] } assign when Is(target, symbol) && !Mentions(assign.Value, symbol):
                return target;
            case Py.AnnAssign { Target: Py.Name target, Value: { } value } when Is(target, symbol) && !Mentions(value, symbol):
                return target;
            case Py.Assign { Targets: [Py.Tuple tuple] } assign when !Mentions(assign.Value, symbol):
                return tuple.Elts.OfType<Py.Name>().FirstOrDefault(n => Is(n, symbol));
            case Py.FunctionDefinition or Py.ClassDef:
                return SemanticModel.Resolve(symbol.Scope, Named((Py.Statement)statement)) == symbol ? statement : null;
            default:
                return null;
        }
    }

    /// <summary>Whether C# warns of the variable that the name is, where nothing else is to be seen of it.</summary>
    private static bool IsUnread(Py.Node name, Py.Node statement) => statement switch
    {
        Py.Assign { Targets: [Py.Name], Value: var value } => Binder.IsConstant(value),
        Py.Assign { Targets: [Py.Tuple { Elts: var targets }], Value: Py.Tuple { Elts: var values } } => values.Length == targets.Length && targets.IndexOf((Py.Expression)name) is >= 0 and var at && Binder.IsConstant(values[at]),
        _ => false,
    };

    private static string Named(Py.Statement statement) => statement is Py.ClassDef cls ? cls.Name : ((Py.FunctionDefinition)statement).Name;

    /// <summary>The loop target that is the only binding of the symbol among these references.</summary>
    private static Py.Node? HeaderDeclares(Py.Node statement, Symbol symbol, List<Reference> members, int depth)
    {
        var header = members.Where(r => r.Path.Length == depth + 1).ToArray();
        if (header.Length != 1 || members.Count(r => IsStore(r.Node)) != 1)
            return null;
        var target = statement switch
        {
            Py.ForStatement { Orelse.Length: 0 } @for => Names(@for.Target),
            Py.WithStatement with => with.Items.Where(i => i.OptionalVars is not null).SelectMany(i => Names(i.OptionalVars!)),
            _ => [],
        };
        return target.Contains(header[0].Node) ? header[0].Node : null;

        static IEnumerable<Py.Node> Names(Py.Expression target) => target switch
        {
            Py.Name name => [name],
            Py.Tuple tuple when tuple.Elts.All(e => e is Py.Name) => tuple.Elts,
            _ => [],
        };
    }

    private static bool IsStore(Py.Node node) => node is not (Py.Name { Ctx: Py.ExprContext.Load } or Py.Call);

    private bool Is(Py.Name name, Symbol symbol) => _model.Names.GetValueOrDefault(name) == symbol;

    private bool Mentions(Py.Expression expression, Symbol symbol)
        => Py.Tree.DescendantsAndSelf(expression).OfType<Py.Name>().Any(n => Is(n, symbol));
}
