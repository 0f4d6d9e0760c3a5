using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary>Strings, bytes and built-in containers.</summary>
internal sealed partial class Pickler
{
    private const int Batch = 1000;

    private bool SaveContainer(Any value)
    {
        switch (value.Ref)
        {
            case string text:
                SaveText(text);
                return true;
            case PyBytes { IsExact: true } bytes:
                SaveBytes(bytes);
                return true;
            case PyByteArray { IsExact: true } array:
                SaveByteArray(array);
                return true;
            case PyTuple { IsExact: true } tuple:
                SaveTuple(tuple);
                return true;
            case PyList { IsExact: true } list:
                StartContainer(value, PickleOpcode.EmptyList, PickleOpcode.List);
                SaveItems(list);
                return true;
            case PyDict { IsExact: true } dict when ReferenceEquals(dict.Class, DictType.Type):
                StartContainer(value, PickleOpcode.EmptyDict, PickleOpcode.Dict);
                SaveEntries(dict);
                return true;
            case PySet { IsExact: true } set when protocol >= 4:
                SaveSet(set);
                return true;
            case PySet { IsExact: true } set:
                SaveReduce(PyTuple.Of(set.Class, PyTuple.Of(Lib.List(set.GetPyIterator()))), value);
                return true;
            default:
                return false;
        }
    }

    private void SaveText(string text)
    {
        if (!IsBinary)
        {
            var escaped = text.Replace("\\", "\\u005c", StringComparison.Ordinal).Replace("\0", "\\u0000", StringComparison.Ordinal).Replace("\n", "\\u000a", StringComparison.Ordinal)
                .Replace("\r", "\\u000d", StringComparison.Ordinal).Replace("\u001a", "\\u001a", StringComparison.Ordinal);
            _out.Op(PickleOpcode.Unicode);
            _out.Raw(Codecs.Encode(escaped, "raw-unicode-escape"));
            _out.Byte('\n');
            Memoize(text);
            return;
        }
        var data = Codecs.Encode(text, "utf-8", "surrogatepass");
        if (protocol >= 4 && data.Length < 256)
        {
            Short(PickleOpcode.ShortBinUnicode, data.Length);
            _out.Raw(data);
        }
        else
        {
            _out.Large([(byte)PickleOpcode.BinUnicode, .. BitConverter.GetBytes(data.Length)], data);
        }
        Memoize(text);
    }

    private void SaveBytes(PyBytes bytes)
    {
        if (protocol < 3)
        {
            SaveReduce(bytes.Count == 0
                ? PyTuple.Of(BytesType.Type, PyTuple.Empty)
                : PyTuple.Of(CodecObjects.CodecsModule.EncodeFunction, PyTuple.Of(Buffers.ToLatin1(bytes.Span), "latin1")), bytes);
            return;
        }
        if (bytes.Count < 256)
        {
            Short(PickleOpcode.ShortBinBytes, bytes.Count);
            _out.Raw(bytes.Span);
        }
        else
        {
            _out.Large([(byte)PickleOpcode.BinBytes, .. BitConverter.GetBytes(bytes.Count)], bytes.Span);
        }
        Memoize(bytes);
    }

    private void SaveByteArray(PyByteArray array)
    {
        if (protocol < 5)
        {
            SaveReduce(array.Count == 0
                ? PyTuple.Of(ByteArrayType.Type, PyTuple.Empty)
                : PyTuple.Of(ByteArrayType.Type, PyTuple.Of(new PyBytes(array.Span))), array);
            return;
        }
        _out.Large([(byte)PickleOpcode.ByteArray8, .. BitConverter.GetBytes((long)array.Count)], array.Span);
        Memoize(array);
    }

    private void SaveTuple(PyTuple tuple)
    {
        if (tuple.Count == 0)
        {
            if (IsBinary)
            {
                _out.Op(PickleOpcode.EmptyTuple);
            }
            else
            {
                _out.Op(PickleOpcode.Mark);
                _out.Op(PickleOpcode.Tuple);
            }
            return;
        }
        var isShort = tuple.Count <= 3 && protocol >= 2;
        if (!isShort)
            _out.Op(PickleOpcode.Mark);
        foreach (var item in tuple.ToArray())
            Save(item);
        if (IsKnown(tuple, out var index))
        {
            // An item led back to the tuple, which is made by now.
            if (IsBinary && !isShort)
                _out.Op(PickleOpcode.PopMark);
            else
                for (var i = 0; i < tuple.Count + (isShort ? 0 : 1); i++)
                    _out.Op(PickleOpcode.Pop);
            Recall(index);
            return;
        }
        _out.Op(!isShort ? PickleOpcode.Tuple : tuple.Count switch { 1 => PickleOpcode.Tuple1, 2 => PickleOpcode.Tuple2, _ => PickleOpcode.Tuple3 });
        Memoize(tuple);
    }

    private void StartContainer(Any value, PickleOpcode empty, PickleOpcode marked)
    {
        if (IsBinary)
        {
            _out.Op(empty);
        }
        else
        {
            _out.Op(PickleOpcode.Mark);
            _out.Op(marked);
        }
        Memoize(value);
    }

    /// <summary>Items, up to a thousand at once where the protocol can.</summary>
    private void InBatches<T>(IEnumerable<T> items, Action<T> save, PickleOpcode one, PickleOpcode many)
    {
        if (!IsBinary)
        {
            foreach (var item in items)
            {
                save(item);
                _out.Op(one);
            }
            return;
        }
        foreach (var chunk in items.Chunk(Batch))
        {
            if (chunk.Length == 1)
            {
                save(chunk[0]);
                _out.Op(one);
                continue;
            }
            _out.Op(PickleOpcode.Mark);
            foreach (var item in chunk)
                save(item);
            _out.Op(many);
        }
    }

    private void Appends(IEnumerable<Any> items) => InBatches(items, Save, PickleOpcode.Append, PickleOpcode.Appends);

    private void SetItems(IEnumerable<(Any Key, Any Value)> items) => InBatches(items, SavePair, PickleOpcode.SetItem, PickleOpcode.SetItems);

    private void SavePair((Any Key, Any Value) pair)
    {
        Save(pair.Key);
        Save(pair.Value);
    }

    /// <summary>The items of a list. Only a list of one item is written without a mark, as CPython's C code does, unlike an iterator's rest of one.</summary>
    private void SaveItems(PyList list)
    {
        if (!IsBinary || list.Count == 1)
            Appends(list.GetPyIterator());
        else
            InMarkedBatches(list.GetPyIterator(), Save, PickleOpcode.Appends, endsEmpty: false);
    }

    private void SaveEntries(PyDict dict)
    {
        var entries = dict.Entries().Select(static e => (e.Key, e.Value));
        if (!IsBinary || dict.Count <= 1)
            SetItems(entries);
        else
            InMarkedBatches(entries, SavePair, PickleOpcode.SetItems, endsEmpty: true);
    }

    /// <summary>Batches with marks; CPython's C code ends dicts and sets of whole batches with an empty one.</summary>
    private void InMarkedBatches<T>(IEnumerable<T> items, Action<T> save, PickleOpcode many, bool endsEmpty)
    {
        var last = 0;
        foreach (var chunk in items.Chunk(Batch))
        {
            last = chunk.Length;
            _out.Op(PickleOpcode.Mark);
            foreach (var item in chunk)
                save(item);
            _out.Op(many);
        }
        if (!endsEmpty || last != Batch)
            return;
        _out.Op(PickleOpcode.Mark);
        _out.Op(many);
    }

    private void SaveSet(PySet set)
    {
        if (!set.IsFrozen)
        {
            _out.Op(PickleOpcode.EmptySet);
            Memoize(set);
            InMarkedBatches(set.GetPyIterator(), Save, PickleOpcode.AddItems, endsEmpty: true);
            return;
        }
        _out.Op(PickleOpcode.Mark);
        foreach (var item in set.GetPyIterator())
            Save(item);
        if (IsKnown(set, out var index))
        {
            _out.Op(PickleOpcode.PopMark);
            Recall(index);
            return;
        }
        _out.Op(PickleOpcode.FrozenSet);
        Memoize(set);
    }
}
