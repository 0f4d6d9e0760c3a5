using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LetterCase;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("letter_case.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        PyList<string> samples = (PyList<string>)["ßµÿ", "ﬁne", "ΣαΣ Σ.", "Hİ", "Ǆǅǆ", "𐑏𐐧", "hello wORLD's 2nd", "\u0345ᾷ", "ẞ", "", "Ⅰa", "1ⅰ"];
        foreach (var s in samples)
        {
            Print(Ascii(Str.Upper(s)), Ascii(Str.Lower(s)), Ascii(Str.Title(s)), Ascii(Str.Capitalize(s)), Ascii(Str.SwapCase(s)), Ascii(Str.CaseFold(s)), Str.IsUpper(s), Str.IsLower(s), Str.IsTitle(s));
        }
        PyInt count = 0;
        for (PyInt code = 0; code < 196608; code++)
        {
            string c = Chr(code);
            count = (count * 31 + Hash(Builtins.Get("tuple").Call(Builtins.Get("map").Call(Builtins.Get("ord"), Str.Upper(c) + Str.Lower(c) + Str.Title(c) + Str.CaseFold(c) + Str.SwapCase(c)))) + 2 * Numbers.ToInt(Str.IsUpper(c)) + 3 * Numbers.ToInt(Str.IsLower(c)) + 5 * Numbers.ToInt(Str.IsTitle(c))) % 1000003;
        }
        Print(count);
        Print(Str.Split(" a  b  c ", null, 1), Str.RSplit(" a  b  c ", null, 1), Str.RSplit("abbbc", "bb"), ((Any)PyBytes.FromLatin1(" a b ")).Invoke("split", Any.None, 1), ((Any)PyBytes.FromLatin1(" a b ")).Invoke("rsplit", Any.None, 1), ((Any)PyBytes.FromLatin1("abbbc")).Invoke("rsplit", PyBytes.FromLatin1("bb")));
        Print(((PyList<PyInt>)[1, 2, 3]).Index(3, -PyInt.Pow((PyInt)10, 30), PyInt.Pow((PyInt)10, 30)), ((Any)PyTuple.Of(1, 2)).Invoke("index", 1, -PyInt.Pow((PyInt)10, 30)), Ord(Builtins.Get("bytearray").Call(PyBytes.FromLatin1("a"))), Numbers.ToInt(MemoryViews.Momentary(Builtins.Get("memoryview").Call(PyBytes.FromLatin1("12")))), Numbers.ToFloat(MemoryViews.Momentary(Builtins.Get("memoryview").Call(PyBytes.FromLatin1("1.5")))));

        Any named = ClassBuilder.Build("Named", "Named", "__main__", new Arguments { Builtins.Get("tuple") }, ns =>
        {
            void Init(Any self, Any items, Any name)
            {
                self.Set("name", name);
            }
            ns["__init__"] = new PyFunction("Named.__init__", "self, items, name=None", (Any self, Any items, Any name) => Init(self, items, name));
        });

        Any listedClass = Any.Unbound;
        listedClass = ClassBuilder.Build("Listed", "Listed", "__main__", new Arguments { Builtins.Get("list") }, ns2 =>
        {
            Any New(Any cls, Any items, Any name)
            {
                return ((Any)new Super(listedClass.As<PyType>(), cls)).Invoke("__new__", cls, items);
            }
            ns2["__new__"] = new StaticMethod(new PyFunction("Listed.__new__", "cls, items, name=None", (Any cls, Any items, Any name) => New(cls, items, name)));
            ns2.ClassCell(made2 => listedClass = made2);
        });
        Any listed = listedClass;

        Print(named.Call(new Arguments { (PyList<Any>)[1], { "name", "x" } }).Get("name"), listed.Call(new Arguments { (PyList<Any>)[1, 2], { "name", "y" } }));
    }
}
