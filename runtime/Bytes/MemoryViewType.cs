namespace Pytocs.Runtime.Core;

/// <summary>The class <c>memoryview</c>.</summary>
public static class MemoryViewType
{
    public static readonly PyType Type = Create();

    private static PyMemoryView Self(Any o) => (PyMemoryView)o.Ref!;

    private static PyMemoryView Checked(Any o)
    {
        Self(o).Check();
        return Self(o);
    }

    private static PyType Create()
    {
        var type = PyType.Builtin("memoryview");
        type.IsFinal = true;
        type.New("cls, object", static a => new PyMemoryView(a[1]));
        Properties(type);
        Methods(type);
        return type;
    }

    private static void Properties(PyType type) => type
        .Property("obj", static self => Checked(self).Object)
        .Property("format", static self => Checked(self).Format)
        .Property("itemsize", static self => Checked(self).ItemSize)
        .Property("nbytes", static self => Checked(self).Count * Checked(self).ItemSize)
        .Property("ndim", static self => Checked(self).Shape.Length)
        .Property("shape", static self => new PyTuple([.. Checked(self).Shape]))
        .Property("strides", static self => new PyTuple([.. Checked(self).Strides]))
        .Property("suboffsets", static self => Checked(self).Count >= 0 ? PyTuple.Empty : PyTuple.Empty)
        .Property("readonly", static self => Checked(self).IsReadOnly)
        .Property("contiguous", static self => Checked(self).Stride == Self(self).ItemSize)
        .Property("c_contiguous", static self => Checked(self).Stride == Self(self).ItemSize)
        .Property("f_contiguous", static self => Checked(self).Stride == Self(self).ItemSize);

    private static void Methods(PyType type) => type
        .Method("__len__", static self => Self(self).Length)
        .Method("__iter__", static self => Checked(self).GetPyIterator())
        .Method("__getitem__", "self, key, /", static (self, key) => key.Ref is PySlice slice ? Checked(self).Slice(slice)
            : Self(self).Get(Self(self).PlaceOf(key, "multi-dimensional sub-views are not implemented")))
        .Method("__setitem__", "self, key, value, /", static (self, key, value) =>
        {
            if (Checked(self).IsReadOnly)
                throw new TypeError("cannot modify read-only memory");
            if (key.Ref is PySlice slice)
                Self(self).SetSlice(slice, value);
            else
                Self(self).Set(Self(self).PlaceOf(key, "sub-views are not implemented"), value);
            return Any.None;
        })
        .Method("__delitem__", "self, key, /", static (_, _) => throw new TypeError("cannot delete memory"))
        .Method("tolist", static self => Self(self).ToList())
        .Method("tobytes", "self, order='C'", static (self, _) => new PyBytes(Self(self).ToContiguous()))
        .Method("hex", "self, sep=, bytes_per_sep=1", static a => ByteStrings.Hex(Self(a[0]).ToContiguous(), a[1], SequenceRules.Times(a[2])), Any.Unbound)
        .Method("cast", "self, format, shape=None", static (self, format, shape) => Self(self).Cast(format.Ref as string ?? throw new TypeError("memoryview: format argument must be a string"), shape))
        .Method("toreadonly", static self => Self(self).ToReadOnly())
        .Method("release", static self =>
        {
            Self(self).Release();
            return Any.None;
        })
        .Method("__enter__", static self => Checked(self))
        .Method("__exit__", "self, /, *args", static (self, _) =>
        {
            Self(self).Release();
            return Any.None;
        })
        .Method("__eq__", "self, other, /", static (self, other) => Equal(self, other))
        .Method("__hash__", static self => Hash(Self(self)))
        .Method("__repr__", static self => $"<{(Self(self).IsReleased ? "released memory" : "memory")} at {Operators.Address(Self(self))}>");

    private static Any Hash(PyMemoryView view)
    {
        // A hash that was asked for outlives the memory.
        if (view.KnownHash is { } known)
            return known;
        view.Check();
        if (!view.IsReadOnly)
            throw new ValueError("cannot hash writable memoryview object");
        if (view.Format is not ("B" or "b" or "c"))
            throw new ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        Operators.Hash(view.Object); // what looks at a bytearray has no hash either
        view.KnownHash = SipHash.OfBytes(view.ToContiguous());
        return view.KnownHash.Value;
    }

    private static Any Equal(Any self, Any other)
    {
        if (Self(self).IsReleased || other.Ref is PyMemoryView { IsReleased: true })
            return ReferenceEquals(self.Ref, other.Ref);
        if (!Self(self).Shape.AsSpan().SequenceEqual(other.Ref is PyMemoryView { Shape: var shape } ? shape : Self(self).Shape is [_] own ? own : []))
            return false;
        if (other.Ref is PyMemoryView view && view.Format != Self(self).Format)
            return view.Count == Self(self).Count && Enumerable.Range(0, view.Count).All(i => Operators.Equal(view.Get(i), Self(self).Get(i)));
        return Buffers.TryOf(other, out var data) ? Self(self).ToContiguous().SequenceEqual(data) : Any.NotImplemented;
    }
}
