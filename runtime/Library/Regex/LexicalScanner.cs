using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// The class <c>re.Scanner</c>, which cuts a text into tokens by a list of patterns and of what each stands for.
/// See <see href="https://docs.python.org/3.13/library/re.html#writing-a-tokenizer">tokenizers</see>.
/// </summary>
internal static class LexicalScanner
{
    public static PyType Declare()
    {
        return PyType.Emitted("Scanner", "re")
            .Method("__init__", "self, lexicon, flags=0", static (self, lexicon, flags) => Lib.Do(() =>
            {
                self.Set("lexicon", lexicon);
                var phrases = Operators.ToList(lexicon).Select(static entry => entry[0]).ToList();
                self.Set("_phrases", Lib.List(phrases.Select(phrase => (Any)ReModule.Compile(phrase, flags))));
                self.Set("scanner", Whole(phrases, flags));
            }))
            .Method("scan", "self, string", static (self, text) => Scan(self, text));
    }

    /// <summary>All phrases as one pattern, a group each.</summary>
    private static PyPattern Whole(List<Any> phrases, Any flags)
    {
        var (open, between, close) = phrases is [{ Ref: PyBytesBase }, ..] ? ((Any)new PyBytes([(byte)'(']), (Any)new PyBytes(")|("u8.ToArray()), (Any)new PyBytes([(byte)')'])) : ("(", ")|(", ")");
        return ReModule.Compile(open + between.Invoke("join", Lib.List(phrases)) + close, flags);
    }

    /// <summary>The values of the tokens, and the rest of the text where no pattern fits any more, or where one fits nothing.</summary>
    private static PyTuple Scan(Any self, Any text)
    {
        var found = new PyList<Any>();
        var entries = Operators.ToList(self.Get("lexicon"));
        var patterns = Operators.ToList(self.Get("_phrases"));
        var at = 0L;
        while (true)
        {
            var (entry, match) = First(entries, patterns, text, at);
            if (match.IsNone)
                break;
            var end = Lib.Int(match.Invoke("end"));
            if (end == at)
                break;
            var action = entry[1];
            if (Builtins.Callable(action))
            {
                self.Set("match", match);
                action = action.Call(self, match.Invoke("group"));
            }
            if (!action.IsNone)
                found.Append(action);
            at = end;
        }
        return PyTuple.Of(found, Operators.GetItem(text, new PySlice(at, Any.None, Any.None)));
    }

    private static (Any Entry, Any Match) First(List<Any> entries, List<Any> patterns, Any text, long at)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            var match = patterns[i].Invoke("match", text, at);
            if (!match.IsNone)
                return (entries[i], match);
        }
        return (Any.None, Any.None);
    }
}
