using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Differences of texts in the formats of the program diff.</summary>
internal static class DiffTexts
{
    /// <summary>Runs of changes with so many unchanged elements around them.</summary>
    public static IEnumerable<List<Opcode>> Grouped<T>(SequenceMatcher<T> matcher, int context)
        where T : notnull
    {
        var codes = matcher.Opcodes().ToList();
        if (codes.Count == 0)
            codes = [new Opcode("equal", 0, 1, 0, 1)];
        if (codes[0] is { Tag: "equal" } first)
            codes[0] = first with { ALow = Math.Max(first.ALow, first.AHigh - context), BLow = Math.Max(first.BLow, first.BHigh - context) };
        if (codes[^1] is { Tag: "equal" } last)
            codes[^1] = last with { AHigh = Math.Min(last.AHigh, last.ALow + context), BHigh = Math.Min(last.BHigh, last.BLow + context) };
        var group = new List<Opcode>();
        foreach (var code in codes)
        {
            var rest = code;
            if (code.Tag == "equal" && code.AHigh - code.ALow > 2 * context)
            {
                group.Add(code with { AHigh = Math.Min(code.AHigh, code.ALow + context), BHigh = Math.Min(code.BHigh, code.BLow + context) });
                yield return group;
                group = [];
                rest = code with { ALow = Math.Max(code.ALow, code.AHigh - context), BLow = Math.Max(code.BLow, code.BHigh - context) };
            }
            group.Add(rest);
        }
        if (group.Count > 0 && group is not [{ Tag: "equal" }])
            yield return group;
    }

    /// <summary>The lines of an argument.</summary>
    /// <exception cref="TypeError">The first is no str.</exception>
    public static List<string> Lines(Any lines)
    {
        var items = Operators.ToList(lines);
        if (items.Count > 0 && PyValueInstance.Unwrap(items[0]).Ref is not string)
            throw new TypeError($"lines to compare must be str, not {PyType.Of(items[0]).Name} ({Operators.Repr(items[0])})");
        return [.. items.Select(Operators.Str)];
    }

    private static string[] Texts(Any[] a)
    {
        foreach (var argument in a)
            if (PyValueInstance.Unwrap(argument).Ref is not string)
                throw new TypeError($"all arguments must be str, not: {Operators.Repr(argument)}");
        return [.. a.Select(Operators.Str)];
    }

    private static string Dated(string mark, string file, string date, string end) => $"{mark} {file}{(date.Length > 0 ? "\t" + date : "")}{end}";

    public static IEnumerable<string> Unified(Any[] arguments)
    {
        var (a, b) = (Lines(arguments[0]), Lines(arguments[1]));
        var t = Texts([.. arguments[2..6], arguments[7]]);
        var end = t[4];
        var started = false;
        foreach (var group in Grouped(new SequenceMatcher<string>(a, b), (int)Lib.Int(arguments[6])))
        {
            if (!started)
            {
                started = true;
                yield return Dated("---", t[0], t[2], end);
                yield return Dated("+++", t[1], t[3], end);
            }
            yield return $"@@ -{Range(group[0].ALow, group[^1].AHigh)} +{Range(group[0].BLow, group[^1].BHigh)} @@{end}";
            foreach (var code in group)
            {
                for (var i = code.ALow; i < code.AHigh && code.Tag != "insert"; i++)
                    yield return (code.Tag == "equal" ? " " : "-") + a[i];
                for (var j = code.BLow; j < code.BHigh && code.Tag is "replace" or "insert"; j++)
                    yield return "+" + b[j];
            }
        }
    }

    public static string Range(int start, int stop) => (stop - start) switch { 1 => $"{start + 1}", 0 => $"{start},0", var length => $"{start + 1},{length}" };

    public static IEnumerable<string> Context(Any[] arguments)
    {
        var (a, b) = (Lines(arguments[0]), Lines(arguments[1]));
        var t = Texts([.. arguments[2..6], arguments[7]]);
        var end = t[4];
        var started = false;
        foreach (var group in Grouped(new SequenceMatcher<string>(a, b), (int)Lib.Int(arguments[6])))
        {
            if (!started)
            {
                started = true;
                yield return Dated("***", t[0], t[2], end);
                yield return Dated("---", t[1], t[3], end);
            }
            yield return "***************" + end;
            yield return $"*** {ContextRange(group[0].ALow, group[^1].AHigh)} ****{end}";
            foreach (var line in Side(group, "delete", static c => (c.ALow, c.AHigh), a))
                yield return line;
            yield return $"--- {ContextRange(group[0].BLow, group[^1].BHigh)} ----{end}";
            foreach (var line in Side(group, "insert", static c => (c.BLow, c.BHigh), b))
                yield return line;
        }
    }

    /// <summary>The lines of one side, none where it has no changes.</summary>
    private static IEnumerable<string> Side(List<Opcode> group, string own, Func<Opcode, (int Low, int High)> range, List<string> lines)
    {
        if (!group.Exists(c => c.Tag == own || c.Tag == "replace"))
            yield break;
        var other = own == "delete" ? "insert" : "delete";
        foreach (var code in group.Where(c => c.Tag != other))
        {
            var mark = code.Tag switch { "insert" => "+ ", "delete" => "- ", "replace" => "! ", _ => "  " };
            var (low, high) = range(code);
            for (var i = low; i < high; i++)
                yield return mark + lines[i];
        }
    }

    public static string ContextRange(int start, int stop) => (stop - start) switch { 0 => $"{start}", 1 => $"{start + 1}", var length => $"{start + 1},{start + length}" };
}
