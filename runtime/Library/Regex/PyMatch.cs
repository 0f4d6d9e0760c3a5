using System.Text.RegularExpressions;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>Python's <c>re.Match</c>.</summary>
public sealed partial class PyMatch : PyObject
{
    internal PyMatch(PyPattern pattern, RegexInput input, Match match) => (Pattern, Input, Match) = (pattern, input, match);

    public override PyType Class => Library.MatchType.Type;

    internal PyPattern Pattern { get; }

    internal RegexInput Input { get; }

    internal Match Match { get; }

    private Group Of(int index) => index == 0 ? Match : Match.Groups[index.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    internal bool Has(int index) => Of(index).Success;

    /// <summary>A group's text, or a default where it did not take part.</summary>
    internal Any Get(int index, Any fallback)
    {
        var group = Of(index);
        return group.Success ? Input.Part(group.Index, group.Index + group.Length) : fallback;
    }

    /// <summary>A group's bounds in code points; -1 where it did not take part.</summary>
    internal (int Start, int End) SpanOf(int index)
    {
        var group = Of(index);
        return group.Success ? (Str.Position(Input.Text, group.Index), Str.Position(Input.Text, group.Index + group.Length)) : (-1, -1);
    }

    /// <summary>The group that closed last, or 0.</summary>
    internal int LastIndex
    {
        get
        {
            var best = 0;
            for (var i = 1; i <= Pattern.Groups; i++)
            {
                var group = Of(i);
                if (!group.Success)
                    continue;
                var end = group.Index + group.Length;
                var bestEnd = best == 0 ? -1 : Of(best).Index + Of(best).Length;
                if (best == 0 || end > bestEnd || (end == bestEnd && !Pattern.IsInside(i, best)))
                    best = i;
            }
            return best;
        }
    }

    internal string? LastGroup => LastIndex is > 0 and var last && Pattern.Names.Find(n => n.Value == last) is { Key: { } name } ? name : null;
}
