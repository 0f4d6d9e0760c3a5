using System.Collections.Immutable;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>Targets are read as expressions and then checked.</summary>
internal static class Targets
{
    /// <summary>
    /// The expression as a target of an assignment, or null if it cannot be one.
    /// star_targets: star_target !',' | star_target (',' star_target)* [',']
    /// </summary>
    public static Expression? Store(Expression target) => IsStarTarget(target, starred: true) ? Mark(target, ExprContext.Store) : null;

    /// <summary>
    /// The expression as the only target of an assignment with an operator or an annotation.
    /// single_target: single_subscript_attribute_target | NAME | '(' single_target ')'
    /// </summary>
    public static Expression? StoreSingle(Expression target) =>
        target is Name or Attribute or Subscript ? Mark(target, ExprContext.Store) : null;

    /// <summary>
    /// The expressions as targets of `del`.
    /// del_target: t_primary '.' NAME | t_primary '[' slices ']' | NAME | '(' [del_targets] ')' | '[' [del_targets] ']'
    /// </summary>
    public static ImmutableArray<Expression>? Delete(ImmutableArray<Expression> targets)
    {
        foreach (var target in targets)
            if (!IsDeleteTarget(target)) return null;
        foreach (var target in targets) Mark(target, ExprContext.Del);
        return targets;
    }

    private static bool IsStarTarget(Expression target, bool starred) => target switch
    {
        Name or Attribute or Subscript => true,
        Starred star => starred && IsStarTarget(star.Value, starred: false),
        Tuple tuple => tuple.Elts.All(e => IsStarTarget(e, starred: true)),
        List list => list.Elts.All(e => IsStarTarget(e, starred: true)),
        _ => false,
    };

    private static bool IsDeleteTarget(Expression target) => target switch
    {
        Name or Attribute or Subscript => true,
        Tuple tuple => tuple.Elts.All(IsDeleteTarget),
        List list => list.Elts.All(IsDeleteTarget),
        _ => false,
    };

    private static Expression Mark(Expression target, ExprContext context)
    {
        switch (target)
        {
            case Name name: name.Ctx = context; break;
            case Attribute attribute: attribute.Ctx = context; break;
            case Subscript subscript: subscript.Ctx = context; break;
            case Starred starred:
                starred.Ctx = context;
                Mark(starred.Value, context);
                break;
            case Tuple tuple:
                tuple.Ctx = context;
                foreach (var element in tuple.Elts) Mark(element, context);
                break;
            case List list:
                list.Ctx = context;
                foreach (var element in list.Elts) Mark(element, context);
                break;
        }
        return target;
    }
}
