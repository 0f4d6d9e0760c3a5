using System.Buffers.Binary;
using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary><see href="https://docs.python.org/3.13/library/pickle.html#pickle.Pickler">pickle.Pickler</see>.</summary>
internal sealed partial class Pickler(Any file, int protocol, bool fixImports, Any bufferCallback) : PyContainer
{
    private readonly Dictionary<object, int> _memo = new(ReferenceEqualityComparer.Instance);
    private readonly List<object> _kept = [];
    private PickleWriter _out = new();
    private PickleFramer? _framer;

    protected override PyType BuiltinClass => PicklerType.Type;

    private bool IsBinary => protocol > 0;

    public bool Fast { get; set; }

    public Any DispatchTable { get; set; } = Any.Unbound;

    public void ClearMemo()
    {
        _memo.Clear();
        _kept.Clear();
    }

    /// <summary>The pickle of an object.</summary>
    public byte[] Dumps(Any value)
    {
        _out = new PickleWriter();
        if (protocol >= 2)
            _out.Head((byte)protocol);
        _out.IsFramed = protocol >= 4;
        Save(value);
        _out.Op(PickleOpcode.Stop);
        return _out.ToArray();
    }

    /// <summary>What a program writes instructions with itself.</summary>
    public Any Framer => _framer ??= new PickleFramer(file);

    public void Dump(Any value) => file.Invoke("write", PyBytes.Wrap(Dumps(value)));

    private void Memoize(Any value)
    {
        if (Fast || value.Ref is not { } key)
            return;
        var index = _memo.Count;
        _memo[key] = index;
        _kept.Add(key);
        if (protocol >= 4)
            _out.Op(PickleOpcode.Memoize);
        else if (!IsBinary)
            Line(PickleOpcode.Put, index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        else if (index < 256)
            Short(PickleOpcode.BinPut, index);
        else
            Long(PickleOpcode.LongBinPut, index);
    }

    private bool IsKnown(Any value, out int index)
    {
        index = 0;
        return value.Ref is { } key and not Tag && _memo.TryGetValue(key, out index);
    }

    private void Recall(int index)
    {
        if (!IsBinary)
            Line(PickleOpcode.Get, index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        else if (index < 256)
            Short(PickleOpcode.BinGet, index);
        else
            Long(PickleOpcode.LongBinGet, index);
    }

    private void Line(PickleOpcode op, string text)
    {
        _out.Op(op);
        _out.Line(text);
    }

    private void Short(PickleOpcode op, int value)
    {
        _out.Op(op);
        _out.Byte(value);
    }

    private void Long(PickleOpcode op, int value)
    {
        _out.Op(op);
        _out.Int32(value);
    }

    private void Save(Any value)
    {
        Recursion.Check("while pickling an object");
        _out.Boundary();
        if (Persistent(value))
            return;
        if (IsKnown(value, out var index))
        {
            Recall(index);
            return;
        }
        if (SaveScalar(value))
            return;
        if (Override(value))
            return;
        if (SaveContainer(value))
            return;
        SaveReduced(value);
    }

    /// <summary>A persistent id stands for an object that the pickle does not hold.</summary>
    private bool Persistent(Any value)
    {
        var hook = IsExact ? Any.Unbound : Operators.GetAttr(this, "persistent_id", Any.Unbound);
        if (hook.IsUnbound)
            return false;
        var id = hook.Call(value);
        if (id.IsNone)
            return false;
        if (IsBinary)
        {
            SaveWithoutId(id);
            _out.Op(PickleOpcode.BinPersId);
        }
        else
        {
            Line(PickleOpcode.PersId, Operators.Str(id));
        }
        return true;
    }

    private void SaveWithoutId(Any value)
    {
        if (IsKnown(value, out var index))
            Recall(index);
        else if (!SaveScalar(value) && !SaveContainer(value))
            SaveReduced(value);
    }

    private bool SaveScalar(Any value)
    {
        if (value.IsNone)
            _out.Op(PickleOpcode.None);
        else if (value.IsBool)
            SaveBool(value.Truth);
        else if (value.IsInt || value.Ref is BigInteger)
            SaveInt(Operators.ToInt(value));
        else if (value.IsFloat)
            SaveFloat(value.FloatValue);
        else
            return false;
        return true;
    }

    private void SaveBool(bool value)
    {
        if (protocol >= 2)
            _out.Op(value ? PickleOpcode.NewTrue : PickleOpcode.NewFalse);
        else
            Line(PickleOpcode.Int, value ? "01" : "00");
    }

    private void SaveInt(PyInt value)
    {
        if (value >= int.MinValue && value <= int.MaxValue)
        {
            var small = (int)value;
            if (!IsBinary)
            {
                Line(PickleOpcode.Int, value.ToText(10));
            }
            else if (small is >= 0 and < 256)
            {
                Short(PickleOpcode.BinInt1, small);
            }
            else if (small is >= 0 and < 65536)
            {
                Short(PickleOpcode.BinInt2, small & 0xff);
                _out.Byte(small >> 8);
            }
            else
            {
                Long(PickleOpcode.BinInt, small);
            }
            return;
        }
        if (protocol < 2)
        {
            Line(PickleOpcode.Long, ((BigInteger)value).ToString(System.Globalization.CultureInfo.InvariantCulture) + "L");
            return;
        }
        var data = ((BigInteger)value).ToByteArray();
        if (data.Length < 256)
            Short(PickleOpcode.Long1, data.Length);
        else
            Long(PickleOpcode.Long4, data.Length);
        _out.Raw(data);
    }

    private void SaveFloat(double value)
    {
        if (!IsBinary)
        {
            Line(PickleOpcode.Float, PyFloat.Repr(value));
            return;
        }
        Span<byte> data = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(data, value);
        _out.Op(PickleOpcode.BinFloat);
        _out.Raw(data);
    }

    /// <summary>What a subclass's <c>reducer_override</c> says.</summary>
    private bool Override(Any value)
    {
        var hook = IsExact ? Any.Unbound : Operators.GetAttr(this, "reducer_override", Any.Unbound);
        if (hook.IsUnbound || value.Ref is string or PyBytesBase or PyList { IsExact: true } or PyDict { IsExact: true } or PyTuple { IsExact: true } or PySet { IsExact: true })
            return false;
        var reduced = hook.Call(value);
        if (reduced.IsNotImplemented)
            return false;
        SaveResult(reduced, value);
        return true;
    }

    private void SaveReduced(Any value)
    {
        var type = PyType.Of(value);
        var table = DispatchTable.IsUnbound ? CopyregModule.DispatchTable : DispatchTable;
        if (Operators.Contains(table, type))
        {
            SaveResult(Operators.GetItem(table, type).Call(value), value);
            return;
        }
        if (value.Ref is PyType)
        {
            SaveType(value);
            return;
        }
        if (value.Ref is PickleBuffer buffer)
        {
            SaveBuffer(buffer);
            return;
        }
        if (value.Ref is PyFunction { IsInPython: true } or PyFunction { Owner: null, Makes: null })
        {
            SaveGlobal(value, Any.None);
            return;
        }
        var hook = Operators.GetAttr(value, "__reduce_ex__", Any.Unbound);
        SaveResult(hook.IsUnbound ? throw new PicklingError($"Can't pickle {type.Name} object: {Operators.Repr(value)}") : hook.Call(protocol), value);
    }

    private void SaveResult(Any reduced, Any value)
    {
        if (reduced.Ref is string name)
        {
            SaveGlobal(value, name);
            return;
        }
        if (reduced.Ref is not PyTuple parts)
            throw new PicklingError("__reduce__ must return a string or tuple");
        if (parts.Count is < 2 or > 6)
            throw new PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements");
        SaveReduce(parts, value);
    }
}
