using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TextStreams;

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("text_streams.py");
    internal static Any Doc = Any.None;
    internal static Any Io = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any D = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static string Enc = default!;
    internal static TextFile F_ = default!;
    internal static Any Pos = Any.Unbound;
    internal static Any Nl = Any.Unbound;
    internal static PyList<Any> Out = default!;
    internal static Any C = Any.Unbound;
    internal static string Rest = default!;
    internal static Any B = Any.Unbound;
    internal static Any T = Any.Unbound;
    internal static Any S = Any.Unbound;
    internal static Any S_ = Any.Unbound;
    internal static Any Q = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any Bad = Any.Unbound;
    internal static string Line = default!;
    internal static Any R = Any.Unbound;
    internal static Any Det = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Newline = Any.Unbound;
    internal static Any Again = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "text_streams.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("io", () => Io, value => Io = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("tempfile", () => Tempfile, value => Tempfile = value)
        .Variable("d", () => D, value => D = value)
        .Variable("p", () => P, value => P = value)
        .Variable("enc", () => Enc, value => Enc = value.As<string>())
        .Variable("f", () => F_, value => F_ = value.As<TextFile>())
        .Variable("pos", () => Pos, value => Pos = value)
        .Variable("nl", () => Nl, value => Nl = value)
        .Variable("out", () => Out, value => Out = value.As<PyList<Any>>())
        .Variable("c", () => C, value => C = value)
        .Variable("rest", () => Rest, value => Rest = value.As<string>())
        .Variable("b", () => B, value => B = value)
        .Variable("t", () => T, value => T = value)
        .Variable("S", () => S, value => S = value)
        .Variable("s", () => S_, value => S_ = value)
        .Variable("q", () => Q, value => Q = value)
        .Variable("e", () => E, value => E = value)
        .Variable("bad", () => Bad, value => Bad = value)
        .Variable("line", () => Line, value => Line = value.As<string>())
        .Variable("r", () => R, value => R = value)
        .Variable("det", () => Det, value => Det = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("newline", () => Newline, value => Newline = value)
        .Variable("again", () => Again, value => Again = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("text_streams.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Io = Modules.Import("io");
        Os = Modules.Import("os");
        Tempfile = Modules.Import("tempfile");
        D = Tempfile.Get("mkdtemp").Call();
        P = Os.Get("path").Get("join").Call(D, "x");
        foreach (var item3 in new string[] { "utf-8", "utf-16", "utf-8-sig", "latin-1", "utf-32-be", "utf-16-le" })
        {
            Enc = item3;
            F_ = TextFile.Open(P, "w", encoding: Enc);
            var manager = Context.Of(F_);
            manager.Enter();
            try
            {
                F_.Write("aé\nb\r\nc");
                F_.Write("ddd\n");
                Pos = ((Any)F_).Invoke("tell");
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
            F_ = TextFile.Open(P, "a", encoding: Enc);
            var manager2 = Context.Of(F_);
            manager2.Enter();
            try
            {
                F_.Write("more é\n");
            }
            catch (BaseException error2)
            {
                if (!manager2.Exit(error2))
                {
                    throw;
                }
            }
            finally
            {
                manager2.Exit();
            }
            Print(Enc, Builtins.Get("open").Call(P, "rb").Invoke("read"), Pos);
            foreach (var item2 in new Any[] { Any.None, "", "\n", "\r", "\r\n" })
            {
                Nl = item2;
                F_ = TextFile.Open(P, encoding: Enc, newline: Nl);
                var manager3 = Context.Of(F_);
                manager3.Enter();
                try
                {
                    Out = (PyList<Any>)[F_.Read(2)];
                    C = ((Any)F_).Invoke("tell");
                    Out.Append(F_.ReadLine());
                    Out.Append(((Any)F_).Invoke("tell"));
                    Rest = F_.Read();
                    ((Any)F_).Invoke("seek", C);
                    Out.Append(F_.ReadLine());
                    Out.Append(Rest != "" ? (Any)(Rest == Str.Slice(F_.Read(), -Len(Rest))) : Any.None);
                    Out.Append(((Any)F_).Get("newlines"));
                    ((Any)F_).Invoke("seek", 0);
                    Out.Append(new PyList<Any>(F_.ReadLines().Select(item => (Any)item)));
                    ((Any)F_).Invoke("seek", 0);
                    Out.Append(new PyList<Any>(Sequences.Range(5).Select(_ => (Any)F_.Read(1))));
                    Print(Nl, Out);
                }
                catch (BaseException error3)
                {
                    if (!manager3.Exit(error3))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager3.Exit();
                }
            }
        }
        B = Io.Get("BytesIO").Call();
        T = Io.Get("TextIOWrapper").Call(new Arguments { B, { "encoding", "ascii" }, { "newline", "\r\n" } });
        T.Invoke("write", "a\nb");
        Print(B.Invoke("getvalue"));
        T.Invoke("flush");
        Print(B.Invoke("getvalue"));
        T.Invoke("reconfigure", new Arguments { { "encoding", "utf-8" }, { "line_buffering", true } });
        T.Invoke("write", "é\n");
        Print(B.Invoke("getvalue"), T.Get("encoding"), T.Get("errors"), T.Get("line_buffering"), T);
        Any sClass = Any.Unbound;
        sClass = ClassBuilder.Build("S", "S", "__main__", new Arguments { Io.Get("TextIOWrapper") }, ns =>
        {
            void Init(Any self, Any x)
            {
                ((Any)new Super(sClass.As<PyType>(), self)).Invoke("__init__", new Arguments { Io.Get("BytesIO").Call(x), { "encoding", "utf-8" } });
                self.Set("extra", 1);
            }
            ns["__init__"] = new PyFunction("S.__init__", "self, x", (Any self, Any x) => Init(self, x));
            ns.ClassCell(made => sClass = made);
        });
        S = sClass;
        S_ = S.Call(PyBytes.FromLatin1("x\ny\n"));
        Print(new PyList<Any>(Sequences.Of(S_)), S_.Get("extra"), S_.Get("closed"));
        var manager4 = Context.Of(Io.Get("TextIOWrapper").Call(Io.Get("BytesIO").Call(PyBytes.FromLatin1("1\n2\n"))));
        Any entered = manager4.Enter();
        try
        {
            Q = entered;
            Print(new PyList<PyInt>(Sequences.Of(Q).Select(x => Numbers.ToInt(x))));
        }
        catch (BaseException error4)
        {
            if (!manager4.Exit(error4))
            {
                throw;
            }
        }
        finally
        {
            manager4.Exit();
        }
        Print(Q.Get("closed"));
        try
        {
            Q.Invoke("read");
        }
        catch (ValueError caught)
        {
            E = caught;
            Print(E);
            E = Any.Unbound;
        }
        foreach (var item4 in new Any[] { new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call(new Arguments { B, { "encoding", "hex" } })), new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call(new Arguments { B, { "encoding", "nope" } })), new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call(new Arguments { B, { "newline", "x" } })), new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call(new Arguments { B, { "encoding", 4 } })), new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call()) })
        {
            Bad = item4;
            try
            {
                Print(Bad.Call());
            }
            catch (PyException caught2)
            {
                E = caught2;
                Print(PyType.Of(E).Name, E);
                E = Any.Unbound;
            }
        }
        F_ = TextFile.Open(P, "w+");
        Print(Operators.Compare(Comparison.Eq, ((Any)F_).Get("name"), P), ((Any)F_).Get("mode"), ((Any)F_).Get("encoding"));
        F_.Write("abc\ndéf\n");
        ((Any)F_).Invoke("seek", 0);
        foreach (var item5 in F_)
        {
            Line = item5;
            try
            {
                ((Any)F_).Invoke("tell");
            }
            catch (OSError caught3)
            {
                E = caught3;
                Print(E);
                E = Any.Unbound;
            }
            break;
        }
        Print(F_.ReadLine());
        ((Any)F_).Invoke("seek", 0, 2);
        F_.Write("z");
        ((Any)F_).Invoke("seek", 3);
        ((Any)F_).Invoke("truncate");
        ((Any)F_).Invoke("seek", 0);
        Print(F_.Read());
        R = Io.Get("TextIOWrapper").Call(Io.Get("BytesIO").Call((Any)Str.Encode("x€😀y\n") * 3));
        Print(R.Invoke("read", 3), R.Invoke("tell"), R.Invoke("read", 2), R.Invoke("tell"), R.Invoke("readline", 2), R.Invoke("tell"));
        Det = R.Invoke("detach");
        Print(Det.Invoke("tell"));
        try
        {
            R.Invoke("read");
        }
        catch (ValueError caught4)
        {
            E = caught4;
            Print(E);
            E = Any.Unbound;
        }

        Pickle = Modules.Import("pickle");
        foreach (var item6 in new Any[] { Any.None, "", "\n", "\r", "\r\n" })
        {
            Newline = item6;
            S_ = Io.Get("StringIO").Call(new Arguments { "a\nb\r\nc\rd", { "newline", Newline } });
            Print(Repr(Newline), Repr(S_.Invoke("getvalue")), S_.Invoke("readlines"), S_.Get("newlines"), S_.Invoke("write", "x\ny"), Repr(S_.Invoke("getvalue")), S_.Invoke("__getstate__")[new PySlice(1, 3, Any.None)]);
        }
        S_ = Io.Get("StringIO").Call("a😀b");
        Print(S_.Invoke("read", 2), S_.Invoke("tell"), S_.Invoke("seek", 1), S_.Invoke("write", "é"), S_.Invoke("getvalue"), S_.Invoke("seek", 2), S_.Invoke("truncate"), S_.Invoke("getvalue"));
        S_.Invoke("seek", 5);
        S_.Invoke("write", "");
        Print(Repr(S_.Invoke("getvalue")));
        S_.Set("extra", 1);
        Again = Pickle.Get("loads").Call(Pickle.Get("dumps").Call(S_));
        Print(Again.Invoke("tell"), Again.Invoke("getvalue"), Again.Get("extra"));
        B = Io.Get("BytesIO").Call(PyBytes.FromLatin1("abc"));
        B.Invoke("read", 1);
        C = Pickle.Get("loads").Call(Pickle.Get("dumps").Call(B));
        Print(C.Invoke("read"), B.Invoke("__getstate__"));
        foreach (var item7 in new Any[] { new PyFunction("<lambda>", "", () => Io.Get("StringIO").Call(new Arguments { { "newline", "x" } })), new PyFunction("<lambda>", "", () => Io.Get("StringIO").Call(new Arguments { "", { "newline", PyBytes.FromLatin1("") } })), new PyFunction("<lambda>", "", () => S_.Invoke("__setstate__", PyTuple.Of("a", "\n", -1, Any.None))), new PyFunction("<lambda>", "", () => B.Invoke("__setstate__", PyTuple.Of(1))) })
        {
            Bad = item7;
            try
            {
                Bad.Call();
            }
            catch (BaseException caught5) when (caught5 is TypeError || caught5 is ValueError)
            {
                E = caught5;
                Print(PyType.Of(E).Name, E);
                E = Any.Unbound;
            }
        }
    }
}
