using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/os.html#os.environ">os.environ</see>: a mapping of str whose changes reach the process.</summary>
internal sealed class OsEnviron : PyObject
{
    private readonly PyDict<Any, Any> _values = new();
    private readonly bool _bytes;

    private OsEnviron(bool bytes)
    {
        _bytes = bytes;
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
            _values[(string)entry.Key] = (string?)entry.Value ?? "";
    }

    public static readonly PyType Type = Declare();

    public static OsEnviron Text { get; } = new(bytes: false);

    public static OsEnviron Bytes { get; } = new(bytes: true);

    public override PyType Class => Type;

    /// <summary>What <c>os.environ</c> is now: the program may have put a mapping of its own there.</summary>
    public static Any Current => Modules.Import("os").Get("environ");

    /// <summary>The value of a name; null where it has none.</summary>
    public static string? Get(string name)
    {
        var current = Current;
        if (ReferenceEquals(current.Ref, Text))
            return Values.TryGetValue(name, out var value) ? Operators.Str(value) : null;
        return current.Invoke("get", name) is { IsNone: false } other ? Operators.Str(other) : null;
    }

    private static OsEnviron Self(Any o) => (OsEnviron)o.Ref!;

    private Any Key(Any key) => _bytes
        ? PyValueInstance.Unwrap(key).Ref is PyBytes b ? Posix.Text(b.Span) : throw new TypeError($"bytes expected, not {PyType.Of(key).ErrorName}")
        : PyValueInstance.Unwrap(key).Ref is string s ? s : throw new TypeError($"str expected, not {PyType.Of(key).ErrorName}");

    private Any Shown(Any text) => _bytes ? PyBytes.Wrap(Codecs.Encode(Operators.Str(text), "utf-8", "surrogateescape")) : text;

    /// <summary>The dictionary that both views share.</summary>
    private static PyDict<Any, Any> Values => Text._values;

    private static PyType Declare()
    {
        var type = PyType.Emitted("_Environ", "os", AbstractMappings.MutableMapping);
        return type
            .Method("__getitem__", "self, key", static (self, key) => Values.TryGetValue(Self(self).Key(key), out var value) ? Self(self).Shown(value) : throw new KeyError(key))
            .Method("__setitem__", "self, key, value", static (self, key, value) =>
            {
                var (name, text) = (Operators.Str(Self(self).Key(key)), Operators.Str(Self(self).Key(value)));
                if (name.Length == 0 || name.Contains('=', StringComparison.Ordinal))
                    throw name.Length == 0 ? OSError.Create(22, "Invalid argument") : new ValueError("illegal environment variable name");
                Environment.SetEnvironmentVariable(name, text);
                Values[name] = text;
                return Any.None;
            })
            .Method("__delitem__", "self, key", static (self, key) =>
            {
                var name = Self(self).Key(key);
                if (!Values.Remove(name))
                    throw new KeyError(key);
                Environment.SetEnvironmentVariable(Operators.Str(name), null);
                return Any.None;
            })
            .Method("__iter__", static self => Builtins.Iter(Lib.List(Values.Keys.Select(k => Self(self).Shown(k)))))
            .Method("__len__", static self => Values.Count)
            .Method("__contains__", "self, key", static (self, key) => PyValueInstance.Unwrap(key).Ref is string or PyBytes && Values.ContainsKey(Self(self).Key(key)))
            .Method("__repr__", static self => $"environ({{{string.Join(", ", Values.Select(p => $"{Operators.Repr(Self(self).Shown(p.Key))}: {Operators.Repr(Self(self).Shown(p.Value))}"))}}})")
            .Method("copy", static self => Copy(Self(self)))
            .Method("setdefault", "self, key, value", static (self, key, value) =>
            {
                if (!Operators.Contains(self, key))
                    self.SetItem(key, value);
                return Operators.GetItem(self, key);
            })
            .Method("__or__", "self, other", static (self, other) => other.Ref is OsEnviron or PyDict ? Merge(Copy(Self(self)), other) : Any.NotImplemented)
            .Method("__ror__", "self, other", static (self, other) => other.Ref is PyDict d ? Merge(d.CopyAny(), self) : Any.NotImplemented)
            .Method("__ior__", "self, other", static (self, other) => Merge(self, other));
    }

    private static Any Copy(OsEnviron self) => new PyDict<Any, Any>(Values.Select(p => (self.Shown(p.Key), self.Shown(p.Value))));

    private static Any Merge(Any target, Any other)
    {
        target.Invoke("update", other);
        return target;
    }
}
