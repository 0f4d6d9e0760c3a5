using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Declarations;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Pytocs.Parser.Diagnostics;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>How the body at hand hands out values.</summary>
internal enum YieldStyle
{
    None,

    /// <summary><c>yield return</c>.</summary>
    Iterator,

    /// <summary><c>await y.Yield(value)</c>.</summary>
    Exact,
}

/// <summary>
/// Lowers the statements and expressions of one function body, or of the module. One partial file
/// a construct.
/// </summary>
internal sealed partial class BodyLowerer(ModuleLowerer module, Scope scope, FunctionSymbol? function)
{
    /// <summary>The C# class that an expression outside of its methods stands in, whose members hide names; null for none.</summary>
    public ClassSymbol? MemberOfClass { get; init; }

    private readonly List<LowStatement> _prologue = [];
    private readonly HashSet<string> _usedNames = new(StringComparer.Ordinal);
    private readonly Scope _ownScope = scope;
    private Scope _scope = scope;

    private SemanticModel Model => module.Model;

    public FunctionSymbol? Function => function;

    /// <summary>The outer body of a nested function, whose names must not be taken again.</summary>
    public BodyLowerer? Outer { get; init; }

    public YieldStyle YieldStyle { get; init; }

    /// <summary>The variable that holds the namespace, in the body of a class that is built at run time.</summary>
    public string? Namespace { get; init; }

    /// <summary>The name of the parameter that an exact generator yields through.</summary>
    public string Yielder { get; init; } = "y";

    /// <summary>The C# expression for the method's first parameter: <c>this</c> in a C# class.</summary>
    public Symbol? Self { get; init; }

    private bool IsSelf(Symbol symbol)
    {
        for (var body = this; body is not null; body = body.Outer)
            if (body.Self == symbol)
                return true;
        return false;
    }

    /// <summary>Declarations and temps that the body needs at its start.</summary>
    public IEnumerable<LowStatement> Prologue => _prologue;

    /// <summary>Lowers a whole body: its statements, with the declarations they need before them.</summary>
    public LowBlock Body(ImmutableArray<Py.Statement> body, Py.Node owner)
    {
        var skipped = DocString(body) is null ? 0 : 1;
        var statements = Statements(body.RemoveRange(0, skipped));
        return new LowBlock([.. Hoisted(), .. _prologue, .. statements]) { EndComments = Comments(Model.Trivia.AtEnd(owner)) };
    }

    /// <summary>The declarations of locals that are not declared where they are assigned.</summary>
    private IEnumerable<LowStatement> Hoisted()
    {
        foreach (var symbol in _scope.Symbols.Values)
        {
            if (symbol.IsParameter || symbol.DeclaredInline || !module.IsLocal(symbol) || (symbol.Bindings == 0 && !symbol.MayBeUnbound) || symbol.IsDefinition || symbol.IsDiscard || symbol.IsAlias || Model.IsKeptMethod(symbol))
                continue;
            var type = CsTypes.Of(symbol.Final);
            var value = symbol.MayBeUnbound ? new LowName("Any.Unbound") : CsTypes.Default(symbol.Final);
            yield return new LowLocal(type, symbol.CsName, value);
        }
    }

    /// <summary>A new local with a name that nothing else here has.</summary>
    private string Fresh(string name)
    {
        var candidate = name;
        for (var i = 2; IsTaken(candidate) || IsMemberAround(candidate); i++)
            candidate = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _usedNames.Add(candidate);
        return candidate;
    }

    /// <summary>Whether a class around has a member of the name: code that was lowered already may use it without <c>this.</c>.</summary>
    private bool IsMemberAround(string csName)
    {
        for (var body = this; body is not null; body = body.Outer)
            if ((body.MemberOfClass ?? body.Function?.Class) is { IsNative: true } cls && cls.HasMember(csName))
                return true;
        return false;
    }

    private bool IsTaken(string name)
    {
        for (var body = this; body is not null; body = body.Outer)
            if (body._usedNames.Contains(name) || body.OwnNames().Contains(name))
                return true;
        return module.IsModuleName(name) || Naming.ReservedNames.All.Contains(name);
    }

    private HashSet<string>? _ownNames;

    private HashSet<string> OwnNames()
    {
        if (_ownNames is not null)
            return _ownNames;
        _ownNames = new HashSet<string>(StringComparer.Ordinal) { Yielder };
        if (IsBody("Body"))
            _ownNames.Add("Body");
        Add(_ownScope);
        return _ownNames;

        void Add(Scope s)
        {
            foreach (var symbol in s.Symbols.Values)
                _ownNames.Add(symbol.CsName);
            foreach (var child in s.Children)
                if (child.Kind is ScopeKind.Comprehension)
                    Add(child);
        }
    }

    /// <summary>A static method of the runtime; in full where exceptions inherit a member of the class's name.</summary>
    private LowName Static(string name)
    {
        for (var body = this; body is not null; body = body.Outer)
            if (body._ownScope.Function?.Class is { IsNative: true, IsException: true } && name.Split('.')[0] is var type && type is "Str" or "Context")
                return new LowName($"Pytocs.Runtime.{(type == "Str" ? "Core" : "Async")}.{name}");
        return new LowName(name);
    }

    /// <summary>The local function of an exact generator.</summary>
    private bool IsBody(string csName) => csName == "Body" && YieldStyle == YieldStyle.Exact;

    /// <summary>A static member of a module; qualified where a member of the class around hides it.</summary>
    private string ModuleMember(SemanticModel home, string csName)
    {
        if (home != Model)
            return $"{home.CsAlias}.{csName}";
        for (var body = this; body is not null; body = body.Outer)
            if (((body.MemberOfClass ?? body.Function?.Class) is { IsNative: true } cls && cls.HasMember(csName)) || body._ownScope.Class?.BodyNames.Contains(csName) == true || body.IsBody(csName))
                return "Module." + csName;
        return csName;
    }

    /// <summary>A new local that code of nested functions uses, where no name at all may hide it.</summary>
    public string FreshName(string name) => Fresh(module.UnusedName(name));

    public Symbol? SymbolOf(string name) => SemanticModel.Resolve(_scope, name);

    /// <summary>Binds a name that a statement introduces without writing it as an expression: def, class, import.</summary>
    public IEnumerable<LowStatement> StoreNamed(Py.Node node, string name, Typed value)
    {
        var symbol = SemanticModel.Resolve(_scope, name)!;
        return [StoreSymbol(node, symbol, value)];
    }

    /// <summary>A variable at the top of the body.</summary>
    public void Declare(LowType type, string name, LowExpression value) => _prologue.Add(new LowLocal(type, name, value));

    /// <summary>A hoisted local that holds a value between its two uses in one expression.</summary>
    private string Temp(string name, StaticType type)
    {
        var temp = Fresh(name);
        _prologue.Add(new LowLocal(CsTypes.Of(type), temp, CsTypes.Default(type)));
        return temp;
    }

    internal static string? DocString(ImmutableArray<Py.Statement> body)
        => body is [Py.ExprStatement { Value: Py.Constant { Value: string text } }, ..] ? text : null;

    internal static ImmutableArray<string> Comments(IEnumerable<Parser.Trivia.Comment> comments)
        => [.. comments.Select(c => c.Text[1..])];

    public LowTrivia TriviaOf(Py.Node node)
    {
        var after = Model.Trivia.After(node);
        return new LowTrivia(
            Comments(Model.Trivia.Before(node)),
            after.Count == 0 ? null : string.Join(" ", after.Select(c => c.Text[1..])),
            Model.Trivia.BlankLinesBefore(node) > 0);
    }

    private void Report(Descriptor descriptor, Py.Node node, params object?[] arguments) => Model.Report(descriptor, node, arguments);

    private LowExpression Unsupported(Py.Node node, string what)
    {
        Report(Diagnostics.LoweringCatalogue.NotSupported, node, what);
        return new LowName("Any.None");
    }
}
