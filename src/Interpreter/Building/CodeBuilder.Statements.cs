using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>Statements.</summary>
internal sealed partial class CodeBuilder
{
    private Block Block(ImmutableArray<Py.Statement> statements) => statements.IsEmpty ? Interpreter.Block.Empty : new Block([.. statements.Select(Statement)]);

    private Stmt Statement(Py.Statement node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case Py.ExprStatement { Value: Py.Constant } when !(_shows && _scope == _code.Scope): return new JumpStmt(Flow.Next);
            case Py.ExprStatement statement when _shows && _scope == _code.Scope: return ComposeStmt([Expr(statement.Value)], static p => new ShowStmt(p[0]));
            case Py.ExprStatement { Value: Py.Yield yield } when _code.Flavour == Flavour.Generator && (yield.Value is null ? Const.None : Expr(yield.Value)) is { Suspends: false } value: return new YieldStmt(value, Mark(yield));
            case Py.ExprStatement statement: return new ExprStmt(Expr(statement.Value));
            case Py.Assign assign: return Assign(assign);
            case Py.AugAssign assign: return AugAssign(assign);
            case Py.AnnAssign assign: return Annotated(assign);
            case Py.Return ret: return new ReturnStmt(ret.Value is null ? Const.None : Expr(ret.Value));
            case Py.Delete delete: return new DeleteStmt([.. delete.Targets.Select(Target)]);
            case Py.Pass or Py.Global or Py.Nonlocal: return new JumpStmt(Flow.Next);
            case Py.Break: return new JumpStmt(Flow.Break);
            case Py.Continue: return new JumpStmt(Flow.Continue);
            case Py.Raise raise: return RaiseStatement(raise);
            case Py.Assert assert: return _unit.IsOptimized ? new JumpStmt(Flow.Next) : new AssertStmt(Expr(assert.Test), assert.Msg is null ? null : Expr(assert.Msg), Mark(assert.Test));
            case Py.If branch: return new IfStmt(Expr(branch.Test), Block(branch.Body), Block(branch.Orelse));
            case Py.While loop: return new WhileStmt(Expr(loop.Test), Block(loop.Body), Block(loop.Orelse));
            case Py.AsyncFor loop: return new AsyncForStmt(Target(loop.Target), Expr(loop.Iter), Block(loop.Body), Block(loop.Orelse), Mark(loop.Iter));
            case Py.For loop: return new ForStmt(Target(loop.Target), Expr(loop.Iter), Block(loop.Body), Block(loop.Orelse), Mark(loop.Iter));
            case Py.TryStatement attempt: return Try(attempt);
            case Py.WithStatement with: return With(with, 0);
            case Py.Match match: return new MatchStmt(Expr(match.Subject), [.. match.Cases.Select(c => new Case(Pattern(c.Pattern), c.Guard is null ? null : Expr(c.Guard), Block(c.Body)))]);
            case Py.Import import: return Import(import);
            case Py.ImportFrom import: return ImportFrom(import);
            case Py.FunctionDefinition function: return Store(function.Name, function, Function(function));
            case Py.ClassDef type: return Store(type.Name, type, Class(type));
            case Py.TypeAlias alias: return Store(((Py.Name)alias.Name).Id, alias, Alias(alias));
            default: throw new UnreachableException(node.AsdlName);
        }
    }

    private AssignStmt Store(string name, Py.Node node, Expr value) => new([Target(name, node)], value);

    private Stmt Assign(Py.Assign assign)
    {
        var value = Expr(assign.Value);
        if (assign.Targets is [Py.Name name] && !value.Suspends)
        {
            var id = _scope.Mangle(name.Id);
            return _scope.HasSlots && _scope.Find(id) is { IsCell: false } local && _closure.IndexOf(local) < 0 ? new StoreLocal(local.Slot, value) : new StoreStmt(Target(name), value);
        }
        return new AssignStmt([.. assign.Targets.Select(Target)], value);
    }

    private Target Target(Py.Expression node)
    {
        switch (node)
        {
            case Py.Name name:
                return Target(name.Id, name);
            case Py.Starred starred:
                return Target(starred.Value);
            case Py.Attribute attribute:
                var owner = Expr(attribute.Value);
                _code.Lists.Name(_scope.Mangle(attribute.Attr));
                return ComposeTarget([owner], p => new AttributeTarget(p[0], _scope.Mangle(attribute.Attr), Mark(attribute)));
            case Py.Subscript item:
                return ComposeTarget([Expr(item.Value), Key(item.Slice)], p => new ItemTarget(p[0], p[1], Mark(item)));
            case Py.Tuple tuple:
                return Unpack(tuple.Elts, node);
            case Py.List list:
                return Unpack(list.Elts, node);
            default:
                throw new UnreachableException(node.AsdlName);
        }
    }

    private UnpackTarget Unpack(ImmutableArray<Py.Expression> elements, Py.Node node)
    {
        var star = -1;
        for (var i = 0; i < elements.Length; i++)
            if (elements[i] is Py.Starred)
                star = i;
        return new UnpackTarget([.. elements.Select(Target)], star, Mark(node));
    }

    private Target ComposeTarget(Expr[] parts, Func<Expr[], Target> make)
    {
        if (!parts.Any(static p => p.Suspends))
            return make(parts);
        var slot = NewSlots(parts.Length);
        return new SpillTarget(parts, slot, make([.. parts.Select((p, i) => p is Const ? p : new Temp(slot + i))]));
    }

    /// <summary>The parts of the target are evaluated once, then read, then the value is evaluated.</summary>
    private Stmt AugAssign(Py.AugAssign assign)
    {
        var at = Mark(assign);
        switch (assign.Target)
        {
            case Py.Attribute attribute:
                var name = _scope.Mangle(attribute.Attr);
                _code.Lists.Name(name);
                return Augmented(assign, [Expr(attribute.Value)], p => new AttributeExpr(p[0], name, Mark(attribute)), p => new AttributeTarget(p[0], name, Mark(attribute)), at);
            case Py.Subscript item:
                return Augmented(assign, [Expr(item.Value), Key(item.Slice)], p => new ItemExpr(p[0], p[1], Mark(item)), p => new ItemTarget(p[0], p[1], Mark(item)), at);
            default:
                var target = (Py.Name)assign.Target;
                var value = Compose([Load(target.Id, target), Expr(assign.Value)], p => BinaryOperators.Make(assign.Op, p[0], p[1], at, inPlace: true));
                return new AssignStmt([Target(target.Id, target)], value);
        }
    }

    private SequenceStmt Augmented(Py.AugAssign assign, Expr[] parts, Func<Expr[], Expr> load, Func<Expr[], Target> store, int at)
    {
        var slot = NewSlots(parts.Length);
        Expr[] kept = [.. parts.Select((_, i) => (Expr)new Temp(slot + i))];
        var value = Compose([load(kept), Expr(assign.Value)], p => BinaryOperators.Make(assign.Op, p[0], p[1], at, inPlace: true));
        return new SequenceStmt([.. parts.Select((p, i) => (Stmt)new AssignStmt([new LocalTarget(slot + i, "", at)], p)), new AssignStmt([store(kept)], value)]);
    }

    private Stmt Annotated(Py.AnnAssign assign)
    {
        var statements = new List<Stmt>();
        var target = assign.Target is Py.Name or Py.Attribute or Py.Subscript && assign.Value is not null ? Target(assign.Target) : null;
        if (target is not null)
            statements.Add(new AssignStmt([target], Expr(assign.Value!)));
        if (assign is { Simple: true, Target: Py.Name name } && !_scope.HasSlots)
        {
            var id = _scope.Mangle(name.Id);
            statements.Add(ComposeStmt([Annotation(assign.Annotation)], p => new ActionStmt(p, (f, v) => Annotations.Add(f, id, v[0]), Mark(assign))));
        }
        else if (!_scope.HasSlots || (!assign.Simple && assign.Target is not Py.Name))
        {
            if (assign.Value is null && assign.Target is Py.Attribute attribute)
                statements.Add(new ExprStmt(Expr(attribute.Value)));
            if (assign.Value is null && assign.Target is Py.Subscript item)
                statements.Add(new ExprStmt(Compose([Expr(item.Value), Key(item.Slice)], static p => new MakeExpr(static (_, _) => Any.None, p))));
            if (!_scope.HasSlots && !_unit.LazyAnnotations)
                statements.Add(new ExprStmt(Expr(assign.Annotation)));
        }
        return statements.Count == 1 ? statements[0] : new SequenceStmt([.. statements]);
    }

    private Stmt RaiseStatement(Py.Raise raise)
    {
        if (raise.Exc is null)
            return new RaiseStmt(null, null, Mark(raise));
        var parts = raise.Cause is null ? new[] { Expr(raise.Exc) } : [Expr(raise.Exc), Expr(raise.Cause)];
        return ComposeStmt(parts, p => new RaiseStmt(p[0], p.Length > 1 ? p[1] : null, Mark(raise)));
    }

    private Stmt Try(Py.TryStatement attempt)
    {
        Stmt result = Block(attempt.Body);
        if (!attempt.Handlers.IsEmpty)
        {
            Handler[] handlers = [.. attempt.Handlers.Select(h => new Handler(h.Type is null ? null : Expr(h.Type), h.Name is null ? null : Target(h.Name, h), Block(h.Body)))];
            result = attempt is Py.TryStar ? new TryStarStmt((Block)result, handlers, Block(attempt.Orelse)) : new TryStmt((Block)result, handlers, Block(attempt.Orelse));
        }
        return attempt.Finalbody.IsEmpty ? result : new FinallyStmt(result, Block(attempt.Finalbody));
    }

    private Stmt With(Py.WithStatement with, int index)
    {
        var item = with.Items[index];
        var manager = Expr(item.ContextExpr);
        var target = item.OptionalVars is null ? null : Target(item.OptionalVars);
        var body = index + 1 < with.Items.Length ? new Block([With(with, index + 1)]) : Block(with.Body);
        var at = Mark(item.ContextExpr);
        return with is Py.AsyncWith ? new AsyncWithStmt(manager, target, body, at) : new WithStmt(manager, target, body, at);
    }

    private SequenceStmt Import(Py.Import import)
    {
        var at = Mark(import);
        return new SequenceStmt([.. import.Names.Select(alias =>
        {
            _code.Lists.Name(alias.Name);
            var value = new MakeExpr((f, _) => Imports.Module(f, alias.Name, alias.Asname is not null, at), []);
            return (Stmt)new AssignStmt([Target(alias.Asname ?? alias.Name.Split('.')[0], import)], value);
        })]);
    }

    private Stmt ImportFrom(Py.ImportFrom import)
    {
        var at = Mark(import);
        if (import.Names is [{ Name: "*" }])
            return new ActionStmt([], (f, _) => Imports.All(f, import.Module ?? "", import.Level), at);
        var slot = NewSlot();
        var asked = new PyTuple([.. import.Names.Select(static a => (Any)a.Name)]);
        return new SequenceStmt([new ActionStmt([], (f, _) => f.Slots[slot] = Imports.Source(f, import.Module ?? "", import.Level, asked), at), .. import.Names.Select(alias =>
        {
            _code.Lists.Name(alias.Name);
            var value = new MakeExpr((f, _) => Imports.Name(f, f.Slots[slot], alias.Name, at), []);
            return (Stmt)new AssignStmt([Target(alias.Asname ?? alias.Name, import)], value);
        })]);
    }
}
