namespace Pytocs.Runtime.Core;

/// <summary>
/// Universal newlines over a text that comes in parts: which line ends were met, and the <c>\r</c> that may be half of one.
/// See <see href="https://docs.python.org/3.13/library/io.html#io.TextIOBase.newlines">newlines</see>.
/// </summary>
internal struct LineEnds
{
    private int _seen;

    /// <summary>Whether a <c>\r</c> waits for what follows it.</summary>
    public bool IsPending { get; set; }

    /// <summary>None, one line end, or a tuple of them.</summary>
    public readonly Any Seen
    {
        get
        {
            var kinds = new List<Any>();
            foreach (var (bit, text) in ((int, string)[])[(1, "\r"), (2, "\n"), (4, "\r\n")])
                if ((_seen & bit) != 0)
                    kinds.Add(text);
            return kinds.Count == 0 ? Any.None : kinds.Count == 1 ? kinds[0] : new PyTuple([.. kinds]);
        }
    }

    public void Forget() => _seen = 0;

    /// <summary>Takes the next part of the text; a <c>\r</c> at its end waits unless the part is the last one.</summary>
    public string Take(string text, bool final, bool translates)
    {
        if (IsPending && (text.Length > 0 || final))
        {
            text = "\r" + text;
            IsPending = false;
        }
        if (!final && text.EndsWith('\r'))
        {
            text = text[..^1];
            IsPending = true;
        }
        if (!text.Contains('\r', StringComparison.Ordinal))
        {
            if ((_seen & 2) == 0 && text.Contains('\n', StringComparison.Ordinal))
                _seen |= 2;
            return text;
        }
        for (var i = 0; i < text.Length; i++)
        {
            var pair = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            _seen |= pair ? 4 : text[i] == '\r' ? 1 : text[i] == '\n' ? 2 : 0;
            if (pair)
                i++;
        }
        return translates ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
    }
}
