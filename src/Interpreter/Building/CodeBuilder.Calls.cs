using System.Collections.Immutable;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>Calls.</summary>
internal sealed partial class CodeBuilder
{
    private Expr Call(Py.Call call)
    {
        if (call.Func is Py.Name { Id: "super" } && call.Args.IsEmpty && call.Keywords.IsEmpty && _code.Scope.Kind == ScopeKind.Function)
            return Super(call);
        if (call.Func is Py.Name { Id: var id } && FrameFunctions.Names.Contains(id))
            return Compose([Expr(call.Func), .. Values(call.Args, call.Keywords)], p => new FrameCall(id, p[0], List(p[1..], call.Args, call.Keywords), InnerNames(), Mark(call)));
        var isPlain = call.Keywords.IsEmpty && !call.Args.Any(static a => a is Py.Starred);
        if (!isPlain)
            return Compose([Expr(call.Func), .. Values(call.Args, call.Keywords)], p => new GeneralCall(p[0], List(p[1..], call.Args, call.Keywords), Mark(call)));
        if (call.Func is not Py.Attribute method)
            return Compose([Expr(call.Func), .. call.Args.Select(Expr)], p => new PlainCall(p[0], p[1..], Mark(call)));
        // Names and constants are listed in the order in which they are met.
        var owner = Expr(method.Value);
        var name = _scope.Mangle(method.Attr);
        _code.Lists.Name(name);
        var arguments = call.Args.Select(Expr).ToArray();
        return arguments.Any(static a => a.Suspends)
            ? Compose([Compose([owner], p => new AttributeExpr(p[0], name, Mark(method))), .. arguments], p => new PlainCall(p[0], p[1..], Mark(call)))
            : Compose([owner], p => new MethodCall(p[0], name, arguments, Mark(call)));
    }

    /// <summary>The variables of comprehensions around, outermost first.</summary>
    private (string Name, int Slot)[] InnerNames()
    {
        var result = new List<(string, int)>();
        for (var scope = _scope; scope != _code.Scope; scope = scope.Outer!)
            if (scope.Kind == ScopeKind.Comprehension)
                result.InsertRange(0, scope.Variables.Values.Select(static v => (v.Name, v.Slot)));
        return [.. result];
    }

    /// <summary>The values of arguments: first the positional ones, then the keywords, as CPython evaluates them.</summary>
    private IEnumerable<Expr> Values(ImmutableArray<Py.Expression> arguments, ImmutableArray<Py.Keyword> keywords)
        => arguments.Select(a => Expr(a is Py.Starred starred ? starred.Value : a)).Concat(keywords.Select(k => Expr(k.Value)));

    private ArgumentList List(Expr[] values, ImmutableArray<Py.Expression> arguments, ImmutableArray<Py.Keyword> keywords)
    {
        foreach (var keyword in keywords)
            if (keyword.Arg is { } name)
                _code.Lists.Constant(name);
        return new(values,
            [.. arguments.Select(static a => a is Py.Starred ? ArgumentKind.Star : ArgumentKind.Positional), .. keywords.Select(static k => k.Arg is null ? ArgumentKind.StarStar : ArgumentKind.Keyword)],
            [.. arguments.Select(static _ => ""), .. keywords.Select(static k => k.Arg ?? "")]);
    }

    private SuperCall Super(Py.Call call)
    {
        var at = Mark(call);
        var cls = _scope.Find("__class__") is { } cell ? Load(cell, at) : null;
        Expr? self = null;
        if (_code.ParameterCount > 0)
            self = Load(_code.Scope.Variables.Values.First(), at);
        return new SuperCall(Expr(call.Func), cls, self, at);
    }

    private Expr Comprehension(Py.Node node, ImmutableArray<Py.Comprehension> generators, Py.Expression item, Py.Expression? value, Func<Any> make)
    {
        var first = Expr(generators[0].Iter);
        var slot = NewSlot();
        return Within(_unit.Scopes[node], cells => (Expr)new CompExpr(slot, make, Clauses(generators, first, 0, () => new AddTo(slot, Expr(item), value is null ? null : Expr(value), Mark(item))), cells));
    }

    /// <summary>The loops and conditions of a comprehension around what it does with each item.</summary>
    private Stmt Clauses(ImmutableArray<Py.Comprehension> generators, Expr items, int index, Func<Stmt> inner)
    {
        var clause = generators[index];
        var target = Target(clause.Target);
        var tests = clause.Ifs.Select(Expr).ToArray();
        var body = index + 1 < generators.Length ? Clauses(generators, Expr(generators[index + 1].Iter), index + 1, inner) : inner();
        for (var i = tests.Length - 1; i >= 0; i--)
            body = new IfStmt(tests[i], new Block([body]), Interpreter.Block.Empty);
        var at = Mark(clause.Iter);
        return clause.IsAsync ? new AsyncForStmt(target, items, new Block([body]), Interpreter.Block.Empty, at) : new ForStmt(target, items, new Block([body]), Interpreter.Block.Empty, at);
    }

    /// <summary>A generator expression: a generator function of one parameter, called with the iterator of its first loop.</summary>
    private Expr Generator(Py.GeneratorExp comp)
    {
        var scope = _unit.Scopes[comp];
        var builder = new CodeBuilder(_unit, this, scope, "<genexpr>", Qualified("<genexpr>"), _unit.Source.LineOf(comp.Span.Start));
        builder.DeclareLocals();
        builder._code.ParameterCount = 1;
        builder._code.Flavour = scope.IsAsync ? Flavour.AsyncGenerator : Flavour.Generator;
        var at = builder.Mark(comp);
        builder._code.Body = new Block([builder.Clauses(comp.Generators, new LocalName(0, ".0", at), 0, () => builder.Expr(comp.Elt) is { Suspends: false } item && !scope.IsAsync ? new YieldStmt(item, at) : new ExprStmt(new YieldExpr(builder.Expr(comp.Elt), at)))]);
        var code = builder.Finish();
        _code.Lists.Constant(code.Object);
        var isAsync = comp.Generators[0].IsAsync;
        var closure = Closure(code);
        var iterableAt = Mark(comp.Generators[0].Iter);
        return Compose([Expr(comp.Generators[0].Iter)], p => new GeneratorExpr(code, closure, p[0], isAsync, iterableAt));
    }

    /// <summary>The qualified name of what is defined here.</summary>
    private string Qualified(string name)
    {
        if (_code.Scope.Kind == ScopeKind.Module)
            return name;
        return _code.Scope.Kind == ScopeKind.Class ? $"{_code.QualName}.{name}" : $"{_code.QualName}.<locals>.{name}";
    }

    /// <summary>Where the variables of a closure come from: a slot of the frame that makes it, or its own closure.</summary>
    private (bool IsFree, int Index)[] Closure(Code code)
        => [.. code.Scope.Free.Select(v => _closure.IndexOf(v) is >= 0 and var index ? (true, index) : (false, v.Slot))];
}
