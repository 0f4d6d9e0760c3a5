using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TomlDocuments;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("toml_documents.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any tomllib = Modules.Import("tomllib");

        string doc = "\n# a comment\ntitle = \"TOML \\u00e9 Example\"\ncount = 1_000\nhexa = 0xff\nocta = 0o17\nbina = 0b101\npi = 3.14\nexp = 1e-3\nneg = -17\npos = +5\ninf = -inf\nflag = true\noff = false\nraw = 'C:\\Users\\n'\nmulti = \"\"\"\none\ntwo \\\n   joined\"\"\"\nrawmulti = '''\nfirst\nsecond'''\nodt = 1979-05-27T07:32:00Z\nodt2 = 1979-05-27T00:32:00.999999-07:00\nldt = 1979-05-27 07:32:00\nld = 1979-05-27\nlt = 07:32:00.5\narray = [1, 2, [3, \"x\"], # c\n  4,\n]\ninline = { a = 1, b.c = \"d\" }\n\"quoted key\" = 1\na.b.c = 5\n\n[owner]\nname = \"Tom\"\n[owner.more]\nx = 1\n[[products]]\nname = \"Hammer\"\nsku = 738594937\n[[products]]\n[[products]]\nname = \"Nail\"\n[products.dim]\nh = 2\n";
        Any d = tomllib.Get("loads").Call(doc);
        foreach (var item in Sequences.Of(d.Invoke("items")))
        {
            var items = Operators.Unpack(item, 2);
            Any k = items[0];
            Any v = items[1];
            Print(k, Repr(v));
        }
        Print(tomllib.Get("loads").Call(new Arguments { "x = 1.50", { "parse_float", Builtins.Get("str") } }));
        Any @decimal = Modules.ImportFrom("decimal", "Decimal");
        Print(tomllib.Get("loads").Call(new Arguments { "x = 1.50", { "parse_float", @decimal } }));
        Any io = Modules.Import("io");
        Print(tomllib.Get("load").Call(io.Get("BytesIO").Call(PyBytes.FromLatin1("a = 1\n[b]\nc = [true, false]\n"))));
        foreach (var bad in (PyList<string>)["a", "a =", "a = 1\na = 2", "[x]\n[x]", "a = 'x", "a = [1", "a = 1 b = 2", "a = 2021-13-01", "a = \"\\q\"", "[a\n", "x = 1__0", "a = {b = 1, b = 2}", "[[a]]\n[a]\n", "a.b = 1\n[a]\n", "= 1", "a = tru", "a = \"\n\"", "a = 01", "a\n= 1", "a = 1\0"])
        {
            try
            {
                Print(tomllib.Get("loads").Call(bad));
            }
            catch (BaseException e) when (Except.Matches(e, tomllib.Get("TOMLDecodeError")))
            {
                using var handling = Handling.Of(e);
                Print(Repr(bad), "->", e, Builtins.Get("type").Call(e).Get("__mro__")[1].Get("__name__"));
            }
        }
        try
        {
            tomllib.Get("loads").Call(PyBytes.FromLatin1("a = 1"));
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            tomllib.Get("load").Call(io.Get("StringIO").Call("a = 1"));
        }
        catch (TypeError e)
        {
            Print(e);
        }
    }
}
