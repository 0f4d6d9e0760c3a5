using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// Values laid out over lines: Python's <see href="https://docs.python.org/3.13/library/pprint.html#pprint.PrettyPrinter">pprint.PrettyPrinter</see>.
/// Subclasses may replace <c>format</c>.
/// </summary>
internal sealed partial class PrettyPrinter : PyContainer
{
    public static readonly PyType Type = CreateType();

    private readonly StringBuilder _text = new();
    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);
    private readonly int _indentPerLevel;
    private readonly int _width;
    private readonly Any _depth;
    private readonly Any _stream;
    private readonly bool _compact;
    private readonly bool _sortDicts;
    private readonly bool _underscores;
    private bool _readable = true;
    private bool _recursive;

    /// <exception cref="ValueError">A number is out of range.</exception>
    private PrettyPrinter(int indent, int width, Any depth, Any stream, bool compact, bool sortDicts, bool underscores)
    {
        if (indent < 0)
            throw new ValueError("indent must be >= 0");
        if (!depth.IsNone && depth <= 0)
            throw new ValueError("depth must be > 0");
        if (width == 0)
            throw new ValueError("width must be != 0");
        (_indentPerLevel, _width, _depth, _stream, _compact, _sortDicts, _underscores) = (indent, width, depth, stream, compact, sortDicts, underscores);
    }

    protected override PyType BuiltinClass => Type;

    private static PrettyPrinter Self(Any o) => (PrettyPrinter)o.Ref!;

    public static string Format(Any value) => new PrettyPrinter(1, 80, Any.None, Any.None, false, true, false).ToText(value);

    private static PyType CreateType()
    {
        var type = PyType.Builtin("PrettyPrinter", module: "pprint");
        type.New("cls, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False", static a =>
        {
            var made = new PrettyPrinter((int)Lib.Int(a[1]), (int)Lib.Int(a[2]), a[3], a[4], a[5].Truth, a[6].Truth, a[7].Truth);
            made.SetClass((PyType)a[0].Ref!);
            return made;
        });
        return type
            .Method("pprint", "self, object", static (self, value) => Self(self).Print(value))
            .Method("pformat", "self, object", static (self, value) => Self(self).ToText(value))
            .Method("isrecursive", "self, object", static (self, value) => self.Invoke("format", new Arguments { value, new PyDict<Any, Any>(), 0, 0 })[2])
            .Method("isreadable", "self, object", static (self, value) => self.Invoke("format", new Arguments { value, new PyDict<Any, Any>(), 0, 0 }) is var parts && parts[1].Truth && !parts[2].Truth)
            .Method("format", "self, object, context, maxlevels, level", static (Any[] a) => Self(a[0]).Safe(a[1], Lib.Dict(a[2]), Lib.Int(a[3]), Lib.Int(a[4])));
    }

    private Any Print(Any value)
    {
        var text = ToText(value) + "\n";
        var stream = _stream.IsNone ? Modules.Import("sys").Get("stdout") : _stream;
        if (!stream.IsNone)
            stream.Invoke("write", text);
        return Any.None;
    }

    private string ToText(Any value)
    {
        _text.Clear();
        Write(value, 0, 0, 0);
        return _text.ToString();
    }

    private void Write(Any value, int indent, int allowance, int level)
    {
        if (value.Ref is { } known && _open.Contains(known))
        {
            _text.Append(Recursion(value));
            (_recursive, _readable) = (true, false);
            return;
        }
        var repr = Repr(value, level);
        if (Str.Length(repr) > _width - indent - allowance && Layout(value) is { } layout)
        {
            _open.Add(value.Ref!);
            layout(value, indent, allowance, level + 1);
            _open.Remove(value.Ref!);
            return;
        }
        _text.Append(repr);
    }

    /// <summary>The one-line form, by the method that a subclass may replace.</summary>
    private string Repr(Any value, int level)
    {
        var context = new PyDict<Any, Any>();
        foreach (var open in _open)
            context[Builtins.Id(new Any(open, 0))] = 1;
        var limit = _depth.IsNone ? 0 : _depth;
        var parts = IsExact ? Safe(value, context, Lib.Int(limit), level) : ((Any)this).Invoke("format", new Arguments { value, context, limit, level });
        _readable &= parts[1].Truth;
        _recursive |= parts[2].Truth;
        return Operators.Str(parts[0]);
    }

    private void NewLine(int indent) => _text.Append('\n').Append(' ', Math.Max(0, indent));

    private void WritePairs(IReadOnlyList<(Any Key, Any Value)> pairs, int indent, int allowance, int level)
    {
        indent += _indentPerLevel;
        for (var i = 0; i < pairs.Count; i++)
        {
            var last = i == pairs.Count - 1;
            var key = Repr(pairs[i].Key, level);
            _text.Append(key).Append(": ");
            Write(pairs[i].Value, indent + Str.Length(key) + 2, last ? allowance : 1, level);
            if (last)
                continue;
            _text.Append(',');
            NewLine(indent);
        }
    }

    /// <summary>Fields as keyword arguments.</summary>
    private void WriteFields(string name, IReadOnlyList<(string Name, Any Value)> fields, int indent, int allowance, int level)
    {
        indent += Str.Length(name) + 1;
        _text.Append(name).Append('(');
        for (var i = 0; i < fields.Count; i++)
        {
            var last = i == fields.Count - 1;
            _text.Append(fields[i].Name).Append('=');
            if (fields[i].Value.Ref is { } known && _open.Contains(known))
                _text.Append("...");
            else
                Write(fields[i].Value, indent + Str.Length(fields[i].Name) + 1, last ? allowance : 1, level);
            if (last)
                continue;
            _text.Append(',');
            NewLine(indent);
        }
        _text.Append(')');
    }

    private void WriteItems(IReadOnlyList<Any> items, int indent, int allowance, int level)
    {
        indent += _indentPerLevel;
        _text.Append(' ', Math.Max(0, _indentPerLevel - 1));
        var most = _width - indent + 1;
        var room = most;
        var separator = "";
        var newLine = ",\n" + new string(' ', indent);
        for (var i = 0; i < items.Count; i++)
        {
            var last = i == items.Count - 1;
            if (last)
                (most, room) = (most - allowance, room - allowance);
            if (_compact)
            {
                var repr = Repr(items[i], level);
                var width = Str.Length(repr) + 2;
                if (room < width)
                {
                    room = most;
                    if (separator.Length > 0)
                        separator = newLine;
                }
                if (room >= width)
                {
                    room -= width;
                    _text.Append(separator).Append(repr);
                    separator = ", ";
                    continue;
                }
            }
            _text.Append(separator);
            separator = newLine;
            Write(items[i], indent, last ? allowance : 1, level);
        }
    }
}
