using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace PropertyListsAndWaves;

/// <summary>plistlib and wave: property lists as XML and as bytes; files of sound.</summary>
public static class Module
{
    internal static Any Datetime = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any Plistlib = Any.Unbound;
    internal static Any Struct = Any.Unbound;
    internal static Any Wave = Any.Unbound;
    internal static PyDict<Any, Any> Value = default!;
    internal static PyBytes Head = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("property_lists_and_waves.py", args, Run);

    public static void Lists()
    {
        Any result = default;
        Any text = Plistlib.Get("dumps").Call(Value);
        Print(text.Invoke("decode"));
        Any packed = Plistlib.Get("dumps").Call(new Arguments { Value, { "fmt", Plistlib.Get("FMT_BINARY") } });
        Print(packed);
        Print((result = Operators.Compare(Comparison.Eq, Plistlib.Get("loads").Call(text), Value)).Truth && (result = Operators.Compare(Comparison.Eq, Value, Plistlib.Get("loads").Call(packed))).Truth ? result : result);
        Print(Plistlib.Get("loads").Call(Plistlib.Get("dumps").Call(new Arguments { Plistlib.Get("UID").Call(300), { "fmt", Plistlib.Get("FMT_BINARY") } })), Plistlib.Get("FMT_XML"), Operators.Compare(Comparison.Eq, Plistlib.Get("UID").Call(1), Plistlib.Get("UID").Call(1)));
        foreach (var wrong in new Any[] { new PyDict<PyInt, PyInt> { [1] = 2 }, Any.None, "a\u0001", PyInt.Pow((PyInt)2, 65), new PyDict<string, Any> { ["a"] = Builtins.Get("object") }, (PyList<PySet<Any>>)[new PySet<Any>()] })
        {
            foreach (var form in new Any[] { Plistlib.Get("FMT_XML"), Plistlib.Get("FMT_BINARY") })
            {
                try
                {
                    Print(Plistlib.Get("dumps").Call(new Arguments { wrong, { "fmt", form } }));
                }
                catch (BaseException error) when (error is TypeError || error is ValueError || error is OverflowError)
                {
                    Print(PyType.Of(error).Name, error);
                }
            }
        }
        foreach (var part in new Any[] { PyBytes.FromLatin1("<dict><key>a</key></dict>"), PyBytes.FromLatin1("<dict><string>x</string></dict>"), PyBytes.FromLatin1("<array><key>a</key></array>"), PyBytes.FromLatin1("<integer>0x1F</integer>"), PyBytes.FromLatin1("<integer>z</integer>"), PyBytes.FromLatin1("<date>2020-01-02Z</date>"), PyBytes.FromLatin1("<data>aGk=</data>"), PyBytes.FromLatin1("<dict><key>a</key><key>b</key></dict>"), PyBytes.FromLatin1("<array>"), PyBytes.FromLatin1("<string> s\n</string>"), PyBytes.FromLatin1("<dict>\n<key>k</key>\n</dict>") })
        {
            try
            {
                Print(Plistlib.Get("loads").Call(Head + part + PyBytes.FromLatin1("</plist>")));
            }
            catch (PyException error)
            {
                Print(Builtins.Get("type").Call(error), error);
            }
        }
        foreach (var whole in new Any[] { PyBytes.FromLatin1(""), PyBytes.FromLatin1("nope"), PyBytes.FromLatin1("bplist00"), PyBytes.FromLatin1("bplist00") + Builtins.Get("bytes").Call(40), PyBytes.FromLatin1("<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY e \"x\">]><plist><string>&e;</string></plist>"), "<plist><string>é</string></plist>" })
        {
            try
            {
                Print(Plistlib.Get("loads").Call(whole));
            }
            catch (ValueError error)
            {
                Print(Builtins.Get("type").Call(error), error);
            }
        }
        Print(Plistlib.Get("loads").Call(Plistlib.Get("dumps").Call(new Arguments { new PyDict<Any, Any> { ["b"] = 1, ["a"] = 2 }, { "sort_keys", false } })), Plistlib.Get("dumps").Call(new Arguments { new PyDict<Any, Any> { [1] = 2, ["x"] = 1 }, { "skipkeys", true }, { "sort_keys", false } }));
        Any moment = Datetime.Get("datetime").Call(new Arguments { 2020, 1, 1, { "tzinfo", Datetime.Get("timezone").Get("utc") } });
        foreach (var form in new Any[] { Plistlib.Get("FMT_XML"), Plistlib.Get("FMT_BINARY") })
        {
            Print(Plistlib.Get("loads").Call(new Arguments { Plistlib.Get("dumps").Call(new Arguments { moment, { "fmt", form }, { "aware_datetime", true } }), { "aware_datetime", true } }));
        }
        PyList<Any> circle = (PyList<Any>)[1];
        circle.Append(circle);
        Any read = Plistlib.Get("loads").Call(Plistlib.Get("dumps").Call(new Arguments { circle, { "fmt", Plistlib.Get("FMT_BINARY") } }));
        Print(Operators.Is(read[1], read));
    }

    public static void Sounds()
    {
        Any buffer = Io.Get("BytesIO").Call();
        var manager = Context.Of(Wave.Get("open").Call(buffer, "wb"));
        Any entered = manager.Enter();
        try
        {
            Any writer = entered;
            writer.Invoke("setnchannels", 2);
            writer.Invoke("setsampwidth", 2);
            writer.Invoke("setframerate", 44100.4);
            writer.Invoke("writeframes", Struct.Get("pack").Call(new Arguments { "<4h", 1, 2, 3, 4 }));
            writer.Invoke("writeframesraw", Builtins.Get("bytes").Call(8));
            Print(writer.Invoke("tell"), writer.Invoke("getnframes"));
        }
        catch (BaseException error2)
        {
            if (!manager.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        Print(buffer.Invoke("getvalue"));
        buffer.Invoke("seek", 0);
        Any reader = Wave.Get("open").Call(buffer);
        Print(reader.Invoke("getparams"), reader.Invoke("readframes", 1), reader.Invoke("tell"), reader.Invoke("readframes", 10));
        reader.Invoke("setpos", 1);
        Print(reader.Invoke("readframes", 1));
        Any other = Wave.Get("open").Call(Io.Get("BytesIO").Call(), "w");
        other.Invoke("setparams", PyTuple.Of(1, 1, 8000, 0, "NONE", "not compressed"));
        Print(other.Invoke("getparams"));
        other.Invoke("writeframes", PyBytes.FromLatin1("abc"));
        foreach (var fail in new Any[] { new PyFunction("sounds.<locals>.<lambda>", "", () => reader.Invoke("setpos", 99)), new PyFunction("sounds.<locals>.<lambda>", "", () => Wave.Get("open").Call(buffer, "x")), new PyFunction("sounds.<locals>.<lambda>", "", () => Wave.Get("open").Call(Io.Get("BytesIO").Call(PyBytes.FromLatin1("RIFFxxxxAAAA")))), new PyFunction("sounds.<locals>.<lambda>", "", () => Wave.Get("open").Call(Io.Get("BytesIO").Call(PyBytes.FromLatin1("nopexxxx")))), new PyFunction("sounds.<locals>.<lambda>", "", () => other.Invoke("setnchannels", 2)), new PyFunction("sounds.<locals>.<lambda>", "", () => other.Invoke("setcomptype", "X", "y")), new PyFunction("sounds.<locals>.<lambda>", "", () => other.Invoke("setparams", PyTuple.Of(1, 2, 3))) })
        {
            try
            {
                fail.Call();
            }
            catch (BaseException error) when (Except.Matches(error, PyTuple.Of(Wave.Get("Error"), ValueError.Type)))
            {
                Print(Builtins.Get("type").Call(error), error);
            }
        }
        other.Invoke("close");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Datetime = Modules.Import("datetime");
        Io = Modules.Import("io");
        Plistlib = Modules.Import("plistlib");
        Struct = Modules.Import("struct");
        Wave = Modules.Import("wave");

        Value = new PyDict<Any, Any> { ["number"] = 1, ["list"] = (PyList<Any>)[1.5, true, false, "x<>&é", (Any)PyBytes.FromLatin1("bytes") * 30], ["deep"] = new PyDict<Any, Any> { ["when"] = Datetime.Get("datetime").Call(new Arguments { 2020, 1, 2, 3, 4, 5 }), ["none"] = new PyDict<Any, Any>(), ["empty"] = (PyList<Any>)[] }, ["negative"] = -5, ["large"] = PyInt.Pow((PyInt)2, 63), ["text"] = "ü" };
        Head = PyBytes.FromLatin1("<?xml version=\"1.0\"?><plist version=\"1.0\">");

        Lists();
        Sounds();
    }
}
