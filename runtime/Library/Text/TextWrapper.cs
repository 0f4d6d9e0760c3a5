using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Python's <see href="https://docs.python.org/3.13/library/textwrap.html#textwrap.TextWrapper">textwrap.TextWrapper</see>; subclasses may replace each step.</summary>
internal static partial class TextWrapper
{
    private const string Space = "\t\n\v\f\r ";

    public static readonly PyType Type = new ClassMaker("TextWrapper", "textwrap")
        .Method(
            "__init__",
            "self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False, break_long_words=True, "
                + "drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=' [...]'",
            static a => Create(a))
        .Method("_munge_whitespace", "text", static (self, text) => PyValueInstance.Unwrap(text).Ref is string s ? Munged(self, s) : MungedObject(self, text))
        .Method("_split", "text", static (self, text) => Lib.List(Split(Operators.Str(text), self.Get("break_on_hyphens").Truth)))
        .Method("_fix_sentence_endings", "chunks", static (_, chunks) => Lib.Do(() => FixSentenceEndings((PyList)chunks.Ref!)))
        .Method("_handle_long_word", "self, reversed_chunks, cur_line, cur_len, width", static a => Lib.Do(() => LongWord(a[0], (PyList)a[1].Ref!, (PyList)a[2].Ref!, (int)Lib.Int(a[3]), (int)Lib.Int(a[4]))))
        .Method("_wrap_chunks", "chunks", static (self, chunks) => Lib.List(Wrapped(self, (PyList)chunks.Ref!)))
        .Method("_split_chunks", "text", static (self, text) => self.Invoke("_split", self.Invoke("_munge_whitespace", text)))
        .Method("wrap", "text", static (self, text) => Wrap(self, text))
        .Method("fill", "text", static (self, text) => Str.JoinAny("\n", self.Invoke("wrap", text)))
        .Make(PyType.Object);

    private static readonly string[] s_settings =
    [
        "width", "initial_indent", "subsequent_indent", "expand_tabs", "replace_whitespace", "fix_sentence_endings", "break_long_words", "drop_whitespace",
        "break_on_hyphens", "tabsize", "max_lines", "placeholder",
    ];

    private static Any Create(Any[] a)
    {
        for (var i = 0; i < s_settings.Length; i++)
            a[0].Set(s_settings[i], a[i + 1]);
        return Any.None;
    }

    /// <summary>What is no str: its own methods answer.</summary>
    private static Any MungedObject(Any self, Any text)
    {
        if (self.Get("expand_tabs").Truth)
            text = text.Invoke("expandtabs", self.Get("tabsize"));
        return self.Get("replace_whitespace").Truth ? text.Invoke("translate", new PyDict<Any, Any>(Space.Select(static c => KeyValuePair.Create((Any)(long)c, (Any)(long)' ')))) : text;
    }

    private static string Munged(Any self, string text)
    {
        if (self.Get("expand_tabs").Truth)
            text = Str.ExpandTabs(text, Lib.Int(self.Get("tabsize")));
        return self.Get("replace_whitespace").Truth ? string.Concat(text.Select(static c => Space.Contains(c, StringComparison.Ordinal) ? ' ' : c)) : text;
    }

    /// <summary>White space, dashes between words, and words divided after their hyphens.</summary>
    [GeneratedRegex("""
        ([\t\n\v\f\r ]+
        |(?<=[\p{L}\p{N}_!"'&.,?])-{2,}(?=[\p{L}\p{N}_])
        |[^\t\n\v\f\r ]+?(?:
            -(?:(?<=[\p{L}\p{Nl}\p{No}_]{2}-)|(?<=[\p{L}\p{Nl}\p{No}_]-[\p{L}\p{Nl}\p{No}_]-))(?=[\p{L}\p{Nl}\p{No}_]-?[\p{L}\p{Nl}\p{No}_])
            |(?=[\t\n\v\f\r\ ]|\z)
            |(?<=[\p{L}\p{N}_!"'&.,?])(?=-{2,}[\p{L}\p{N}_])))
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"([\t\n\v\f\r ]+)")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[a-z][.!?][""']?\z")]
    private static partial Regex SentenceEnd();

    private static IEnumerable<string> Split(string text, bool onHyphens)
        => (onHyphens ? Pieces() : Spaces()).Split(text).Where(static p => p.Length > 0);

    /// <summary>A sentence is followed by two spaces.</summary>
    private static void FixSentenceEndings(PyList chunks)
    {
        for (var i = 0; i < chunks.Count - 1; i++)
        {
            if (Operators.Str(chunks.Get(i + 1)) == " " && SentenceEnd().IsMatch(Operators.Str(chunks.Get(i))))
            {
                chunks.Set(i + 1, "  ");
                i++;
            }
        }
    }

    /// <summary>Puts what fits of a word that is longer than a line.</summary>
    private static void LongWord(Any self, PyList chunks, PyList line, int length, int width)
    {
        var room = width < 1 ? 1 : width - length;
        if (self.Get("break_long_words").Truth)
        {
            var chunk = Operators.Str(chunks.Get(-1));
            var end = room;
            if (self.Get("break_on_hyphens").Truth && Str.Length(chunk) > room)
            {
                var hyphen = chunk[..Str.Offset(chunk, room)].LastIndexOf('-');
                if (hyphen > 0 && chunk[..hyphen].Any(static c => c != '-'))
                    end = Str.Length(chunk[..hyphen]) + 1;
            }
            var cut = Str.Offset(chunk, end);
            line.AppendAny(chunk[..cut]);
            chunks.Set(-1, chunk[cut..]);
        }
        else if (line.Count == 0)
        {
            line.AppendAny(chunks.PopAny(-1));
        }
    }

    private static PyList<Any> Reversed(PyList list)
    {
        var result = new PyList<Any>(Operators.ToList(list));
        result.Reverse();
        return result;
    }

    private static Any Wrap(Any self, Any text)
    {
        var chunks = self.Invoke("_split_chunks", text);
        if (self.Get("fix_sentence_endings").Truth)
            self.Invoke("_fix_sentence_endings", chunks);
        return self.Invoke("_wrap_chunks", chunks);
    }

    private static List<string> Wrapped(Any self, PyList given)
    {
        var width = Lib.Int(self.Get("width"));
        if (width <= 0)
            throw new ValueError($"invalid width {Operators.Repr(self.Get("width"))} (must be > 0)");
        var most = self.Get("max_lines");
        var placeholder = Operators.Str(self.Get("placeholder"));
        if (!most.IsNone)
        {
            var indent = Operators.Str(self.Get(Lib.Int(most) > 1 ? "subsequent_indent" : "initial_indent"));
            if (Str.Length(indent) + Str.Length(Str.LStrip(placeholder)) > width)
                throw new ValueError("placeholder too large for max width");
        }
        var lines = new List<string>();
        var chunks = Reversed(given);
        var drop = self.Get("drop_whitespace").Truth;
        while (chunks.Count > 0)
        {
            var indent = Operators.Str(self.Get(lines.Count > 0 ? "subsequent_indent" : "initial_indent"));
            var line = new Line(width - Str.Length(indent));
            if (drop && lines.Count > 0 && Str.Strip(Last(chunks)).Length == 0)
                chunks.PopAny(-1);
            Fill(self, chunks, line);
            if (drop && line.Parts.Count > 0 && Str.Strip(Last(line.Parts)).Length == 0)
                line.Drop();
            if (line.Parts.Count == 0)
                continue;
            var last = most.IsNone || lines.Count + 1 < Lib.Int(most)
                || ((chunks.Count == 0 || (drop && chunks.Count == 1 && Str.Strip(Last(chunks)).Length == 0)) && line.Length <= line.Width);
            if (last)
            {
                lines.Add(indent + line.Text);
                continue;
            }
            Shorten(lines, line, indent, placeholder, width);
            break;
        }
        return lines;
    }

    private static string Last(PyList list) => Operators.Str(list.Get(-1));

    private static void Fill(Any self, PyList<Any> chunks, Line line)
    {
        while (chunks.Count > 0 && line.Length + Str.Length(Last(chunks)) <= line.Width)
            line.Add(Operators.Str(chunks.PopAny(-1)));
        if (chunks.Count == 0 || Str.Length(Last(chunks)) <= line.Width)
            return;
        self.Invoke("_handle_long_word", new Arguments { chunks, line.Parts, line.Length, line.Width });
        line.Measure();
    }

    /// <summary>The last line that is allowed, cut so that the placeholder fits.</summary>
    private static void Shorten(List<string> lines, Line line, string indent, string placeholder, long width)
    {
        while (line.Parts.Count > 0)
        {
            if (Str.Strip(Last(line.Parts)).Length > 0 && line.Length + Str.Length(placeholder) <= line.Width)
            {
                lines.Add(indent + line.Text + placeholder);
                return;
            }
            line.Drop();
        }
        if (lines.Count > 0)
        {
            var previous = Str.RStrip(lines[^1]);
            if (Str.Length(previous) + Str.Length(placeholder) <= width)
            {
                lines[^1] = previous + placeholder;
                return;
            }
        }
        lines.Add(indent + Str.LStrip(placeholder));
    }

    /// <summary>The line that is being filled.</summary>
    private sealed class Line(long width)
    {
        public PyList<Any> Parts { get; } = new();

        public long Width => width;

        public long Length { get; private set; }

        public string Text => string.Concat(Parts.Select(static p => Operators.Str(p)));

        public void Add(string part)
        {
            Parts.Append(part);
            Length += Str.Length(part);
        }

        public void Drop() => Length -= Str.Length(Operators.Str(Parts.PopAny(-1)));

        public void Measure() => Length = Parts.Sum(static p => Str.Length(Operators.Str(p)));
    }
}
