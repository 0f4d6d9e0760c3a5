using Pytocs.Runtime.Async;

namespace Pytocs.Runtime.Core;

/// <summary>New names of a function, which the coroutines and generators that it makes from then on have too.</summary>
public sealed partial class PyFunction
{
    private bool _namesResults;

    /// <summary>Sets <c>__name__</c> and <c>__qualname__</c>.</summary>
    internal void Rename(string name, string qualName)
    {
        // The code keeps the names that it was written with.
        if (!IsBuiltin)
            _ = Code;
        (Name, QualName) = (name, qualName);
        if (Flavour is null || _namesResults)
            return;
        _namesResults = true;
        if (_body0 is { } none)
            _body0 = () => Named(none());
        if (_body1 is { } one)
            _body1 = a => Named(one(a));
        if (_body2 is { } two)
            _body2 = (a, b) => Named(two(a, b));
        if (_body3 is { } three)
            _body3 = (a, b, c) => Named(three(a, b, c));
        if (_bodyN is { } many)
            _bodyN = a => Named(many(a));
    }

    /// <summary>Another function with the same body.</summary>
    internal PyFunction Copy(string? name)
    {
        var copy = (PyFunction)MemberwiseClone();
        copy.SetInstanceDict(null);
        copy._namesResults = false;
        (copy.Annotations, copy.TypeParameters) = (null, PyTuple.Empty);
        copy.Rename(name ?? Code.Name, name ?? Code.QualifiedName);
        return copy;
    }

    private Any Named(Any made)
    {
        switch (made.Ref)
        {
            case Coroutine coroutine:
                (coroutine.Name, coroutine.QualName) = (Name, QualName);
                break;
            case IGeneratorObject generator:
                (generator.Name, generator.QualName) = (Name, QualName);
                break;
            case IAsyncGeneratorObject generator:
                (generator.Name, generator.QualName) = (Name, QualName);
                break;
        }
        return made;
    }
}
