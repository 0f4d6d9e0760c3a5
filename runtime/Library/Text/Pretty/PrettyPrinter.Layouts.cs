using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>How each class is laid out: chosen by the <c>__repr__</c> that it has.</summary>
internal sealed partial class PrettyPrinter
{
    private delegate void LayoutOf(Any value, int indent, int allowance, int level);

    private static PyType Collection(string name) => (PyType)Modules.Import("collections").Get(name).Ref!;

    private static bool HasReprOf(PyType type, PyType builtin) => type.IsSubclassOf(builtin) && ReferenceEquals(type.Lookup("__repr__").Ref, builtin.Lookup("__repr__").Ref);

    /// <summary>The layout over several lines; null where there is none.</summary>
    private LayoutOf? Layout(Any value)
    {
        var type = PyType.Of(value);
        if (value.Ref is string && ReferenceEquals(type, StrType.Type))
            return WriteText;
        return value.Ref switch
        {
            PyDict dict => DictLayout(type, dict.Count == 0),
            PyList when HasReprOf(type, ListType.Type) => (v, i, a, l) => Enclosed("[", v, "]", i, a + 1, l),
            PyTuple when HasReprOf(type, TupleType.Type) => (v, i, a, l) => Enclosed("(", v, Operators.Len(v) == 1 ? ",)" : ")", i, a + (Operators.Len(v) == 1 ? 2 : 1), l),
            PySet { Count: > 0 } when HasReprOf(type, SetType.Type) || HasReprOf(type, SetType.Frozen) => WriteSet,
            PyByteArray when type.IsBuiltin => (v, i, a, l) =>
            {
                _text.Append("bytearray(");
                WriteBytes(PyBytes.Wrap(Buffers.Of(v).ToArray()), i + 10, a + 1, l + 1);
                _text.Append(')');
            },
            PyBytes when HasReprOf(type, PyType.Of(PyBytes.Empty)) => WriteBytes,
            _ => OtherLayout(value, type),
        };
    }

    private LayoutOf? DictLayout(PyType type, bool isEmpty)
    {
        if (HasReprOf(type, Collection("defaultdict")))
            return WriteDefaultDict;
        if (HasReprOf(type, Collection("Counter")))
            return isEmpty ? null : WriteCounter;
        if (HasReprOf(type, Collection("OrderedDict")))
        {
            return (v, i, a, l) => Wrapped(v, v.Invoke("items") is var items ? new PyList<Any>(Operators.ToList(items)) : Any.None, i, a, l);
        }
        return HasReprOf(type, DictType.Type) ? WriteDict : null;
    }

    private LayoutOf? OtherLayout(Any value, PyType type)
    {
        if (value.Ref is not IPyObject || value.Ref is PyType)
            return null;
        if (HasReprOf(type, Collection("deque")))
            return WriteDeque;
        if (HasReprOf(type, Collection("ChainMap")))
            return WriteChainMap;
        if (HasReprOf(type, Collection("UserDict")) || HasReprOf(type, Collection("UserList")) || HasReprOf(type, Collection("UserString")))
            return (v, i, a, l) => Write(v.Get("data"), i, a, l - 1);
        if (HasReprOf(type, (PyType)Modules.Import("types").Get("SimpleNamespace").Ref!))
        {
            var name = type.Bases is [var single] && ReferenceEquals(single, PyType.Object) ? "namespace" : type.Name;
            return (v, i, a, l) => WriteFields(name, [.. Operators.Vars((IPyObject)v.Ref!).Entries().Select(static e => (Operators.Str(e.Key), e.Value))], i, a, l);
        }
        return DataclassConversion.Shown(value) is { } fields ? (_, i, a, l) => WriteFields(type.Name, fields, i, a, l) : null;
    }

    private void Enclosed(string left, Any items, string right, int indent, int allowance, int level)
    {
        _text.Append(left);
        WriteItems(Operators.ToList(items), indent, allowance, level);
        _text.Append(right);
    }

    /// <summary>The class's name around something else.</summary>
    private void Wrapped(Any value, Any inner, int indent, int allowance, int level)
    {
        if (Operators.Len(value) == 0)
        {
            _text.Append(Operators.Repr(value));
            return;
        }
        var name = PyType.Of(value).Name;
        _text.Append(name).Append('(');
        Write(inner, indent + Str.Length(name) + 1, allowance + 1, level);
        _text.Append(')');
    }

    private void WriteDict(Any value, int indent, int allowance, int level)
    {
        _text.Append('{').Append(' ', Math.Max(0, _indentPerLevel - 1));
        WritePairs(Pairs((PyDict)value.Ref!), indent, allowance + 1, level);
        _text.Append('}');
    }

    private void WriteDefaultDict(Any value, int indent, int allowance, int level)
    {
        if (Operators.Len(value) == 0)
        {
            _text.Append(Operators.Repr(value));
            return;
        }
        var name = PyType.Of(value).Name;
        indent += Str.Length(name) + 1;
        _text.Append(name).Append('(').Append(Repr(value.Get("default_factory"), level)).Append(',');
        NewLine(indent);
        WriteDict(value, indent, allowance + 1, level);
        _text.Append(')');
    }

    private void WriteCounter(Any value, int indent, int allowance, int level)
    {
        var name = PyType.Of(value).Name;
        _text.Append(name).Append("({").Append(' ', Math.Max(0, _indentPerLevel - 1));
        WritePairs([.. Operators.ToList(value.Invoke("most_common")).Select(static p => (p[0], p[1]))], indent + Str.Length(name) + 1, allowance + 2, level);
        _text.Append("})");
    }

    private void WriteChainMap(Any value, int indent, int allowance, int level)
    {
        var name = PyType.Of(value).Name;
        var maps = Operators.ToList(value.Get("maps"));
        indent += Str.Length(name) + 1;
        _text.Append(name).Append('(');
        for (var i = 0; i < maps.Count; i++)
        {
            var last = i == maps.Count - 1;
            Write(maps[i], indent, last ? allowance + 1 : 1, level);
            _text.Append(last ? ")" : ",");
            if (!last)
                NewLine(indent);
        }
    }

    private void WriteDeque(Any value, int indent, int allowance, int level)
    {
        if (Operators.Len(value) == 0)
        {
            _text.Append(Operators.Repr(value));
            return;
        }
        var name = PyType.Of(value).Name;
        indent += Str.Length(name) + 1;
        _text.Append(name).Append("([");
        var limit = value.Get("maxlen");
        WriteItems(Operators.ToList(value), indent, limit.IsNone ? allowance + 2 : 2, level);
        if (limit.IsNone)
        {
            _text.Append("])");
            return;
        }
        _text.Append("],");
        NewLine(indent);
        _text.Append("maxlen=").Append(Repr(limit, level)).Append(')');
    }

    private void WriteSet(Any value, int indent, int allowance, int level)
    {
        var type = PyType.Of(value);
        var plain = ReferenceEquals(type, SetType.Type);
        _text.Append(plain ? "{" : type.Name + "({");
        WriteItems(Sorted(Operators.ToList(value)), plain ? indent : indent + Str.Length(type.Name) + 1, allowance + (plain ? 1 : 2), level);
        _text.Append(plain ? "}" : "})");
    }

    private void WriteText(Any value, int indent, int allowance, int level)
    {
        var lines = Str.SplitLines((string)value.Ref!, keepends: true);
        if (level == 1)
            (indent, allowance) = (indent + 1, allowance + 1);
        var chunks = new List<string>();
        var most = _width - indent;
        for (var i = 0; i < lines.Count; i++)
        {
            var repr = Str.Repr(lines[i]);
            var lastLine = i == lines.Count - 1;
            if (Str.Length(repr) <= (lastLine ? most - allowance : most))
            {
                chunks.Add(repr);
                continue;
            }
            var parts = Words().Matches(lines[i]).Select(static m => m.Value).Where(static m => m.Length > 0).ToArray();
            var current = "";
            for (var j = 0; j < parts.Length; j++)
            {
                var room = j == parts.Length - 1 && lastLine ? most - allowance : most;
                if (Str.Length(Str.Repr(current + parts[j])) > room)
                {
                    if (current.Length > 0)
                        chunks.Add(Str.Repr(current));
                    current = parts[j];
                }
                else
                {
                    current += parts[j];
                }
            }
            if (current.Length > 0)
                chunks.Add(Str.Repr(current));
        }
        if (chunks.Count <= 1)
            _text.Append(chunks.Count == 1 ? chunks[0] : Str.Repr((string)value.Ref!));
        else
            _text.Append(level == 1 ? "(" : "").AppendJoin("\n" + new string(' ', indent), chunks).Append(level == 1 ? ")" : "");
    }

    [GeneratedRegex(@"\S*\s*")]
    private static partial Regex Words();

    private void WriteBytes(Any value, int indent, int allowance, int level)
    {
        var data = Buffers.Of(value).ToArray();
        if (data.Length <= 4)
        {
            _text.Append(Operators.Repr(value));
            return;
        }
        if (level == 1)
        {
            (indent, allowance) = (indent + 1, allowance + 1);
            _text.Append('(');
        }
        var chunks = new List<string>();
        byte[] current = [];
        for (var i = 0; i < data.Length; i += 4)
        {
            byte[] part = data[i..Math.Min(i + 4, data.Length)];
            byte[] candidate = [.. current, .. part];
            var room = _width - indent - (i == data.Length / 4 * 4 ? allowance : 0);
            if (Operators.Repr(PyBytes.Wrap(candidate)).Length > room)
            {
                if (current.Length > 0)
                    chunks.Add(Operators.Repr(PyBytes.Wrap(current)));
                current = part;
            }
            else
            {
                current = candidate;
            }
        }
        if (current.Length > 0)
            chunks.Add(Operators.Repr(PyBytes.Wrap(current)));
        _text.AppendJoin("\n" + new string(' ', indent), chunks);
        if (level == 1)
            _text.Append(')');
    }
}
