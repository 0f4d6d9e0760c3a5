using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The class <c>array.array</c>.</summary>
internal static class ArrayType
{
    public static readonly PyType Type = Create();

    private static PyArray Self(Any o) => (PyArray)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("array", module: "array");
        type.New("cls, typecode, initializer=, /, *args, **kwargs", static a => New((PyType)a[0].Ref!, a[1], a[2], Lib.Tuple(a[3]), Lib.Dict(a[4])), Any.Unbound);
        type.Property("typecode", static o => Self(o).Items.Code.ToString())
            .Property("itemsize", static o => Self(o).Items.Size)
            .Attribute("__hash__", Any.None)
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
        Items(type);
        Changes(type);
        Conversions(type);
        Operations(type);
        return type;
    }

    private static PyArray New(PyType cls, Any code, Any initial, PyTuple more, PyDict named)
    {
        if (named.Count > 0 && ReferenceEquals(cls, Type))
            throw new TypeError("array.array() takes no keyword arguments");
        if (more.Count > 0)
            throw new TypeError($"array() takes at most 2 arguments ({more.Count + 2} given)");
        if (PyValueInstance.Unwrap(code).Ref is not string { Length: 1 } letter)
            throw new TypeError($"array() argument 1 must be a unicode character, not {Lib.Given(code)}");
        var source = initial.IsUnbound ? initial : PyValueInstance.Unwrap(initial);
        if (letter is not ("u" or "w"))
        {
            if (source.Ref is string)
                throw new TypeError($"cannot use a str to initialize an array with typecode '{letter}'");
            if (source.Ref is PyArray { Items: { IsText: true } kind })
                throw new TypeError($"cannot use a unicode array to initialize an array with typecode '{letter}'");
        }
        if (letter == "u")
            Warnings.Issue(DeprecationWarning.Type, "The 'u' type code is deprecated and will be removed in Python 3.16");
        var array = new PyArray(ArrayItems.Of(letter));
        array.SetClass(cls);
        if (source.IsUnbound)
            return array;
        if (source.Ref is string text)
            array.AddText(text);
        else if (source.Ref is PyBytesBase bytes)
            array.AddBytes(bytes.Span);
        else if (source.Ref is PyArray other && other.Items.Code == array.Items.Code)
            array.AddBytes(other.Bytes);
        else
            foreach (var item in initial)
                array.Append(item);
        return array;
    }

    private static void Items(PyType type) => type
        .Method("__len__", static o => Self(o).Count)
        .Method("__iter__", static o => Self(o).GetPyIterator())
        .Method("__contains__", "self, value, /", static (o, value) => Self(o).Find(value) >= 0)
        .Method("__getitem__", "self, key, /", static (o, key) => key.Ref is PySlice slice ? Self(o).Slice(slice) : Self(o)[Self(o).Position(key, "array index out of range")])
        .Method("__setitem__", "self, key, value, /", static (o, key, value) => Lib.Do(() =>
        {
            if (key.Ref is not PySlice slice)
                Self(o)[Self(o).Position(key, "array assignment index out of range")] = value;
            else if (value.Ref is not PyArray other)
                throw new TypeError($"can only assign array (not \"{PyType.Of(value).ErrorName}\") to array slice");
            else if (other.Items.Code != Self(o).Items.Code)
                throw new TypeError("bad argument type for built-in operation");
            else
                Self(o).SetSlice(slice, other.Bytes.ToArray());
        }))
        .Method("__delitem__", "self, key, /", static (o, key) => Lib.Do(() =>
        {
            if (key.Ref is PySlice slice)
                Self(o).DeleteSlice(slice);
            else
                Self(o).Splice(Self(o).Position(key, "array assignment index out of range"), 1, []);
        }))
        .Method("count", "self, v, /", static (o, value) => Self(o).All().Count(i => Operators.Equal(i, value)))
        .Method("index", "self, v, start=0, stop=9223372036854775807, /", static a =>
            Self(a[0]).Find(a[1], SequenceRules.Saturate(Operators.Index(a[2])), SequenceRules.Saturate(Operators.Index(a[3]))) is >= 0 and var at ? at : throw new ValueError("array.index(x): x not in array"));

    private static void Changes(PyType type) => type
        .Method("append", "self, v, /", static (o, value) => Lib.Do(() => Self(o).Append(value)))
        .Method("extend", "self, bb, /", static (o, values) => Lib.Do(() => Self(o).Extend(values)))
        .Method("insert", "self, i, v, /", static (o, index, value) => Lib.Do(() => Self(o).Insert(SequenceRules.Clamp(SequenceRules.SizeOf(index), Self(o).Count), value)))
        .Method("pop", "self, i=-1, /", static (o, index) => Self(o).Take(index))
        .Method("remove", "self, v, /", static (o, value) => Lib.Do(() => Self(o).Splice(Self(o).Find(value) is >= 0 and var at ? at : throw new ValueError("array.remove(x): x not in array"), 1, [])))
        .Method("clear", static o => Lib.Do(() => Self(o).Splice(0, Self(o).Count, [])))
        .Method("reverse", static o => Lib.Do(() => Self(o).Reverse()))
        .Method("byteswap", static o => Lib.Do(() => Self(o).SwapBytes()));

    private static void Conversions(PyType type) => type
        .Method("tolist", static o => Lib.List(Self(o).All()))
        .Method("fromlist", "self, list, /", static (o, list) => Lib.Do(() =>
        {
            if (list.Ref is not PyList items)
                throw new TypeError("arg must be list");
            // An item that does not fit leaves the array as it was.
            var added = Self(o).Like([]);
            var count = Operators.Len(items);
            foreach (var item in list)
            {
                added.Append(item);
                if (Operators.Len(items) != count)
                    throw new RuntimeError("list changed size during iteration");
            }
            Self(o).Splice(Self(o).Count, 0, added.Bytes);
        }))
        .Method("tobytes", static o => new PyBytes(Self(o).Bytes))
        .Method("frombytes", "self, buffer, /", static (o, data) => Lib.Do(() => Self(o).AddBytes(Buffers.Of(data).ToArray())))
        .Method("tounicode", static o => Self(o).Items.IsText ? Self(o).Text() : throw new ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')"))
        .Method("fromunicode", "self, ustr, /", static (o, text) => Lib.Do(() =>
        {
            var added = PyValueInstance.Unwrap(text).Ref as string ?? throw new TypeError($"fromunicode() argument must be str, not {Lib.Given(text)}");
            if (!Self(o).Items.IsText)
                throw new ValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
            Self(o).AddText(added);
        }))
        .Method("tofile", "self, f, /", static (o, file) => Lib.Do(() => file.Invoke("write", new PyBytes(Self(o).Bytes))))
        .Method("fromfile", "self, f, n, /", static (o, file, count) => Lib.Do(() =>
        {
            var wanted = Operators.Index(count);
            if (wanted < 0)
                throw new ValueError("negative count");
            var data = file.Invoke("read", wanted * Self(o).Items.Size).Ref as PyBytesBase ?? throw new TypeError("read() didn't return bytes");
            Self(o).AddBytes(data.Span);
            if (data.Count < wanted * Self(o).Items.Size)
                throw new EOFError("read() didn't return enough bytes");
        }))
        .Method("buffer_info", static o => PyTuple.Of(Builtins.Id(Self(o).Storage), Self(o).Count))
        .Method("__buffer__", "self, flags, /", static (o, _) => new PyMemoryView(o))
        .Method("__release_buffer__", "self, buffer, /", static (_, _) => Any.None)
        .Method("__sizeof__", static o => 80 + Self(o).Bytes.Length)
        .Method("__copy__", static o => Self(o).Like(Self(o).Bytes))
        .Method("__deepcopy__", "self, memo, /", static (o, _) => Self(o).Like(Self(o).Bytes))
        .Method("__reduce_ex__", "self, value, /", static (o, protocol) => ArrayModule.Reduce(Self(o), o, Operators.Index(protocol)))
        .Method("__repr__", static o =>
        {
            var array = Self(o);
            var head = $"{PyType.Of(o).Name}('{array.Items.Code}'";
            return array.Count == 0 ? head + ")" : $"{head}, {(array.Items.IsText ? Core.Str.Repr(array.Text()) : Lib.List(array.All()).Repr())})";
        });

    private static void Operations(PyType type)
    {
        type.Method("__add__", "self, value, /", static (o, other) =>
            {
                var more = other.Ref as PyArray ?? throw new TypeError($"can only append array (not \"{PyType.Of(other).ErrorName}\") to array");
                if (more.Items.Code != Self(o).Items.Code)
                    throw new TypeError("bad argument type for built-in operation");
                return Self(o).Like([.. Self(o).Bytes, .. more.Bytes]);
            })
            .Method("__iadd__", "self, value, /", static (o, other) =>
            {
                if (other.Ref is not PyArray)
                    throw new TypeError($"can only extend with array (not \"{PyType.Of(other).ErrorName}\")");
                Self(o).Extend(other);
                return o;
            })
            .Method("__mul__", "self, value, /", static (o, n) => Self(o).Like(Repeated(Self(o), n)))
            .Method("__rmul__", "self, value, /", static (o, n) => Self(o).Like(Repeated(Self(o), n)))
            .Method("__imul__", "self, value, /", static (o, n) =>
            {
                Self(o).Splice(0, Self(o).Count, Repeated(Self(o), n));
                return o;
            });
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, value, /", (o, other) => other.Ref is PyArray array
                ? Compare(op, [.. Self(o).All()], [.. array.All()])
                : Any.NotImplemented);
    }

    private static byte[] Repeated(PyArray array, Any n)
    {
        var data = array.Bytes;
        var result = new byte[SequenceRules.RepeatedLength(data.Length, SequenceRules.Times(n))];
        for (var i = 0; i < result.Length; i += data.Length)
            data.CopyTo(result.AsSpan(i));
        return result;
    }

    /// <summary>Compares item by item; an item is made anew each time, so that a NaN is not equal to itself.</summary>
    private static Any Compare(Comparison op, Any[] a, Any[] b)
    {
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
            if (!Operators.Equal(a[i], b[i]))
                return op is Comparison.Eq or Comparison.NotEq ? op == Comparison.NotEq : Operators.Compare(op, a[i], b[i]);
        return Operators.Compare(op, a.Length, b.Length);
    }
}
