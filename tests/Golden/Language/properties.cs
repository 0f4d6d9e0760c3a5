using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Properties;

using static Module;

public class Celsius : PyObject
{
    public Celsius(Any degrees)
    {
        Degrees_ = degrees;
    }

    public Any Degrees_ { get; set; }

    /// <summary>How warm it is.</summary>
    public Any Degrees
    {
        get
        {
            return Degrees_;
        }
        set
        {
            Recursion.Check();
            if (value < -273.15)
            {
                throw new ValueError(F($"{value} is below absolute zero"));
            }
            Degrees_ = value;
        }
    }

    public Any Fahrenheit
    {
        get
        {
            return ((Any)this).Get("degrees") * 9 / 5 + 32;
        }
        set
        {
            Recursion.Check();
            ((Any)this).Set("degrees", (value - 32) * 5 / 9);
        }
    }

    public Any Kelvin => Degrees_ + 273.15;

    public static readonly PyType Type = PyType.Emitted("Celsius", "__main__")
        .Constructor("degrees=", a => new Celsius(a[0]), 0.0)
        .Field("_degrees", self => self.As<Celsius>().Degrees_, (self, value) => self.As<Celsius>().Degrees_ = value)
        .Property("degrees", self => self.As<Celsius>().Degrees, (self, value) => self.As<Celsius>().Degrees = value)
        .Property("fahrenheit", self => self.As<Celsius>().Fahrenheit, (self, value) => self.As<Celsius>().Fahrenheit = value)
        .Property("kelvin", self => self.As<Celsius>().Kelvin);
    public override PyType Class => Type;
}

public class Cache : PyObject
{
    public Cache()
    {
        Value_ = Any.None;
    }

    public Any Value_ { get; set; }

    public Any Value
    {
        get
        {
            if (Value_.IsNone)
            {
                Print("computing");
                Value_ = 42;
            }
            return Value_;
        }
        set
        {
            Any value_ = value * 2;
            Value_ = value_;
        }
    }

    public void DeleteValue()
    {
        Recursion.Check();
        Print("dropping");
        Value_ = Any.None;
    }

    public static readonly PyType Type = PyType.Emitted("Cache", "__main__")
        .Constructor("", a => new Cache())
        .Field("_value", self => self.As<Cache>().Value_, (self, value) => self.As<Cache>().Value_ = value)
        .Property("value", self => self.As<Cache>().Value, (self, value) => self.As<Cache>().Value = value, delete: self => self.As<Cache>().DeleteValue());
    public override PyType Class => Type;
}

/// <summary>Properties that are set and deleted, through names and through values of no known type.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("properties.py");
    internal static Any Doc = "Properties that are set and deleted, through names and through values of no known type.";
    internal static Any Copy = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Warm = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static Any Cache_ = Any.Unbound;
    internal static Any Thing = Any.Unbound;
    internal static Any Name_ = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "properties.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Member("Celsius", () => Celsius.Type)
        .Member("Cache", () => Cache.Type)
        .Variable("warm", () => Warm, value => Warm = value)
        .Variable("error", () => Error, value => Error = value)
        .Variable("cache", () => Cache_, value => Cache_ = value)
        .Variable("thing", () => Thing, value => Thing = value)
        .Variable("name", () => Name_, value => Name_ = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("properties.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Copy = Modules.Import("copy");
        Pickle = Modules.Import("pickle");

        Warm = new Celsius(20.0);
        Warm.Set("degrees", Any.AddInPlace(Warm.Get("degrees"), 1.5));
        Warm.Set("fahrenheit", 212.0);
        Print(Warm.Get("degrees"), Warm.Get("fahrenheit"), Warm.Get("kelvin"), Builtins.Get("vars").Call(Warm));
        try
        {
            Warm.Set("degrees", -300.0);
        }
        catch (ValueError caught)
        {
            Error = caught;
            Print(Error);
            Error = Any.Unbound;
        }
        try
        {
            Warm.Set("kelvin", 3);
        }
        catch (AttributeError caught2)
        {
            Error = caught2;
            Print(Error);
            Error = Any.Unbound;
        }
        try
        {
            Warm.Delete("degrees");
        }
        catch (AttributeError caught3)
        {
            Error = caught3;
            Print(Error);
            Error = Any.Unbound;
        }
        Cache_ = new Cache();
        Print(Cache_.Get("value"), Cache_.Get("value"));
        Cache_.Set("value", 4);
        Print(Cache_.Get("value"));
        Cache_.Delete("value");
        Print(Cache_.Get("value"));
        foreach (var item in (PyList<(Any, string)>)[(Warm, "degrees"), (Cache_, "value")])
        {
            var items = item;
            Thing = items.Item1;
            Name_ = items.Item2;
            SetAttr(Thing, Name_, 5);
            Print(GetAttr(Thing, Name_), HasAttr(Thing, Name_), IsInstance(GetAttr(Builtins.Get("type").Call(Thing), Name_), Builtins.Get("property")));
        }
        Print(Copy.Get("copy").Call(Warm).Get("degrees"), Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Cache_)).Get("value"));
        Print(((Any)Celsius.Type).Get("kelvin").Get("fset"), ((Any)Celsius.Type).Get("degrees").Invoke("fget", Warm), PyType.Of(((Any)Celsius.Type).Get("degrees")).Name);
    }
}
