using System.Globalization;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Annotations as types: <see href="https://docs.python.org/3.13/library/typing.html#typing.get_type_hints">get_type_hints</see>. A text is
/// read as a type expression: names, attributes, subscripts, <c>|</c>, lists, literals.
/// </summary>
internal sealed class TypeHints(string text, Func<string, Any> find)
{
    private int _at;

    public static Any Of(Any o, Any globals, Any locals, bool includeExtras)
    {
        var result = new PyDict<Any, Any>();
        if (o.Ref is PyType cls)
        {
            foreach (var parent in cls.Mro.ToArray().Reverse())
                if (parent.Namespace.TryGetValue("__annotations__", out var own))
                    Add(result, own, Finder(parent.Module, globals, locals), includeExtras);
            return result;
        }
        while (Operators.GetAttr(o, "__wrapped__", Any.Unbound) is { IsUnbound: false } wrapped)
            o = wrapped;
        var annotations = Operators.GetAttr(o, "__annotations__", Any.Unbound);
        if (annotations.IsUnbound)
            throw new TypeError($"{Operators.Repr(o)} is not a module, class, method, or function.");
        var module = o.Ref is PyModule home ? home.Name : Operators.GetAttr(o, "__module__", Any.None) is { Ref: string name } ? name : "__main__";
        Add(result, annotations, Finder(module, globals, locals), includeExtras);
        return result;
    }

    private static void Add(PyDict<Any, Any> result, Any annotations, Func<string, Any> find, bool includeExtras)
    {
        foreach (var (name, annotation) in ((PyDict)annotations.Ref!).Entries())
            result[name] = Resolve(annotation, find, includeExtras);
    }

    private static Any Resolve(Any annotation, Func<string, Any> find, bool includeExtras)
    {
        if (annotation.Ref is string text)
            annotation = new TypeHints(text, find).Whole();
        if (annotation.IsNone)
            return SingletonTypes.NoneType;
        if (annotation.Ref is not GenericAlias alias)
            return annotation;
        var form = Operators.GetAttr(alias.Origin, "_name", Any.Unbound).Ref as string;
        if (!includeExtras && form is "Annotated" or "Required" or "NotRequired" or "ReadOnly")
            return Resolve(alias.Arguments[0], find, includeExtras);
        return form == "Literal" ? annotation : new GenericAlias(alias.Origin, new PyTuple([.. alias.Arguments.Select(a => a.IsNone ? a : Resolve(a, find, includeExtras))]));
    }

    private static Func<string, Any> Finder(string module, Any globals, Any locals) => name =>
    {
        foreach (var space in (Any[])[locals, globals])
            if (space.Ref is PyDict dict && dict.TryGetAny(name, out var known))
                return known;
        if (Modules.Loaded.TryGetValue(module, out var home) && Operators.GetAttr(home, name, Any.Unbound) is { IsUnbound: false } member)
            return member;
        return Builtins.Find(name) is { IsUnbound: false } builtin ? builtin : throw new NameError($"name '{name}' is not defined") { Name = name };
    };

    private Any Whole()
    {
        var value = Union();
        Skip();
        return _at == text.Length ? value : throw new SyntaxError($"Forward reference must be an expression -- got {Operators.Repr(text)}");
    }

    private Any Union()
    {
        var value = Postfix();
        while (Takes('|'))
            value |= Postfix();
        return value;
    }

    private Any Postfix()
    {
        var value = Primary();
        while (true)
        {
            if (Takes('.'))
                value = value.Get(Identifier());
            else if (Takes('['))
                value = value[Items(']')];
            else
                return value;
        }
    }

    private Any Items(char end)
    {
        var items = new List<Any>();
        var isTuple = false;
        while (!Takes(end))
        {
            items.Add(Union());
            if (Takes(','))
                isTuple = true;
        }
        return items.Count == 1 && !isTuple ? items[0] : new PyTuple([.. items]);
    }

    private Any Primary()
    {
        Skip();
        if (Takes('['))
            return Items(']') is { Ref: PyTuple tuple } ? new PyList<Any>(tuple) : new PyList<Any>([Last]);
        if (Takes('('))
            return Items(')');
        if (text.AsSpan(_at).StartsWith("..."))
        {
            _at += 3;
            return Any.Ellipsis;
        }
        if (_at < text.Length && text[_at] is '\'' or '"')
        {
            var end = text.IndexOf(text[_at], _at + 1);
            var inner = text[(_at + 1)..end];
            _at = end + 1;
            return inner;
        }
        if (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            var start = _at;
            while (_at < text.Length && char.IsAsciiDigit(text[_at]))
                _at++;
            return long.Parse(text.AsSpan(start, _at - start), CultureInfo.InvariantCulture);
        }
        var name = Identifier();
        return Last = name switch { "None" => Any.None, "True" => true, "False" => false, _ => find(name) };
    }

    private Any Last { get; set; }

    private string Identifier()
    {
        Skip();
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] == '_'))
            _at++;
        return _at > start ? text[start.._at] : throw new SyntaxError($"Forward reference must be an expression -- got {Operators.Repr(text)}");
    }

    private bool Takes(char c)
    {
        Skip();
        if (_at >= text.Length || text[_at] != c)
            return false;
        _at++;
        return true;
    }

    private void Skip()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }
}

/// <summary><see href="https://docs.python.org/3.13/library/typing.html#newtype">NewType</see>: a name for a type, which gives back what it is called with.</summary>
internal sealed class NewTypeObject(string name, Any supertype) : PyObject
{
    public static readonly PyType Type = CreateType();

    public override PyType Class => Type;

    private static NewTypeObject Self(Any o) => (NewTypeObject)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("NewType", module: "typing");
        type.New("cls, name, tp", static a => new NewTypeObject(Operators.Str(a[1]), a[2]));
        return type
            .Property("__name__", static o => Self(o).Name).Property("__qualname__", static o => Self(o).Name).Property("__module__", static _ => "__main__")
            .Property("__supertype__", static o => Self(o).Supertype)
            .Method("__or__", "self, other, /", static (o, other) => new UnionAlias(PyTuple.Of(o, other)))
            .Method("__ror__", "self, other, /", static (o, other) => new UnionAlias(PyTuple.Of(other, o)))
            .Method("__repr__", static o => "__main__." + Self(o).Name);
    }

    private string Name => name[(name.LastIndexOf('.') + 1)..];

    private Any Supertype => supertype;

    public override Any Call(Any value) => value;

    public override Any Call(Arguments arguments) => arguments.Count == 1 ? arguments[0] : throw new TypeError($"NewType.__call__() takes 2 positional arguments but {arguments.Count + 1} were given");
}
