using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace MomentaryViews;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("momentary_views.py", args, Run);

    public static (Any, PyInt) Front(Any buf)
    {
        Any view = MemoryViews.Momentary(Builtins.Get("memoryview").Call(buf))[new PySlice(10, 20, Any.None)];
        Any text = Builtins.Get("bytes").Call(view);
        view.Invoke("release");
        buf.DeleteItem(new PySlice(Any.None, 10, Any.None));
        return (text, Len(buf));
    }

    public static Any Typed(Any buf, PyInt n)
    {
        Any head = Builtins.Get("bytes").Call(MemoryViews.Momentary(MemoryViews.Momentary(Builtins.Get("memoryview").Call(buf))[new PySlice(Any.None, n, Any.None)]));
        buf.DeleteItem(new PySlice(Any.None, n, Any.None));
        return head;
    }

    public static Any Words(Any buf)
    {
        Any found = MemoryViews.Momentary(MemoryViews.Momentary(MemoryViews.Momentary(Builtins.Get("memoryview").Call(buf))[new PySlice(Any.None, 4, Any.None)]).Invoke("cast", "H")).Invoke("tolist");
        buf.Invoke("append", 1);
        return found;
    }

    public static Any Collected(PyList<Any> parts)
    {
        Any @out = Builtins.Get("bytearray").Call();
        foreach (var part in parts)
        {
            @out = Any.AddInPlace(@out, MemoryViews.Momentary(MemoryViews.Momentary(Builtins.Get("memoryview").Call(part))[new PySlice(1, Any.None, Any.None)]));
            part.Invoke("clear");
        }
        return @out;
    }

    public static PyInt Held(Any buf)
    {
        Any view = MemoryViews.Momentary(Builtins.Get("memoryview").Call(buf))[new PySlice(1, Any.None, Any.None)];
        try
        {
            buf.Invoke("append", 0);
        }
        catch (BufferError error)
        {
            Print("held:", error);
        }
        view.Invoke("release");
        buf.Invoke("append", 0);
        return Len(buf);
    }

    public static Any Derived(Any buf)
    {
        Any part = MemoryViews.Momentary(MemoryViews.Momentary(MemoryViews.Momentary(Builtins.Get("memoryview").Call(buf))[new PySlice(2, Any.None, Any.None)])[new PySlice(1, Any.None, Any.None)]).Invoke("toreadonly");
        try
        {
            buf.Invoke("clear");
        }
        catch (BufferError error)
        {
            Print("derived:", error);
        }
        buf.SetItem(3, 200);
        Print(part[0], part.Get("readonly"));
        try
        {
            part.SetItem(0, 1);
        }
        catch (TypeError error)
        {
            Print(error);
        }
        part.Invoke("release");
        buf.Invoke("clear");
        return buf;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // Views that nothing holds once their operation has ended let go of their bytearray at once.
        Any io = Modules.Import("io");

        Print(Generic.ToAny(Front(Builtins.Get("bytearray").Call(Sequences.Range(30)))));
        Print(Typed(Builtins.Get("bytearray").Call(PyBytes.FromLatin1("header:body")), 7));
        Print(Words(Builtins.Get("bytearray").Call((PyList<Any>)[1, 0, 2, 0, 9])));
        Print(Collected((PyList<Any>)[Builtins.Get("bytearray").Call(PyBytes.FromLatin1("abc")), Builtins.Get("bytearray").Call(PyBytes.FromLatin1("xyz"))]));
        Print(Held(Builtins.Get("bytearray").Call(PyBytes.FromLatin1("abc"))));
        Print(Derived(Builtins.Get("bytearray").Call(PyBytes.FromLatin1("abcdef"))));

        Any stream = io.Get("BytesIO").Call(PyBytes.FromLatin1("0123456789"));
        Any part = MemoryViews.Momentary(stream.Invoke("getbuffer"))[new PySlice(2, 5, Any.None)];
        try
        {
            stream.Invoke("write", (Any)PyBytes.FromLatin1("x") * 20);
        }
        catch (BufferError error)
        {
            Print("stream:", error);
        }
        Print(part.Invoke("tobytes"));
        part.Invoke("release");
        Print(stream.Invoke("write", (Any)PyBytes.FromLatin1("x") * 20), MemoryViews.Momentary(stream.Invoke("getbuffer")).Get("nbytes"), Len(MemoryViews.Momentary(stream.Invoke("getbuffer"))));
        stream.Invoke("truncate", 3);
        Print(stream.Invoke("getvalue"));

        Any line = Builtins.Get("bytearray").Call(PyBytes.FromLatin1("key=value;rest"));
        if (MemoryViews.Momentary(MemoryViews.Momentary(Builtins.Get("memoryview").Call(line))[new PySlice(Any.None, 3, Any.None)]) == PyBytes.FromLatin1("key"))
        {
            line.DeleteItem(new PySlice(Any.None, 4, Any.None));
        }
        Print(line);
        try
        {
            Any value = MemoryViews.Momentary(Builtins.Get("memoryview").Call(line))[new PySlice(2, 6, Any.None)];
            line.SetItem(new PySlice(0, 2, Any.None), value);
        }
        catch (BufferError error)
        {
            Print("itself:", error);
        }
        Any other = Builtins.Get("bytearray").Call(PyBytes.FromLatin1("12345"));
        Any source = Builtins.Get("bytearray").Call(line);
        Any value2 = MemoryViews.Momentary(MemoryViews.Momentary(Builtins.Get("memoryview").Call(source))[new PySlice(2, 6, Any.None)]);
        other.SetItem(new PySlice(0, 2, Any.None), value2);
        source.Invoke("clear");
        Print(source, other);

        foreach (var view in new Any[] { Builtins.Get("memoryview").Call(PyBytes.FromLatin1("abc")), Builtins.Get("memoryview").Call(Builtins.Get("bytearray").Call(PyBytes.FromLatin1("abc"))), MemoryViews.Momentary(Builtins.Get("memoryview").Call(Builtins.Get("bytearray").Call(PyBytes.FromLatin1("abc")))).Invoke("toreadonly"), MemoryViews.Momentary(Builtins.Get("memoryview").Call(PyBytes.FromLatin1("abcd"))).Invoke("cast", "H") })
        {
            try
            {
                Print(Hash(view) == Hash(PyBytes.FromLatin1("abc")));
            }
            catch (BaseException error) when (error is ValueError || error is TypeError)
            {
                Print(PyType.Of(error).Name, error);
            }
        }
    }
}
