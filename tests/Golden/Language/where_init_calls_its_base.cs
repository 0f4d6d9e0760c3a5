using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace WhereInitCallsItsBase;

using static Module;

public class Shape : PyObject
{
    public Shape(Any name)
    {
        Init(name);
    }

    protected void Init(Any name)
    {
        this.Name = name;
        Sides = 0;
        Describe();
    }

    protected Shape(Construction construction)
    {
    }

    private Late<Any> _name;
    public Any Name { get => _name.Get(this, "name"); set => _name = value; }
    private Late<PyInt> _sides;
    public PyInt Sides { get => _sides.Get(this, "sides"); set => _sides = value; }

    public virtual void Describe()
    {
        Print("shape", this.Name);
    }

    public static readonly PyType Type = PyType.Emitted("Shape", "__main__")
        .Constructor("name", a => new Shape(a[0]))
        .Field("name", self => self.As<Shape>()._name.Peek(), (self, value) => self.As<Shape>()._name.Put(value))
        .Field("sides", self => self.As<Shape>()._sides.Peek(), (self, value) => self.As<Shape>()._sides.Put(value))
        .Method("describe", self => self.As<Shape>().Describe());
    public override PyType Class => Type;
}

public class Square : Shape
{
    public Square(Any size) : base(Construction.WithoutInit)
    {
        Init(size);
    }

    protected new void Init(Any size)
    {
        Size = size;
        base.Init("square");
        Sides = 4;
    }

    protected Square(Construction construction) : base(construction)
    {
    }

    public Any Size { get; set; }

    public override void Describe()
    {
        Print("square of", Size, this.Name);
    }

    public static new readonly PyType Type = PyType.Emitted("Square", "__main__", Shape.Type)
        .Constructor("size", a => new Square(a[0]))
        .Field("size", self => self.As<Square>().Size, (self, value) => self.As<Square>().Size = value)
        .Method("describe", self => self.As<Square>().Describe());
    public override PyType Class => Type;
}

/// <summary>Does not call its base.</summary>
public class Silent : Shape
{
    public Silent(string tag) : base(Construction.WithoutInit)
    {
        Tag = tag;
        this.Name = "silent " + tag;
        Sides = 1;
    }

    public string Tag { get; set; }

    public static new readonly PyType Type = PyType.Emitted("Silent", "__main__", Shape.Type)
        .Doc("Does not call its base.")
        .Constructor("tag", a => new Silent(a[0].As<string>()))
        .Field("tag", self => self.As<Silent>().Tag, (self, value) => self.As<Silent>().Tag = value.As<string>());
    public override PyType Class => Type;
}

public class Half : Shape
{
    public Half(string tag) : base(Construction.WithoutInit)
    {
        Tag = tag;
    }

    public string Tag { get; set; }

    public static new readonly PyType Type = PyType.Emitted("Half", "__main__", Shape.Type)
        .Constructor("tag", a => new Half(a[0].As<string>()))
        .Field("tag", self => self.As<Half>().Tag, (self, value) => self.As<Half>().Tag = value.As<string>());
    public override PyType Class => Type;
}

public class Twice : Shape
{
    public Twice() : base(Construction.WithoutInit)
    {
        base.Init("one");
        base.Init("two");
    }

    public static new readonly PyType Type = PyType.Emitted("Twice", "__main__", Shape.Type)
        .Constructor("", a => new Twice());
    public override PyType Class => Type;
}

public class Maybe : Shape
{
    public Maybe(bool deep) : base(Construction.WithoutInit)
    {
        Recursion.Check();
        if (deep)
        {
            base.Init("deep");
        }
        else
        {
            this.Name = "flat";
            Sides = 9;
        }
    }

    public static new readonly PyType Type = PyType.Emitted("Maybe", "__main__", Shape.Type)
        .Constructor("deep", a => new Maybe(a[0].As<bool>()));
    public override PyType Class => Type;
}

public class Deep : Square
{
    public Deep(Any size, string? extra) : base(Construction.WithoutInit)
    {
        Print("deep before");
        Extra = extra;
        base.Init(size * 2);
        Print("deep after", Extra);
    }

    public string? Extra { get; set; }

    public static new readonly PyType Type = PyType.Emitted("Deep", "__main__", Square.Type)
        .Constructor("size, extra", a => new Deep(a[0], a[1].As<string?>()))
        .Field("extra", self => self.As<Deep>().Extra, (self, value) => self.As<Deep>().Extra = value.As<string?>());
    public override PyType Class => Type;
}

public class Labelled : Shape
{
    public Labelled() : base(Construction.WithoutInit)
    {
        base.Init(Label());
    }

    public string Label()
    {
        return "label of " + Class.Name;
    }

    public static new readonly PyType Type = PyType.Emitted("Labelled", "__main__", Shape.Type)
        .Constructor("", a => new Labelled())
        .Method("label", self => self.As<Labelled>().Label());
    public override PyType Class => Type;
}

public class AppError : PyException
{
    public AppError(Any code, Any message) : base(code, message)
    {
        Init(code, message);
    }

    protected void Init(Any code, Any message)
    {
        Code = code;
        Message_ = message;
        base.Init(F($"[{Code}] {Message_}"));
    }

    protected AppError(Construction construction, params ReadOnlySpan<Any> args) : base(args)
    {
    }

    public Any Code { get; set; }
    private Late<Any> _message_;
    public Any Message_ { get => _message_.Get(this, "message"); set => _message_ = value; }

    public static new readonly PyType Type = PyType.Emitted("AppError", "__main__", PyException.Type)
        .Constructor("code, message", a => new AppError(a[0], a[1]))
        .Field("code", self => self.As<AppError>().Code, (self, value) => self.As<AppError>().Code = value)
        .Field("message", self => self.As<AppError>()._message_.Peek(), (self, value) => self.As<AppError>()._message_.Put(value));
    protected override PyType NativeClass => Type;
}

public class DeepError : AppError
{
    public DeepError(Any code) : base(Construction.WithoutInit, code)
    {
        Extra = code * 2;
        Print("making", Extra);
        base.Init(code, F($"extra {Extra}"));
    }

    public Any Extra { get; set; }

    public static new readonly PyType Type = PyType.Emitted("DeepError", "__main__", AppError.Type)
        .Constructor("code", a => new DeepError(a[0]))
        .Field("extra", self => self.As<DeepError>().Extra, (self, value) => self.As<DeepError>().Extra = value);
    protected override PyType NativeClass => Type;
}

public class QuietError : AppError
{
    public QuietError(Any code) : base(Construction.WithoutInit, code)
    {
        Code = code;
    }

    public static new readonly PyType Type = PyType.Emitted("QuietError", "__main__", AppError.Type)
        .Constructor("code", a => new QuietError(a[0]));
    protected override PyType NativeClass => Type;
}

public class Early : PyObject
{
    public Early()
    {
        try
        {
            Print(Value);
        }
        catch (AttributeError e)
        {
            Print("early:", e);
        }
        Value = 3;
        Ready = HasAttr(this, "later");
        Later = 1;
    }

    private Late<PyInt> _value;
    public PyInt Value { get => _value.Get(this, "value"); set => _value = value; }
    public bool Ready { get; set; }
    private Late<PyInt> _later;
    public PyInt Later { get => _later.Get(this, "later"); set => _later = value; }

    public static readonly PyType Type = PyType.Emitted("Early", "__main__")
        .Constructor("", a => new Early())
        .Field("value", self => self.As<Early>()._value.Peek(), (self, value) => self.As<Early>()._value.Put(value))
        .Field("ready", self => self.As<Early>().Ready, (self, value) => self.As<Early>().Ready = value.As<bool>())
        .Field("later", self => self.As<Early>()._later.Peek(), (self, value) => self.As<Early>()._later.Put(value));
    public override PyType Class => Type;
}

public class Broken : Shape
{
    public Broken() : base(Construction.WithoutInit)
    {
        Value = 1;
        base.Init((PyInt)1 / 0);
    }

    public PyInt Value { get; set; }

    public static new readonly PyType Type = PyType.Emitted("Broken", "__main__", Shape.Type)
        .Constructor("", a => new Broken())
        .Field("value", self => self.As<Broken>().Value, (self, value) => self.As<Broken>().Value = value.As<PyInt>());
    public override PyType Class => Type;
}

/// <summary>Where an __init__ calls its base's: late, twice, never, with self.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("where_init_calls_its_base.py", args, Run);

    public static void RunMain()
    {
        foreach (var made in new Any[] { new Shape("plain"), new Square(3), new Silent("x"), new Twice(), new Maybe(true), new Maybe(false), new Deep(2, "e"), new Labelled() })
        {
            Print(PyType.Of(made).Name, made.Get("name"), made.Get("sides"));
        }
        var half = new Half("h");
        Print(half.Tag);
        try
        {
            Print(half.Name);
        }
        catch (AttributeError caught)
        {
            Any e = caught;
            Print(e);
        }
        half.Name = "set";
        Print(half.Name);
        foreach (var item in new Any[] { PyTuple.Of(AppError.Type, PyTuple.Of(1, "m")), PyTuple.Of(DeepError.Type, PyTuple.Of(7)), PyTuple.Of(QuietError.Type, PyTuple.Of(5)) })
        {
            var items = Operators.Unpack(item, 2);
            Any kind = items[0];
            Any args = items[1];
            try
            {
                throw Raise.Of(kind.Call(new Arguments { new Star(args) }));
            }
            catch (AppError caught2)
            {
                Any e = caught2;
                using var handling = Handling.Of(caught2);
                Print(PyType.Of(e).Name, e, e.Get("args"), e.Get("code"));
            }
        }
        try
        {
            throw new DeepError(4);
        }
        catch (PyException caught3)
        {
            Any e = caught3;
            using var handling = Handling.Of(caught3);
            Print(Repr(e), GetAttr(e, "message", Any.None));
        }
        var early = new Early();
        Print(early.Value, early.Ready);
        new Deep("s", null);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        RunMain();

        new Broken();
    }
}
