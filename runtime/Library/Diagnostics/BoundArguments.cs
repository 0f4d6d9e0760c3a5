using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Arguments under the names of parameters. See <see href="https://docs.python.org/3.13/library/inspect.html#inspect.BoundArguments">BoundArguments</see>.</summary>
internal sealed class BoundArguments(SignatureObject signature, PyDict<Any, Any> arguments) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("BoundArguments", module: "inspect")
        .Property("signature", static o => Self(o).Signature)
        .Property("arguments", static o => Self(o).Values, static (o, v) => Self(o).Values = (PyDict<Any, Any>)v.Ref!)
        .Property("args", static o => Self(o).Split().Positional)
        .Property("kwargs", static o => Self(o).Split().Named)
        .New("cls, signature, arguments", static a => new BoundArguments((SignatureObject)a[1].Ref!, (PyDict<Any, Any>)a[2].Ref!))
        .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Of(Self(o).Signature, Self(o).Values)))
        .Attribute("__hash__", Any.None)
        .Method("apply_defaults", static o => Lib.Do(Self(o).ApplyDefaults))
        .Method("__eq__", "self, other, /", static (o, other) => other.Ref is BoundArguments b ? Operators.Equal(Self(o).Signature, b.Signature) && Self(o).Values.SameItems(b.Values) : Any.NotImplemented)
        .Method("__repr__", static o => $"<BoundArguments ({string.Join(", ", Self(o).Values.Select(static p => $"{Operators.Str(p.Key)}={Operators.Repr(p.Value)}"))})>");

    public override PyType Class => Type;

    private SignatureObject Signature => signature;

    private PyDict<Any, Any> Values { get; set; } = arguments;

    private static BoundArguments Self(Any o) => (BoundArguments)o.Ref!;

    /// <summary>What a call with these arguments gives each parameter.</summary>
    /// <exception cref="TypeError">The signature does not take them.</exception>
    public static BoundArguments Of(SignatureObject signature, PyTuple args, PyDict kwargs, bool partial)
    {
        var values = new PyDict<Any, Any>();
        var named = new PyDict<Any, Any>();
        named.UpdateAny(kwargs);
        var next = 0;
        var isByName = false;
        var positionalOnly = new List<string>();
        foreach (var parameter in signature.All)
        {
            Any name = parameter.Name;
            if (parameter.Kind == ParameterKind.VarPositional)
            {
                if (next < args.Count)
                    values[name] = new PyTuple([.. args.Skip(next)]);
                next = args.Count;
                isByName = true;
            }
            else if (parameter.Kind == ParameterKind.VarKeyword)
            {
                if (named.Count > 0)
                    values[name] = named;
                named = new PyDict<Any, Any>();
            }
            else if (parameter.Kind != ParameterKind.KeywordOnly && next < args.Count)
            {
                if (parameter.Kind != ParameterKind.PositionalOnly && named.ContainsKey(name))
                    throw new TypeError($"multiple values for argument {Str.Repr(parameter.Name)}");
                values[name] = args[next++];
            }
            else if (parameter.Kind == ParameterKind.PositionalOnly && named.ContainsKey(name))
            {
                positionalOnly.Add(parameter.Name);
            }
            else if (named.Remove(name, out var given))
            {
                values[name] = given;
                isByName = true;
            }
            else if (parameter.HasDefault || partial)
            {
                isByName = true;
            }
            else if (next < args.Count)
            {
                throw new TypeError("too many positional arguments");
            }
            else
            {
                // Only where the positional ones have just ended does CPython say of what kind the missing one is.
                throw new TypeError($"missing a required {(parameter.Kind == ParameterKind.KeywordOnly && !isByName ? "keyword-only " : "")}argument: {Str.Repr(parameter.Name)}");
            }
        }
        if (next < args.Count)
            throw new TypeError("too many positional arguments");
        if (named.Count == 0)
            return new BoundArguments(signature, values);
        throw new TypeError(positionalOnly.Count > 0
            ? $"got some positional-only arguments passed as keyword arguments: {Str.Repr(string.Join(", ", positionalOnly))}"
            : $"got an unexpected keyword argument {Operators.Repr(named.Keys.First())}");
    }

    private (PyTuple Positional, PyDict<Any, Any> Named) Split()
    {
        var positional = new List<Any>();
        var named = new PyDict<Any, Any>();
        var byName = false;
        foreach (var parameter in signature.All)
        {
            byName |= parameter.Kind is ParameterKind.KeywordOnly;
            if (!Values.TryGetValue(parameter.Name, out var value))
                byName = true;
            else if (parameter.Kind == ParameterKind.VarPositional)
                positional.AddRange(Operators.ToList(value));
            else if (parameter.Kind == ParameterKind.VarKeyword)
                named.UpdateAny(value);
            else if (byName)
                named[parameter.Name] = value;
            else
                positional.Add(value);
        }
        return (new PyTuple([.. positional]), named);
    }

    private void ApplyDefaults()
    {
        var all = new PyDict<Any, Any>();
        foreach (var parameter in signature.All)
        {
            if (Values.TryGetValue(parameter.Name, out var value))
                all[parameter.Name] = value;
            else if (parameter.HasDefault)
                all[parameter.Name] = parameter.Default;
            else if (parameter.Kind == ParameterKind.VarPositional)
                all[parameter.Name] = PyTuple.Empty;
            else if (parameter.Kind == ParameterKind.VarKeyword)
                all[parameter.Name] = new PyDict<Any, Any>();
        }
        Values = all;
    }
}
