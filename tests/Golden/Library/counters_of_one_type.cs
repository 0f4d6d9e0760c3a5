using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace CountersOfOneType;

using static Module;

public class Page : PyObject
{
    public Page(string title, PyCounter<string>? words = null)
    {
        Title = title;
        this.Words = words is null ? new PyCounter<string>() : words;
    }

    public string Title { get; set; }
    public PyCounter<string> Words { get; set; }

    public void Read(string text)
    {
        this.Words.Update(Str.Split(text));
    }

    public string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"Page(title={Repr(Title)}, words={Repr(this.Words)})"));
    }

    public Any EqualTo(Any other)
    {
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Page>())
        {
            return Title == other.As<Page>().Title && this.Words.Equals(other.As<Page>().Words);
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Page", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("title, words=None", a => new Page(a[0].As<string>(), a[1].As<PyCounter<string>?>()))
        .Field("title", self => self.As<Page>().Title, (self, value) => self.As<Page>().Title = value.As<string>())
        .Field("words", self => self.As<Page>().Words, (self, value) => self.As<Page>().Words = value.As<PyCounter<string>>())
        .Method("read", "self, text", (self, text) => self.As<Page>().Read(text.As<string>()))
        .Method("__repr__", self => self.As<Page>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Page>().EqualTo(other));
    public override PyType Class => Type;
}

public class Tally : PyObject
{
    public Tally()
    {
        Votes = new PyCounter<string>();
        ByDay = new PyDefaultDict<PyInt, PyCounter<string>>();
    }

    public PyCounter<string> Votes { get; set; }
    public PyDict<PyInt, PyCounter<string>> ByDay { get; set; }

    public void Vote(string name, PyInt day)
    {
        Votes[name] += 1;
        PyCounter<string> target = ByDay[day];
        target[name] += 1;
    }

    public string Winner()
    {
        return Votes.MostCommon(1)[0].Item1;
    }

    public static readonly PyType Type = PyType.Emitted("Tally", "__main__")
        .Constructor("", a => new Tally())
        .Field("votes", self => self.As<Tally>().Votes, (self, value) => self.As<Tally>().Votes = value.As<PyCounter<string>>())
        .Field("by_day", self => self.As<Tally>().ByDay, (self, value) => self.As<Tally>().ByDay = value.As<PyDict<PyInt, PyCounter<string>>>())
        .Method("vote", "self, name, day", (self, name, day) => self.As<Tally>().Vote(name.As<string>(), day.As<PyInt>()))
        .Method("winner", self => self.As<Tally>().Winner());
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Counter = Any.Unbound;
    internal static string Text = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("counters_of_one_type.py", args, Run);

    public static PyCounter<string> CountWords(string text)
    {
        return new PyCounter<string>(Str.Split(text));
    }

    public static PyList<string> Top(PyCounter<string> counts, PyInt n)
    {
        IEnumerable<string> Items(IEnumerable<(string, PyInt)> source)
        {
            foreach (var (word, _) in source)
            {
                yield return word;
            }
        }
        return new PyList<string>(Items(counts.MostCommon(n)));
    }

    public static PyInt AsDict(PyDict<string, PyInt> counts)
    {
        return counts["the"] + Len(counts);
    }

    public static (Any, Any) Anything(Any things)
    {
        Any counts = Counter.Call(things);
        return (counts.Invoke("most_common", 2), counts);
    }

    public static void Words()
    {
        PyCounter<PyInt> lengths = default!;
        var counts = CountWords(Text);
        foreach (var (word, n) in counts.MostCommon(3))
        {
            Print(F($"{word:<6}{n * 2}"));
        }
        Print(Top(counts, 2), counts.Total(), Sequences.Sum(counts.Values), Sequences.Max(counts.Values));
        Print(counts["the"] + counts["nothing"], counts.ContainsKey("nothing"), Len(counts));
        Print(counts);
        Print(AsDict(new PyDict<string, PyInt>(counts)), new PyDict<string, PyInt>(counts)["dog"] + 1);
        var letters = new PyCounter<string>();
        foreach (var ch in Str.Characters("abracadabra"))
        {
            letters[ch] += 1;
        }
        Print(letters, letters.MostCommon(), letters.GetOrNone("z"), letters.Get("a", 0));
        Print(Sequences.Sorted(Sequences.Of(letters.Elements())), Sequences.Sorted(letters.Items, key: p => (-p.Item2, p.Item1)));
        lengths = new PyCounter<PyInt>(Str.Split(Text).Select(w => Len(w)));
        foreach (var length in Sequences.Sorted(lengths.Keys))
        {
            Print(length, Str.Repeat("#", lengths[length]));
        }
        letters.Delete("a");
        letters.Delete("not there");
        Print(letters, letters.Count > 0, letters.Equals(new PyCounter<string>(Str.Characters("bbrrcd"))), !letters.Equals(new PyCounter<string>(Str.Characters("b"))));
        IEnumerable<(string, string)> Items(IEnumerable<(string, string)> source)
        {
            foreach (var (a, b) in source)
            {
                yield return (a, b);
            }
        }
        var pairs = new PyCounter<(string, string)>(Items(Sequences.Zip(Str.Characters("aab"), Str.Characters("xxy"))));
        Print(pairs, pairs[("a", "x")], pairs.MostCommon(1)[0].Item2 + 1);
        foreach (var most in new PyInt[] { -1, 0, 100 })
        {
            Print(Len(pairs.MostCommon(most)));
        }
        Print(Sequences.Max(letters.Keys, key: ((Any)letters).Get("get")), Sequences.Max(lengths.Keys, key: n => lengths[n]));
        try
        {
            Print(letters["missing"]);
        }
        catch (KeyError)
        {
            Print("never");
        }
    }

    public static void Arithmetic()
    {
        var a = new PyCounter<string>(Str.Characters("aabbbc"));
        var b = new PyCounter<string>(Str.Characters("abd"));
        Print(a + b, a - b, a | b, a & b, +a, -a);
        a.Subtract(b);
        Print(a, -a, a.Total());
        a.Update(Str.Characters("zz"));
        a.Update(new PyDict<string, PyInt> { ["z"] = 5, ["q"] = -1 });
        Print(a, +a);
        var total = new PyCounter<string>();
        foreach (var text in (PyList<string>)["x y", "y z", "z z"])
        {
            total.AddCounts(new PyCounter<string>(Str.Split(text)));
        }
        Print(total);
        var same = total;
        same.SubtractCounts(new PyCounter<string>((PyList<string>)["z"]));
        same.UniteWith(new PyCounter<string>(new PyDict<string, PyInt> { ["w"] = 4 }));
        Print(total, Operators.Is(same, total));
        same.IntersectWith(new PyCounter<string>(new PyDict<string, PyInt> { ["w"] = 1, ["x"] = 9 }));
        Print(total, new PyCounter<string>(new PyDict<string, PyInt> { ["a"] = 1, ["b"] = 0 }).Equals(new PyCounter<string>(new PyDict<string, PyInt> { ["a"] = 1 })), (Any)new PyCounter<string>(new PyDict<string, PyInt> { ["a"] = 1, ["b"] = 0 }) == new PyDict<string, PyInt> { ["a"] = 1 });
        Print(a.Copy().Equals(a), PyType.Of(a.Copy()).Name, IsInstance(a, Builtins.Get("dict")), IsInstance(a, Counter));
        Print(Operators.Compare(Comparison.LtE, new PyCounter<string>(Str.Characters("ab")), new PyCounter<string>(Str.Characters("aab"))), Operators.Compare(Comparison.Gt, new PyCounter<string>(Str.Characters("ab")), new PyCounter<string>(Str.Characters("a"))));
        a.Clear();
        Print(a, a.Pop("a", 0), a.SetDefault("k", 3) + 1, Generic.ToAny(a.PopItem()));
    }

    public static void Dynamic()
    {
        Print(Generic.ToAny(Anything("hello")));
        Print(Generic.ToAny(Anything((PyList<Any>)[1, "a", 1])));
        Any halves = Counter.Call(new Arguments { { "a", 1 }, { "b", 2 } });
        halves.SetItem("a", Any.AddInPlace(halves["a"], 0.5));
        Print(halves, halves.Invoke("total"));
        Any mixed = Counter.Call((PyList<Any>)["a", 1, Any.None]);
        mixed.SetItem(2.5, 7);
        Print(mixed.Invoke("most_common", 1), mixed);
        var plain = new PyDict<string, PyInt> { ["a"] = 1 };
        var counted = new PyCounter<string>(plain);
        counted["b"] += 1;
        Print(plain, counted);
        PyDict<string, PyInt> either = plain.Count > 0 ? (PyDict<string, PyInt>)new PyCounter<string>(Str.Characters("ab")) : new PyDict<string, PyInt> { ["x"] = 1 };
        Print(either["a"]);
        Any nothing = Counter.Call(Any.None);
        Print(nothing);
        var numbers = new PyCounter<PyInt>((PyList<PyInt>)[1, 2, 2]);
        Print(numbers.At((Any)2.0), numbers.At((Any)true), numbers.ContainsKey((Any)1.0));
    }

    public static void Held()
    {
        var page = new Page("t");
        page.Read("a b a");
        page.Read("b c");
        Print(page, page.Words.MostCommon(1));
        var tally = new Tally();
        foreach (var (i, name) in Sequences.Enumerate((PyList<string>)["ann", "bob", "ann", "cy"]))
        {
            tally.Vote(name, i % 2);
        }
        Print(Str.Upper(tally.Winner()), new PyDict<PyInt, PyCounter<string>>(tally.ByDay), tally.ByDay[0]["ann"] + 1);
        var several = new PyList<PyCounter<string>>(new string[] { "ab", "bc" }.Select(w => new PyCounter<string>(Str.Characters(w))));
        Print(Sum(several, Counter.Call()), new PyList<PyList<(string, PyInt)>>(several.Select(c => c.MostCommon(1))));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Counter = Modules.ImportFrom("collections", "Counter");

        Text = "the quick brown fox jumps over the lazy dog the dog sleeps and the fox runs";

        Words();
        Arithmetic();
        Dynamic();
        Held();
    }
}
