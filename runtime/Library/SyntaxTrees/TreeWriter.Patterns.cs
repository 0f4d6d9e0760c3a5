using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>Patterns of <c>case</c> clauses.</summary>
internal sealed partial class TreeWriter
{
    private bool Pattern(Any node, string kind, Level around)
    {
        switch (kind)
        {
            case "MatchValue":
                Write(node.Get("value"));
                return true;
            case "MatchSingleton":
                Value(node.Get("value"));
                return true;
            case "MatchSequence":
                Between("[", "]", true, () => List(node.Get("patterns")));
                return true;
            case "MatchStar":
                _text.Append('*').Append(node.Get("name").IsNone ? "_" : Operators.Str(node.Get("name")));
                return true;
            case "MatchMapping":
                Between("{", "}", true, () => Mapping(node));
                return true;
            case "MatchClass":
                Write(node.Get("cls"), Level.Atom);
                Between("(", ")", true, () => Class(node));
                return true;
            case "MatchAs":
                var (name, inner) = (node.Get("name"), node.Get("pattern"));
                if (name.IsNone || inner.IsNone)
                {
                    _text.Append(name.IsNone ? "_" : Operators.Str(name));
                    return true;
                }
                Between("(", ")", around > Level.Test, () =>
                {
                    Write(inner, Level.BitOr);
                    _text.Append(" as ").Append(Operators.Str(name));
                });
                return true;
            case "MatchOr":
                Between("(", ")", around > Level.BitOr, () =>
                {
                    var isFirst = true;
                    foreach (var pattern in node.Get("patterns"))
                    {
                        _text.Append(isFirst ? "" : " | ");
                        isFirst = false;
                        Write(pattern, Level.BitXor);
                    }
                });
                return true;
            default:
                return false;
        }
    }

    private void Mapping(Any node)
    {
        var (keys, patterns) = (Operators.ToList(node.Get("keys")), Operators.ToList(node.Get("patterns")));
        List(Pairs(keys, patterns), pair =>
        {
            Write(pair.First);
            _text.Append(": ");
            Write(pair.Second);
        });
        if (node.Get("rest") is { IsNone: false } rest)
            _text.Append(keys.Count > 0 ? ", **" : "**").Append(Operators.Str(rest));
    }

    private void Class(Any node)
    {
        var patterns = Operators.ToList(node.Get("patterns"));
        List(patterns, p => Write(p));
        var names = Operators.ToList(node.Get("kwd_attrs"));
        if (names.Count == 0)
            return;
        _text.Append(patterns.Count > 0 ? ", " : "");
        List(Pairs(names, Operators.ToList(node.Get("kwd_patterns"))), pair =>
        {
            _text.Append(Operators.Str(pair.First)).Append('=');
            Write(pair.Second);
        });
    }

    /// <exception cref="ValueError">One list is longer.</exception>
    private static IEnumerable<(Any First, Any Second)> Pairs(IReadOnlyList<Any> first, IReadOnlyList<Any> second)
        => first.Count == second.Count ? first.Zip(second) : throw new ValueError($"zip() argument 2 is {(first.Count > second.Count ? "shorter" : "longer")} than argument 1");
}
