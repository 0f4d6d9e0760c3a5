using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Python's <c>re.Match</c>.</summary>
public sealed class PyMatch : PyObject
{
    internal PyMatch(PyPattern pattern, RegexInput input, Match match) => (Pattern, Input, Match) = (pattern, input, match);

    public override PyType Class => MatchType.Type;

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
    internal (int Start, int End) Span(int index)
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

/// <summary>The class <c>re.Match</c>.</summary>
internal static class MatchType
{
    public static readonly PyType Type = Create();

    private static PyMatch Self(Any o) => (PyMatch)o.Ref!;

    private static PyType Create()
    {
        var type = Lib.Class("Match", "re").Uncreatable();
        type.IsFinal = true;
        Groups(type);
        return type
            .Property("re", static m => Self(m).Pattern)
            .Property("string", static m => Self(m).Input.Original)
            .Property("pos", static m => Self(m).Input.Pos)
            .Property("endpos", static m => Self(m).Input.EndPos)
            .Property("lastindex", static m => Self(m).LastIndex is > 0 and var last ? last : Any.None)
            .Property("lastgroup", static m => Self(m).LastGroup)
            .Property("regs", static m => new PyTuple([.. Enumerable.Range(0, Self(m).Pattern.Groups + 1).Select(i => (Any)Pair(m, i))]))
            .Method("start", "self, group=0, /", static (m, group) => Self(m).Span(Self(m).Pattern.GroupIndex(group)).Start)
            .Method("end", "self, group=0, /", static (m, group) => Self(m).Span(Self(m).Pattern.GroupIndex(group)).End)
            .Method("span", "self, group=0, /", static (m, group) => Pair(m, Self(m).Pattern.GroupIndex(group)))
            .Method("expand", "self, template", static (m, template) => RegexTemplate.Parse(Self(m).Pattern, template).Expand(Self(m)))
            .Method("__copy__", static m => m)
            .Method("__deepcopy__", "self, memo, /", static (m, _) => m)
            .Method("__repr__", static m => $"<re.Match object; span={Pair(m, 0).Repr()}, match={Operators.Repr(Self(m).Get(0, Any.None))}>")
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
    }

    private static PyTuple Pair(Any m, int group)
    {
        var (start, end) = Self(m).Span(group);
        return PyTuple.Of(start, end);
    }

    private static void Groups(PyType type) => type
        .Method("group", "self, *args", static (m, groups) =>
        {
            var given = Lib.Tuple(groups);
            return given.Count switch
            {
                0 => Self(m).Get(0, Any.None),
                1 => Self(m).Get(Self(m).Pattern.GroupIndex(given[0]), Any.None),
                _ => new PyTuple([.. given.Select(g => Self(m).Get(Self(m).Pattern.GroupIndex(g), Any.None))]),
            };
        })
        .Method("__getitem__", "self, key, /", static (m, group) => Self(m).Get(Self(m).Pattern.GroupIndex(group), Any.None))
        .Method("groups", "self, default=None", static (m, fallback) => new PyTuple([.. Enumerable.Range(1, Self(m).Pattern.Groups).Select(i => Self(m).Get(i, fallback))]))
        .Method("groupdict", "self, default=None", static (m, fallback) =>
        {
            var result = new PyDict<Any, Any>();
            foreach (var (name, index) in Self(m).Pattern.Names)
                result[name] = Self(m).Get(index, fallback);
            return result;
        });
}
