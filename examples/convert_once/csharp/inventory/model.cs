// Written by pytocs.
using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Inventory.Model;

using static Module;

/// <summary>One kind of thing that the shop sells.</summary>
public class Item : PyObject
{
    internal static readonly PyTuple InitTags = PyTuple.Of();

    public Item(string name, PyInt price, PyTuple tags)
    {
        this.Name = name;
        Price = price; // in cents
        Tags = tags;
    }

    public string Name { get; private set; }
    public PyInt Price { get; private set; }
    public PyTuple Tags { get; private set; }

    public string Represent()
    {
        return F($"Item(name={Repr(this.Name)}, price={Repr(Price)}, tags={Repr(Tags)})");
    }

    public Any EqualTo(Any other)
    {
        if (other.Is<Item>())
        {
            return this.Name == other.As<Item>().Name && Price == other.As<Item>().Price && (Any)Tags == other.As<Item>().Tags;
        }
        return Any.NotImplemented;
    }

    public PyInt ComputeHash()
    {
        return Hash(PyTuple.Of(this.Name, Price, Tags));
    }

    public static readonly PyType Type = PyType.Emitted("Item", "inventory.model")
        .Doc("One kind of thing that the shop sells.")
        .Constructor("name, price, tags=", a => new Item(a[0].As<string>(), a[1].As<PyInt>(), a[2].As<PyTuple>()), Item.InitTags)
        .Field("name", self => self.As<Item>().Name, (self, value) => self.As<Item>().Name = value.As<string>())
        .Field("price", self => self.As<Item>().Price, (self, value) => self.As<Item>().Price = value.As<PyInt>())
        .Field("tags", self => self.As<Item>().Tags, (self, value) => self.As<Item>().Tags = value.As<PyTuple>())
        .Method("__repr__", self => self.As<Item>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Item>().EqualTo(other))
        .Method("__hash__", self => self.As<Item>().ComputeHash());
    public override PyType Class => Type;
}

/// <summary>Items and how many of each there are.</summary>
public class Shelf : PyObject
{
    public Shelf(PyDict<Item, PyInt>? counts = null)
    {
        Counts = counts is null ? new PyDict<Item, PyInt>() : counts;
    }

    public PyDict<Item, PyInt> Counts { get; set; }

    public void Add(Item item, PyInt count)
    {
        if (count < 1)
        {
            throw new ValueError(F($"cannot add {count} of {item.Name}"));
        }
        Counts[item] = Counts.Get(item, 0) + count;
    }

    /// <summary>Takes one item off the shelf; KeyError where there is none of that name.</summary>
    public Item Take(string name)
    {
        foreach (var (item, count) in Counts.Items)
        {
            if (item.Name == name && count > 0)
            {
                Counts[item] = count - 1;
                return item;
            }
        }
        throw new KeyError(name);
    }

    public PyInt Value()
    {
        IEnumerable<PyInt> Items(IEnumerable<(Item, PyInt)> source)
        {
            foreach (var (item, count) in source)
            {
                yield return item.Price * count;
            }
        }
        return Sequences.Sum(Items(Counts.Items));
    }

    public string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"Shelf(counts={Repr(Counts)})"));
    }

    public Any EqualTo(Any other)
    {
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Shelf>())
        {
            return Counts.Equals(other.As<Shelf>().Counts);
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Shelf", "inventory.model")
        .Doc("Items and how many of each there are.")
        .Attribute("__hash__", Any.None)
        .Constructor("counts=None", a => new Shelf(a[0].As<PyDict<Item, PyInt>?>()))
        .Field("counts", self => self.As<Shelf>().Counts, (self, value) => self.As<Shelf>().Counts = value.As<PyDict<Item, PyInt>>())
        .Method("add", "self, item, count=1", (self, item, count) => self.As<Shelf>().Add(item.As<Item>(), count.As<PyInt>()))
        .Method("take", "self, name", (self, name) => self.As<Shelf>().Take(name.As<string>()))
        .Method("value", self => self.As<Shelf>().Value())
        .Method("__repr__", self => self.As<Shelf>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Shelf>().EqualTo(other));
    public override PyType Class => Type;
}

/// <summary>Items and the shelf they stand on.</summary>
public static class Module
{
    internal static Any Dataclass = Any.Unbound;
    internal static Any Field = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("inventory.model", "inventory/model.py", Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Dataclass = Modules.ImportFrom("dataclasses", "dataclass");
        Field = Modules.ImportFrom("dataclasses", "field");
    }
}
