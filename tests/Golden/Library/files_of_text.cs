using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FilesOfText;

using static Module;

public class Log : PyObject
{
    public Log(string path)
    {
        this.File = TextFile.Open(path, "a", encoding: "utf-8");
        Count = 0;
    }

    public TextFile File { get; set; }
    public PyInt Count { get; set; }

    public void Write(Any text)
    {
        Recursion.Check();
        Count += this.File.Write(text + "\n");
    }

    public void Close()
    {
        Recursion.Check();
        this.File.Close();
    }

    public static readonly PyType Type = PyType.Emitted("Log", "__main__")
        .Constructor("path", a => new Log(a[0].As<string>()))
        .Field("file", self => self.As<Log>().File, (self, value) => self.As<Log>().File = value.As<TextFile>())
        .Field("count", self => self.As<Log>().Count, (self, value) => self.As<Log>().Count = value.As<PyInt>())
        .Method("write", "self, text", (self, text) => self.As<Log>().Write(text))
        .Method("close", self => self.As<Log>().Close());
    public override PyType Class => Type;
}

/// <summary>Files of text, read and written.</summary>
public static class Module
{
    internal static Any Json = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any Path = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("files_of_text.py", args, Run);

    public static PyDict<string, PyInt> CountWords(string path)
    {
        var counts = new PyDict<string, PyInt>();
        using (var f = TextFile.Open(path))
        {
            foreach (var line in f)
            {
                foreach (var word in Str.Split(line))
                {
                    counts.GetRef(word) += 1;
                }
            }
        }
        return counts;
    }

    public static string FirstLine(string path)
    {
        using (var f = TextFile.Open(path, encoding: "utf-8"))
        {
            return Str.RStrip(f.ReadLine(), "\n");
        }
    }

    public static PyList<string> Numbered(string path)
    {
        using (var f = TextFile.Open(path, "r"))
        {
            IEnumerable<string> Items(IEnumerable<(PyInt, string)> source)
            {
                foreach (var (i, line) in source)
                {
                    if (Str.Strip(line) != "")
                    {
                        yield return F($"{i}: {Str.Strip(line)}");
                    }
                }
            }
            return new PyList<string>(Items(Sequences.Enumerate(f, 1)));
        }
    }

    public static PyInt Copy(string source, string target)
    {
        PyInt total = default;
        using (var src = TextFile.Open(source))
        {
            using (var dst = TextFile.Open(target, "w", newline: "\n"))
            {
                total = 0;
                foreach (var line in src)
                {
                    total += dst.Write(Str.Upper(line));
                }
            }
        }
        return total;
    }

    public static void RunMain()
    {
        TextFile f = default!;
        PyList<Any> rest = default!;
        var manager = Context.Of(Tempfile.Get("TemporaryDirectory").Call());
        Any entered = manager.Enter();
        try
        {
            Any folder = entered;
            Os.Get("chdir").Call(folder);
            f = TextFile.Open("a.txt", "w");
            var manager2 = Context.Of(f);
            manager2.Enter();
            try
            {
                Print(f.Write("one two\n"), f.Write("two\n\nthree é\n"));
                f.WriteLines((PyList<string>)["x\n", "y\n"]);
                Print(["printed", 1], file: f);
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
            Print(CountWords("a.txt"), FirstLine("a.txt"), Numbered("a.txt"), Copy("a.txt", "b.txt"));
            f = TextFile.Open("b.txt");
            var manager3 = Context.Of(f);
            manager3.Enter();
            try
            {
                var lines = f.ReadLines();
                lines.Append("more");
                Print(lines, f.Read() == "", f.IsClosed);
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
            Print(f.IsClosed, ((Any)f).Get("name"), ((Any)f).Get("mode"));
            try
            {
                f.Read();
            }
            catch (ValueError e)
            {
                Print(e);
            }
            try
            {
                foreach (var line in f)
                {
                    Print(line);
                }
            }
            catch (ValueError e)
            {
                Print(e);
            }
            f = TextFile.Open("a.txt");
            var manager4 = Context.Of(f);
            manager4.Enter();
            try
            {
                Print(Repr(f.Read(3)), ((Any)f).Invoke("tell"), ((Any)f).Invoke("seek", 0), Next(f), ((PyList<Any>)[..f]).Slice(0, 1));
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
            var log = new Log("log.txt");
            log.Write("first");
            log.Write("zweité");
            log.Close();
            log.Close();
            Print(log.Count, Path.Call("log.txt").Invoke("read_text", new Arguments { { "encoding", "utf-8" } }));
            foreach (var (name, mode) in new (string, string)[] { ("missing.txt", "r"), ("a.txt", "x") })
            {
                try
                {
                    Builtins.Get("open").Call(name, mode);
                }
                catch (OSError e)
                {
                    Print(PyType.Of(e).Name, ((Any)e).Get("filename"));
                }
            }
            try
            {
                f = TextFile.Open("none.txt");
                var manager5 = Context.Of(f);
                manager5.Enter();
                try
                {
                    Print("never");
                }
                catch (BaseException error5)
                {
                    if (!manager5.Exit(error5))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager5.Exit();
                }
            }
            catch (FileNotFoundError e)
            {
                Print(((Any)e).Get("strerror"));
            }
            try
            {
                f = TextFile.Open("a.txt");
                var manager6 = Context.Of(f);
                manager6.Enter();
                try
                {
                    f.Write("x");
                }
                catch (BaseException error6)
                {
                    if (!manager6.Exit(error6))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager6.Exit();
                }
            }
            catch (OSError e)
            {
                Print(PyType.Of(e).Name, e);
            }
            try
            {
                f = TextFile.Open("c.txt", "w");
                var manager7 = Context.Of(f);
                manager7.Enter();
                try
                {
                    f.Write(3);
                }
                catch (BaseException error7)
                {
                    if (!manager7.Exit(error7))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager7.Exit();
                }
            }
            catch (TypeError e)
            {
                Print(e);
            }
            f = TextFile.Open("data.json", "w");
            var manager8 = Context.Of(f);
            manager8.Enter();
            try
            {
                Json.Get("dump").Call(new PyDict<Any, Any> { ["a"] = (PyList<Any>)[1, 2] }, f);
            }
            catch (BaseException error8)
            {
                if (!manager8.Exit(error8))
                {
                    throw;
                }
            }
            finally
            {
                manager8.Exit();
            }
            f = TextFile.Open("data.json");
            var manager9 = Context.Of(f);
            manager9.Enter();
            try
            {
                Print(Json.Get("load").Call(f), f.Read());
            }
            catch (BaseException error9)
            {
                if (!manager9.Exit(error9))
                {
                    throw;
                }
            }
            finally
            {
                manager9.Exit();
            }
            f = TextFile.Open("a.txt");
            try
            {
                Print(Sequences.Sum(f.Select(_ => (PyInt)1)), Len(new PyList<string>(f)));
            }
            finally
            {
                f.Close();
            }
            try
            {
                var manager10 = Context.Of(f);
                manager10.Enter();
                try
                {
                }
                catch (BaseException error10)
                {
                    if (!manager10.Exit(error10))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager10.Exit();
                }
            }
            catch (ValueError e)
            {
                Print(e);
            }
            f = TextFile.Open("a.txt");
            var manager11 = Context.Of(f);
            manager11.Enter();
            try
            {
                var items = Operators.Unpack(f, 1, 0);
                Any header = items[0];
                rest = items[1].As<PyList<Any>>();
                Print(Repr(header), Len(rest));
            }
            catch (BaseException error11)
            {
                if (!manager11.Exit(error11))
                {
                    throw;
                }
            }
            finally
            {
                manager11.Exit();
            }
            f = TextFile.Open("a.txt");
            var manager12 = Context.Of(f);
            manager12.Enter();
            try
            {
                var (a, b) = Sequences.Unpack2(new PyList<string>(f.Where(line => Str.Strip(line) != "")).Slice(0, 2));
                Print(Repr(a), Repr(b));
            }
            catch (BaseException error12)
            {
                if (!manager12.Exit(error12))
                {
                    throw;
                }
            }
            finally
            {
                manager12.Exit();
            }
            f = TextFile.Open("a.txt");
            var manager13 = Context.Of(f);
            manager13.Enter();
            try
            {
                Print(Builtins.Get("dict").Call(Builtins.Get("zip").Call("abc", f)), Sequences.Max(f, key: Builtins.Get("len")), Sequences.Sorted(f));
            }
            catch (BaseException error13)
            {
                if (!manager13.Exit(error13))
                {
                    throw;
                }
            }
            finally
            {
                manager13.Exit();
            }
            f = TextFile.Open("a.txt");
            var manager14 = Context.Of(f);
            manager14.Enter();
            try
            {
                using (var g = TextFile.Open("b.txt"))
                {
                    foreach (var (x, y) in Sequences.Zip(f, g))
                    {
                        if (Str.Upper(x) != y)
                        {
                            Print("differ", Repr(x), Repr(y));
                        }
                    }
                }
            }
            catch (BaseException error14)
            {
                if (!manager14.Exit(error14))
                {
                    throw;
                }
            }
            finally
            {
                manager14.Exit();
            }
            using (TextFile.Open("empty.txt", "w"))
            {
            }
            Print(Os.Get("path").Get("getsize").Call("empty.txt"));
            f = TextFile.Open("r.txt", mode: "w+", errors: "replace");
            var manager15 = Context.Of(f);
            manager15.Enter();
            try
            {
                f.Write("abc");
                ((Any)f).Invoke("seek", 0);
                Print(f.Read());
            }
            catch (BaseException error15)
            {
                if (!manager15.Exit(error15))
                {
                    throw;
                }
            }
            finally
            {
                manager15.Exit();
            }
            Any @out = Len(Sys.Get("argv")) > 5 ? (Any)TextFile.Open("o.txt", "w") : Sys.Get("stdout");
            @out.Invoke("write", "to out\n");
            var manager16 = Context.Of(Builtins.Get("open").Call("bin.dat", "wb"));
            Any entered2 = manager16.Enter();
            try
            {
                Any raw = entered2;
                raw.Invoke("write", PyBytes.FromLatin1("\0\u0001"));
            }
            catch (BaseException error16)
            {
                if (!manager16.Exit(error16))
                {
                    throw;
                }
            }
            finally
            {
                manager16.Exit();
            }
            var manager17 = Context.Of(Builtins.Get("open").Call("bin.dat", "rb"));
            Any entered3 = manager17.Enter();
            try
            {
                Any raw = entered3;
                Print(raw.Invoke("read"));
            }
            catch (BaseException error17)
            {
                if (!manager17.Exit(error17))
                {
                    throw;
                }
            }
            finally
            {
                manager17.Exit();
            }
            Os.Get("chdir").Call("/");
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

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Json = Modules.Import("json");
        Os = Modules.Import("os");
        Sys = Modules.Import("sys");
        Tempfile = Modules.Import("tempfile");
        Path = Modules.ImportFrom("pathlib", "Path");

        RunMain();
    }
}
