using Pytocs.Runtime.Core;
using Xunit;

namespace Pytocs.Runtime.Tests;

/// <summary>Python's containers are the collections that C# code knows.</summary>
public sealed class CollectionTests
{
    [Fact]
    public void A_list_is_a_list_of_dotnet()
    {
        IList<string> list = new PyList<string>(["a", "b"]);
        list.Insert(1, "x");
        list.RemoveAt(0);
        list[1] = "z";
        Assert.Equal(["x", "z"], list);
        Assert.Equal(1, list.IndexOf("z"));
        Assert.Equal("z", ((IReadOnlyList<string>)list)[^1]);
        Assert.Throws<IndexError>(() => list[2]);
    }

    [Fact]
    public void A_dict_is_a_dictionary_of_dotnet()
    {
        IDictionary<string, int> dict = new PyDict<string, int> { ["a"] = 1 };
        dict.Add("b", 2);
        Assert.Throws<ArgumentException>(() => dict.Add("b", 3));
        Assert.True(dict.TryGetValue("b", out var value) && value == 2);
        Assert.True(dict.Remove("a"));
        Assert.Equal(["b"], dict.Keys);
        Assert.Equal(2, ((IReadOnlyDictionary<string, int>)dict)["b"]);
        Assert.ThrowsAny<KeyError>(() => dict["none"]);
    }

    [Fact]
    public void A_set_is_a_set_of_dotnet()
    {
        ISet<long> set = new PySet<long>([1, 2, 3]);
        Assert.True(set.Add(4));
        Assert.False(set.Add(4));
        set.UnionWith([5]);
        set.ExceptWith(new List<long> { 1 });
        set.SymmetricExceptWith([2, 9]);
        set.IntersectWith([3, 4, 9, 10]);
        Assert.True(set.SetEquals([9, 4, 3, 3]));
        Assert.True(set.IsSubsetOf([3, 4, 9]) && !set.IsProperSubsetOf([3, 4, 9]) && set.IsProperSupersetOf([3]) && set.IsSupersetOf([]));
        Assert.True(set.Overlaps([1, 3]) && !set.Overlaps([1]));
        Assert.True(((IReadOnlySet<long>)set).IsProperSubsetOf([3, 4, 9, 1]));
    }

    [Fact]
    public void A_frozenset_does_not_change()
    {
        ISet<Any> frozen = new PyFrozenSet();
        Assert.True(frozen.IsReadOnly);
        Assert.Throws<NotSupportedException>(() => frozen.Add(1));
        Assert.Throws<NotSupportedException>(() => frozen.UnionWith([1]));
    }
}
