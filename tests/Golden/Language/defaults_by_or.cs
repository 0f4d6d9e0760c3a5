using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DefaultsByOr;

using static Module;

public class Box : PyObject
{
    public Box(PyInt n)
    {
        N = n;
    }

    public PyInt N { get; set; }

    public PyInt GetLength()
    {
        return N;
    }

    public static readonly PyType Type = PyType.Emitted("Box", "__main__")
        .Constructor("n", a => new Box(a[0].As<PyInt>()))
        .Field("n", self => self.As<Box>().N, (self, value) => self.As<Box>().N = value.As<PyInt>())
        .Method("__len__", self => self.As<Box>().GetLength());
    public override PyType Class => Type;
}

public class Plain : PyObject
{
    public static readonly PyType Type = PyType.Emitted("Plain", "__main__")
        .Constructor("", _ => new Plain());
    public override PyType Class => Type;
}

public class Note : PyObject
{
    public Note(string? text = null, PyInt? count = null, PyList<string>? tags = null)
    {
        Text = text;
        Count = count;
        Tags = tags;
    }

    public string? Text { get; set; }
    public PyInt? Count { get; set; }
    public PyList<string>? Tags { get; set; }

    public string Shown => F($"{(Text is not null && Text != "" ? Text : "no text")}/{(Count is not null && Count.Value != 0 ? Count.Value : (PyInt)7)}/{(Tags is not null && Tags.Count > 0 ? Tags : (PyList<string>)["none"])}");

    public string Represent()
    {
        return F($"Note(text={Repr((Any)Text)}, count={Repr((Any)Count)}, tags={Repr((Any)Tags)})");
    }

    public Any EqualTo(Any other)
    {
        if (other.Is<Note>())
        {
            return Text == other.As<Note>().Text && (Any)Count == other.As<Note>().Count && (Any)Tags == other.As<Note>().Tags;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Note", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("text=None, count=None, tags=None", a => new Note(a[0].As<string?>(), a[1].As<PyInt?>(), a[2].As<PyList<string>?>()))
        .Field("text", self => self.As<Note>().Text, (self, value) => self.As<Note>().Text = value.As<string?>())
        .Field("count", self => self.As<Note>().Count, (self, value) => self.As<Note>().Count = value.As<PyInt?>())
        .Field("tags", self => self.As<Note>().Tags, (self, value) => self.As<Note>().Tags = value.As<PyList<string>?>())
        .Property("shown", self => self.As<Note>().Shown)
        .Method("__repr__", self => self.As<Note>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Note>().EqualTo(other));
    public override PyType Class => Type;
}

public class Holder : PyObject
{
    public Holder(PyList<PyInt>? items = null, PyDict<string, PyInt>? names = null, Box? box = null, Plain? plain = null)
    {
        Items = items is not null && items.Count > 0 ? items : (PyList<PyInt>)[];
        Names_ = names is not null && names.Count > 0 ? names : new PyDict<string, PyInt> { ["d"] = 1 };
        Box_ = box is not null && ((Any)box).Truth ? box : new Box(9);
        Plain_ = plain ?? new Plain();
    }

    public PyList<PyInt> Items { get; set; }
    public PyDict<string, PyInt> Names_ { get; set; }
    public Box Box_ { get; set; }
    public Plain Plain_ { get; set; }

    public PyInt Add(PyInt x)
    {
        Items.Append(x);
        return Len(Items) + Len(Names_) + Box_.N;
    }

    public static readonly PyType Type = PyType.Emitted("Holder", "__main__")
        .Constructor("items=None, names=None, box=None, plain=None", a => new Holder(a[0].As<PyList<PyInt>?>(), a[1].As<PyDict<string, PyInt>?>(), a[2].As<Box?>(), a[3].As<Plain?>()))
        .Field("items", self => self.As<Holder>().Items, (self, value) => self.As<Holder>().Items = value.As<PyList<PyInt>>())
        .Field("names", self => self.As<Holder>().Names_, (self, value) => self.As<Holder>().Names_ = value.As<PyDict<string, PyInt>>())
        .Field("box", self => self.As<Holder>().Box_, (self, value) => self.As<Holder>().Box_ = value.As<Box>())
        .Field("plain", self => self.As<Holder>().Plain_, (self, value) => self.As<Holder>().Plain_ = value.As<Plain>())
        .Method("add", "self, x", (self, x) => self.As<Holder>().Add(x.As<PyInt>()));
    public override PyType Class => Type;
}

/// <summary>What `or` passes on is not None: defaults of strings, numbers, containers and objects.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("defaults_by_or.py", args, Run);

    public static string Pick(string? a, string? b, string c)
    {
        return a is not null && a != "" ? a : b is not null && b != "" ? b : c;
    }

    public static string? Opt(string? a, string? b)
    {
        return ((Any)a).Truth ? a : b;
    }

    public static double Num(double? a, PyInt? b)
    {
        return a is not null && a.Value != 0 ? a.Value : Numbers.ToFloat((double)(b is not null && b.Value != 0 ? b.Value : (PyInt)3));
    }

    public static string? Both(string? a)
    {
        return ((Any)a).Truth ? (string?)Str.Upper(a!) : a;
    }

    public static Any Nothing(PyInt x)
    {
        Print("nothing", x);
        return Any.None;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        string? value = default;
        Any value2 = default;
        string? value3 = default;
        PyList<PyInt> mine = (PyList<PyInt>)[1];
        var h = new Holder(mine);
        Print(h.Add(2), mine, new Holder().Add(1), new Holder((PyList<PyInt>)[], new PyDict<string, PyInt>(), new Box(0)).Add(4), new Holder(box: new Box(2)).Box_.N);
        Print(Pick(null, "", "c"), Pick("", "b", "c"), Pick("a", null, ""), Opt(null, ""), Opt("", null), Num(null, null), Num(0.0, 5), Num(2.5, 0), Both(null), Both(""), Both("q"));
        Print(new Note().Shown, new Note("", 0, (PyList<string>)[]).Shown, new Note("t", 2, (PyList<string>)["x"]).Shown);
        Print("d", ((Any)(value = Nothing(1).As<string?>())).Truth ? value : (string?)"e", (PyInt)3, (PyList<Any>)[] + (PyList<Any>)[1], (value2 = Nothing(2)).Truth ? value2 : Nothing(3), Any.None.Truth ? Any.None : Nothing(4));
        string? x = null;
        string? y = ((Any)x).Truth ? x : (string?)null;
        Print(y, ((Any)x).Truth ? x : ((Any)(value3 = Nothing(5).As<string?>())).Truth ? value3 : (string?)"z");
    }
}
