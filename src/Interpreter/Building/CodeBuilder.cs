using System.Numerics;
using Pytocs.Parser.Text;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>Builds what runs from the tree: one builder a function, class body or piece of top-level code.</summary>
internal sealed partial class CodeBuilder
{
    private readonly Unit _unit;
    private readonly Code _code;
    private readonly CodeBuilder? _outer;
    private readonly List<Variable> _closure;
    private Scope _scope;
    private int _slots;

    private CodeBuilder(Unit unit, CodeBuilder? outer, Scope scope, string name, string qualName, int line)
    {
        _unit = unit;
        _outer = outer;
        _scope = scope;
        _closure = scope.Free;
        _code = new Code(name, qualName, unit.Source) { FirstLine = line, Scope = scope, FreeNames = [.. scope.Free.Select(static v => v.Name)] };
        _code.Lists.FutureFlags = unit.FutureFlags;
    }

    /// <summary>A text that is compiled: what all its code shares.</summary>
    internal sealed record Unit(SourceText Source, ScopeTable Scopes, bool LazyAnnotations, int FutureFlags, bool IsOptimized);

    /// <summary>Code of statements.</summary>
    public static Code Module(Unit unit, Scope scope, IReadOnlyList<Py.Statement> body, bool shows)
    {
        var builder = new CodeBuilder(unit, null, scope, "<module>", "<module>", 1);
        builder.DeclareLocals();
        builder._shows = builder._code.ShowsValues = shows;
        var statements = builder.ModuleBody(body, shows);
        if (scope.Yields || scope.IsAsync)
            builder._code.Flavour = scope.IsAsync && scope.Yields ? Flavour.AsyncGenerator : scope.IsAsync ? Flavour.Coroutine : Flavour.Generator;
        builder._code.Body = statements;
        return builder.Finish();
    }

    /// <summary>Code of one expression.</summary>
    public static Code Expression(Unit unit, Scope scope, Py.Expression value)
    {
        var builder = new CodeBuilder(unit, null, scope, "<module>", "<module>", 1);
        builder.DeclareLocals();
        builder._code.Value = builder.Expr(value);
        if (builder._code.Value.Suspends)
            builder._code.Flavour = Flavour.Coroutine;
        return builder.Finish();
    }

    private bool _shows;

    private Code Finish()
    {
        if (_code.Lists.IsEmpty)
            _code.Lists.Constant(Any.None);
        _code.SlotCount = _slots;
        return _code;
    }

    private Block ModuleBody(IReadOnlyList<Py.Statement> body, bool shows)
    {
        var statements = new List<Stmt>();
        var start = 0;
        if (!shows && DocOf(body) is { } doc)
        {
            statements.Add(new StoreStmt(Target("__doc__", body[0]), new Const(doc)));
            start = 1;
        }
        if (_scope.HasAnnotations)
            statements.Add(new ActionStmt([], static (f, _) => Annotations.SetUp(f), Mark(body[0])));
        for (var i = start; i < body.Count; i++)
            statements.Add(Statement(body[i]));
        return new Block([.. statements]);
    }

    private static string? DocOf(IReadOnlyList<Py.Statement> body)
        => body is [Py.ExprStatement { Value: Py.Constant { Value: string doc } }, ..] ? Dedented(doc) : null;

    /// <summary>A docstring without the indentation that all its lines but the first have.</summary>
    private static string Dedented(string doc)
    {
        var lines = doc.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            lines[i] = Expanded(lines[i]);
        var margin = lines.Skip(1).Where(static l => l.Any(static c => c != ' ')).Select(static l => l.Length - l.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        lines[0] = lines[0].TrimStart(' ');
        for (var i = 1; i < lines.Length; i++)
            lines[i] = lines[i].Length > margin ? lines[i][margin..] : "";
        return string.Join('\n', lines);

        // Tabs count in the indentation alone.
        static string Expanded(string line)
        {
            var text = line.TrimStart(' ', '\t');
            var column = 0;
            foreach (var c in line.AsSpan(0, line.Length - text.Length))
                column = c == '\t' ? (column / 8 + 1) * 8 : column + 1;
            return new string(' ', column) + text;
        }
    }

    /// <summary>An index by which frames say where they stand.</summary>
    private int Mark(Py.Node node)
    {
        _code.Positions.Add(node);
        return _code.Positions.Count - 1;
    }

    private int NewSlot() => _slots++;

    private int NewSlots(int count)
    {
        var first = _slots;
        _slots += count;
        return first;
    }

    /// <summary>Gives the variables of the scope that has the frame their slots, parameters first.</summary>
    private void DeclareLocals()
    {
        if (_scope.HasSlots)
            foreach (var variable in _scope.Variables.Values)
                Declare(variable);
        else if (_scope.Variables.TryGetValue(Scope.ClassCell, out var cell) && _scope.NeedsClassCell)
            Declare(cell);
    }

    private void Declare(Variable variable)
    {
        variable.Slot = NewSlot();
        _code.Locals.Add((variable.Name, variable.Slot));
        if (variable.IsCell)
            _code.CellSlots = [.. _code.CellSlots, variable.Slot];
    }

    /// <summary>Builds inside of a comprehension or a list of type parameters, whose variables get slots here.</summary>
    private T Within<T>(Scope inner, Func<int[], T> build)
    {
        var outer = _scope;
        _scope = inner;
        var cells = new List<int>();
        foreach (var variable in inner.Variables.Values)
        {
            variable.Slot = NewSlot();
            if (variable.IsCell)
                cells.Add(variable.Slot);
        }
        var result = build([.. cells]);
        _scope = outer;
        return result;
    }

    /// <summary>The value of a literal.</summary>
    public static Any Value(object? constant) => constant switch
    {
        null => Any.None,
        bool b => b,
        BigInteger big => big,
        double d => d,
        Complex c => c,
        string s => string.Intern(s),
        byte[] bytes => new PyBytes(bytes),
        Py.EllipsisValue => Any.Ellipsis,
        _ => throw new System.Diagnostics.UnreachableException(constant.GetType().Name),
    };

    /// <summary>An expression of parts, which are evaluated in order; where one suspends, by way of the frame.</summary>
    private Expr Compose(Expr[] parts, Func<Expr[], Expr> make)
    {
        if (!parts.Any(static p => p.Suspends))
            return make(parts);
        var slot = NewSlots(parts.Length);
        return new Spill(parts, slot, make([.. parts.Select((p, i) => p is Const ? p : new Temp(slot + i))]));
    }

    private Stmt ComposeStmt(Expr[] parts, Func<Expr[], Stmt> make)
    {
        if (!parts.Any(static p => p.Suspends))
            return make(parts);
        var slot = NewSlots(parts.Length);
        return new SpillStmt(parts, slot, make([.. parts.Select((p, i) => p is Const ? p : new Temp(slot + i))]));
    }
}
