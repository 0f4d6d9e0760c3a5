using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Python's <see href="https://docs.python.org/3.13/library/difflib.html#difflib.SequenceMatcher">difflib.SequenceMatcher</see>.</summary>
internal sealed class MatcherType : PyContainer
{
    public static readonly PyType MatchClass = NamedTuples.Make("difflib.Match", ["a", "b", "size"]);

    public static readonly PyType Type = CreateType();

    private readonly Any _isJunk;
    private readonly bool _autoJunk;
    private Any _a;
    private Any _b;
    private List<Any> _first = [];
    private List<Any> _second = [];
    private SequenceMatcher<Any>? _matcher;

    private MatcherType(Any isJunk, Any a, Any b, bool autoJunk)
    {
        (_isJunk, _autoJunk) = (isJunk, autoJunk);
        SetFirst(a);
        SetSecond(b);
    }

    protected override PyType BuiltinClass => Type;

    private SequenceMatcher<Any> Matcher
        => _matcher ??= new SequenceMatcher<Any>(_first, _second, _isJunk.IsNone ? null : x => _isJunk.Call(x).Truth, _autoJunk);

    private static MatcherType Self(Any o) => (MatcherType)o.Ref!;

    private void SetFirst(Any a) => (_a, _first, _matcher) = (a, Operators.ToList(a), null);

    private void SetSecond(Any b) => (_b, _second, _matcher) = (b, Operators.ToList(b), null);

    private static PyType CreateType()
    {
        var type = PyType.Builtin("SequenceMatcher", module: "difflib");
        type.New("cls, isjunk=None, a='', b='', autojunk=True", static a =>
        {
            var made = new MatcherType(a[1], a[2], a[3], a[4].Truth);
            made.SetClass((PyType)a[0].Ref!);
            return made;
        });
        return type
            .Property("a", static o => Self(o)._a).Property("b", static o => Self(o)._b)
            .Property("b2j", static o => Self(o).Positions())
            .Property("bjunk", static o => new PySet<Any>(Self(o).Matcher.Junk)).Property("bpopular", static o => new PySet<Any>(Self(o).Matcher.Popular))
            .Method("set_seqs", "self, a, b", static (o, a, b) => Lib.Do(() =>
            {
                Self(o).SetFirst(a);
                Self(o).SetSecond(b);
            }))
            .Method("set_seq1", "self, a", static (o, a) => Lib.Do(() => Self(o).SetFirst(a)))
            .Method("set_seq2", "self, b", static (o, b) => Lib.Do(() => Self(o).SetSecond(b)))
            .Method("find_longest_match", "self, alo=0, ahi=None, blo=0, bhi=None", static a => Self(a[0]).Longest(a))
            .Method("get_matching_blocks", static o => new PyList<Any>(Self(o).Matcher.MatchingBlocks().Select(static m => Match(m.A, m.B, m.Size))))
            .Method("get_opcodes", static o => new PyList<Any>(Self(o).Matcher.Opcodes().Select(static c => (Any)ToTuple(c))))
            .Method("get_grouped_opcodes", "self, n=3", static (o, n) => new PyList<Any>(DiffTexts.Grouped(Self(o).Matcher, (int)Lib.Int(n)).Select(static g => (Any)new PyList<Any>(g.Select(static c => (Any)ToTuple(c))))).GetPyIterator())
            .Method("ratio", static o => Self(o).Matcher.Ratio())
            .Method("quick_ratio", static o => Self(o).QuickRatio())
            .Method("real_quick_ratio", static o => Self(o).Ratio(Math.Min(Self(o)._first.Count, Self(o)._second.Count)))
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
    }

    private PyDict<Any, Any> Positions()
    {
        var result = new PyDict<Any, Any>();
        foreach (var (item, at) in Matcher.Positions)
            result[item] = new PyList<Any>(at.Select(static i => (Any)i));
        return result;
    }

    private static Any Match(int a, int b, int size) => ((Any)MatchClass).Call(a, b, size);

    private static PyTuple ToTuple(Opcode c) => PyTuple.Of(c.Tag, c.ALow, c.AHigh, c.BLow, c.BHigh);

    private Any Longest(Any[] a)
    {
        var (i, j, size) = Matcher.LongestMatch(
            (int)Lib.Int(a[1]), a[2].IsNone ? _first.Count : (int)Lib.Int(a[2]), (int)Lib.Int(a[3]), a[4].IsNone ? _second.Count : (int)Lib.Int(a[4]));
        return Match(i, j, size);
    }

    private double Ratio(int matches) => _first.Count + _second.Count is > 0 and var length ? 2.0 * matches / length : 1.0;

    /// <summary>An upper bound: as if all equal elements matched.</summary>
    private double QuickRatio()
    {
        var counts = new Dictionary<Any, int>();
        foreach (var item in _second)
            counts[item] = counts.GetValueOrDefault(item) + 1;
        var matches = 0;
        foreach (var item in _first)
        {
            var left = counts.GetValueOrDefault(item);
            counts[item] = left - 1;
            if (left > 0)
                matches++;
        }
        return Ratio(matches);
    }

    /// <summary>The best of the possibilities that are alike enough.</summary>
    public static PyList<Any> CloseMatches(Any word, Any possibilities, Any count, Any cutoff)
    {
        if (!(count > 0))
            throw new ValueError($"n must be > 0: {Operators.Repr(count)}");
        if (!(cutoff >= 0.0 && cutoff <= 1.0))
            throw new ValueError($"cutoff must be in [0.0, 1.0]: {Operators.Repr(cutoff)}");
        var (least, found) = (Lib.Real(cutoff), new PyList<Any>());
        var matcher = new MatcherType(Any.None, "", word, true);
        foreach (var possibility in possibilities)
        {
            matcher.SetFirst(possibility);
            if (matcher.Ratio(Math.Min(matcher._first.Count, matcher._second.Count)) >= least && matcher.QuickRatio() >= least && matcher.Matcher.Ratio() is var ratio && ratio >= least)
                found.Append(PyTuple.Of(ratio, possibility));
        }
        found.Sort(reverse: true);
        return new PyList<Any>(found.Take((int)Lib.Int(count)).Select(static f => f[1]));
    }
}
