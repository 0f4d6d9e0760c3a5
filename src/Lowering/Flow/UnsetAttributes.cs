using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>
/// Attributes that an object may not have yet where code which runs while the object is made reads them, and those that it never gets. A plain C#
/// property has a value from the start; reading one of these raises AttributeError as in Python.
/// </summary>
internal sealed partial class UnsetAttributes
{
    private readonly ClassSymbol _class;
    private readonly HashSet<TypedSymbol> _all = [];
    private readonly HashSet<TypedSymbol> _unset = [];
    private readonly HashSet<FunctionSymbol> _open = [];

    private UnsetAttributes(ClassSymbol cls)
    {
        _class = cls;
        for (var c = cls; c is not null; c = c.Base)
            _all.UnionWith(c.Fields.Values);
    }

    /// <summary>Finds such attributes among the properties of a class and of those that it derives from.</summary>
    /// <param name="cls">The class whose objects are made.</param>
    /// <param name="toDictionary">Whether the dictionary keeps them: its order is seen, or a <c>__getattr__</c> is asked for what is missing.</param>
    public static void Find(ClassSymbol cls, bool toDictionary)
    {
        if (cls.Init is not { } init)
            return;
        var flow = new UnsetAttributes(cls);
        var set = new HashSet<TypedSymbol>();
        for (var c = cls; c is not null; c = c.Base)
            set.UnionWith(c.DefaultValues.Keys);
        if (flow.Run(init, set))
            flow._unset.UnionWith(flow._all.Except(set));
        for (var c = cls; c is not null; c = c.Base)
            foreach (var (name, field) in c.Fields.Where(f => flow._unset.Contains(f.Value)).ToList())
                if (toDictionary || cls.FindMethod("__getattr__") is not null)
                    c.Fields.Remove(name);
                else
                    c.UnsureFields.Add(field);
    }

    /// <summary>The body of a method that the object runs: of what surely is set then, the rest is added to what was.</summary>
    /// <returns>Whether it ever ends without raising.</returns>
    private bool Run(FunctionSymbol method, HashSet<TypedSymbol> set)
    {
        // With all attributes set there is nothing left to find; what a method that called itself sets, its first call tells.
        if (method.Definition is not { } definition || method.IsShared || method.IsGenerator || method.IsAsync || method.Parameters.Count == 0 || set.IsSupersetOf(_all) || !_open.Add(method))
            return true;
        var body = new Body(this, method);
        var own = new HashSet<TypedSymbol>(set);
        var ends = body.Run(definition.Body, own) ? body.Returns.Append(own).ToList() : body.Returns;
        _open.Remove(method);
        if (ends.Count == 0)
            return false;
        set.UnionWith(ends.Aggregate(static (a, b) => [.. a.Intersect(b)]));
        return true;
    }

    /// <summary>One attribute of the object is read.</summary>
    private void Read(string name, HashSet<TypedSymbol> set)
    {
        if (_class.FindField(name) is { } field)
        {
            if (!set.Contains(field))
                _unset.Add(field);
        }
        else if (_class.FindMethod(name) is { IsProperty: true } property)
        {
            Run(property, set);
        }
    }

    /// <summary>Something asks which attributes there are.</summary>
    private void ReadAll(HashSet<TypedSymbol> set) => _unset.UnionWith(_all.Except(set));

    private void Assign(string name, HashSet<TypedSymbol> set)
    {
        if (_class.FindField(name) is { } field)
            set.Add(field);
        else if (_class.FindSetter(name) is { } setter)
            Run(setter, set);
    }
}
