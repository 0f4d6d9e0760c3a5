using System.Diagnostics;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>Patterns of case clauses.</summary>
internal sealed partial class CodeBuilder
{
    private Pattern Pattern(Py.Pattern node)
    {
        switch (node)
        {
            case Py.MatchValue value: return new ValuePattern(Expr(value.Value), false, Mark(value));
            case Py.MatchSingleton singleton: return new ValuePattern(Folded(Value(singleton.Value)), true, Mark(singleton));
            case Py.MatchAs capture: return new AsPattern(capture.Pattern is null ? null : Pattern(capture.Pattern), capture.Name is null ? null : Target(capture.Name, capture));
            case Py.MatchStar star: return new AsPattern(null, star.Name is null ? null : Target(star.Name, star));
            case Py.MatchOr or: return new OrPattern([.. or.Patterns.Select(Pattern)]);
            case Py.MatchSequence sequence:
                var star2 = -1;
                for (var i = 0; i < sequence.Patterns.Length; i++)
                    if (sequence.Patterns[i] is Py.MatchStar)
                        star2 = i;
                return new SequencePattern([.. sequence.Patterns.Select(Pattern)], star2, Mark(sequence));
            case Py.MatchMapping mapping:
                return new MappingPattern([.. mapping.Keys.Select(Expr)], [.. mapping.Patterns.Select(Pattern)], mapping.Rest is null ? null : Target(mapping.Rest, mapping), Mark(mapping));
            case Py.MatchClass cls:
                return new ClassPattern(Expr(cls.Cls), [.. cls.Patterns.Concat(cls.KwdPatterns).Select(Pattern)], cls.Patterns.Length, [.. cls.KwdAttrs], Mark(cls));
            default: throw new UnreachableException(node.AsdlName);
        }
    }
}
