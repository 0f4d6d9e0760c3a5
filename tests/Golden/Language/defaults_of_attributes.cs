using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DefaultsOfAttributes;

using static Module;

/// <summary>A player.</summary>
public class Player : PyObject
{
    public static PyInt Score => 0;

    public Player(Any name)
    {
        if (name.Truth)
        {
            this.Name = name;
        }
    }

    public Any Name { get; set; } = "anon"; // until told
    public PyInt Lives { get; set; } = 3;
    public PyInt? Best { get; set; } = null;

    public PyInt Hit(PyInt n)
    {
        ((Any)this).Set("score", Any.AddInPlace(((Any)this).Get("score"), n));
        if (((Any)this).Get("score") > 10)
        {
            Lives -= 1;
        }
        Best = Best is null ? n : Numbers.Max(Best.Value, n);
        return Lives;
    }

    public static readonly PyType Type = PyType.Emitted("Player", "__main__")
        .Doc("A player.")
        .Attribute("score", Score)
        .Constructor("name=None", a => new Player(a[0]))
        .Field("name", self => self.As<Player>().Name, (self, value) => self.As<Player>().Name = value, "anon")
        .Field("lives", self => self.As<Player>().Lives, (self, value) => self.As<Player>().Lives = value.As<PyInt>(), 3)
        .Field("best", self => self.As<Player>().Best, (self, value) => self.As<Player>().Best = value.As<PyInt?>(), Any.None)
        .Method("hit", "self, n", (self, n) => self.As<Player>().Hit(n.As<PyInt>()));
    public override PyType Class => Type;
}

public class Game : PyObject
{
    public static PyList<Player> Players { get; } = (PyList<Player>)[];

    public static PyInt Total { get; set; } = 0;

    public static PyInt Count => 0;

    public Game()
    {
        Any target = Builtins.Get("type").Call(this);
        target.Set("count", Any.AddInPlace(target.Get("count"), 1));
    }

    public bool Running { get; set; } = true;

    public void Add(Player p)
    {
        Game.Players.Append(p);
    }

    public void Run_()
    {
        while (Running)
        {
            foreach (var p in Game.Players)
            {
                if (p.Hit(4) < 3)
                {
                    Running = false;
                }
            }
            Game.Total += 1;
        }
    }

    public static readonly PyType Type = PyType.Emitted("Game", "__main__")
        .Attribute("players", Players)
        .Shared("total", () => Total, value => Total = value.As<PyInt>())
        .Attribute("count", Count)
        .Constructor("", a => new Game())
        .Field("running", self => self.As<Game>().Running, (self, value) => self.As<Game>().Running = value.As<bool>(), true)
        .Method("add", "self, p", (self, p) => self.As<Game>().Add(p.As<Player>()))
        .Method("run", self => self.As<Game>().Run_());
    public override PyType Class => Type;
}

public class Node : PyObject
{
    public Node(PyInt value)
    {
        Value = value;
    }

    public Node? Next_ { get; set; } = null;
    public PyInt Value { get; set; } = 0;

    public static readonly PyType Type = PyType.Emitted("Node", "__main__")
        .Constructor("value", a => new Node(a[0].As<PyInt>()))
        .Field("next", self => self.As<Node>().Next_, (self, value) => self.As<Node>().Next_ = value.As<Node?>(), Any.None)
        .Field("value", self => self.As<Node>().Value, (self, value) => self.As<Node>().Value = value.As<PyInt>(), 0);
    public override PyType Class => Type;
}

public class Chain : PyObject
{
    public Node? Head { get; set; } = null;
    public PyInt Size { get; set; } = 0;

    public void Push(PyInt v)
    {
        var n = new Node(v);
        n.Next_ = Head;
        Head = n;
        Size += 1;
    }

    public IEnumerable<PyInt> Items()
    {
        Node? n = Head;
        while (n is not null)
        {
            yield return n.Value;
            n = n.Next_;
        }
    }

    public static readonly PyType Type = PyType.Emitted("Chain", "__main__")
        .Constructor("", _ => new Chain())
        .Field("head", self => self.As<Chain>().Head, (self, value) => self.As<Chain>().Head = value.As<Node?>(), Any.None)
        .Field("size", self => self.As<Chain>().Size, (self, value) => self.As<Chain>().Size = value.As<PyInt>(), 0)
        .Method("push", "self, v", (self, v) => self.As<Chain>().Push(v.As<PyInt>()))
        .Method("items", self => Generator.Of("items", "Chain.items", self.As<Chain>().Items()));
    public override PyType Class => Type;
}

public class Base : PyObject
{
    public virtual string Kind => "base";
    public PyInt Level { get; set; } = 1;

    public Base Up()
    {
        Level += 1;
        return this;
    }

    public static readonly PyType Type = PyType.Emitted("Base", "__main__")
        .Attribute("kind", "base")
        .Constructor("", _ => new Base())
        .Field("level", self => self.As<Base>().Level, (self, value) => self.As<Base>().Level = value.As<PyInt>(), 1)
        .Method("up", self => self.As<Base>().Up());
    public override PyType Class => Type;
}

public class Derived : Base
{
    public override string Kind => "derived";

    public void Set(string k)
    {
        ((Any)this).Set("kind", k);
    }

    public static new readonly PyType Type = PyType.Emitted("Derived", "__main__", Base.Type)
        .Attribute("kind", "derived")
        .Constructor("", _ => new Derived())
        .Method("set", "self, k", (self, k) => self.As<Derived>().Set(k.As<string>()));
    public override PyType Class => Type;
}

public class Conf : PyObject
{
    public static bool Debug { get; set; } = false;

    public static double Level => 1.5;

    public static void Configure(bool on)
    {
        Conf.Debug = on;
    }

    public static readonly PyType Type = PyType.Emitted("Conf", "__main__")
        .Shared("debug", () => Debug, value => Debug = value.As<bool>())
        .Attribute("level", Level)
        .Constructor("", _ => new Conf())
        .ClassMethod("configure", "cls, on", a => Conf.Configure(a[1].As<bool>()));
    public override PyType Class => Type;
}

/// <summary>Class attributes that objects replace by their own.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("defaults_of_attributes.py", args, Run);

    public static void Tune(Any conf)
    {
        conf.Set("level", 2);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any copy = Modules.Import("copy");
        var p = new Player("a");
        var q = new Player(Any.None);
        var g = new Game();
        var h = new Game();
        g.Add(p);
        g.Add(q);
        g.Run_();
        foreach (var x in Game.Players)
        {
            Print(x.Name, ((Any)x).Get("score"), x.Lives, x.Best);
        }
        Print(((Any)Player.Type).Get("score"), ((Any)Game.Type).Get("running"), g.Running, h.Running, ((Any)Player.Type).Get("lives"), ((Any)Player.Type).Get("best"), Game.Total, ((Any)Game.Type).Get("count"), Game.Total);
        var c = new Chain();
        for (PyInt i = 0; i < 3; i++)
        {
            c.Push(i);
        }
        Print(new PyList<PyInt>(c.Items()), c.Size, ((Any)Chain.Type).Get("size"), ((Any)Chain.Type).Get("head"));
        var d = new Derived().Up();
        ((Any)d).Invoke("set", "own");
        Print(((Any)d).Get("kind"), d.Level, ((Any)Derived.Type).Get("kind"), ((Any)Base.Type).Get("level"), ((Any)Derived.Type).Get("level"), new Base().Up().Up().Level);
        var cf = new Conf();
        Conf.Configure(true);
        Tune(cf);
        Print(Conf.Debug, Conf.Debug, ((Any)cf).Get("level"), ((Any)Conf.Type).Get("level"), ((Any)new Conf()).Get("level"));
        Tune(Conf.Type);
        Print(((Any)Conf.Type).Get("level"), ((Any)new Conf()).Get("level"));
        Print(GetAttr(Player.Type, "score"), HasAttr(Player.Type, "lives"), new PyList<Any>(Sequences.Of(Builtins.Get("dir").Call(Player.Type)).Where(n => !n.Invoke("startswith", "_").Truth)), ((Any)Player.Type).Get("__doc__"));
        SetAttr(p, "score", 99);
        Print(((Any)p).Get("score"), GetAttr(p, "lives"), GetAttr(p, "nope", "no"));
        Any r = copy.Get("copy").Call(p);
        r.Set("score", Any.AddInPlace(r.Get("score"), 1));
        Print(r.Get("score"), ((Any)p).Get("score"));
    }
}
