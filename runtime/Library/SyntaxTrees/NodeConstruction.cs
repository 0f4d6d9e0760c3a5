using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>What the constructors of nodes do with their arguments. See <see href="https://docs.python.org/3.13/library/ast.html#ast.AST">ast.AST</see>.</summary>
internal static class NodeConstruction
{
    public static void Fill(Any self, PyTuple args, PyDict keywords)
    {
        var type = PyType.Of(self);
        var fields = Operators.ToList(self.Get("_fields"));
        if (args.Count > fields.Count)
            throw new TypeError($"{type.Name} constructor takes at most {fields.Count} positional argument{(fields.Count == 1 ? "" : "s")}");
        var open = new List<Any>(fields.Skip(args.Count));
        for (var i = 0; i < args.Count; i++)
            self.Set(Operators.Str(fields[i]), args[i]);
        foreach (var (key, value) in keywords.Entries())
        {
            var name = Operators.Str(key);
            if (!Remove(open, key))
            {
                if (fields.Contains(key))
                    throw new TypeError($"{type.Name} got multiple values for argument {Str.Repr(name)}");
                if (!self.Get("_attributes").Contains(key))
                    Deprecated($"{type.Name}.__init__ got an unexpected keyword argument {Str.Repr(name)}. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.");
            }
            self.Set(name, value);
        }
        if (open.Count > 0)
            FillRest(self, type, open);
    }

    private static bool Remove(List<Any> names, Any name)
    {
        var index = names.FindIndex(n => Operators.Equal(n, name));
        if (index >= 0)
            names.RemoveAt(index);
        return index >= 0;
    }

    /// <summary>Fields that were not given: lists are empty, contexts are those of reading, the rest has to be given or be optional.</summary>
    private static void FillRest(Any self, PyType type, List<Any> open)
    {
        var types = type.Lookup("_field_types");
        if (types.IsUnbound)
            return;
        foreach (var field in open)
        {
            var name = Operators.Str(field);
            if (!types.Contains(field))
            {
                Deprecated($"Field {Str.Repr(name)} is missing from {type.Name}._field_types. This will become an error in Python 3.15.");
                continue;
            }
            var kind = types[field];
            if (kind.Ref is GenericAlias)
                self.Set(name, new PyList<Any>());
            else if (ReferenceEquals(kind.Ref, NodeTypes.Of("expr_context")))
                self.Set(name, NodeTypes.Symbol("Load"));
            else if (kind.Ref is PyType)
                Deprecated($"{type.Name}.__init__ missing 1 required positional argument: {Str.Repr(name)}. This will become an error in Python 3.15.");
        }
    }

    private static void Deprecated(string text) => Modules.Import("warnings").Invoke("warn", text, DeprecationWarning.Type);
}
