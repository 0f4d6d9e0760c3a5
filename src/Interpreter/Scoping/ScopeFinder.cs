using System.Collections.Immutable;
using Pytocs.Parser.Ast;
using Arguments = Pytocs.Parser.Ast.Arguments;
using TypeAlias = Pytocs.Parser.Ast.TypeAlias;

namespace Pytocs.Interpreter;

/// <summary>Finds the scopes of a tree and what each binds and uses.</summary>
internal sealed partial class ScopeFinder : FieldVisitor
{
    private readonly List<(Scope Scope, string Id)> _uses = [];
    private Scope _scope;
    private string? _class;
    private HashSet<string>? _onlyMangled;

    private ScopeFinder(Scope root) => _scope = root;

    /// <summary>The scope of each node that makes one; that of a list of type parameters stands under its first parameter.</summary>
    public ScopeTable Scopes { get; } = new();

    /// <param name="root">The scope of the top-level code.</param>
    /// <param name="nodes">The statements, or the expression.</param>
    /// <param name="lazyAnnotations">Whether annotations are kept as text.</param>
    public static ScopeTable Run(Scope root, IEnumerable<Node> nodes, bool lazyAnnotations)
    {
        var finder = new ScopeFinder(root) { _lazyAnnotations = lazyAnnotations };
        foreach (var node in nodes)
            finder.Visit(node);
        foreach (var (scope, id) in finder._uses)
            if (scope.Find(id) is { } variable)
                scope.Use(variable);
        return finder.Scopes;
    }

    private bool _lazyAnnotations;

    private Scope Root
    {
        get
        {
            var scope = _scope;
            while (scope.Outer is { } outer)
                scope = outer;
            return scope;
        }
    }

    public override void Child(string name, Node? node)
    {
        if (node is not null)
            Visit(node);
    }

    private void Each<T>(ImmutableArray<T> nodes)
        where T : Node?
    {
        foreach (var node in nodes)
            if (node is not null)
                Visit(node);
    }

    private Scope Within(Node? key, ScopeKind kind, string name, Action visit, bool seesClass = false)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var outer = _scope;
        var scope = _scope = new Scope(kind, outer, name) { PrivateOf = _class, OnlyMangled = _onlyMangled, SeesClass = seesClass };
        if (key is not null)
            Scopes.Add(key, scope, isLater: seesClass);
        visit();
        _scope = outer;
        return scope;
    }

    private void Use(string id) => _uses.Add((_scope, _scope.Mangle(id)));

    private void Bind(string id)
    {
        var scope = _scope;
        var mangled = scope.Mangle(id);
        scope.Bind(mangled);
        _uses.Add((scope, mangled));
    }

    private void Visit(Node node)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case Name name:
                if (name.Ctx == ExprContext.Store)
                    Bind(name.Id);
                else
                    Read(name);
                return;
            case FunctionDefinition function: Function(function); return;
            case ClassDef type: Class(type); return;
            case Lambda lambda: Lambda(lambda); return;
            case ListComp comp: Comprehension(comp, comp.Generators, comp.Elt); return;
            case SetComp comp: Comprehension(comp, comp.Generators, comp.Elt); return;
            case DictComp comp: Comprehension(comp, comp.Generators, comp.Key, comp.Value); return;
            case GeneratorExp comp: Generator(comp); return;
            case Pytocs.Parser.Ast.NamedExpr walrus:
                Visit(walrus.Value);
                Walrus((Name)walrus.Target);
                return;
            case Global global:
                // Top-level code has what a function declares global in its globals too, whatever its namespace is.
                foreach (var id in global.Names)
                {
                    _scope.Globals.Add(_scope.Mangle(id));
                    Root.Globals.Add(_scope.Mangle(id));
                }
                return;
            case Nonlocal nonlocal:
                foreach (var id in nonlocal.Names)
                {
                    _scope.Nonlocals.Add(_scope.Mangle(id));
                    Use(id);
                }
                return;
            case AnnAssign assign: Annotated(assign); return;
            case TypeAlias alias: Alias(alias); return;
            case Import import:
                foreach (var alias in import.Names)
                    Bind(alias.Asname ?? alias.Name.Split('.')[0]);
                return;
            case ImportFrom import:
                foreach (var alias in import.Names.Where(static a => a.Name != "*"))
                    Bind(alias.Asname ?? alias.Name);
                return;
            case ExceptHandler { Name: { } caught }: Bind(caught); break;
            case MatchAs { Name: { } captured }: Bind(captured); break;
            case MatchStar { Name: { } captured }: Bind(captured); break;
            case MatchMapping { Rest: { } rest }: Bind(rest); break;
            case Yield or YieldFrom: _scope.Owner.Yields = true; break;
            case Await or AsyncFor or AsyncWith: _scope.Owner.IsAsync = true; break;
        }
        node.VisitFields(this);
    }

    private void Read(Name name)
    {
        if (name.Ctx == ExprContext.Del)
            Bind(name.Id);
        else
            Use(name.Id);
        // A call of super without arguments means the class around.
        if (name.Id == "super" && _scope.Owner.Kind == ScopeKind.Function)
            Use("__class__");
    }

    /// <summary>An assignment expression in a comprehension binds in the code around it.</summary>
    private void Walrus(Name target)
    {
        var inner = _scope;
        while (_scope.Kind == ScopeKind.Comprehension || (_scope.Kind == ScopeKind.Function && _generators.Contains(_scope)))
            _scope = _scope.Outer!;
        var home = _scope;
        Bind(target.Id);
        var id = home.Mangle(target.Id);
        var isGlobal = home.Globals.Contains(id) || home.Kind == ScopeKind.Module;
        for (_scope = inner; _scope != home; _scope = _scope.Outer!)
        {
            if (isGlobal && _scope.Kind == ScopeKind.Function)
                _scope.Globals.Add(id);
            _uses.Add((_scope, id));
        }
        _scope = inner;
    }

    private readonly HashSet<Scope> _generators = [];

    private void Comprehension(Node node, ImmutableArray<Comprehension> generators, params Expression[] results)
    {
        Visit(generators[0].Iter);
        Within(node, ScopeKind.Comprehension, "", () => Clauses(generators, results));
        if (generators.Any(static g => g.IsAsync))
            _scope.Owner.IsAsync = true;
    }

    private void Clauses(ImmutableArray<Comprehension> generators, params Expression[] results)
    {
        for (var i = 0; i < generators.Length; i++)
        {
            Visit(generators[i].Target);
            if (i > 0)
                Visit(generators[i].Iter);
            Each(generators[i].Ifs);
            if (generators[i].IsAsync)
                _scope.Owner.IsAsync = true;
        }
        foreach (var result in results)
            Visit(result);
    }

    private void Generator(GeneratorExp comp)
    {
        Visit(comp.Generators[0].Iter);
        Within(comp, ScopeKind.Function, "<genexpr>", () =>
        {
            _generators.Add(_scope);
            _scope.Bind(".0");
            _scope.Yields = true;
            Clauses(comp.Generators, comp.Elt);
        });
    }
}

/// <summary>The scopes of a tree.</summary>
internal sealed class ScopeTable
{
    private readonly Dictionary<(Node Node, bool IsLater), Scope> _scopes = [];

    /// <summary>The scope that a node makes.</summary>
    public Scope this[Node node] => _scopes[(node, false)];

    /// <summary>The scope that an expression is evaluated in later; the expression may make another one itself.</summary>
    public Scope Later(Node node) => _scopes[(node, true)];

    public void Add(Node node, Scope scope, bool isLater) => _scopes[(node, isLater)] = scope;
}
