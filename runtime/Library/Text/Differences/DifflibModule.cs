using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/difflib.html">difflib</see>.</summary>
internal static partial class DifflibModule
{
    private const string Files = "a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm=";

    private static readonly PyType s_generator = PyIterator.DeclareType("generator");

    /// <summary>Whether a character is a blank or tab.</summary>
    public static readonly PyFunction IsCharacterJunk = new("IS_CHARACTER_JUNK", "ch, ws=", static (Any[] a) => a[1].Contains(a[0]), " \t") { Module = "difflib" };

    private static readonly PyType s_differ = new ClassMaker("Differ", "difflib")
        .Method("__init__", "self, linejunk=None, charjunk=None", static a =>
        {
            a[0].Set("linejunk", a[1]);
            a[0].Set("charjunk", a[2]);
            return Any.None;
        })
        .Method("compare", "self, a, b", static a => Compare(a[1], a[2], a[0].Get("linejunk"), a[0].Get("charjunk")))
        .Make(PyType.Object);

    public static PyModule Build()
    {
        var module = new PyModule("difflib").Type(MatcherType.Type).Type(MatcherType.MatchClass).Type(s_differ).Type(HtmlDiffType.Type)
            .Function("IS_LINE_JUNK", "line", static (Any[] a) => JunkLine().IsMatch(Lib.Text(a[0])))
            .Value("IS_CHARACTER_JUNK", IsCharacterJunk)
            .Function("get_close_matches", "word, possibilities, n=3, cutoff=0.6", static a => MatcherType.CloseMatches(a[0], a[1], a[2], a[3]))
            .Function("unified_diff", Files, static a => Lines(DiffTexts.Unified(a)), "\n")
            .Function("context_diff", Files, static a => Lines(DiffTexts.Context(a)), "\n")
            .Function("restore", "delta, which", static (delta, which) => Lines(Restored(delta, which)))
            .Function("diff_bytes", "dfunc, a, b, fromfile=, tofile=, fromfiledate=, tofiledate=, n=3, lineterm=", static a => new SequenceOf(s_generator, OfBytes(a)), PyBytes.Empty, PyBytes.Empty, PyBytes.Empty, PyBytes.Empty, PyBytes.FromLatin1("\n"));
        module.Function("_format_range_unified", "start, stop", static (start, stop) => DiffTexts.Range((int)Lib.Int(start), (int)Lib.Int(stop)))
            .Function("_format_range_context", "start, stop", static (start, stop) => DiffTexts.ContextRange((int)Lib.Int(start), (int)Lib.Int(stop)))
            .Function("_mdiff", "fromlines, tolines, context=None, linejunk=None, charjunk=", static a => Lib.Generator(new SideBySide(Operators.ToList(Compare(a[0], a[1], a[3], a[4])).Select(Operators.Str)).Rows(a[2].IsNone ? null : (int)Lib.Int(a[2])).Select(Row)), IsCharacterJunk);
        return module.Function("ndiff", "a, b, linejunk=None, charjunk=", static a => Compare(a[0], a[1], a[2], a[3]), IsCharacterJunk);
    }

    private static Any Row(DiffRow row)
    {
        static Any Cell(DiffCell cell) => PyTuple.Of(long.TryParse(cell.Number, out var number) ? number : (Any)cell.Number, cell.Text);
        return row is { From: { } from, To: { } to } ? PyTuple.Of(Cell(from), Cell(to), row.IsChanged) : PyTuple.Of(Any.None, Any.None, Any.None);
    }

    [GeneratedRegex(@"\A\s*(?:#\s*)?$")]
    private static partial Regex JunkLine();

    private static SequenceOf Lines(IEnumerable<string> lines) => new(s_generator, lines.Select(static l => (Any)l));

    private static SequenceOf Compare(Any a, Any b, Any lineJunk, Any characterJunk)
        => Lines(Differ.Compare(
            [.. Operators.ToList(a).Select(Operators.Str)], [.. Operators.ToList(b).Select(Operators.Str)],
            lineJunk.IsNone ? null : line => lineJunk.Call(line).Truth, characterJunk.IsNone ? null : c => characterJunk.Call(c.ToString()).Truth));

    /// <exception cref="ValueError">The side is neither 1 nor 2.</exception>
    private static IEnumerable<string> Restored(Any delta, Any which)
    {
        var mark = Lib.Int(which) switch { 1 => "- ", 2 => "+ ", _ => throw new ValueError($"unknown delta choice (must be 1 or 2): {Operators.Repr(which)}") };
        foreach (var line in delta)
            if (Operators.Str(line) is var text && (text.StartsWith("  ", StringComparison.Ordinal) || text.StartsWith(mark, StringComparison.Ordinal)))
                yield return text[2..];
    }

    private static IEnumerable<Any> OfBytes(Any[] a)
    {
        static Any Text(Any data)
            => data.Ref is PyBytesBase bytes ? Codecs.Decode(bytes.Span, "ascii", "surrogateescape")
                : throw new TypeError($"all arguments must be bytes, not {PyType.Of(data).Name} ({Operators.Repr(data)})");
        static Any All(Any lines) => new PyList<Any>(Operators.ToList(lines).Select(Text));
        foreach (var line in a[0].Call(new Arguments { All(a[1]), All(a[2]), Text(a[3]), Text(a[4]), Text(a[5]), Text(a[6]), a[7], Text(a[8]) }))
            yield return PyBytes.Wrap(Codecs.Encode(Operators.Str(line), "ascii", "surrogateescape"));
    }
}
