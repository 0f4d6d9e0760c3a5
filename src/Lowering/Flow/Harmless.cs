using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>
/// Finds code that raises nothing, so that an except or finally clause around it need not note the exception that it handles:
/// only what is raised there has it as its <see href="https://docs.python.org/3.13/library/exceptions.html#BaseException.__context__">context</see>.
/// </summary>
/// <remarks>What an inner try statement catches for certain is not seen by anybody, and MemoryError, RecursionError and KeyboardInterrupt may come anywhere.</remarks>
public sealed partial class Harmless(ProgramModel program)
{
    private readonly Dictionary<FunctionSymbol, bool> _functions = [];

    /// <summary>Functions that are being looked at: what they do is told by the rest of them.</summary>
    private readonly HashSet<FunctionSymbol> _open = [];

    /// <summary>Functions found harmless as long as the open ones are.</summary>
    private readonly List<FunctionSymbol> _assumed = [];

    /// <summary>Whether statements raise nothing.</summary>
    /// <param name="body">The statements.</param>
    /// <param name="model">Their module.</param>
    /// <param name="mayRaise">Whether raise statements written there do not count, for they name the context themselves.</param>
    public bool Are(ImmutableArray<Py.Statement> body, SemanticModel model, bool mayRaise = false) => body.All(s => new Reading(this, model, mayRaise).Is(s));

    /// <summary>Whether calling a function, or awaiting it to its end, raises nothing.</summary>
    private bool Is(FunctionSymbol function)
    {
        if (_functions.TryGetValue(function, out var known))
            return known;
        if (!_open.Add(function))
            return true;
        var isOutermost = _open.Count == 1;
        var result = function.Definition is { } definition && function.Decorators.Count == 0 && Are(definition.Body, function.Home);
        _open.Remove(function);
        if (!result)
            _functions[function] = false;
        else
            _assumed.Add(function);
        if (isOutermost)
        {
            if (result)
                foreach (var one in _assumed)
                    _functions[one] = true;
            _assumed.Clear();
        }
        return result;
    }

    /// <summary>Whether a method raises nothing, whichever class below has one of its own.</summary>
    private bool Is(ClassSymbol cls, string name) => cls.FindMethod(name) is not { } method || (Is(method) && cls.Subclasses.All(s => Is(s, name)));

    /// <summary>Whether what the program's classes do when they are shown, compared or tested raises nothing.</summary>
    private bool AreAll(string name)
    {
        if (!_named.TryGetValue(name, out var result))
        {
            _named[name] = true;
            _named[name] = result = program.Modules.Values.SelectMany(m => m.Classes.Values).Select(c => c.Methods.GetValueOrDefault(name)).OfType<FunctionSymbol>().All(Is);
        }
        return result;
    }

    private readonly Dictionary<string, bool> _named = new(StringComparer.Ordinal);

    /// <summary>What one body is read with.</summary>
    private sealed partial class Reading(Harmless all, SemanticModel model, bool mayRaise)
    {
        private bool Are(ImmutableArray<Py.Statement> body) => body.All(Is);

        public bool Is(Py.Statement statement) => statement switch
        {
            Py.Pass or Py.Break or Py.Continue or Py.Global or Py.Nonlocal => true,
            Py.ExprStatement s => Is(s.Value),
            Py.Return s => s.Value is null || Is(s.Value),
            Py.Assign s => Is(s.Value) && s.Targets.All(t => IsTarget(t, s.Value)),
            Py.AnnAssign s => s.Value is null || (Is(s.Value) && IsTarget(s.Target, s.Value)),
            Py.AugAssign s => s.Target is Py.Name or Py.Attribute && Is(s.Target) && IsTarget(s.Target, s.Value) && Is(s.Value) && IsArithmetic(s.Op, s.Target, s.Value),
            Py.If s => Is(s.Test) && Are(s.Body) && Are(s.Orelse),
            Py.While s => Is(s.Test) && Are(s.Body) && Are(s.Orelse),
            Py.For s => IsIterated(s.Iter) && IsTarget(s.Target, null) && Are(s.Body) && Are(s.Orelse),
            Py.TryStar => false,
            Py.TryStatement s => (Are(s.Body) || CatchesAll(s)) && s.Handlers.All(h => IsHandled(h.Type) && Are(h.Body)) && Are(s.Orelse) && Are(s.Finalbody),
            Py.Raise s => mayRaise && (s.Exc is null || IsRaised(s.Exc)) && (s.Cause is null || Is(s.Cause)),
            Py.FunctionDef s => s.DecoratorList.IsEmpty && s.Args.Defaults.All(Is) && s.Args.KwDefaults.All(d => d is null || Is(d)),
            Py.Delete s => s.Targets.All(t => t is Py.Name name && Is(name)),
            Py.Import s => s.Names.All(n => KnownModules.IsQuiet(n.Name)),
            Py.ImportFrom s => s.Module is { } module && KnownModules.IsQuiet(module),
            _ => false,
        };

        /// <summary>Whether nothing that ordinary code raises leaves a try statement.</summary>
        private bool CatchesAll(Py.TryStatement @try)
            => @try.Handlers.Any(h => h.Type is null || (model.TypeOf(h.Type) is LibraryType { Module: "builtins", Name: "Exception" or "BaseException" }))
                && !@try.Body.SelectMany(Py.Tree.Nodes).Any(static n => n is Py.Await or Py.Yield or Py.YieldFrom or Py.AsyncWith or Py.AsyncFor);

        private bool IsHandled(Py.Expression? type) => type is null || (type is Py.Tuple tuple ? tuple.Elts.All(IsHandled) : model.TypeOf(type) is LibraryType or ClassType);

        /// <summary>Whether storing a value in a place raises nothing.</summary>
        private bool IsTarget(Py.Expression target, Py.Expression? value) => target switch
        {
            Py.Name => true,
            Py.Attribute attribute => model.TypeOf(attribute.Value) is InstanceType { Class: { IsNative: true } cls } && cls.FindSureField(attribute.Attr) is not null && Is(attribute.Value),
            Py.Tuple tuple when value is Py.Tuple given => tuple.Elts.Length == given.Elts.Length && tuple.Elts.Zip(given.Elts).All(p => p.Second is not Py.Starred && IsTarget(p.First, p.Second)),
            Py.Tuple tuple => value is not null && model.TypeOf(value) is TupleShape shape && shape.Items.Length == tuple.Elts.Length && tuple.Elts.All(t => IsTarget(t, null)),
            Py.Subscript subscript => model.TypeOf(subscript.Value) is DictType && Is(subscript.Value) && Is(subscript.Slice) && IsKey(model.TypeOf(subscript.Slice)),
            _ => false,
        };

        /// <summary>What a raise statement names: the exception is made without another one.</summary>
        private bool IsRaised(Py.Expression error) => error switch
        {
            Py.Call { Func: Py.Name name } call => Is(name) && IsMade(call),
            _ => Is(error),
        };

        private static bool IsKey(StaticType type) => type switch
        {
            SimpleType simple => simple.Kind is SimpleKind.Int or SimpleKind.Float or SimpleKind.Bool or SimpleKind.Str or SimpleKind.Bytes or SimpleKind.None,
            TupleShape shape => shape.Items.All(IsKey),
            _ => false,
        };
    }
}
