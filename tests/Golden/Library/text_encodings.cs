using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TextEncodings;

public static class Module
{
    internal static Any Codecs = Any.Unbound;
    internal static Any Upper = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("text_encodings.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // Texts in the encodings of the world: str.encode, bytes.decode, open and the parts of codecs.
        Codecs = Modules.Import("codecs");
        Any io = Modules.Import("io");
        Any os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");

        var samples = new PyDict<string, string> { ["cp1251"] = "Привет", ["koi8-r"] = "Привет", ["iso8859-7"] = "Καλημέρα", ["cp1255"] = "שלום", ["iso8859-6"] = "مرحبا", ["cp437"] = "café ░▒▓", ["mac-roman"] = "naïve √", ["cp037"] = "EBCDIC 123", ["shift_jis"] = "日本語テキスト", ["euc-jp"] = "日本語テキスト", ["iso-2022-jp"] = "日本語 text かな", ["cp932"] = "①株㈱", ["gbk"] = "中文编码", ["gb2312"] = "中文编码", ["gb18030"] = "中文 😀 ꧁", ["hz"] = "中文 and ~", ["big5"] = "繁體中文", ["big5hkscs"] = "香港㗎", ["euc-kr"] = "한국어 뷁", ["cp949"] = "한국어 뷁", ["johab"] = "한국어", ["iso2022_kr"] = "한국어 kr", ["utf-7"] = "Hi Mom -☺-! +", ["utf-8-sig"] = "BOM", ["utf-16-be"] = "x😀", ["punycode"] = "bücher", ["idna"] = "bücher.example", ["tis-620"] = "สว\u0E31สด\u0E35", ["kz1048"] = "Қазақ" };
        foreach (var item in samples.Items)
        {
            var items = item;
            Any name = items.Item1;
            string text = items.Item2;
            Any data = ((Any)text).Invoke("encode", name);
            Print(name, Codecs.Get("lookup").Call(name).Get("name"), data, Operators.Compare(Comparison.Eq, data.Invoke("decode", name), text));
        }

        foreach (var alias in new Any[] { "latin1", "L1", "ISO-8859-1", "windows-1252", "cp-1252", "Shift-JIS", "sjis", "ms932", "UTF8", "u8", "utf_16_le", "korean", "chinese", "big5-tw", "ks_c-5601", "csisolatin2", "646", "IBM850" })
        {
            try
            {
                Print(alias, Codecs.Get("lookup").Call(alias).Get("name"));
            }
            catch (LookupError error)
            {
                Print(alias, error);
            }
        }

        foreach (var item2 in new Any[] { PyTuple.Of("shift_jis", PyBytes.FromLatin1("\u0081")), PyTuple.Of("shift_jis", PyBytes.FromLatin1("ab\u0080cd")), PyTuple.Of("gbk", PyBytes.FromLatin1("ÿÿ")), PyTuple.Of("cp1252", PyBytes.FromLatin1("\u0081")), PyTuple.Of("ascii", PyBytes.FromLatin1("aé")), PyTuple.Of("utf-16", PyBytes.FromLatin1("ÿþ\0")), PyTuple.Of("utf-7", PyBytes.FromLatin1("+AOk")), PyTuple.Of("iso2022_jp", PyBytes.FromLatin1("\u001B$B!")) })
        {
            var items2 = Operators.Unpack(item2, 2);
            Any name = items2[0];
            Any data = items2[1];
            foreach (var errors in new string[] { "strict", "ignore", "replace", "backslashreplace", "surrogateescape" })
            {
                try
                {
                    Print(name, errors, Ascii(data.Invoke("decode", name, errors)));
                }
                catch (BaseException caught)
                {
                    using var handling = Handling.Of(caught);
                    if (Except.Matches(caught, Builtins.Get("UnicodeDecodeError")))
                    {
                        BaseException error = caught;
                        using var handling2 = Handling.Of(caught);
                        Print(name, errors, error, ((Any)error).Get("start"), ((Any)error).Get("end"), GetAttr(error, "__notes__", Any.None));
                    }
                    else
                    {
                        throw;
                    }
                }
            }
        }
        foreach (var item3 in new string[] { "ascii", "cp1252", "shift_jis", "euc_kr", "iso2022_jp" })
        {
            Any name = item3;
            foreach (var errors in new string[] { "strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace" })
            {
                try
                {
                    Print(name, errors, ((Any)"aéЖ€😀z").Invoke("encode", name, errors));
                }
                catch (BaseException caught2)
                {
                    using var handling2 = Handling.Of(caught2);
                    if (Except.Matches(caught2, Builtins.Get("UnicodeEncodeError")))
                    {
                        BaseException error = caught2;
                        using var handling3 = Handling.Of(caught2);
                        Print(name, errors, error, GetAttr(error, "__notes__", Any.None));
                    }
                    else
                    {
                        throw;
                    }
                }
            }
        }

        // Transforms of bytes and of text.
        foreach (var item4 in new string[] { "hex", "base64", "quopri", "uu", "bz2", "zlib" })
        {
            Any name = item4;
            Any packed = Codecs.Get("encode").Call((Any)PyBytes.FromLatin1("some data = 100%\n") * 3, name);
            Print(name, !Generic.ToAny(("bz2", "zlib")).Contains(name) ? packed : (Any)(Len(packed) < 60), Operators.Compare(Comparison.Eq, Codecs.Get("decode").Call(packed, name), (Any)PyBytes.FromLatin1("some data = 100%\n") * 3));
        }
        Print(Codecs.Get("encode").Call("Hello, World", "rot13"), Codecs.Get("decode").Call("Uryyb", "rot_13"));
        foreach (var call in new Any[] { new PyFunction("<lambda>", "", () => (Any)PyBytes.FromLatin1("zz").Decode("hex")), new PyFunction("<lambda>", "", () => (Any)Str.Encode("x", "rot13")), new PyFunction("<lambda>", "", () => Codecs.Get("decode").Call(PyBytes.FromLatin1("zz"), "hex")), new PyFunction("<lambda>", "", () => (Any)Str.Encode("x", "nope")), new PyFunction("<lambda>", "", () => (Any)Str.Encode("x", "undefined")) })
        {
            try
            {
                call.Call();
            }
            catch (PyException error)
            {
                using var handling3 = Handling.Of(error);
                Print(PyType.Of(error).Name, error, GetAttr(error, "__notes__", Any.None));
            }
        }

        // Step by step.
        Any decoder = Codecs.Get("getincrementaldecoder").Call("euc_jp").Call();
        Print(new PyList<Any>(Sequences.Of(Str.Encode("日本", "euc_jp")).Select(item5 => item5.As<PyInt>()).Select(b => decoder.Invoke("decode", Builtins.Get("bytes").Call((PyList<Any>)[b])))), decoder.Invoke("decode", PyBytes.FromLatin1(""), true));
        Any encoder = Codecs.Get("getincrementalencoder").Call("iso2022_jp").Call();
        Print(new PyList<Any>(Str.Characters("a日b").Select(c => encoder.Invoke("encode", c))), encoder.Invoke("encode", "", true));
        Print(new PyList<Any>(Sequences.Of(Codecs.Get("iterdecode").Call((PyList<Any>)[PyBytes.FromLatin1("Ð"), PyBytes.FromLatin1("\u009FÑ"), PyBytes.FromLatin1("\u0080")], "utf-8"))), new PyList<Any>(Sequences.Of(Codecs.Get("iterencode").Call("aé", "utf-16"))));
        decoder = Codecs.Get("getincrementaldecoder").Call("utf-16").Call();
        Print(decoder.Invoke("getstate"), decoder.Invoke("decode", PyBytes.FromLatin1("þÿ\0")), decoder.Invoke("getstate"), decoder.Invoke("decode", PyBytes.FromLatin1("a")));

        // Files.
        Any path = os.Get("path").Get("join").Call(tempfile.Get("mkdtemp").Call(), "text");
        foreach (var item6 in new string[] { "cp1251", "shift_jis", "utf-16", "gb18030", "utf-7" })
        {
            Any name = item6;
            string text = name != "shift_jis" ? "строка one\nline two\n" : "一行目\n二行目\n";
            {
                Any file = TextFile.Open(path, "w", encoding: name);
                var manager = Context.Of(file);
                manager.Enter();
                try
                {
                    file.Invoke("write", text);
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
            }
            {
                Any file = TextFile.Open(path, encoding: name);
                var manager2 = Context.Of(file);
                manager2.Enter();
                try
                {
                    Print(name, file.Invoke("readlines"), os.Get("path").Get("getsize").Call(path));
                }
                catch (BaseException error3)
                {
                    if (!manager2.Exit(error3))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager2.Exit();
                }
            }
            var manager3 = Context.Of(Codecs.Get("open").Call(new Arguments { path, { "encoding", name } }));
            Any entered = manager3.Enter();
            try
            {
                Any file = entered;
                Print(file.Invoke("readline"), file.Get("encoding"), file.Invoke("read", 3), Repr(file.Invoke("read")));
            }
            catch (BaseException error4)
            {
                if (!manager3.Exit(error4))
                {
                    throw;
                }
            }
            finally
            {
                manager3.Exit();
            }
        }
        var manager4 = Context.Of(Codecs.Get("open").Call(path, "w", "utf-8-sig"));
        Any entered2 = manager4.Enter();
        try
        {
            Any file = entered2;
            file.Invoke("writelines", (PyList<Any>)["a\n", "б\n"]);
        }
        catch (BaseException error5)
        {
            if (!manager4.Exit(error5))
            {
                throw;
            }
        }
        finally
        {
            manager4.Exit();
        }
        Print(Builtins.Get("open").Call(path, "rb").Invoke("read"));
        Any recoder = Codecs.Get("EncodedFile").Call(io.Get("BytesIO").Call(Str.Encode("год\nда", "cp1251")), "utf-8", "cp1251");
        Print(recoder.Invoke("readline"), recoder.Invoke("read"), recoder.Get("data_encoding"));

        // Handlers, tables and codecs of the program's own.
        Codecs.Get("register_error").Call("stars", new PyFunction("<lambda>", "error", (Any error) => (Any)PyTuple.Of("*" * (error.Get("end") - error.Get("start")), error.Get("end"))));
        Print(Str.Encode("aéюb", "ascii", "stars"), Codecs.Get("lookup_error").Call("replace").Call(Builtins.Get("UnicodeEncodeError").Call(new Arguments { "x", "abc", 0, 2, "no" })));
        Any table = Codecs.Get("charmap_build").Call(Str.Join("", Sequences.Range(128).Select(c => Chr(c))) + "€");
        Print(Codecs.Get("charmap_encode").Call("1€", "strict", table), Codecs.Get("charmap_decode").Call(PyBytes.FromLatin1("A\u0080"), "replace", Str.Join("", Sequences.Range(128).Select(c => Chr(c))) + "€"));
        Print(Codecs.Get("utf_8_decode").Call(PyBytes.FromLatin1("aÃ")), Codecs.Get("utf_16_le_decode").Call(PyBytes.FromLatin1("a\u0000b")), Codecs.Get("utf_8_encode").Call("é"), Codecs.Get("escape_decode").Call(PyBytes.FromLatin1("a\\n\\x41")));
        Print(Str.Encode("\\u00e9\\n\\N{EURO SIGN}").Decode("unicode_escape"), Str.Encode("é€", "unicode_escape"), Str.Encode("é€\\", "raw_unicode_escape"));

        Upper = ClassBuilder.Build("Upper", "Upper", "__main__", new Arguments { Codecs.Get("Codec") }, ns =>
        {
            (Any, PyInt) Encode(Any self, Any text, Any errors)
            {
                return (text.Invoke("upper").Invoke("encode", "utf-8"), Len(text));
            }
            ns["encode"] = new PyFunction("Upper.encode", "self, text, errors=", (Any self, Any text, Any errors) => Generic.ToAny(Encode(self, text, errors)), "strict");

            (Any, PyInt) Decode(Any self, Any data, Any errors)
            {
                return (Builtins.Get("bytes").Call(data).Invoke("decode", "utf-8").Invoke("lower"), Len(data));
            }
            ns["decode"] = new PyFunction("Upper.decode", "self, data, errors=", (Any self, Any data, Any errors) => Generic.ToAny(Decode(self, data, errors)), "strict");
        });

        Codecs.Get("register").Call(new PyFunction("<lambda>", "name", (Any name) => name == "upper" ? Codecs.Get("CodecInfo").Call(new Arguments { Upper.Call().Get("encode"), Upper.Call().Get("decode"), { "name", "upper" } }) : Any.None));
        Print(Str.Encode("abc", "upper"), PyBytes.FromLatin1("ABC").Decode("upper"), Codecs.Get("lookup").Call("upper").Get("name"));
    }
}
