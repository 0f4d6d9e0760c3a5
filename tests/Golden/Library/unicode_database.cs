using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace UnicodeDatabase;

/// <summary>unicodedata: every property of the characters below U+3000, and normal forms.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("unicode_database.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any u = Modules.Import("unicodedata");
        Any hashlib = Modules.Import("hashlib");
        Any h = hashlib.Get("md5").Call();
        for (PyInt c = 0; c < 12288; c++)
        {
            string ch = Chr(c);
            h.Invoke("update", Str.Encode(Repr(PyTuple.Of(u.Get("category").Call(ch), u.Get("bidirectional").Call(ch), u.Get("combining").Call(ch), u.Get("east_asian_width").Call(ch), u.Get("mirrored").Call(ch), u.Get("decomposition").Call(ch), u.Get("decimal").Call(ch, Any.None), u.Get("digit").Call(ch, Any.None), u.Get("numeric").Call(ch, Any.None), u.Get("name").Call(ch, "")))));
            if (c % 128 == 0)
            {
                Print(Hex(c), h.Invoke("hexdigest"));
            }
        }
        h = hashlib.Get("md5").Call();
        Any random = Modules.Import("random");
        Any rng = random.Get("Random").Call(1);
        Any pool = new PyList<Any>(Sequences.Range(768, 4608).Select(c => (Any)c)) + new PyList<Any>(Sequences.Range(7680, 8704).Select(item => (Any)item)) + new PyList<Any>(Sequences.Range(44032, 44160).Select(item2 => (Any)item2)) + new PyList<Any>(Sequences.Range(63744, 64336).Select(item3 => (Any)item3)) + (PyList<Any>)[119134, 69803];
        for (PyInt i = 0; i < 1500; i++)
        {
            string s = Str.JoinAny("", Generator.Of("<genexpr>", "<genexpr>", Sequences.Range(rng.Invoke("randint", 1, 6)).Select(_ => rng.Invoke("random") < 0.7 ? (Any)Chr(rng.Invoke("choice", pool)) : rng.Invoke("choice", "aeiouAE"))));
            foreach (var item4 in new string[] { "NFC", "NFD", "NFKC", "NFKD" })
            {
                Any f = item4;
                h.Invoke("update", Str.Encode(Ascii(u.Get("normalize").Call(f, s))));
                h.Invoke("update", Str.Encode(ToStr(u.Get("is_normalized").Call(f, s))));
            }
            if (i % 100 == 0)
            {
                Print(i, h.Invoke("hexdigest"));
            }
        }
        foreach (var n in (PyList<string>)["LATIN SMALL LETTER A", "latin small letter e with acute", "HANGUL SYLLABLE GAG", "CJK UNIFIED IDEOGRAPH-4E00", "LINE FEED", "NBSP", "nope", "SPACE"])
        {
            try
            {
                Print(n, Ascii(u.Get("lookup").Call(n)));
            }
            catch (KeyError e)
            {
                Print(Repr(e));
            }
        }
        foreach (var f in new Any[] { u.Get("name"), u.Get("decimal"), u.Get("digit"), u.Get("numeric") })
        {
            foreach (var a in new Any[] { "\0", "ab", "", 3 })
            {
                try
                {
                    Print(f.Call(a));
                }
                catch (PyException e)
                {
                    Print(PyType.Of(e).Name, e);
                }
            }
        }
        Print(u.Get("unidata_version"));
    }
}
