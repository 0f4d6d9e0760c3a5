using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

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
            .Method("start", "self, group=0, /", static (m, group) => Self(m).SpanOf(Self(m).Pattern.GroupIndex(group)).Start)
            .Method("end", "self, group=0, /", static (m, group) => Self(m).SpanOf(Self(m).Pattern.GroupIndex(group)).End)
            .Method("span", "self, group=0, /", static (m, group) => Pair(m, Self(m).Pattern.GroupIndex(group)))
            .Method("expand", "self, template", static (m, template) => RegexTemplate.Parse(Self(m).Pattern, template).Expand(Self(m)))
            .Method("__copy__", static m => m)
            .Method("__deepcopy__", "self, memo, /", static (m, _) => m)
            .Method("__repr__", static m => $"<re.Match object; span={Pair(m, 0).Repr()}, match={Operators.Repr(Self(m).Get(0, Any.None))}>")
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
    }

    private static PyTuple Pair(Any m, int group)
    {
        var (start, end) = Self(m).SpanOf(group);
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
