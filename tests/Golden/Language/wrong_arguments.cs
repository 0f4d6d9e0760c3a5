using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace WrongArguments;

using static Module;

public class Named : PyObject
{
    public Named(Any name)
    {
        this.Name = name;
    }

    public Any Name { get; set; }

    public Any Method(Any first, Any second)
    {
        return Any.None;
    }

    public static readonly PyType Type = PyType.Emitted("Named", "__main__")
        .Constructor("name=", a => new Named(a[0]), "")
        .Field("name", self => self.As<Named>().Name, (self, value) => self.As<Named>().Name = value)
        .Method("method", "self, first, *, second=3", a => a[0].As<Named>().Method(a[1], a[2]));
    public override PyType Class => Type;
}

/// <summary>Calls that do not fit, and what CPython supposes was meant.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("wrong_arguments.py", args, Run);

    public static Any F_(Any first, Any bluchin)
    {
        return Any.None;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any text = ClassBuilder.Build("Text", "Text", "__main__", new Arguments { Builtins.Get("str") }, ns =>
        {
        });

        foreach (var call in new Any[] { new PyFunction("<lambda>", "", () => F_Function.Call(new Arguments { { "fisrt", 3 } })), new PyFunction("<lambda>", "", () => F_Function.Call(new Arguments { { "blich", 1 } })), new PyFunction("<lambda>", "", () => F_Function.Call(new Arguments { { "zzzzzzz", 1 } })), new PyFunction("<lambda>", "", () => ((Any)Named.Type).Call(new Arguments { { "nam", "x" } })), new PyFunction("<lambda>", "", () => ((Any)new Named("")).Invoke("method", new Arguments { 1, { "secnd", 4 } })), new PyFunction("<lambda>", "", () => ((Any)"a b").Invoke("split", new Arguments { { "maxsplt", 1 } })), new PyFunction("<lambda>", "", () => Builtins.Get("int").Call(new Arguments { "3", { "bas", 3 } })), new PyFunction("<lambda>", "", () => Builtins.Get("open").Call(new Arguments { "x", { "mod", "r" } })), new PyFunction("<lambda>", "", () => Builtins.Get("max").Call(new Arguments { (PyList<Any>)[1], { "ky", 3 } })), new PyFunction("<lambda>", "", () => Builtins.Get("round").Call(new Arguments { 1.5, { "ndigit", 1 } })), new PyFunction("<lambda>", "", () => ((Any)"x").Invoke("encode", new Arguments { { "encodin", "u" } })), new PyFunction("<lambda>", "", () => ((Any)(PyList<Any>)[1]).Invoke("sort", new Arguments { { "revrse", true } })), new PyFunction("<lambda>", "", () => Builtins.Get("sum").Call(new Arguments { (PyList<Any>)[1], { "strt", 2 } })), new PyFunction("<lambda>", "", () => Builtins.Get("zip").Call(new Arguments { (PyList<Any>)[1], { "stric", true } })), new PyFunction("<lambda>", "", () => Builtins.Get("range").Call(new Arguments { 5, { "stop", 3 } })), new PyFunction("<lambda>", "", () => Builtins.Get("int").Invoke("from_bytes", new Arguments { PyBytes.FromLatin1("a"), { "byteordr", "big" } })), new PyFunction("<lambda>", "", () => Builtins.Get("bool").Call(new Arguments { { "x", 1 } })), new PyFunction("<lambda>", "", () => Builtins.Get("list").Call(new Arguments { { "iterable", 1 } })), new PyFunction("<lambda>", "", () => Builtins.Get("set").Call(new Arguments { { "a", 1 } })), new PyFunction("<lambda>", "", () => Builtins.Get("slice").Call(new Arguments { { "a", 1 } })), new PyFunction("<lambda>", "", () => Builtins.Get("map").Call(new Arguments { { "a", 1 } })), new PyFunction("<lambda>", "", () => Builtins.Get("str").Call(new Arguments { { "objct", 1 } })), new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Call(new Arguments { { "sorce", 1 } })), new PyFunction("<lambda>", "", () => Builtins.Get("property").Call(new Arguments { { "fgt", 1 } })), new PyFunction("<lambda>", "", () => Builtins.Get("pow").Call(new Arguments { { "bas", 1 }, { "exp", 2 } })), new PyFunction("<lambda>", "", () => ((Any)"a").Invoke("replace", "b")), new PyFunction("<lambda>", "", () => Builtins.Get("iter").Call(42, 42)), new PyFunction("<lambda>", "", () => Sum((PyList<Any>)[], Builtins.Get("bytearray").Call())) })
        {
            try
            {
                Print("no error", call.Call());
            }
            catch (TypeError e)
            {
                Print(e);
            }
        }
        Print(Builtins.Get("format").Call(3, text.Call("05d")), Builtins.Get("format").Call("x", text.Call(">4")));

        Any told = ClassBuilder.Build("Told", "Told", "__main__", new Arguments(), ns2 =>
        {
            Any SetName(Any self, Any owner, Any name)
            {
                throw new ValueError("bad");
            }
            ns2["__set_name__"] = new PyFunction("Told.__set_name__", "self, owner, name", (Any self, Any owner, Any name) => SetName(self, owner, name));
        });

        try
        {
            Any holder = ClassBuilder.Build("Holder", "Holder", "__main__", new Arguments(), ns3 =>
            {
                ns3["attribute"] = told.Call();
            });
        }
        catch (ValueError e)
        {
            using var handling = Handling.Of(e);
            Print(e, ((Any)e).Get("__notes__"));
        }

        Any kept = ClassBuilder.Build("Kept", "Kept", "__main__", new Arguments { OSError.Type }, ns4 =>
        {
            Any New(Any cls, Any message, Any extra)
            {
                Recursion.Check();
                Any made = ((Any)OSError.Type).Invoke("__new__", cls, message);
                made.Set("extra", extra);
                return made;
            }
            ns4["__new__"] = new StaticMethod(new PyFunction("Kept.__new__", "cls, message, extra=None", (Any cls, Any message, Any extra) => New(cls, message, extra)));
        });

        Any error = kept.Call(new Arguments { "m", { "extra", 4 } });
        Print(error.Get("extra"), error.Get("args"));
        Any blocked = new BlockingIOError("a", "b", 3);
        Print(blocked.Get("characters_written"));
        blocked.Delete("characters_written");
        Print(HasAttr(blocked, "characters_written"));
    }

    public static readonly Any F_Function = new PyFunction("f", "first=1, bluchin=2", (Any first, Any bluchin) => F_(first, bluchin));
}
