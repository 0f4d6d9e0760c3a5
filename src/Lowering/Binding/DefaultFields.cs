using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Class attributes that objects replace by their own: <c>score = 0</c> in the class and <c>self.score += 1</c> in a method. As long as nobody gives the
/// class another value and nobody looks into the objects' dictionaries, each is a C# property that has the class's value from the start.
/// </summary>
internal static class DefaultFields
{
    private enum Owner
    {
        Object,
        Class,
        Either,
    }

    /// <param name="program">The program, whose classes have their attributes.</param>
    /// <param name="deleted">The names of attributes that some code deletes, to see the class's value again.</param>
    /// <param name="isValue">Whether a class is a value that any code may get.</param>
    public static void Find(ProgramModel program, HashSet<string> deleted, Func<ClassSymbol, bool> isValue)
    {
        HashSet<string>[] stored = [[], [.. deleted], []];
        var handsOutClasses = false;
        foreach (var model in program.Modules.Values)
            foreach (var node in Py.Tree.DescendantsAndSelf(model.Module))
                switch (node)
                {
                    case Py.Attribute { Ctx: Py.ExprContext.Store } store:
                        stored[(int)OwnerOf(store.Value, model)].Add(store.Attr);
                        break;
                    case Py.Call call:
                        if (call is { Func: not Py.Name { Id: "getattr" or "hasattr" }, Args: [_, Py.Constant { Value: string name }, ..] })
                            stored[(int)Owner.Class].Add(name);
                        break;
                    case Py.Attribute { Attr: "__subclasses__" or "__mro__" or "__bases__" or "__base__" or "mro" } or Py.Name { Id: "globals" }:
                        handsOutClasses = true;
                        break;
                }
        handsOutClasses |= program.Modules.Values.Any(static m => Py.Tree.DescendantsAndSelf(m.Module).Any(new ClassParts(m).AreIn));
        foreach (var cls in program.Modules.Values.SelectMany(static m => m.Classes.Values).Where(static c => c is { IsNative: true, IsInterface: false, IsException: false, Enumeration: null, Dataclass: null, Slots: null }))
        {
            var mayBeReached = handsOutClasses || isValue(cls);
            foreach (var (key, attribute) in cls.ClassAttributes.ToList())
                if ((stored[(int)Owner.Object].Contains(attribute.Name) || stored[(int)Owner.Either].Contains(attribute.Name)) && !stored[(int)Owner.Class].Contains(attribute.Name)
                    && !(mayBeReached && stored[(int)Owner.Either].Contains(attribute.Name))
                    && !cls.Computed.Contains(attribute) && ClassBodies.IsConstant(cls.AttributeValues[attribute]) && !cls.SharesAttribute(key) && !IsReadInBody(cls, attribute.Name))
                    Move(cls, key, attribute);
        }
    }

    private static void Move(ClassSymbol cls, string key, TypedSymbol attribute)
    {
        cls.ClassAttributes.Remove(key);
        cls.Fields[key] = attribute;
        cls.DefaultValues[attribute] = cls.AttributeValues[attribute];
    }

    /// <summary>What an attribute is stored in.</summary>
    private static Owner OwnerOf(Py.Expression owner, SemanticModel model) => owner switch
    {
        Py.Name name when model.Names.GetValueOrDefault(name) is { } symbol
            => symbol.Origin.Class is not null ? Owner.Class
                : symbol is { IsParameter: true, Bindings: 1, Scope.Function: { Class: not null, IsStatic: false } method } && method.Parameters[0].Symbol == symbol ? method.IsClassMethod ? Owner.Class : Owner.Object
                : Owner.Either,
        _ => IsClassOfObject(owner) ? Owner.Class : Owner.Either,
    };

    /// <summary>Looks for parts of nodes that are the class of some object, or of a class method, and go on as values.</summary>
    private sealed class ClassParts(SemanticModel model) : Py.FieldVisitor
    {
        private Py.Node? _called;
        private bool _found;

        /// <summary>Whether a node has one.</summary>
        public bool AreIn(Py.Node node)
        {
            if (node is Py.Attribute or Py.Compare or Py.FormattedValue or Py.Name or Py.Constant
                or Py.Call { Func: Py.Name { Id: "print" or "isinstance" or "issubclass" or "repr" or "str" or "super" } })
                return false;
            _called = (node as Py.Call)?.Func;
            node.VisitFields(this);
            return _found;
        }

        public override void Child(string name, Py.Node? node)
            => _found |= node != _called && (node is Py.Name { Ctx: Py.ExprContext.Load } read
                ? OwnerOf(read, model) == Owner.Class && model.Names[read]!.IsParameter
                : node is Py.Expression value && IsClassOfObject(value));
    }

    private static bool IsClassOfObject(Py.Expression value) => value is Py.Attribute { Attr: "__class__" } or Py.Call { Func: Py.Name { Id: "type" or "super" }, Args.Length: <= 1 };

    private static bool IsReadInBody(ClassSymbol cls, string name)
        => Py.Tree.DescendantsAndSelf(cls.Definition).Any(n => n is Py.Name { Ctx: Py.ExprContext.Load } read && read.Id == name && cls.Home.Names.GetValueOrDefault(read) is { } symbol && symbol.Scope == cls.Scope);
}
