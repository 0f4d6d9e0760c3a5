using System.Numerics;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Checks;

using Pytocs.Parser.Ast;

/// <summary>Warns about literals that are called, indexed or compared in ways that cannot be meant.</summary>
internal sealed class LiteralCheck(SourceText source, List<Diagnostic> findings) : Check(source, findings)
{
    private const string Hint = "; perhaps you missed a comma?";

    protected override bool SkipsNames => true;

    public override void Visit(Node node)
    {
        switch (node)
        {
            case Assert { Test: Tuple { Elts.IsEmpty: false } } assert:
                Warn(assert, "assertion is always true, perhaps remove parentheses?");
                break;
            case Compare compare:
                Comparison(compare);
                break;
            case Call { Func: not Lambda } call when TypeOf(call.Func) is { } type:
                Warn(call, $"'{type}' object is not callable{Hint}");
                break;
            case Subscript { Ctx: ExprContext.Load } subscript:
                Index(subscript);
                break;
        }
        base.Visit(node);
    }

    private void Comparison(Compare compare)
    {
        var left = compare.Left;
        for (var i = 0; i < compare.Ops.Length; i++)
        {
            var right = compare.Comparators[i];
            if (compare.Ops[i] is CompareOperator.Is or CompareOperator.IsNot && (ConstantType(left) ?? ConstantType(right)) is { } type)
            {
                var (word, better) = compare.Ops[i] == CompareOperator.Is ? ("is", "==") : ("is not", "!=");
                Warn(compare, $"\"{word}\" with '{type}' literal. Did you mean \"{better}\"?");
                return;
            }
            left = right;
        }
    }

    /// <summary>The type of a constant that has no identity worth asking for.</summary>
    private static string? ConstantType(Expression expression) => expression switch
    {
        Constant { Value: null or bool or EllipsisValue } => null,
        Constant _ => TypeOf(expression),
        UnaryOp { Op: UnaryOperator.USub or UnaryOperator.UAdd, Operand: var operand } => ConstantType(operand),
        UnaryOp { Op: UnaryOperator.Invert, Operand: Constant { Value: BigInteger } } => "int",
        Tuple tuple when tuple.Elts.All(e => e is Constant || ConstantType(e) is not null) => "tuple",
        _ => null,
    };

    private void Index(Subscript subscript)
    {
        var isSubscriptable = subscript.Value is not (Constant { Value: null or EllipsisValue or BigInteger or double or Complex or bool }
            or Set or SetComp or GeneratorExp or TemplateStr or Lambda);
        if (!isSubscriptable)
        {
            Warn(subscript, $"'{TypeOf(subscript.Value)}' object is not subscriptable{Hint}");
            return;
        }
        if (subscript.Value is not (Constant _ or Tuple or List or ListComp or JoinedStr)) return;
        if (TypeOf(subscript.Slice) is { } index and not ("int" or "bool") && TypeOf(subscript.Value) is { } type)
            Warn(subscript, $"{type} indices must be integers or slices, not {index}{Hint}");
    }

    private static string? TypeOf(Expression expression) => expression switch
    {
        Tuple => "tuple",
        List or ListComp => "list",
        Dict or DictComp => "dict",
        Set or SetComp => "set",
        GeneratorExp => "generator",
        Lambda => "function",
        TemplateStr => "string.templatelib.Template",
        JoinedStr => "str",
        Constant { Value: var value } => value switch
        {
            null => "NoneType",
            bool => "bool",
            BigInteger => "int",
            double => "float",
            Complex => "complex",
            string => "str",
            byte[] => "bytes",
            _ => "ellipsis",
        },
        UnaryOp { Op: UnaryOperator.USub, Operand: Constant { Value: BigInteger or double or Complex } operand } => TypeOf(operand),
        _ => null,
    };
}
