using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LiteralsAndWords;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("literals_and_words.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any ast = Modules.Import("ast");
        Any shlex = Modules.Import("shlex");
        foreach (var s in new Any[] { "1", " -5", "1_000", "0x_ff", "0b11", "0o17", "1.5e3", ".5", "1j", "1+2j", "-1-2.5j", "\"a\\n\\x41\\u00e9\"", "'a' 'b'", "b\"x\\x00\"", "r\"\\d\"", "\"\"\"a\nb\"\"\"", "()", "(1,)", "(1)", "1, 2", "[1, [2, (3,)], ]", "{\"a\": 1, \"b\": {2, 3}}", "{1}", "set()", "{}", "None", "True", "...", "[\n1, # c\n2]", "99999999999999999999", "'it''s'", "-(1)", "+1" })
        {
            try
            {
                Print(Repr(s), ast.Get("literal_eval").Call(s));
            }
            catch (PyException e)
            {
                Print(Repr(s), PyType.Of(e).Name, Str.Slice(ToStr(e), 0, 40));
            }
        }
        foreach (var s in new Any[] { "foo", "f(1)", "1+1", "", "[1", "\"abc", "a.b", "1 2", "[1)", "{1:2, 3}", "__import__(\"os\")", "1 if x else 2", "-\"a\"", ")", "01", "x = 1", "f\"a\"", "2**3", "[x for x in y]", "lambda: 1" })
        {
            try
            {
                Print(Repr(s), ast.Get("literal_eval").Call(s));
            }
            catch (PyException e)
            {
                using var handling = Handling.Of(e);
                Print(Repr(s), PyType.Of(e).Name, Str.Split(ToStr(e), " object")[0]);
            }
        }
        try
        {
            ast.Get("literal_eval").Call(5);
        }
        catch (ValueError e)
        {
            Print(e);
        }
        foreach (var s in new Any[] { "a b c", "a \"b c\" d", "a 'b \"c' d", "a\\ b", "\"a\\\"b\"", "'a\\b'", "a#b c # d", "", "  ", "a\"\"b", "''", "x=1;y", "foo \"bar\" baz'q'", "a\nb", "é \"ü ß\"", "--opt=\"a b\" -x" })
        {
            foreach (var kw in new Any[] { new PyDict<Any, Any>(), new PyDict<string, bool> { ["comments"] = true }, new PyDict<string, bool> { ["posix"] = false } })
            {
                try
                {
                    Print(Repr(s), kw, shlex.Get("split").Call(new Arguments { s, new StarStar(kw) }));
                }
                catch (ValueError e)
                {
                    Print(Repr(s), kw, "ValueError", e);
                }
            }
        }
        foreach (var item in new string[] { "\"abc", "a\\", "a \"b" })
        {
            Any s = item;
            try
            {
                Print(shlex.Get("split").Call(s));
            }
            catch (ValueError e)
            {
                Print("ValueError", e);
            }
        }
        Print(shlex.Get("quote").Call("a b"), shlex.Get("quote").Call(""), shlex.Get("quote").Call("it's"), shlex.Get("quote").Call("safe/x.y"), shlex.Get("join").Call((PyList<Any>)["a", "b c", "$x"]));
        Print(new PyList<Any>(Sequences.Of(shlex.Get("shlex").Call("a=1 && b > c; \"q r\" # comment\nnext"))), new PyList<Any>(Sequences.Of(shlex.Get("shlex").Call(new Arguments { "a && b || c; d >>e (f)", { "punctuation_chars", true } }))), new PyList<Any>(Sequences.Of(shlex.Get("shlex").Call(new Arguments { "a \"b c\" d'e f'", { "posix", true } }))));
        Any x = shlex.Get("shlex").Call("a.b c,d");
        x.Set("whitespace", Any.AddInPlace(x.Get("whitespace"), ","));
        x.Set("wordchars", Any.AddInPlace(x.Get("wordchars"), "."));
        Print(new PyList<Any>(Sequences.Of(x)), x.Get("lineno"));
        x = shlex.Get("shlex").Call("one two");
        Any t = x.Invoke("get_token");
        x.Invoke("push_token", t);
        Print(x.Invoke("get_token"), x.Invoke("get_token"), Repr(x.Invoke("get_token")), x.Invoke("error_leader", "f", 3));
    }
}
