using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace RegexesOverTexts;

using static Module;

public class Parser : PyObject
{
    public Parser(string pattern)
    {
        Pattern = PyPattern.Compile(pattern);
        Last = null;
    }

    public PyPattern Pattern { get; set; }
    public PyMatch? Last { get; set; }

    public bool Feed(string text)
    {
        Last = Pattern.Search(text);
        return Last is not null;
    }

    public string Whole()
    {
        return Last is not null ? Last.Group() : "nothing";
    }

    public static readonly PyType Type = PyType.Emitted("Parser", "__main__")
        .Constructor("pattern", a => new Parser(a[0].As<string>()))
        .Field("pattern", self => self.As<Parser>().Pattern, (self, value) => self.As<Parser>().Pattern = value.As<PyPattern>())
        .Field("last", self => self.As<Parser>().Last, (self, value) => self.As<Parser>().Last = value.As<PyMatch?>())
        .Method("feed", "self, text", (self, text) => self.As<Parser>().Feed(text.As<string>()))
        .Method("whole", self => self.As<Parser>().Whole());
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Re = Any.Unbound;
    internal static PyPattern Entry = default!;
    internal static PyPattern Pair = default!;
    internal static PyPattern Number = default!;
    internal static PyPattern Verbose = default!;
    internal static PyList<string> Lines = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("regexes_over_texts.py", args, Run);

    public static (string, string, string?, string)? Parse(string line)
    {
        PyMatch? m = Entry.Match(line);
        if (m is null)
        {
            return null;
        }
        return (m.Group("date"), m.Group("level"), m.GroupOrNone("thread"), m.Group(4));
    }

    public static Any Shout(Any m)
    {
        return m.Invoke("group", 1).Invoke("upper") + "!";
    }

    public static string Kind(string token)
    {
        PyMatch? m = default;
        if (PyPattern.Compile("\\d+").FullMatch(token) is not null)
        {
            return "number";
        }
        if ((m = PyPattern.Compile("([a-z]+)(\\d*)$", RegexFlags.IgnoreCase).Match(token)) is not null)
        {
            return "name " + m.Group(1) + "/" + m.Group(2);
        }
        return "other";
    }

    public static Any Dynamic(Any pattern, Any text)
    {
        Any m = Re.Get("search").Call(pattern, text);
        return m.Truth ? (Any)PyTuple.Of(m.Invoke("group"), m.Invoke("groups"), Re.Get("findall").Call(pattern, text), Re.Get("split").Call(pattern, text)) : m;
    }

    public static void Entries()
    {
        var levels = new PyCounter<string>();
        foreach (var line in Lines)
        {
            (string, string, string?, string)? entry = Parse(line);
            if (entry is null)
            {
                Print("skipped", line);
                continue;
            }
            var (date, level, thread, text) = entry.Value;
            levels[level] += 1;
            Print(Str.Replace(date, "-", "/"), Str.Lower(level), thread, Len(text));
            if (((Any)thread).Truth)
            {
                Print(Str.Upper(thread!));
            }
        }
        foreach (var (level, n) in levels.MostCommon())
        {
            Print(level, n + 1);
        }
    }

    public static void Searching()
    {
        PyMatch? found = default;
        if ((found = Pair.Search("a=1 bb=22")) is not null)
        {
            var (key, value) = found.Groups<(string, string)>();
            Print(Str.Upper(key), PyInt.Parse(value) + 1, Generic.ToAny(found.Span()), found.Start(2), found.End(), found.Text, found.Group(0), found.Group(1));
            Print(Generic.ToAny(found.GroupsOf<(string, string)>(1, 2)), false ? (Any)found.NotNone("group").GroupOrNone("no") : (Any)found.Group(0));
        }
        foreach (var m in Pair.FindIter("a=1 bb=22"))
        {
            Print((Any)m.GroupOrNone(1) + ":" + m.GroupOrNone(2), m.Start() + 1, m.Expand("\\2=\\1"));
        }
        foreach (var m in PyPattern.Compile("\\d+").FindIter("1 22 333"))
        {
            Print(PyInt.Parse(m.Group()) * 2);
        }
        IEnumerable<string> Items(IEnumerable<(string, string)> source)
        {
            foreach (var (k, v) in source)
            {
                yield return k + v;
            }
        }
        Print(Pair.FindAll<(string, string)>("a=1 bb=22"), new PyList<string>(Items(Pair.FindAll<(string, string)>("a=1 bb=22"))));
        Print(Sequences.Sum(PyPattern.Compile("\\w+").FindAll("some words here").Select(w => Len(w))), PyPattern.Compile("[aeiou]").FindAll("vowels"));
        IEnumerable<string?> Items2(IEnumerable<PyMatch> source2)
        {
            foreach (var m in source2)
            {
                yield return m.GroupOrNone(1);
            }
        }
        Print(Number.FindAll("1 2.5 -3.25"), new PyList<string?>(Items2(Number.FindIter("1 2.5"))));
        Print(PyPattern.Compile("\\d").Sub("#", "a1b2"), PyPattern.Compile("(\\w+)").Sub(ShoutFunction, "hey you"), PyPattern.Compile("(?P<x>a)").Sub(new PyFunction("searching.<locals>.<lambda>", "m", (Any m) => m["x"] * 2), "banana", count: 2));
        Print(Pair.Sub("\\2=\\1", "a=1"), Generic.ToAny(Pair.SubN("", "a=1 b=2")), PyPattern.Compile("\\s*,\\s*").Split("a , b,c"), PyPattern.Compile("(-)").Split("1-2-3", maxsplit: 1));
        Print(Generic.ToAny(Verbose.Match("10:45PM").NotNone("groups").Groups<(string?, string?, string?)>()), Verbose.Match("10:45").NotNone("group").GroupOrNone(3), Str.Count(Verbose.Text, "#"), Verbose.GroupCount);
        Print(Entry.Match(Lines[1]).NotNone("groupdict").GroupDictOrNone(), Pair.Match("k=v").NotNone("groupdict").GroupDict());
        PyMatch? named = PyPattern.Compile("(?P<a>x)(?P<b>y)").Match("xy");
        if (named is not null)
        {
            IEnumerable<(string, string)> Items3(IEnumerable<(string, string)> source3)
            {
                foreach (var (k, v) in source3)
                {
                    yield return (k, Str.Upper(v));
                }
            }
            Print(new PyDict<string, string>(Items3(named.GroupDict().Items)), ((Any)named).Get("lastgroup"), ((Any)named).Get("re").Get("pattern"), named.Pos, named.EndPos);
        }
        Print(new PyList<string>(((PyList<string>)["12", "Ab3", "x", "?"]).Select(t => Kind(t))));
        PyMatch? alternatives = PyPattern.Compile("(a)|(b)").Search("zb");
        if (alternatives is not null)
        {
            Print(alternatives.GroupOrNone(1), alternatives.GroupOrNone(2), Generic.ToAny(alternatives.Groups<(string?, string?)>()));
        }
    }

    public static void Failing()
    {
        PyMatch? m = PyPattern.Compile("(a)").Match("b");
        try
        {
            Print(m.NotNone("group").Group(1));
        }
        catch (AttributeError error)
        {
            Print(error);
        }
        try
        {
            Print(m.NotNoneToIndex().GroupOrNone("a"));
        }
        catch (TypeError error)
        {
            Print(error);
        }
        m = PyPattern.Compile("(a)").Match("a");
        try
        {
            Print(m.NotNone("group").GroupOrNone(2));
        }
        catch (IndexError error)
        {
            Print(error);
        }
        try
        {
            Print(m.NotNoneToIndex().GroupOrNone("no"));
        }
        catch (IndexError error)
        {
            Print(error);
        }
        try
        {
            PyPattern.Compile("(");
        }
        catch (BaseException error) when (Except.Matches(error, Re.Get("error")))
        {
            Print(error);
        }
        try
        {
            Print(PyPattern.Compile("a").Search(5));
        }
        catch (TypeError error)
        {
            Print(error);
        }
        try
        {
            Print(Pair.FindAll<(string, string)>(PyBytes.FromLatin1("a=1")));
        }
        catch (TypeError error)
        {
            Print(error);
        }
    }

    public static void Less()
    {
        PyMatch? m = default;
        Print(Dynamic("(\\d)(\\w)?", "x1y2"), Dynamic("q", "x"), Dynamic(PyBytes.FromLatin1("\\d"), PyBytes.FromLatin1("a1")));
        var parser = new Parser("(\\d+)-(\\d+)");
        Print(parser.Feed("from 10-20"), parser.Whole(), parser.Last is not null ? (Any)parser.Last.GroupOrNone(1) : Any.None);
        Print(parser.Feed("none"), parser.Whole(), parser.Last);
        PyPattern words = PyPattern.Compile(F($"({Str.Join("|", (PyList<string>)["red", "blue"])})s?"));
        Print(new PyList<string>(words.FindIter("reds and blue").Select(m => Str.Upper(m.GroupOrNone(1).NotNone("upper")))), ((Any)words).Invoke("findall", "red blues"), ((Any)words).Invoke("split", "xredy"));
        PyList<PyPattern> patterns = (PyList<PyPattern>)[PyPattern.Compile("a(b)"), PyPattern.Compile("(c)(d)?")];
        foreach (var text in new string[] { "ab", "c" })
        {
            foreach (var pattern in patterns)
            {
                if ((m = pattern.Match(text)) is not null)
                {
                    Print(text, m.GroupOrNone(1), m.Groups());
                }
            }
        }
        Any data = Re.Get("match").Call(PyBytes.FromLatin1("(\\w)"), PyBytes.FromLatin1("xyz"));
        Print(data.Truth ? data.Invoke("group", 1) : Any.None);
        Print(Str.Slice(Repr(Entry), 0, 30), Repr(PyPattern.Compile("a").Match("abc")), PyPattern.Compile("").Match("") is not null);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // Patterns and matches whose groups are known, and those of which less is known.
        Re = Modules.Import("re");

        Entry = PyPattern.Compile("(?P<date>\\d{4}-\\d\\d-\\d\\d) (?P<level>[A-Z]+)(?: \\[(?P<thread>\\w+)\\])?: (?P<text>.*)");
        Pair = PyPattern.Compile("(\\w+)=(\\w+)");
        Number = PyPattern.Compile("-?\\d+(?:\\.(\\d+))?");
        Verbose = PyPattern.Compile("\n    (\\d+)   # hours (two digits)\n    :\n    (\\d+)   # minutes\n    (am|pm)?\n", RegexFlags.Verbose | RegexFlags.IgnoreCase);
        Lines = (PyList<string>)["2024-01-05 INFO: started", "2024-01-06 WARN [main]: low=1 high=22", "garbage", "2024-01-07 INFO [w1]: done"];

        Entries();
        Searching();
        Failing();
        Less();
    }

    public static readonly Any ShoutFunction = new PyFunction("shout", "m", (Any m) => Shout(m));
}
