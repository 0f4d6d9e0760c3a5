namespace Pytocs.Runtime.Core;

/// <summary>The <c>__init__</c> of an emitted class, whose work its C# constructor does.</summary>
public sealed partial class PyType
{
    private PyFunction? _initialiser;

    /// <summary>
    /// The function that Python code finds as <c>__init__</c>: called with an object, it gives it the attributes that a new one would have. Null
    /// where the class has none of its own.
    /// </summary>
    internal PyFunction? Initialiser => _initialiser ??= HasOwnInitialiser ? MakeInitialiser(_constructor!) : null;

    /// <summary>Whether neither the class nor one that it derives from has an <c>__init__</c> of the program.</summary>
    internal bool TakesNothing => ConstructorFunction is { Signature.Text: "" } && !Array.Exists(_mro, static t => t.HasOwnInitialiser || (!ReferenceEquals(t, Object) && t.Namespace.ContainsKey("__init__")));

    /// <summary>The qualified name of the <c>__init__</c> that the class has, which may be that of another.</summary>
    internal string InitialiserName => (Array.Find(_mro, static t => t.HasOwnInitialiser) ?? this).QualName + ".__init__";

    private bool HasOwnInitialiser
    {
        get
        {
            if (_constructor is not { } constructor || IsSubclassOf(BaseException.Type))
                return false;
            var text = constructor.Signature.Text;
            // A class takes the constructor of its base over, with the same parameters.
            if (Array.Find(Bases, static b => b._constructor is not null) is { } from)
                return from._constructor!.Signature.Text != text;
            return text.Length > 0 || (Namespace.TryGetValue(StatementAttribute.FirstLine, out var first) && first.Ref is StatementAttribute statement && statement.Bound.Contains("__init__"));
        }
    }

    private PyFunction MakeInitialiser(PyFunction constructor)
    {
        var text = constructor.Signature.Text;
        return new PyFunction($"{QualName}.__init__", text.Length == 0 ? "self" : "self, " + text, Initialise, constructor.Defaults.Where(static d => !d.IsUnbound).ToArray())
        {
            Module = Module, Doc = constructor.Doc, AnnotationSource = () => constructor.Annotations ?? new PyDict<Any, Any>(), Owner = this,
        };

        Any Initialise(Any[] bound)
        {
            var (self, made) = (bound[0], constructor.CallBound(bound[1..]));
            foreach (var type in _mro)
                foreach (var field in type.Fields)
                    if (field.TryGet(made, out var value))
                        field.Set(self, value);
            if (made.Ref is PyObject { } source && source.InstanceDict(create: false) is { } rest)
                foreach (var (name, value) in rest.ToArray())
                    Operators.GenericSet(self, Operators.Str(name), value);
            return Any.None;
        }
    }
}
