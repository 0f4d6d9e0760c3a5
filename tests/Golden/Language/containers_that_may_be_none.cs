using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ContainersThatMayBeNone;

using static Module;

public class Done : PyObject
{
    public Done(PyInt n, bool empty = false)
    {
        Cells = empty ? (PyList<Any>?)null : (PyList<Any>?)new PyList<Any>(Sequences.Range(n).Select(_ => (Any)(PyList<Any>)[0, 1, 2]));
        Names_ = null;
        Text = null;
    }

    public PyList<Any>? Cells { get; set; }
    public PyDict<Any, Any>? Names_ { get; set; }
    public string? Text { get; set; }

    public void Fill()
    {
        Names_ = new PyDict<Any, Any> { ["a"] = (PyList<Any>)[1] };
        Text = "text";
    }

    public Any At(PyInt i)
    {
        return Cells.NotNoneToIndex()[i];
    }

    public void Put(PyInt i, PyList<Any> v)
    {
        Cells.NotNoneToSetItem()[i] = v;
    }

    public PyList<Any> Each()
    {
        return new PyList<Any>(Cells.NotNoneToIterate().Select(c => (Any)Len(c)));
    }

    public void Bump(PyInt i)
    {
        Any target = Cells.NotNoneToIndex()[i];
        target.SetItem(0, Any.AddInPlace(target[0], 5));
        ((Any)Cells).SetItem(i, Any.AddInPlace(((Any)Cells)[i], (PyList<Any>)[9]));
    }

    public static readonly PyType Type = PyType.Emitted("Done", "__main__")
        .Constructor("n, empty=False", a => new Done(a[0].As<PyInt>(), a[1].As<bool>()))
        .Field("cells", self => self.As<Done>().Cells, (self, value) => self.As<Done>().Cells = value.As<PyList<Any>?>())
        .Field("names", self => self.As<Done>().Names_, (self, value) => self.As<Done>().Names_ = value.As<PyDict<Any, Any>?>())
        .Field("text", self => self.As<Done>().Text, (self, value) => self.As<Done>().Text = value.As<string?>())
        .Method("fill", self => self.As<Done>().Fill())
        .Method("at", "self, i", (self, i) => self.As<Done>().At(i.As<PyInt>()))
        .Method("put", "self, i, v", (self, i, v) => self.As<Done>().Put(i.As<PyInt>(), v.As<PyList<Any>>()))
        .Method("each", self => self.As<Done>().Each())
        .Method("bump", "self, i", (self, i) => self.As<Done>().Bump(i.As<PyInt>()));
    public override PyType Class => Type;
}

/// <summary>Containers that may be None.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("containers_that_may_be_none.py", args, Run);

    public static void Typed(Done o)
    {
        Any x = default;
        foreach (var item in o.Cells.NotNoneToIterate())
        {
            x = item;
            Print(x);
        }
        o.Cells.NotNone("append").Append((PyList<Any>)[3]);
        o.Cells.NotNoneToIndex()[0].Invoke("append", 4);
        o.Cells.NotNoneToSetItem().SetSlice(1, (PyList<Any>)[]);
        Print(o.Cells, o.Cells.NotNoneToIndex().Slice(-1));
        foreach (var item2 in Sequences.Of(((Any)o.Names_).Invoke("items")))
        {
            var items = Operators.Unpack(item2, 2);
            Any k = items[0];
            Any v = items[1];
            Print(k, v);
        }
        foreach (var ch in Str.Characters(o.Text.NotNoneToIterate()))
        {
            Print([ch], end: " ");
        }
        Print();
        var items2 = Operators.Unpack(o.Text, 4);
        string a = items2[0].As<string>();
        string b = items2[1].As<string>();
        string c = items2[2].As<string>();
        x = items2[3];
        Print(a, b, c, x);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var d = new Done(2);
        var e = new Done(2, true);
        d.Fill();
        d.Put(0, (PyList<Any>)[7]);
        d.Bump(1);
        Print(d.At(0), d.At(1), d.Each(), d.Names_.NotNoneToIndex().At((Any)"a"), Str.Index(d.Text.NotNoneToIndex(), 1), Str.Slice(d.Text.NotNoneToIndex(), 1), Str.Upper(d.Text.NotNone("upper")), d.Names_.NotNone("get").GetOrNone((Any)"b"));
        foreach (var act in new Any[] { new PyFunction("<lambda>", "o", (Any o) => o.Invoke("at", 0)), new PyFunction("<lambda>", "o", (Any o) => o.Invoke("put", 0, (PyList<Any>)[1])), new PyFunction("<lambda>", "o", (Any o) => o.Invoke("each")), new PyFunction("<lambda>", "o", (Any o) => o.Invoke("bump", 0)), new PyFunction("<lambda>", "o", (Any o) => o.Get("names")["a"]), new PyFunction("<lambda>", "o", (Any o) => o.Get("text")[0]), new PyFunction("<lambda>", "o", (Any o) => o.Get("text").Invoke("upper")), new PyFunction("<lambda>", "o", (Any o) => o.Get("names").Invoke("get", "x")), new PyFunction("<lambda>", "o", (Any o) => (Any)new PyList<Any>(Sequences.Of(o.Get("text")))), new PyFunction("<lambda>", "o", (Any o) => o.Get("cells").Invoke("append", (PyList<Any>)[1])) })
        {
            foreach (var o in new Done[] { d, e })
            {
                try
                {
                    Print(act.Call(o));
                }
                catch (BaseException err) when (err is TypeError || err is AttributeError)
                {
                    Print(PyType.Of(err).Name, err);
                }
            }
        }

        Typed(d);
        foreach (var part in new PyInt[] { 0, 1, 2 })
        {
            try
            {
                if (part == 0)
                {
                    Typed(e);
                }
                else if (part == 1)
                {
                    e.Cells.NotNone("append").Append((PyList<Any>)[1]);
                }
                else
                {
                    e.Cells.NotNoneToSetItem()[0] = (PyList<Any>)[1];
                }
            }
            catch (BaseException err) when (err is TypeError || err is AttributeError)
            {
                Print(PyType.Of(err).Name, err);
            }
        }
    }
}
