using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Urls;

/// <summary>urllib.parse: splitting, joining, quoting, queries.</summary>
public static class Module
{
    internal static Any R = Any.Unbound;
    internal static string H = default!;
    internal static Any Urlsplit = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("urls.py", args, Run);

    public static void T(Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Print(GetAttr(f, "__name__", f), a, Repr(f.Call(new Arguments { new Star(a), new StarStar(k) })));
        }
        catch (BaseException e)
        {
            using var handling = Handling.Of(e);
            Print(GetAttr(f, "__name__", f), a, PyType.Of(e).Name, e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any name = default;
        PyList<Any> args = default!;
        Modules.Import("urllib.parse");
        Any urlparse = Modules.ImportFrom("urllib.parse", "urlparse");
        Any urlunparse = Modules.ImportFrom("urllib.parse", "urlunparse");
        Any urljoin = Modules.ImportFrom("urllib.parse", "urljoin");
        Any urldefrag = Modules.ImportFrom("urllib.parse", "urldefrag");
        Urlsplit = Modules.ImportFrom("urllib.parse", "urlsplit");
        Any urlunsplit = Modules.ImportFrom("urllib.parse", "urlunsplit");
        Any urlencode = Modules.ImportFrom("urllib.parse", "urlencode");
        Any parseQs = Modules.ImportFrom("urllib.parse", "parse_qs");
        Any parseQsl = Modules.ImportFrom("urllib.parse", "parse_qsl");
        Any quote = Modules.ImportFrom("urllib.parse", "quote");
        Any quotePlus = Modules.ImportFrom("urllib.parse", "quote_plus");
        Any unquote = Modules.ImportFrom("urllib.parse", "unquote");
        Any unquotePlus = Modules.ImportFrom("urllib.parse", "unquote_plus");
        Any unquoteToBytes = Modules.ImportFrom("urllib.parse", "unquote_to_bytes");
        Any defragResult = Modules.ImportFrom("urllib.parse", "DefragResult");
        Any parseResult = Modules.ImportFrom("urllib.parse", "ParseResult");
        Any splitResult = Modules.ImportFrom("urllib.parse", "SplitResult");
        Any urllib = Modules.ImportRoot("urllib.parse");
        PyList<Any> urls = (PyList<Any>)["http://u:p@Host:80/p;x?q=1#f", "http://[::1]:8080/a", "mailto:a@b", "//h/p", "/a/b;c/d;e?f", "", "?q", "#f", "http:", "a b", "HTTP://X", "http://x?", "tel:+1-2", "file:///etc", "x:y:z", "1http://a", "http://a/b?c=d?e#f#g", " http://a \n", "http://exa\tmple", "git+ssh://h/p", "http://u@:99", "http://a:/", "custom://x/y;z", PyBytes.FromLatin1("http://x:1/y;p?q#f"), "http://[fe80::1%25eth0]/", "path:80", "http://h/p;a/q;b"];
        foreach (var u in urls)
        {
            T(Urlsplit, PyTuple.Of(u), new PyDict<Any, Any>());
            T(urlparse, PyTuple.Of(u), new PyDict<Any, Any>());
            R = urlparse.Call(u);
            T(new PyFunction("<lambda>", "", () => (Any)PyTuple.Of(R.Get("username"), R.Get("password"), R.Get("hostname"), R.Get("port"), R.Invoke("geturl"))), PyTuple.Of(), new PyDict<Any, Any>());
            T(urlunsplit, PyTuple.Of(Urlsplit.Call(u)), new PyDict<Any, Any>());
            T(urlunparse, PyTuple.Of(urlparse.Call(u)), new PyDict<Any, Any>());
            T(urldefrag, PyTuple.Of(u), new PyDict<Any, Any>());
            T(Urlsplit, PyTuple.Of(u), new PyDict<Any, Any> { ["allow_fragments"] = false });
        }
        T(urlparse, PyTuple.Of("//a/b", "https"), new PyDict<Any, Any>());
        T(Urlsplit, PyTuple.Of("a", PyBytes.FromLatin1("b")), new PyDict<Any, Any>());
        string @base = "http://a/b/c/d;p?q";
        foreach (var item in (PyList<string>)["g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", "g?y#s", ";x", "g;x", "", ".", "./", "..", "../", "../g", "../..", "../../", "../../g", "../../../g", "/./g", "/../g", "g.", ".g", "./../g", "./g/.", "g/./h", "g/../h", "http:g", "g?y/./x", "a//b", "..//x"])
        {
            R = item;
            T(urljoin, PyTuple.Of(@base, R), new PyDict<Any, Any>());
            T(urljoin, PyTuple.Of("a/b", R), new PyDict<Any, Any>());
            T(urljoin, PyTuple.Of("mailto:x", R), new PyDict<Any, Any>());
        }
        T(urljoin, PyTuple.Of(PyBytes.FromLatin1("http://a/b"), PyBytes.FromLatin1("c")), new PyDict<Any, Any>());
        T(urljoin, PyTuple.Of("a", PyBytes.FromLatin1("b")), new PyDict<Any, Any>());
        T(urljoin, PyTuple.Of("http://a/b#x", "#y"), new PyDict<Any, Any> { ["allow_fragments"] = false });
        foreach (var u in (PyList<Any>)["http://[::1/", "http://[v1.x]/", "http://[foo]/", "http://a[::1]/", "http://[1.2.3.4]/", "http://example．／com", 3, "http://[vz]/"])
        {
            T(Urlsplit, PyTuple.Of(u), new PyDict<Any, Any>());
        }
        foreach (var item2 in (PyList<string>)["x:99999", "x:ab", "x:", "x:٣"])
        {
            H = item2;
            T(new PyFunction("<lambda>", "", () => Urlsplit.Call("http://" + H).Get("port")), PyTuple.Of(), new PyDict<Any, Any>());
        }
        foreach (var s in (PyList<Any>)["a b&c=d/e", "é~-_.", "", "a+b%", PyBytes.FromLatin1("ÿ a/"), "😀"])
        {
            T(quote, PyTuple.Of(s), new PyDict<Any, Any>());
            T(quotePlus, PyTuple.Of(s), new PyDict<Any, Any>());
            T(quote, PyTuple.Of(s), new PyDict<Any, Any> { ["safe"] = "~&" });
            T(quote, PyTuple.Of(s), new PyDict<Any, Any> { ["safe"] = PyBytes.FromLatin1(" ") });
        }
        T(quote, PyTuple.Of(PyBytes.FromLatin1("a")), new PyDict<Any, Any> { ["encoding"] = "x" });
        T(quote, PyTuple.Of(PyBytes.FromLatin1("a")), new PyDict<Any, Any> { ["errors"] = "x" });
        T(quote, PyTuple.Of(3), new PyDict<Any, Any>());
        T(unquote, PyTuple.Of(3), new PyDict<Any, Any>());
        T(quote, PyTuple.Of("é", "/", "latin-1"), new PyDict<Any, Any>());
        T(quote, PyTuple.Of("é", "/", "ascii"), new PyDict<Any, Any>());
        T(quote, PyTuple.Of("é", "/", "ascii", "replace"), new PyDict<Any, Any>());
        foreach (var s in (PyList<Any>)["a%20b%", "%C3%A9%zz", "%ff", "a+b", "é%41é", PyBytes.FromLatin1("a%20"), "%E9%e9", "%4", ""])
        {
            T(unquote, PyTuple.Of(s), new PyDict<Any, Any>());
            T(unquoteToBytes, PyTuple.Of(s), new PyDict<Any, Any>());
            T(unquote, PyTuple.Of(s, "latin-1"), new PyDict<Any, Any>());
        }
        T(unquotePlus, PyTuple.Of("a+b%2B"), new PyDict<Any, Any>());
        T(unquote, PyTuple.Of("%E9"), new PyDict<Any, Any> { ["errors"] = "strict" });
        foreach (var q in (PyList<Any>)[new PyDict<Any, Any> { ["a"] = 1, ["b c"] = "d&e" }, (PyList<Any>)[PyTuple.Of("a", (PyList<Any>)[1, 2]), PyTuple.Of("b", "x")], (PyList<Any>)[PyTuple.Of("k", PyBytes.FromLatin1("v w")), PyTuple.Of(PyBytes.FromLatin1("x"), 1)], new PyDict<Any, Any>(), (PyList<Any>)[], new PyDict<Any, Any> { ["a"] = Any.None }, PyTuple.Of(PyTuple.Of("a", "b"))])
        {
            T(urlencode, PyTuple.Of(q), new PyDict<Any, Any>());
            T(urlencode, PyTuple.Of(q, true), new PyDict<Any, Any>());
            T(urlencode, PyTuple.Of(q), new PyDict<Any, Any> { ["quote_via"] = quote });
            T(urlencode, PyTuple.Of(q, true), new PyDict<Any, Any> { ["safe"] = "[]" });
        }
        T(urlencode, PyTuple.Of(3), new PyDict<Any, Any>());
        T(urlencode, PyTuple.Of("abc"), new PyDict<Any, Any>());
        T(urlencode, PyTuple.Of((PyList<Any>)[1, 2]), new PyDict<Any, Any>());
        foreach (var q in (PyList<Any>)["a=1&b=2&a=3", "a=&b", "a=1;b=2", "a=%20+&%C3%A9=é", "", "=x", "a=b=c", "&&a=1", PyBytes.FromLatin1("a=1&b=%ff")])
        {
            T(parseQs, PyTuple.Of(q), new PyDict<Any, Any>());
            T(parseQsl, PyTuple.Of(q, true), new PyDict<Any, Any>());
            T(parseQs, PyTuple.Of(q), new PyDict<Any, Any> { ["strict_parsing"] = true });
            T(parseQsl, PyTuple.Of(q), new PyDict<Any, Any> { ["separator"] = ";" });
            T(parseQsl, PyTuple.Of(q), new PyDict<Any, Any> { ["max_num_fields"] = 1 });
        }
        T(parseQs, PyTuple.Of("a=1"), new PyDict<Any, Any> { ["separator"] = "" });
        T(parseQsl, PyTuple.Of(Any.None), new PyDict<Any, Any>());
        R = urlparse.Call("http://h/p");
        Print(R.Invoke("_replace", new Arguments { { "netloc", "z" } }).Invoke("geturl"), R.Invoke("_asdict"), R[1], Builtins.Get("tuple").Call(R), Operators.Compare(Comparison.Eq, R, Generic.ToAny(("http", "h", "/p", "", "", ""))), R.Invoke("encode"), R.Invoke("encode").Invoke("decode"), IsInstance(R, Builtins.Get("tuple")), parseResult.Get("_fields"), splitResult.Call(new Arguments { "a", "b", "c", "d", "e" }).Invoke("geturl"), defragResult.Call("u", "f").Invoke("geturl"));

        Any warnings = Modules.Import("warnings");
        foreach (var item3 in new Any[] { PyTuple.Of("splittype", "HTTP://h/p"), PyTuple.Of("splithost", "//h:80/p?q"), PyTuple.Of("splituser", "u:p@h"), PyTuple.Of("splitpasswd", "u:p"), PyTuple.Of("splitport", "h:80"), PyTuple.Of("splitport", "h:"), PyTuple.Of("splitnport", "h:x"), PyTuple.Of("splitnport", "h", 5), PyTuple.Of("splitquery", "/p?a?b"), PyTuple.Of("splittag", "/p#t"), PyTuple.Of("splitattr", "/p;a=1;b"), PyTuple.Of("splitvalue", "a=b=c"), PyTuple.Of("splitvalue", "a"), PyTuple.Of("to_bytes", "x") })
        {
            var items = Operators.Unpack(item3, 1, 0);
            name = items[0];
            args = items[1].As<PyList<Any>>();
            var manager = Context.Of(warnings.Get("catch_warnings").Call(new Arguments { { "record", true } }));
            Any entered = manager.Enter();
            try
            {
                Any seen = entered;
                warnings.Get("simplefilter").Call("always");
                Print(name, GetAttr(urllib.Get("parse"), name).Call(new Arguments { new Star(args) }), seen[0].Get("message"));
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
        Print(urllib.Get("parse").Get("unwrap").Call(" <URL:http://a/b> "), urllib.Get("parse").Get("_splittype").Call("mailto:x"));
    }
}
