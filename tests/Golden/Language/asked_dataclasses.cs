using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace AskedDataclasses;

using static Module;

public class Event : PyObject
{
    public Event(string kind, PyInt payload, PyInt attempt)
    {
        Kind = kind;
        Payload = payload;
        Attempt = attempt;
    }

    public string Kind { get; private set; }
    public PyInt Payload { get; private set; }
    public PyInt Attempt { get; private set; }

    public Any Retry()
    {
        return Dataclasses.Get("replace").Call(new Arguments { this, { "attempt", Attempt + 1 } });
    }

    public string Represent()
    {
        return F($"Event(kind={Repr(Kind)}, payload={Repr(Payload)}, attempt={Repr(Attempt)})");
    }

    public Any EqualTo(Any other)
    {
        if (other.Is<Event>())
        {
            return Kind == other.As<Event>().Kind && Payload == other.As<Event>().Payload && Attempt == other.As<Event>().Attempt;
        }
        return Any.NotImplemented;
    }

    public PyInt ComputeHash()
    {
        return Hash(PyTuple.Of(Kind, Payload, Attempt));
    }

    public static readonly PyType Type = PyType.Emitted("Event", "__main__")
        .Dataclass("kind", "payload", "attempt")
        .Constructor("kind, payload, attempt=0", a => new Event(a[0].As<string>(), a[1].As<PyInt>(), a[2].As<PyInt>()))
        .Field("kind", self => self.As<Event>().Kind, (self, value) => self.As<Event>().Kind = value.As<string>())
        .Field("payload", self => self.As<Event>().Payload, (self, value) => self.As<Event>().Payload = value.As<PyInt>())
        .Field("attempt", self => self.As<Event>().Attempt, (self, value) => self.As<Event>().Attempt = value.As<PyInt>())
        .Method("retry", self => self.As<Event>().Retry())
        .Method("__repr__", self => self.As<Event>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Event>().EqualTo(other))
        .Method("__hash__", self => self.As<Event>().ComputeHash());
    public override PyType Class => Type;
}

public class Address : PyObject
{
    public Address(string street, PyList<string>? tags = null)
    {
        Street = street;
        Tags = tags is null ? (PyList<string>)[] : tags;
    }

    public string Street { get; set; }
    public PyList<string> Tags { get; set; }

    public string Represent()
    {
        return F($"Address(street={Repr(Street)}, tags={Repr(Tags)})");
    }

    public Any EqualTo(Any other)
    {
        if (other.Is<Address>())
        {
            return Street == other.As<Address>().Street && Tags.Equals(other.As<Address>().Tags);
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Address", "__main__")
        .Attribute("__hash__", Any.None)
        .Dataclass("street", "tags")
        .Constructor("street, tags=None", a => new Address(a[0].As<string>(), a[1].As<PyList<string>?>()))
        .Field("street", self => self.As<Address>().Street, (self, value) => self.As<Address>().Street = value.As<string>())
        .Field("tags", self => self.As<Address>().Tags, (self, value) => self.As<Address>().Tags = value.As<PyList<string>>())
        .Method("__repr__", self => self.As<Address>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Address>().EqualTo(other));
    public override PyType Class => Type;
}

public class Plain : PyObject
{
    public static readonly PyType Type = PyType.Emitted("Plain", "__main__")
        .Constructor("", _ => new Plain());
    public override PyType Class => Type;
}

/// <summary>Dataclasses that the library is asked about: asdict, astuple, replace, is_dataclass.</summary>
public static class Module
{
    internal static Any Dataclasses = Any.Unbound;
    internal static Any Replace = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("asked_dataclasses.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Dataclasses = Modules.Import("dataclasses");
        Any json = Modules.Import("json");
        Any asdict = Modules.ImportFrom("dataclasses", "asdict");
        Any astuple = Modules.ImportFrom("dataclasses", "astuple");
        Any dataclass = Modules.ImportFrom("dataclasses", "dataclass");
        Any field = Modules.ImportFrom("dataclasses", "field");
        Any isDataclass = Modules.ImportFrom("dataclasses", "is_dataclass");
        Replace = Modules.ImportFrom("dataclasses", "replace");

        Any decorator = dataclass.Call(new Arguments { { "order", true } });
        Any personClass = ClassBuilder.Build("Person", "Person", "__main__", new Arguments(), ns =>
        {
            ns.Annotate("name", "str");
            ns["age"] = 0;
            ns.Annotate("age", "int");
            ns["address"] = Any.None;
            ns.Annotate("address", "Address | None");
            ns["scores"] = field.Call(new Arguments { { "default_factory", Builtins.Get("dict") } });
            ns.Annotate("scores", "dict[str, list[int]]");
            ns["seen"] = field.Call(new Arguments { { "default", 0 }, { "init", false }, { "repr", false } });
            ns.Annotate("seen", "int");

            Any Birthday(Any self)
            {
                return Replace.Call(new Arguments { self, { "age", self.Get("age") + 1 } });
            }
            ns["birthday"] = new PyFunction("Person.birthday", "self", (Any self) => Birthday(self));
        });
        Any person = decorator.Call(personClass);

        Any employeeClass = ClassBuilder.Build("Employee", "Employee", "__main__", new Arguments { person }, ns2 =>
        {
            ns2["salary"] = 0.0;
            ns2.Annotate("salary", "float");
        });
        Any employee = dataclass.Call(employeeClass);

        var e = new Event("add", 3, 0);
        Any r = e.Retry().Invoke("retry");
        Print(r, r.Get("attempt") + 1, e);
        Print(asdict.Call(r), astuple.Call(e));
        Any p = person.Call(new Arguments { "Ann", 30, new Address("Main", (PyList<string>)["home"]), new PyDict<Any, Any> { ["a"] = (PyList<Any>)[1, 2] } });
        Any d = asdict.Call(p);
        Print(d, json.Get("dumps").Call(new Arguments { d, { "sort_keys", true } }));
        d["address"]["tags"].Invoke("append", "x");
        Print(p.Get("address").Get("tags"), p.Invoke("birthday"), Operators.Compare(Comparison.Gt, p.Invoke("birthday"), p));
        Print(astuple.Call(p));
        Any q = Replace.Call(new Arguments { p, { "name", "Bob" }, { "address", Any.None } });
        Print(q, q.Get("address").IsNone, Operators.Is(q.Get("scores"), p.Get("scores")));
        Any emp = employee.Call(new Arguments { "Cid", 40, { "salary", 2.5 } });
        Print(asdict.Call(emp), Replace.Call(new Arguments { emp, { "salary", 3 } }));
        Print(isDataclass.Call(p), isDataclass.Call(person), isDataclass.Call(new Plain()), isDataclass.Call(3));
        try
        {
            Replace.Call(new Arguments { p, { "seen", 3 } });
        }
        catch (BaseException error) when (error is TypeError || error is ValueError)
        {
            Print(PyType.Of(error).Name, error);
        }
        try
        {
            Replace.Call(new Arguments { p, { "nothing", 3 } });
        }
        catch (TypeError error)
        {
            Print(error);
        }
        try
        {
            asdict.Call(new Plain());
        }
        catch (TypeError error)
        {
            Print(error);
        }
        try
        {
            asdict.Call(person);
        }
        catch (TypeError error)
        {
            Print(error);
        }
        Print(asdict.Call(new Arguments { p, { "dict_factory", new PyFunction("<lambda>", "items", (Any items) =>
        {
            IEnumerable<Any> Items(IEnumerable<Any> source)
            {
                foreach (var item in source)
                {
                    var items2 = Operators.Unpack(item, 2);
                    Any k = items2[0];
                    _ = items2[1];
                    yield return k;
                }
            }
            return (Any)Sequences.Sorted(Items(Sequences.Of(items)));
        }) } }));
        PyList<Any> people = (PyList<Any>)[person.Call("x", 1), person.Call("y", 2)];
        Print(new PyList<Any>(people.Select(x => asdict.Call(x)["age"])), json.Get("dumps").Call(new PyList<Any>(people.Select(x => asdict.Call(x)))));
        var grown = new PyList<Any>(people.Select(x => Replace.Call(new Arguments { x, { "age", x.Get("age") * 2 } })));
        Print(grown, Sum(Generator.Of("<genexpr>", "<genexpr>", grown.Select(x => x.Get("age")))));
        Print(Hash(e) == Hash(new Event("add", 3, 0)), Operators.Compare(Comparison.Eq, e, new Event("add", 3, 0)), new PyDict<Event, PyInt> { [e] = 1 }[new Event("add", 3, 0)]);
        try
        {
            throw Raise.Of(Dataclasses.Get("FrozenInstanceError").Call("cannot"));
        }
        catch (BaseException error) when (Except.Matches(error, Dataclasses.Get("FrozenInstanceError")))
        {
            Print(error);
        }
    }
}
