using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The views of an <c>OrderedDict</c>, which have names of their own.</summary>
internal sealed class OrderedView(PyDictView view, string name) : PyObject, IPyIterable
{
    private static readonly Dictionary<string, PyType> s_types = [];

    public override PyType Class => TypeOf(name, view.Class);

    public PyDictView View => view;

    private static PyType TypeOf(string name, PyType plain)
    {
        lock (s_types)
        {
            if (s_types.TryGetValue(name, out var known))
                return known;
            var type = PyType.Builtin(name, plain);
            foreach (var (key, value) in plain.Namespace.ToArray())
                if (value.Ref is PyFunction function && Operators.Str(key) != "__repr__")
                    type.Define(Operators.Str(key), new PyFunction($"{name}.{function.Name}", "self, /, *args", (self, args) => function.Call(new Arguments([.. ((PyTuple)args.Ref!).Select(Plain)]).WithFirst(((OrderedView)self.Ref!).View))) { IsBuiltin = true, IsMethod = true });
            type.Method("__repr__", static self => RecursiveRepr.Of(self.Ref!, () => $"{PyType.Of(self).Name}({new PyList<Any>(Operators.ToList(self)).Repr()})"));
            return s_types[name] = type;
        }
    }

    /// <summary>What it is a view of, as a view of a dict; other values as they are.</summary>
    private static Any Plain(Any value) => value.Ref is OrderedView ordered ? ordered.View : value;

    public PyIterator GetPyIterator() => view.GetPyIterator();
}
