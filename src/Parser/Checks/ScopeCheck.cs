using System.Collections.Immutable;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Checks;

using Pytocs.Parser.Ast;

/// <summary>Checks names against the scopes they live in, as CPython's symbol table does.</summary>
internal sealed partial class ScopeCheck(SourceText source, List<Diagnostic> findings) : Check(source, findings)
{
    private readonly List<Scope> _scopes = [];
    private Scope _scope = null!;
    private string? _class;
    private bool _lazyAnnotations;

    public void Run(Module module)
    {
        _lazyAnnotations = FutureCheck.Asks(module, "annotations");
        Within(ScopeKind.Module, "", () => Each(module.Body));
        foreach (var scope in _scopes) Resolve(scope);
    }

    private void Within(ScopeKind kind, string description, Action visit)
    {
        var outer = _scope;
        _scope = new Scope(kind, outer, description) { PrivateOf = _class };
        _scopes.Add(_scope);
        visit();
        _scope = outer;
    }

    public override void Visit(Node node)
    {
        switch (node)
        {
            case FunctionDefinition function: Function(function); return;
            case ClassDef type: Class(type); return;
            case Lambda lambda: Lambda(lambda); return;
            case TypeAlias alias: Alias(alias); return;
            case ListComp comp: Comprehension(comp.Generators, "list comprehension", comp.Elt); return;
            case SetComp comp: Comprehension(comp.Generators, "set comprehension", comp.Elt); return;
            case DictComp comp: Comprehension(comp.Generators, "dict comprehension", comp.Key, comp.Value); return;
            case GeneratorExp comp: Comprehension(comp.Generators, "generator expression", comp.Elt); return;
            case Global global: Declare(global, global.Names, NameUse.Global, "global"); return;
            case Nonlocal nonlocal: Declare(nonlocal, nonlocal.Names, NameUse.Nonlocal, "nonlocal"); return;
            case AnnAssign assign: Annotated(assign); return;
            case NamedExpr named: Walrus(named); return;
            case Name name: Name(name); return;
            case ExceptHandler { Name: { } caught }: Bind(caught, NameUse.Assigned); break;
            case MatchAs { Name: { } captured }: Bind(captured, NameUse.Assigned); break;
            case MatchStar { Name: { } captured }: Bind(captured, NameUse.Assigned); break;
            case MatchMapping { Rest: { } rest }: Bind(rest, NameUse.Assigned); break;
            case Import import:
                foreach (var alias in import.Names) Bind(alias.Asname ?? alias.Name.Split('.')[0], NameUse.Imported);
                return;
            case ImportFrom import: From(import); return;
            case Yield or YieldFrom: CheckPlace(node, "yield expression", isYield: true); break;
            case Await: CheckPlace(node, "await expression", isYield: false); break;
        }
        base.Visit(node);
    }

    private void Lambda(Lambda lambda)
    {
        Defaults(lambda.Args);
        Within(ScopeKind.Function, "", () =>
        {
            Parameters(lambda.Args);
            Visit(lambda.Body);
        });
    }

    private void Bind(string name, NameUse use) => _scope.Add(_scope.Mangle(name), use);

    private void Name(Name name) =>
        Bind(name.Id, name.Ctx == ExprContext.Load ? NameUse.Used : NameUse.Assigned);

    private void From(ImportFrom import)
    {
        foreach (var alias in import.Names)
        {
            if (alias.Name != "*") Bind(alias.Asname ?? alias.Name, NameUse.Imported);
            else if (_scope.Kind != ScopeKind.Module) Report(alias, "import * only allowed at module level");
        }
    }

    /// <summary>Refuses an expression in places that are evaluated later, or in comprehensions.</summary>
    private void CheckPlace(Node node, string what, bool isYield)
    {
        if (_scope.Description.Length == 0) return;
        if (_scope.Kind != ScopeKind.Comprehension) Report(node, $"{what} cannot be used within {_scope.Description}");
        else if (isYield) Report(node, $"'yield' inside {_scope.Description}");
    }

    private void Function(FunctionDefinition function)
    {
        Bind(function.Name, NameUse.Assigned);
        Each(function.DecoratorList);
        Defaults(function.Args);
        Generic(function.TypeParams, () =>
        {
            foreach (var argument in ArgumentsOf(function.Args)) Annotation(argument.Annotation);
            Annotation(function.Returns);
            Within(ScopeKind.Function, "", () =>
            {
                Parameters(function.Args);
                Each(function.Body);
            });
        });
    }

    private void Class(ClassDef type)
    {
        Bind(type.Name, NameUse.Assigned);
        Each(type.DecoratorList);
        var outer = _class;
        if (!type.TypeParams.IsEmpty) _class = type.Name;
        Generic(type.TypeParams, () =>
        {
            Each(type.Bases);
            Each(type.Keywords);
            _class = type.Name;
            Within(ScopeKind.Class, "", () => Each(type.Body));
        });
        _class = outer;
    }

    private void Alias(TypeAlias alias)
    {
        Visit(alias.Name);
        Generic(alias.TypeParams, () => Within(ScopeKind.TypeAlias, "a type alias", () => Visit(alias.Value)));
    }

    private void Annotation(Expression? annotation)
    {
        if (annotation is null) return;
        if (_lazyAnnotations) Within(ScopeKind.Annotation, "an annotation", () => Visit(annotation));
        else Visit(annotation);
    }

    private void Annotated(AnnAssign assign)
    {
        if (assign.Target is Name name)
        {
            var known = _scope[_scope.Mangle(name.Id)];
            if (assign.Simple && _scope.Kind != ScopeKind.Module && (known & (NameUse.Global | NameUse.Nonlocal)) != 0)
                Report(assign, $"annotated name '{name.Id}' can't be {((known & NameUse.Global) != 0 ? "global" : "nonlocal")}");
            if (assign.Simple) Bind(name.Id, NameUse.Annotated | NameUse.Assigned);
            else if (assign.Value is not null) Bind(name.Id, NameUse.Assigned);
        }
        else
        {
            Visit(assign.Target);
        }
        Annotation(assign.Annotation);
        Maybe(assign.Value);
    }

    private void Defaults(Arguments arguments)
    {
        Each(arguments.Defaults);
        Each(arguments.KwDefaults);
    }

    private static IEnumerable<Argument> ArgumentsOf(Arguments arguments)
    {
        var all = arguments.Posonlyargs.Concat(arguments.Args);
        if (arguments.Vararg is not null) all = all.Append(arguments.Vararg);
        all = all.Concat(arguments.Kwonlyargs);
        return arguments.Kwarg is null ? all : all.Append(arguments.Kwarg);
    }

    private void Parameters(Arguments arguments)
    {
        var star = arguments.Vararg is null ? [] : new[] { arguments.Vararg };
        var doubleStar = arguments.Kwarg is null ? [] : new[] { arguments.Kwarg };
        foreach (var argument in arguments.Posonlyargs.Concat(arguments.Args).Concat(arguments.Kwonlyargs).Concat(star).Concat(doubleStar))
        {
            var name = _scope.Mangle(argument.Arg);
            if ((_scope[name] & NameUse.Parameter) != 0) Report(argument, $"duplicate argument '{argument.Arg}' in function definition");
            _scope.Add(name, NameUse.Parameter);
        }
    }
}
