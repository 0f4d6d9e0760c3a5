using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Which parts of a message are its text, and which are attached to it.</summary>
internal static class MimeBodies
{
    private static (string Main, string Sub) Type(Any part) => Operators.Str(part.Invoke("get_content_type")).Split('/') is [var main, var sub] ? (main, sub) : ("", "");

    public static Any Best(Any self, List<string> wanted)
    {
        var best = wanted.Count;
        Any body = Any.None;
        foreach (var (rank, part) in Candidates(self, wanted))
        {
            if (rank < best)
                (best, body) = (rank, part);
            if (best == 0)
                break;
        }
        return body;
    }

    private static IEnumerable<(int Rank, Any Part)> Candidates(Any part, List<string> wanted)
    {
        if (part.Invoke("is_attachment").Truth)
            yield break;
        var (main, sub) = Type(part);
        if (main == "text")
        {
            if (wanted.IndexOf(sub) is >= 0 and var rank)
                yield return (rank, part);
            yield break;
        }
        if (main != "multipart" || !part.Invoke("is_multipart").Truth)
            yield break;
        if (sub != "related")
        {
            foreach (var inner in Operators.Iter(part.Invoke("iter_parts")))
                foreach (var found in Candidates(inner, wanted))
                    yield return found;
            yield break;
        }
        if (wanted.IndexOf("related") is >= 0 and var related)
            yield return (related, part);
        if (Root(part) is { IsNone: false } root)
            foreach (var found in Candidates(root, wanted))
                yield return found;
    }

    /// <summary>The part to which the others are related.</summary>
    private static Any Root(Any part)
    {
        var parts = Operators.ToList(part.Invoke("get_payload"));
        var start = part.Invoke("get_param", "start");
        if (start.Truth && parts.FirstOrDefault(p => Operators.Equal(p["content-id"], start), Any.Unbound) is { IsUnbound: false } named)
            return named;
        return parts.Count > 0 ? parts[0] : Any.None;
    }

    public static IEnumerable<Any> Attachments(Any self)
    {
        var (main, sub) = Type(self);
        if (main != "multipart" || sub == "alternative" || self.Invoke("get_payload").Ref is not PyList)
            yield break;
        var parts = Operators.ToList(self.Invoke("get_payload"));
        if (sub == "related")
        {
            var root = Root(self);
            foreach (var part in parts)
                if (!Operators.Is(part, root))
                    yield return part;
            yield break;
        }
        var seen = new HashSet<string>();
        foreach (var part in parts)
        {
            var (partMain, partSub) = Type(part);
            var isBody = (partMain, partSub) is ("text", "plain") or ("text", "html") or ("multipart", "related") or ("multipart", "alternative");
            // The first of each kind is the text.
            if (!isBody || part.Invoke("is_attachment").Truth || !seen.Add(partSub))
                yield return part;
        }
    }
}
