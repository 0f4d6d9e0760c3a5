using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>
/// Texts that grow in a loop. A local that the loop does nothing with but <c>text += part</c> is a StringBuilder as long
/// as the loop runs, so that the loop takes time in proportion to the text, as CPython's own does.
/// </summary>
internal sealed partial class BodyLowerer
{
    /// <summary>The builders of the texts that grow in the loops at hand.</summary>
    private readonly Dictionary<Symbol, string> _builders = [];

    /// <summary>How many try and with statements are around: after them a text may be read although its loop was left by an error.</summary>
    private int _guards;

    private List<LowStatement> LowerWithBuilders(Py.Statement statement)
    {
        if (statement is Py.TryStatement or Py.WithStatement)
        {
            _guards++;
            var guarded = Lower(statement).ToList();
            _guards--;
            return guarded;
        }
        var texts = statement is Py.ForStatement or Py.While && _guards == 0 ? Accumulators(statement) : [];
        foreach (var text in texts)
            _builders[text] = Fresh(text.CsName + "Text");
        var lowered = Lower(statement).ToList();
        foreach (var text in texts)
        {
            var builder = _builders[text];
            lowered.Insert(0, new LowLocal(LowType.Var, builder, new LowNew(LowType.Named("StringBuilder"), [new(new LowName(text.CsName))])));
            lowered.Add(new LowExpressionStatement(new LowAssign("=", new LowName(text.CsName), new LowInvoke(new LowMember(new LowName(builder), "ToString")))));
            _builders.Remove(text);
        }
        return lowered;
    }

    private ImmutableArray<Symbol> Accumulators(Py.Statement loop)
    {
        var nodes = Py.Tree.DescendantsAndSelf(loop).ToList();
        var grown = nodes.OfType<Py.AugAssign>().Where(IsGrowth).Select(a => Model.Names[(Py.Name)a.Target]!).ToLookup(s => s);
        if (grown.Count == 0 || nodes.OfType<Py.Call>().Any(SemanticModel.IsLocalsCall))
            return [];
        var uses = nodes.OfType<Py.Name>().ToLookup(Model.Names.GetValueOrDefault);
        return [.. grown.Select(g => g.Key).Where(s => uses[s].Count() == grown[s].Count() && !_builders.ContainsKey(s))];
    }

    private bool IsGrowth(Py.AugAssign assign)
        => assign is { Op: Py.Operator.Add, Target: Py.Name name } && TypeOf(assign.Value) is SimpleType { Kind: SimpleKind.Str }
            && Model.Names.GetValueOrDefault(name) is { IsCaptured: false, MayBeUnbound: false, Final: SimpleType { Kind: SimpleKind.Str } } symbol
            && symbol.Scope == _ownScope && symbol.Scope.Kind == ScopeKind.Function;
}
