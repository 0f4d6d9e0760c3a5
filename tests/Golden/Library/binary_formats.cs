using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace BinaryFormats;

/// <summary>Images, sounds and records in bytes.</summary>
public static class Module
{
    internal static Any Struct = Any.Unbound;
    internal static Any Zlib = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("binary_formats.py", args, Run);

    public static Any Png(PyInt w, PyInt h, Any px)
    {
        Any Chunk(PyBytes t, Any d)
        {
            return Struct.Get("pack").Call(">I", Len(d)) + t + d + Struct.Get("pack").Call(">I", Zlib.Get("crc32").Call(t + d));
        }
        Any rows = ((Any)PyBytes.FromLatin1("")).Invoke("join", Generator.Of("<genexpr>", "png.<locals>.<genexpr>", Sequences.Range(h).Select(y => PyBytes.FromLatin1("\0") + Builtins.Get("bytes").Call(Generator.Of("<genexpr>", "png.<locals>.<genexpr>", Sequences.Range(w).Select(x => px.Call(x, y)))))));
        return PyBytes.FromLatin1("\u0089PNG\r\n\u001A\n") + Chunk(PyBytes.FromLatin1("IHDR"), Struct.Get("pack").Call(new Arguments { ">2I5B", w, h, 8, 0, 0, 0, 0 })) + Chunk(PyBytes.FromLatin1("IDAT"), Zlib.Get("compress").Call(rows, 0)) + Chunk(PyBytes.FromLatin1("IEND"), PyBytes.FromLatin1(""));
    }

    public static IEnumerable<(Any, Any, Any)> Chunks(Any f)
    {
        if (f.Invoke("read", 8)[new PySlice(1, 4, Any.None)] != PyBytes.FromLatin1("PNG"))
        {
            throw new AssertionError();
        }
        while (true)
        {
            Any head = f.Invoke("read", 8);
            if (!head.Truth)
            {
                yield break;
            }
            var items = Operators.Unpack(Struct.Get("unpack").Call(">I4s", head), 2);
            Any n = items[0];
            Any t = items[1];
            Any body = f.Invoke("read", n);
            var items2 = Operators.Unpack(Struct.Get("unpack").Call(">I", f.Invoke("read", 4)), 1);
            Any crc = items2[0];
            yield return (t.Invoke("decode"), n, Operators.Compare(Comparison.Eq, crc, Zlib.Get("crc32").Call(body, Zlib.Get("crc32").Call(t))));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Struct = Modules.Import("struct");
        Any array = Modules.Import("array");
        Any io = Modules.Import("io");
        Any binascii = Modules.Import("binascii");
        Any base64 = Modules.Import("base64");
        Any sys = Modules.Import("sys");
        // BMP writer, WAV writer, PNG chunks
        Zlib = Modules.Import("zlib");
        Any wave = Modules.Import("wave");
        Any data = Png(4, 3, new PyFunction("<lambda>", "x, y", (Any x, Any y) => (x * 60 + y * 10) % 256));
        Print(Len(data), data[new PySlice(Any.None, 33, Any.None)].Invoke("hex", " ", 4));
        Print([..Chunks(io.Get("BytesIO").Call(data)).Select(item => Generic.ToAny(item))]);
        Any bmp = Builtins.Get("bytearray").Call(Struct.Get("pack").Call(new Arguments { "<2sIHHI", PyBytes.FromLatin1("BM"), 0, 0, 0, 54 }) + Struct.Get("pack").Call(new Arguments { "<IiiHHIIiiII", 40, 2, 2, 1, 24, 0, 16, 2835, 2835, 0, 0 }));
        for (PyInt y = 0; y < 2; y++)
        {
            Any row = Builtins.Get("bytearray").Call();
            for (PyInt x = 0; x < 2; x++)
            {
                row = Any.AddInPlace(row, Builtins.Get("bytes").Call(PyTuple.Of(x * 255, y * 255, 128)));
            }
            row = Any.AddInPlace(row, (Any)PyBytes.FromLatin1("\0") * (-Len(row) % 4));
            bmp = Any.AddInPlace(bmp, row);
        }
        Struct.Get("pack_into").Call(new Arguments { "<I", bmp, 2, Len(bmp) });
        Print(bmp.Invoke("hex"));
        Any m0 = Builtins.Get("memoryview").Call(bmp);
        Any m = m0[new PySlice(54, Any.None, Any.None)];
        Print(m[0], m[new PySlice(-4, Any.None, Any.None)].Invoke("tolist"), m.Get("nbytes"), m.Get("readonly"), m[new PySlice(Any.None, Any.None, 4)].Invoke("tobytes"));
        m.SetItem(new PySlice(0, 3, Any.None), PyBytes.FromLatin1("\u0001\u0002\u0003"));
        Print(bmp[new PySlice(54, 60, Any.None)]);
        try
        {
            bmp.Invoke("append", 0);
        }
        catch (BufferError e)
        {
            Print(e);
        }
        m.Invoke("release");
        m0.Invoke("release");

        Any a = array.Get("array").Call("h", (PyList<Any>)[1, -2, 300]);

        a.Invoke("byteswap");

        Print(a, a.Invoke("tobytes"), a.Get("itemsize"), array.Get("array").Call("d", (PyList<Any>)[1.5]).Invoke("tobytes").Invoke("hex"));
        a.Invoke("frombytes", PyBytes.FromLatin1("\u0001\0"));
        a.Invoke("insert", 1, 7);
        Print(a.Invoke("tolist"), a.Invoke("index", 7), a.Invoke("count", 1), a[new PySlice(Any.None, Any.None, -1)], sys.Get("byteorder"));
        Any buf = io.Get("BytesIO").Call();
        var manager = Context.Of(wave.Get("open").Call(buf, "wb"));
        Any entered = manager.Enter();
        try
        {
            Any w = entered;
            w.Invoke("setnchannels", 1);
            w.Invoke("setsampwidth", 2);
            w.Invoke("setframerate", 8000);
            w.Invoke("writeframes", array.Get("array").Call("h", Sequences.Range(-5, 5)).Invoke("tobytes"));
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        buf.Invoke("seek", 0);
        var manager2 = Context.Of(wave.Get("open").Call(buf));
        Any entered2 = manager2.Enter();
        try
        {
            Any w = entered2;
            Print(w.Invoke("getparams"), w.Invoke("readframes", 3).Invoke("hex"));
        }
        catch (BaseException error2)
        {
            if (!manager2.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
        Print(binascii.Get("hexlify").Call(PyBytes.FromLatin1("Þ\u00AD"), "-"), base64.Get("b85encode").Call(PyBytes.FromLatin1("hello")), base64.Get("b32hexencode").Call(PyBytes.FromLatin1("x")), binascii.Get("crc_hqx").Call(PyBytes.FromLatin1("abc"), 0), base64.Get("a85encode").Call(new Arguments { PyBytes.FromLatin1("\0\0\0\u0000abc"), { "adobe", true } }));
        foreach (var fmt in new Any[] { "<bBhHiIqQfd?", ">3s5p2x", "@iq", "=iq", "e", "n", "P", "10s", "2h0i" })
        {
            Print(fmt, Struct.Get("calcsize").Call(fmt));
        }
        foreach (var bad in new Any[] { PyTuple.Of("B", 256), PyTuple.Of("b", -129), PyTuple.Of("h", "x"), PyTuple.Of("s", "x"), PyTuple.Of("i", 1.5), PyTuple.Of("?"), PyTuple.Of("3z", 1), PyTuple.Of("c", PyBytes.FromLatin1("ab")), PyTuple.Of("f", 1E+40), PyTuple.Of("Q", -1) })
        {
            try
            {
                Print(Struct.Get("pack").Call(new Arguments { new Star(bad) }));
            }
            catch (BaseException e) when (Except.Matches(e, PyTuple.Of(Struct.Get("error"), OverflowError.Type)))
            {
                Print(bad, PyType.Of(e).Name, e);
            }
        }
        Print(Struct.Get("unpack").Call("<3sxh", PyBytes.FromLatin1("abc\0\u0001\u0002")), new PyList<Any>(Sequences.Of(Struct.Get("iter_unpack").Call("<H", PyBytes.FromLatin1("\u0001\0\u0002\0")))), Struct.Get("unpack_from").Call(">I", (Any)PyBytes.FromLatin1("\0") * 3 + PyBytes.FromLatin1("\0\0\u0001\0"), 3));
        Any rec = Struct.Get("Struct").Call("<Id8s");
        Any @out = io.Get("BytesIO").Call();
        for (PyInt i = 0; i < 3; i++)
        {
            @out.Invoke("write", rec.Invoke("pack", i, i / 3, Str.Encode(F($"n{i}"))));
        }
        Any v = @out.Invoke("getbuffer");
        IEnumerable<(Any, Any, Any)> Items(IEnumerable<Any> source)
        {
            foreach (var item2 in source)
            {
                var items = Operators.Unpack(item2, 3);
                Any i = items[0];
                Any d = items[1];
                Any s = items[2];
                yield return (i, Builtins.Get("round").Call(d, 3), s.Invoke("rstrip", PyBytes.FromLatin1("\0")).Invoke("decode"));
            }
        }
        Print(new PyList<(Any, Any, Any)>(Items(Sequences.Of(rec.Invoke("iter_unpack", v)))), Len(v));
        v.Invoke("release");
        Print(Builtins.Get("int").Invoke("from_bytes", new Arguments { PyBytes.FromLatin1("ÿþ"), "big", { "signed", true } }), ((Any)1000).Invoke("to_bytes", 4, "little"), Builtins.Get("bytes").Invoke("fromhex", "de ad BE ef"), ((Any)PyBytes.FromLatin1("\u0001\u0002")).Invoke("hex", ":"));
    }
}
