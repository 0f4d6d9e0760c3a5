using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The levels of a traceback, ready to be shown. See <see href="https://docs.python.org/3.13/library/traceback.html#traceback.StackSummary">StackSummary</see>.</summary>
internal static class StackSummary
{
    private const int Cutoff = 3;

    /// <summary>A list of frame summaries.</summary>
    public static readonly PyType Type = new ClassMaker("StackSummary", "traceback")
        .Method("format", "self, **kwargs", static a => Lib.List(Texts(a[0])))
        .Method("format_frame_summary", "self, frame_summary, **kwargs", static a => ((FrameSummary)a[1].Ref!).Text())
        .ClassMethod("from_list", "cls, a_list", static a => Of(Operators.ToList(a[1])))
        .ClassMethod("extract", "cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False",
            static a => Of(Limited([.. Operators.ToList(a[1])], a[2]).Select(pair => (Any)FrameSummary.Of(pair[0], pair[1], a[4].Truth)), (PyType)a[0].Ref!))
        .Make(ListType.Type);

    /// <summary>What a limit, or <c>sys.tracebacklimit</c>, leaves.</summary>
    public static IEnumerable<T> Limited<T>(List<T> frames, Any limit)
    {
        if (limit.IsNone)
        {
            limit = TracebackText.GivenLimit is { } given ? given : Any.None;
        }
        return limit.IsNone ? frames : Lib.Int(limit) is >= 0 and var count ? frames.Take((int)count) : frames.TakeLast((int)-Lib.Int(limit));
    }

    public static Any Of(IEnumerable<Any> frames, PyType? type = null)
    {
        var list = new PyList<Any>(frames.Select(static f => f.Ref is FrameSummary ? f : FrameSummary.From(PyTuple.From(f))));
        list.SetClass(type ?? Type);
        return list;
    }

    /// <summary>The text of each level; of many equal ones the first three and a line that counts the rest.</summary>
    public static IEnumerable<string> Texts(Any frames)
    {
        var isOwn = PyType.Of(frames) is { IsBuiltin: false } type && type.IsSubclassOf(Type) && !ReferenceEquals(type, Type);
        var count = 0;
        FrameSummary? last = null;
        foreach (var frame in Operators.ToList(frames))
        {
            var summary = frame.Ref as FrameSummary ?? FrameSummary.From(PyTuple.From(frame));
            var text = isOwn ? frames.Invoke("format_frame_summary", summary) : summary.Text();
            if (text.IsNone)
                continue;
            if (last is null || last.Level.File != summary.Level.File || last.Level.Line != summary.Level.Line || last.Level.Name != summary.Level.Name)
            {
                if (count > Cutoff)
                    yield return Repeated(count);
                (last, count) = (summary, 0);
            }
            if (++count <= Cutoff)
                yield return Operators.Str(text);
        }
        if (count > Cutoff)
            yield return Repeated(count);
    }

    private static string Repeated(int count) => $"  [Previous line repeated {count - Cutoff} more time{(count - Cutoff > 1 ? "s" : "")}]\n";
}
