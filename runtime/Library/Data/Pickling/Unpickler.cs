using System.Buffers.Binary;
using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary><see href="https://docs.python.org/3.13/library/pickle.html#pickle.Unpickler">pickle.Unpickler</see>: runs the instructions of a pickle.</summary>
internal sealed partial class Unpickler(PickleReader reader, bool fixImports, string encoding, string errors, Any buffers) : PyContainer
{
    private readonly List<Any> _stack = [];
    private readonly Stack<int> _marks = new();
    private readonly Dictionary<int, Any> _memo = [];
    private int _protocol;

    protected override PyType BuiltinClass => UnpicklerType.Type;

    public Any Load()
    {
        _stack.Clear();
        _marks.Clear();
        for (; ; )
        {
            var op = (PickleOpcode)reader.Op();
            if (op == PickleOpcode.Stop)
                return Pop();
            if (!Constant(op) && !Container(op) && !Object(op) && !Bookkeeping(op))
                throw new UnpicklingError((byte)op is < 0x20 or > 0x7e or (byte)'\\' or (byte)'\'' ? $"invalid load key, '\\x{(byte)op:x2}'." : $"invalid load key, '{(char)op}'.");
        }
    }

    private void Push(Any value) => _stack.Add(value);

    private int Floor => _marks.TryPeek(out var mark) ? mark : 0;

    private Any Pop()
    {
        if (_stack.Count <= Floor)
            throw new UnpicklingError(_marks.Count > 0 ? "unexpected MARK found" : "unpickling stack underflow");
        var top = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    private Any Top => _stack.Count > Floor ? _stack[^1] : throw new UnpicklingError("unpickling stack underflow");

    private Any[] PopMark()
    {
        if (!_marks.TryPop(out var mark))
            throw new UnpicklingError("could not find MARK");
        var items = _stack.GetRange(mark, _stack.Count - mark).ToArray();
        _stack.RemoveRange(mark, _stack.Count - mark);
        return items;
    }

    private bool Constant(PickleOpcode op)
    {
        switch (op)
        {
            case PickleOpcode.None: Push(Any.None); break;
            case PickleOpcode.NewTrue: Push(true); break;
            case PickleOpcode.NewFalse: Push(false); break;
            case PickleOpcode.Int:
                var text = reader.Line();
                Push(text == "00" ? false : text == "01" ? true : Number(text));
                break;
            case PickleOpcode.Long: Push(Number(reader.Line().TrimEnd('L'))); break;
            case PickleOpcode.BinInt: Push(reader.Int32()); break;
            case PickleOpcode.BinInt1: Push(reader.Byte()); break;
            case PickleOpcode.BinInt2: Push(reader.UInt16()); break;
            case PickleOpcode.Long1: Push((PyInt)new BigInteger(reader.Take(reader.Byte()))); break;
            case PickleOpcode.Long4: Push((PyInt)new BigInteger(reader.Take(Count32("LONG pickle has negative byte count")))); break;
            case PickleOpcode.Float: Push(PyFloat.TryParse(reader.Line(), out var number) ? number : throw new ValueError("could not convert string to float")); break;
            case PickleOpcode.BinFloat: Push(BinaryPrimitives.ReadDoubleBigEndian(reader.Take(8))); break;
            case PickleOpcode.Unicode: Push(Codecs.Decode(Buffers.FromLatin1(reader.Line()), "raw-unicode-escape")); break;
            case PickleOpcode.ShortBinUnicode: Push(Text(reader.Take(reader.Byte()))); break;
            case PickleOpcode.BinUnicode: Push(Text(reader.Take((uint)reader.Int32()))); break;
            case PickleOpcode.BinUnicode8: Push(Text(reader.Take(reader.Int64()))); break;
            case PickleOpcode.ShortBinBytes: Push(new PyBytes(reader.Take(reader.Byte()))); break;
            case PickleOpcode.BinBytes: Push(new PyBytes(reader.Take((uint)reader.Int32()))); break;
            case PickleOpcode.BinBytes8: Push(new PyBytes(reader.Take(reader.Int64()))); break;
            case PickleOpcode.ByteArray8: Push(new PyByteArray(reader.Take(reader.Int64()))); break;
            case PickleOpcode.ShortBinString: Push(OldString(reader.Take(reader.Byte()))); break;
            case PickleOpcode.BinString: Push(OldString(reader.Take(Count32("BINSTRING pickle has negative byte count")))); break;
            case PickleOpcode.String: Push(OldString(Quoted(reader.Line()))); break;
            case PickleOpcode.NextBuffer:
                Push(buffers.IsNone ? throw new UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given") : Builtins.Next(buffers));
                break;
            case PickleOpcode.ReadOnlyBuffer: Push(Modules.Import("builtins").Get("memoryview").Call(Pop()).Invoke("toreadonly")); break;
            default: return false;
        }
        return true;
    }

    private int Count32(string message) => reader.Int32() is >= 0 and var count ? count : throw new UnpicklingError(message);

    private static Any Number(string text) => PyInt.TryParse(text, 0, out var number) ? number : throw new ValueError($"invalid literal for int() with base 10: {Str.Repr(text)}");

    private static string Text(ReadOnlySpan<byte> data) => Codecs.Decode(data, "utf-8", "surrogatepass");

    /// <summary>A string of Python 2.</summary>
    private Any OldString(ReadOnlySpan<byte> data) => encoding == "bytes" ? new PyBytes(data) : Codecs.Decode(data, encoding, errors);

    private static byte[] Quoted(string line)
    {
        if (line.Length < 2 || line[0] != line[^1] || line[0] is not ('\'' or '"'))
            throw new UnpicklingError("the STRING opcode argument must be quoted");
        return EscapedBytes.Decode(Buffers.FromLatin1(line[1..^1]));
    }

    private bool Bookkeeping(PickleOpcode op)
    {
        switch (op)
        {
            case PickleOpcode.Proto:
                _protocol = reader.Byte();
                if (_protocol > PickleModule.Highest)
                    throw new ValueError($"unsupported pickle protocol: {_protocol}");
                break;
            case PickleOpcode.Frame: reader.Frame(); break;
            case PickleOpcode.Mark: _marks.Push(_stack.Count); break;
            case PickleOpcode.Pop:
                if (_marks.TryPeek(out var mark) && mark == _stack.Count)
                    _marks.Pop();
                else
                    Pop();
                break;
            case PickleOpcode.PopMark: PopMark(); break;
            case PickleOpcode.Dup: Push(Top); break;
            case PickleOpcode.Memoize: _memo[_memo.Count] = Top; break;
            case PickleOpcode.Put: _memo[Index(reader.Line())] = Top; break;
            case PickleOpcode.BinPut: _memo[reader.Byte()] = Top; break;
            case PickleOpcode.LongBinPut: _memo[reader.Int32()] = Top; break;
            case PickleOpcode.Get: Recall(Index(reader.Line())); break;
            case PickleOpcode.BinGet: Recall(reader.Byte()); break;
            case PickleOpcode.LongBinGet: Recall(reader.Int32()); break;
            default: return false;
        }
        return true;
    }

    private static int Index(string line) => PyInt.Parse(line) is var n && n >= 0 ? (int)n : throw new ValueError("negative PUT argument");

    private void Recall(int index) => Push(_memo.TryGetValue(index, out var known) ? known : throw new UnpicklingError($"Memo value not found at index {index}"));

    private bool Container(PickleOpcode op)
    {
        switch (op)
        {
            case PickleOpcode.EmptyTuple: Push(PyTuple.Empty); break;
            case PickleOpcode.Tuple1: Push(PyTuple.Of(Pop())); break;
            case PickleOpcode.Tuple2: PushTuple(2); break;
            case PickleOpcode.Tuple3: PushTuple(3); break;
            case PickleOpcode.Tuple: Push(new PyTuple(PopMark())); break;
            case PickleOpcode.EmptyList: Push(new PyList<Any>()); break;
            case PickleOpcode.List: Push(new PyList<Any>(PopMark())); break;
            case PickleOpcode.EmptyDict: Push(new PyDict<Any, Any>()); break;
            case PickleOpcode.Dict:
                var pairs = PopMark();
                Push(new PyDict<Any, Any>());
                SetItems(pairs);
                break;
            case PickleOpcode.Append:
                var item = Pop();
                Appends([item]);
                break;
            case PickleOpcode.Appends: Appends(PopMark()); break;
            case PickleOpcode.SetItem:
                var value = Pop();
                SetItems([Pop(), value]);
                break;
            case PickleOpcode.SetItems: SetItems(PopMark()); break;
            case PickleOpcode.EmptySet: Push(SetType.Type.Call()); break;
            case PickleOpcode.FrozenSet: Push(SetType.Frozen.Call(new PyList<Any>(PopMark()))); break;
            case PickleOpcode.AddItems: AddItems(PopMark()); break;
            default: return false;
        }
        return true;
    }

    private void PushTuple(int count)
    {
        var items = new Any[count];
        for (var i = count - 1; i >= 0; i--)
            items[i] = Pop();
        Push(new PyTuple(items));
    }

    private void Appends(Any[] items)
    {
        var target = Top;
        if (target.Ref is PyList { IsExact: true } list)
        {
            foreach (var item in items)
                list.AppendAny(item);
            return;
        }
        if (Operators.GetAttr(target, "extend", Any.Unbound) is { IsUnbound: false } extend)
        {
            extend.Call(new PyList<Any>(items));
            return;
        }
        var append = Operators.GetAttr(target, "append");
        foreach (var item in items)
            append.Call(item);
    }

    private void SetItems(Any[] items)
    {
        if (items.Length % 2 != 0)
            throw new UnpicklingError("odd number of items for SETITEMS");
        var target = Top;
        for (var i = 0; i < items.Length; i += 2)
            Operators.SetItem(target, items[i], items[i + 1]);
    }

    private void AddItems(Any[] items)
    {
        var add = Operators.GetAttr(Top, "add");
        foreach (var item in items)
            add.Call(item);
    }
}
