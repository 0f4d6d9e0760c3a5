using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>What a test shows.</summary>
public sealed partial class Narrowing
{
    private readonly Dictionary<string, ClassSymbol> _classes = new(StringComparer.Ordinal);

    /// <summary>A name of the class without points, which stand before attributes.</summary>
    private static string Key(ClassSymbol cls) => $"{cls.Home.ModuleName}/{cls.QualName}".Replace('.', '/');

    private (ImmutableHashSet<string>? WhenTrue, ImmutableHashSet<string>? WhenFalse) Condition(Py.Expression test)
    {
        switch (test)
        {
            case Py.Constant when ControlFlow.ConstantTruth(test) is { } truth:
                return truth ? (_known, null) : (null, _known);
            case Py.UnaryOp { Op: Py.UnaryOperator.Not } not:
                var (t, f) = Condition(not.Operand);
                return (f, t);
            case Py.BoolOp op:
                var isAnd = op.Op == Py.BoolOperator.And;
                ImmutableHashSet<string>? early = null;
                for (var i = 0; ; i++)
                {
                    var (yes, no) = Condition(op.Values[i]);
                    early = Meet(early, isAnd ? no : yes);
                    _known = isAnd ? yes : no;
                    if (i == op.Values.Length - 1)
                        return isAnd ? (yes, early) : (early, no);
                }
            case Py.Compare compare when IsNoneTest(compare) && Path(compare.Left) is { } path:
                Expression(test);
                var known = _known?.Add(path);
                return compare.Ops[0] == Py.CompareOperator.Is ? (_known, known) : (known, _known);
            case Py.Call { Func: Py.Name { Id: "isinstance" } isinstance, Args: [var value, Py.Name cls], Keywords.Length: 0 } when _model.Names.GetValueOrDefault(isinstance) is null && _model.Names.GetValueOrDefault(cls)?.Origin is { Class: { } tested, Bindings: 1 } && Path(value) is { } path && !_model.Program.FakesClasses:
                Expression(test);
                _classes[Key(tested)] = tested;
                return (_known?.Add(path + OfClass + Key(tested)), _known);
            case Py.Name or Py.Attribute or Py.NamedExpr when Path(test) is { } path:
                Expression(test);
                return (_known?.Add(path).Add(path + ByTruth), _known);
            default:
                Expression(test);
                return (_known, _known);
        }
    }

    private static bool IsNoneTest(Py.Compare compare)
        => compare is { Ops: [Py.CompareOperator.Is or Py.CompareOperator.IsNot], Comparators: [Py.Constant { Value: null }] };

    private void Note(Py.Expression read)
    {
        if (_known is { Count: > 0 } && Path(read) is { } path && _known.Contains(path))
            _model.NotNone[read] = _known.Contains(path + ByTruth);
        else if (_known is { Count: > 0 } && Path(read) is { } tested && _known.FirstOrDefault(k => k.StartsWith(tested + OfClass, StringComparison.Ordinal)) is { } known)
            _model.KnownClass[read] = _classes[known[(tested.Length + 1)..]];
    }
}
