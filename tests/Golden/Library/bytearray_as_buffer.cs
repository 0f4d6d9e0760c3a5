using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace BytearrayAsBuffer;

/// <summary>A bytearray as a buffer: taken from the front, added to at the end.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("bytearray_as_buffer.py", args, Run);

    public static Any Numbers_(PyInt start, PyInt count)
    {
        return Builtins.Get("bytes").Call(Generator.Of("<genexpr>", "numbers.<locals>.<genexpr>", Sequences.Range(count).Select(i => (start + i) % 251)));
    }

    /// <summary>Lets data run through a small buffer for long, in pieces of changing size.</summary>
    public static void Fifo()
    {
        PyInt written = default;
        PyInt read = default;
        Any buffer = Builtins.Get("bytearray").Call();
        written = 0;
        read = 0;
        for (PyInt turn = 0; turn < 2000; turn++)
        {
            PyInt size = turn % 37;
            buffer = Any.AddInPlace(buffer, Numbers_(written, size));
            written += size;
            PyInt take = turn % 31;
            if (turn % 7 == 0)
            {
                var manager = Context.Of(Builtins.Get("memoryview").Call(buffer));
                Any entered = manager.Enter();
                try
                {
                    Any view = entered;
                    if (Builtins.Get("bytes").Call(view) != Numbers_(read, Len(view)))
                    {
                        throw new AssertionError();
                    }
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
            }
            Any piece = Builtins.Get("bytes").Call(buffer[new PySlice(Any.None, take, Any.None)]);
            if (piece != Numbers_(read, Len(piece)))
            {
                throw new AssertionError();
            }
            buffer.DeleteItem(new PySlice(Any.None, take, Any.None));
            read += Len(piece);
        }
        if (Builtins.Get("bytes").Call(buffer) != Numbers_(read, written - read))
        {
            throw new AssertionError();
        }
        Print(written, read, Len(buffer));
    }

    public static void Front()
    {
        Any data = Builtins.Get("bytearray").Call(PyBytes.FromLatin1("0123456789"));
        data.DeleteItem(new PySlice(Any.None, 3, Any.None));
        Print(data, data[0], data[-1], Len(data), data.Invoke("find", PyBytes.FromLatin1("7")));
        data.SetItem(0, 65);
        data.SetItem(new PySlice(1, 3, Any.None), PyBytes.FromLatin1("----"));
        data.Invoke("insert", 0, 33);
        Print(data, data.Invoke("pop", 0), data);
        data.DeleteItem(0);
        data.Invoke("extend", data);
        Print(data);
        data = Any.MultInPlace(data, 2);
        Any value = data[new PySlice(5, 9, Any.None)];
        data.SetItem(new PySlice(0, 0, Any.None), value);
        Print(data, data.Invoke("index", PyBytes.FromLatin1("-")), Hash(Builtins.Get("bytes").Call(data)) == Hash(Builtins.Get("bytes").Call(data)));
        data.DeleteItem(new PySlice(Any.None, 4, Any.None));
        data = Any.AddInPlace(data, Builtins.Get("bytes").Call(data));
        data.Invoke("reverse");
        Print(data, Operators.Compare(Comparison.Eq, data, Builtins.Get("bytearray").Call(data)));
        data.DeleteItem(new PySlice(Any.None, Any.None, Any.None));
        Print(data, Len(data));
        data.Invoke("append", 1);
        Print(data);
        Any view = Builtins.Get("memoryview").Call(data);
        try
        {
            data.DeleteItem(new PySlice(Any.None, 1, Any.None));
        }
        catch (BufferError error)
        {
            Print(error);
        }
        view.Invoke("release");
        data.DeleteItem(new PySlice(Any.None, 1, Any.None));
        Print(data);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Fifo();
        Front();
    }
}
