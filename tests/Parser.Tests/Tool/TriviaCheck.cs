using Pytocs.Parser.Ast;
using Pytocs.Parser.Trivia;

namespace Pytocs.Parser.Tests.Tool;

/// <summary>Looks for comments that are attached to no node or to several.</summary>
internal static class TriviaCheck
{
    public static IEnumerable<string> Run(ParseResult result)
    {
        var counts = new Dictionary<Comment, int>(ReferenceEqualityComparer.Instance);
        foreach (var node in Tree.DescendantsAndSelf(result.Module))
        {
            Count(result.Trivia.Before(node), counts);
            Count(result.Trivia.After(node), counts);
            foreach (var block in Enum.GetValues<BlockKind>()) Count(result.Trivia.AtEnd(node, block), counts);
        }
        foreach (var comment in result.Trivia.All)
        {
            var count = counts.GetValueOrDefault(comment);
            if (count != 1) yield return $"{comment} is attached {count} times";
        }
    }

    public static IEnumerable<string> Show(ParseResult result)
    {
        foreach (var node in Tree.DescendantsAndSelf(result.Module))
        {
            var blank = result.Trivia.BlankLinesBefore(node);
            if (blank > 0) yield return $"{node}: {blank} blank before";
            foreach (var comment in result.Trivia.Before(node)) yield return $"{node} before {comment.Text}";
            foreach (var comment in result.Trivia.After(node)) yield return $"{node} after {comment.Text}";
            foreach (var block in Enum.GetValues<BlockKind>())
                foreach (var comment in result.Trivia.AtEnd(node, block)) yield return $"{node} end of {block} {comment.Text}";
        }
    }

    private static void Count(IReadOnlyList<Comment> comments, Dictionary<Comment, int> counts)
    {
        foreach (var comment in comments) counts[comment] = counts.GetValueOrDefault(comment) + 1;
    }
}
