namespace Pytocs.Runtime.Core;

/// <summary>The class <c>bytes</c>.</summary>
public static class BytesType
{
    public static readonly PyType Type = Create();

    private static PyBytesBase Self(Any o) => (PyBytesBase)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("bytes");
        type.SharesLayout = true;
        type.New("cls, source=, encoding=, errors=", static a => Make((PyType)a[0].Ref!, a[1], a[2], a[3]), Any.Unbound, Any.Unbound, Any.Unbound);
        type.New(static (cls, arguments) => Make(cls, arguments.Count > 0 ? arguments[0] : Any.Unbound, Any.Unbound, Any.Unbound));
        BytesMethods.Declare(type);
        type.Method("__repr__", static self => PyBytesBase.Literal(Self(self).Span))
            .Method("__hash__", static self => SipHash.OfBytes(Self(self).Span))
            .Method("__bytes__", static self => new PyBytes(Self(self).Span))
            .Method("__getnewargs__", static self => PyTuple.Of(new PyBytes(Self(self).Span)))
            .Method("__getitem__", "self, key, /", static (self, key) =>
            {
                if (key.Ref is PySlice slice)
                    return PyBytes.Wrap(ByteStrings.Slice(Self(self).Span, slice));
                if (!Operators.IsIndex(key))
                    throw new TypeError($"byte indices must be integers or slices, not {PyType.Of(key).ErrorName}");
                return ((PyBytes)self.Ref!)[SequenceRules.IndexOf(key)];
            });
        return type;
    }

    private static Any Make(PyType cls, Any source, Any encoding, Any errors)
    {
        if (ReferenceEquals(cls, Type) && source.Ref is PyBytes { IsExact: true } && encoding.IsUnbound && errors.IsUnbound)
            return source;
        var made = PyBytes.Wrap(Buffers.From("bytes", source, encoding, errors));
        made.SetClass(cls);
        return made;
    }
}

/// <summary>The class <c>bytearray</c>.</summary>
public static class ByteArrayType
{
    public static readonly PyType Type = Create();

    private static PyByteArray Self(Any o) => (PyByteArray)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("bytearray");
        type.SharesLayout = true;
        type.New(static (cls, _) =>
        {
            var made = new PyByteArray();
            made.SetClass(cls);
            return made;
        });
        type.Method("__init__", "self, source=, encoding=, errors=", static a =>
        {
            Self(a[0]).Splice(0, Self(a[0]).Count, Buffers.From("bytearray", a[1], a[2], a[3]));
            return Any.None;
        }, Any.Unbound, Any.Unbound, Any.Unbound);
        BytesMethods.Declare(type);
        type.Attribute("__hash__", Any.None);
        type.Method("__reduce__", static self => PyTuple.Of(PyType.Of(self), PyTuple.Of(Buffers.ToLatin1(Self(self).Span), "latin-1"), self.Invoke("__getstate__")));
        type.Method("__reduce_ex__", "self, proto=0, /", static (self, proto) => Operators.Index(proto) < 3 || Operators.Index(proto) > 4
            ? self.Invoke("__reduce__")
            : PyTuple.Of(PyType.Of(self), Self(self).Count > 0 ? PyTuple.Of(new PyBytes(Self(self).Span)) : PyTuple.Empty, self.Invoke("__getstate__")));
        type.Method("__repr__", static self => $"{PyType.Of(self).Name}({PyBytesBase.Literal(Self(self).Span, escapesQuote: true)})");
        Items(type);
        Mutation(type);
        return type;
    }

    private static void Store(PyByteArray self, Any key, Any value)
    {
        // Whether the index can be one is asked before the value, where it lies after it.
        var index = Place(key);
        var octet = Buffers.Octet(value);
        self.Writable[Within(self, index)] = octet;
    }

    private static int Position(PyByteArray self, Any key) => Within(self, Place(key));

    private static long Place(Any key) => Operators.IsIndex(key)
        ? SequenceRules.IndexOf(key)
        : throw new TypeError($"bytearray indices must be integers or slices, not {PyType.Of(key).ErrorName}");

    private static int Within(PyByteArray self, long index)
    {
        if (index < 0)
            index += self.Count;
        return (ulong)index < (ulong)self.Count ? (int)index : throw new IndexError("bytearray index out of range");
    }

    private static byte[] Items(Any values)
    {
        if (Buffers.TryOf(values, out var data))
            return data.ToArray();
        if (!Operators.IsIterable(values) && !Operators.IsIndex(values) && !values.IsFloat && values.Ref is not System.Numerics.Complex && PyType.Of(values).Special("__int__").IsUnbound && PyType.Of(values).Special("__float__").IsUnbound)
            throw new TypeError($"cannot convert '{PyType.Of(values).ErrorName}' object to bytearray");
        if (values.Ref is string || !Operators.IsIterable(values))
            throw new TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        return [.. Operators.ToList(values).Select(v => Buffers.Octet(v))];
    }

    private static void Items(PyType type) => type
        .Method("__getitem__", "self, key, /", static (self, key) => key.Ref is PySlice slice
            ? new PyByteArray(ByteStrings.Slice(Self(self).Span, slice))
            : (long)Self(self).At(Position(Self(self), key)))
        .Method("__setitem__", "self, key, value, /", static (self, key, value) =>
        {
            if (key.Ref is PySlice slice)
                SetSlice(Self(self), slice, value);
            else
                Store(Self(self), key, value);
            return Any.None;
        })
        .Method("__delitem__", "self, key, /", static (self, key) =>
        {
            if (key.Ref is PySlice slice)
                DeleteSlice(Self(self), slice);
            else
                Self(self).Splice(Position(Self(self), key), 1, []);
            return Any.None;
        });

    private static void SetSlice(PyByteArray self, PySlice slice, Any values)
    {
        _ = slice.Resolve(self.Count);
        var items = Items(values);
        var (first, step, count) = slice.Resolve(self.Count);
        if (step == 1)
        {
            self.Splice((int)first, count, items);
            return;
        }
        if (items.Length == 0)
        {
            DeleteSlice(self, slice);
            return;
        }
        if (items.Length != count)
            throw new ValueError($"attempt to assign bytes of size {items.Length} to extended slice of size {count}");
        for (var i = 0; i < count; i++)
            self.Writable[(int)(first + (i * step))] = items[i];
    }

    private static void DeleteSlice(PyByteArray self, PySlice slice)
    {
        var (first, step, count) = slice.Resolve(self.Count);
        if (step == 1)
        {
            self.Splice((int)first, count, []);
            return;
        }
        var gone = new HashSet<long>();
        for (var i = 0; i < count; i++)
            gone.Add(first + (i * step));
        self.Splice(0, self.Count, self.ToArray().Where((_, i) => !gone.Contains(i)).ToArray());
    }

    private static Any Do(Action action)
    {
        action();
        return Any.None;
    }

    private static void Mutation(PyType type) => type
        .Method("append", "self, item, /", static (self, item) => Do(() => Self(self).Append(Buffers.Octet(item))))
        .Method("extend", "self, iterable_of_ints, /", static (self, items) =>
        {
            if (!Buffers.TryOf(items, out var data))
            {
                if (items.Ref is string { Length: > 0 })
                    throw new TypeError($"expected iterable of integers; got: '{PyType.Of(items).ErrorName}'");
                data = Operators.IsIterable(items) ? Operators.ToList(items).Select(v => Buffers.Octet(v)).ToArray() : throw new TypeError($"can't extend bytearray with {PyType.Of(items).ErrorName}");
            }
            Self(self).Extend(data.ToArray());
            return Any.None;
        })
        .Method("insert", "self, index, item, /", static (self, index, item) => Do(() => Self(self).Splice(SequenceRules.Clamp(SequenceRules.SizeOf(index), Self(self).Count), 0, [Buffers.Octet(item)])))
        .Method("pop", "self, index=-1, /", static (self, index) =>
        {
            var data = Self(self);
            var at = SequenceRules.SizeOf(index);
            if (data.Count == 0)
                throw new IndexError("pop from empty bytearray");
            if (at < 0)
                at += data.Count;
            if ((ulong)at >= (ulong)data.Count)
                throw new IndexError("pop index out of range");
            var item = (long)data.At((int)at);
            data.Splice((int)at, 1, []);
            return item;
        })
        .Method("remove", "self, value, /", static (self, value) =>
        {
            var at = Self(self).Span.IndexOf(Buffers.Octet(value));
            if (at < 0)
                throw new ValueError("value not found in bytearray");
            Self(self).Splice(at, 1, []);
            return Any.None;
        })
        .Method("clear", static self => Do(() => Self(self).Splice(0, Self(self).Count, [])))
        .Method("copy", static self => new PyByteArray(Self(self).Span))
        .Method("reverse", static self => Do(() => Self(self).Writable.Reverse()))
        .Method("__iadd__", "self, other, /", static (self, other) =>
        {
            if (!Buffers.TryOf(other, out var data))
                throw new TypeError($"can't concat {PyType.Of(other).ErrorName} to {PyType.Of(self).ErrorName}");
            var added = data.ToArray();
            if (ReferenceEquals(self.Ref, other.Ref) && added.Length > 0)
                throw new BufferError("Existing exports of data: object cannot be re-sized");
            Self(self).Extend(added);
            return self;
        })
        .Method("__imul__", "self, times, /", static (self, times) =>
        {
            var data = Self(self).ToArray();
            var result = new byte[SequenceRules.RepeatedLength(data.Length, SequenceRules.Times(times))];
            for (var i = 0; i < result.Length; i += data.Length)
                data.CopyTo(result.AsSpan(i));
            Self(self).Splice(0, data.Length, result);
            return self;
        });
}
