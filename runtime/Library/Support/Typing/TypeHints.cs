using System.Globalization;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Annotations as types: <see href="https://docs.python.org/3.13/library/typing.html#typing.get_type_hints">get_type_hints</see>. A text is
/// read as a type expression: names, attributes, subscripts, <c>|</c>, lists, literals.
/// </summary>
internal sealed class TypeHints(string text, Func<string, Any> find)
{
    private static readonly HashSet<string> s_resolving = new(StringComparer.Ordinal);

    private int _at;

    /// <summary>The annotations of a class, function or module as types.</summary>
    public static Any Of(Any o, Any globals, Any locals, bool includeExtras)
    {
        var result = new PyDict<Any, Any>();
        if (Operators.GetAttr(o, "__no_type_check__", Any.None).Truth)
            return result;
        if (o.Ref is PyType cls)
        {
            foreach (var parent in cls.Mro.ToArray().Reverse())
                if (parent.Namespace.TryGetValue("__annotations__", out var own) && own.Ref is PyDict)
                    Add(result, own, Finder(parent.Module, globals, locals, parent), includeExtras, allowForms: true);
            return result;
        }
        var inner = o;
        while (Operators.GetAttr(inner, "__wrapped__", Any.Unbound) is { IsUnbound: false } wrapped)
            inner = wrapped;
        var annotations = Operators.GetAttr(o, "__annotations__", Any.None);
        if (annotations.IsNone)
            return o.Ref is PyFunction or PyModule or BoundMethod || PyType.Of(o).Name is "method-wrapper" or "wrapper_descriptor" ? result
                : throw new TypeError($"{Operators.Repr(o)} is not a module, class, method, or function.");
        var module = o.Ref is PyModule home ? home.Name : Operators.GetAttr(inner, "__module__", Any.None) is { Ref: string name } ? name : "__main__";
        Add(result, annotations, Finder(module, globals, locals, inner), includeExtras, allowForms: o.Ref is PyModule);
        return result;
    }

    private static void Add(PyDict<Any, Any> result, Any annotations, Func<string, Any> find, bool includeExtras, bool allowForms)
    {
        foreach (var (name, annotation) in ((PyDict)annotations.Ref!).Entries())
        {
            var type = annotation.Ref is string text ? TypingChecks.Check(Read(text, find), "Forward references must evaluate to types.", allowForms) : annotation;
            type = Resolve(type, find);
            result[name] = includeExtras ? type : Strip(type);
        }
    }

    /// <summary>A type with what its texts mean.</summary>
    private static Any Resolve(Any type, Func<string, Any> find)
    {
        switch (type.Ref)
        {
            case ForwardReference reference:
                // A type that mentions itself stays a reference there.
                if (!s_resolving.Add(reference.Text))
                    return type;
                try
                {
                    return Resolve(reference.Evaluate(reference.Module.Ref is string module ? Finder(module, Any.None, Any.None) : find), find);
                }
                finally
                {
                    s_resolving.Remove(reference.Text);
                }
            case TypingAlias { Kind: AliasKind.Literal }:
                return type;
            case TypingAlias alias:
                return Changed(alias.Arguments, a => Resolve(a, find)) is { } changed ? alias.With(changed) : type;
            case GenericAlias alias:
                return Changed(alias.Arguments, a => a.Ref is string text ? Resolve(Read(text, find), find) : Resolve(a, find)) is { } parts ? alias.IsUnpacked ? Operators.Iter(new GenericAlias(alias.Origin, parts)).Next() : new GenericAlias(alias.Origin, parts) : type;
            case UnionAlias union:
                return Changed(union.Members, a => Resolve(a, find)) is { } members ? members.Aggregate(static (a, b) => a | b) : type;
            default:
                return type.IsNone ? SingletonTypes.NoneType : type;
        }
    }

    /// <summary>A type without <c>Annotated</c>, <c>Required</c> and the like.</summary>
    private static Any Strip(Any type)
    {
        switch (type.Ref)
        {
            case TypingAlias { Kind: AliasKind.Annotated } annotated:
                return Strip(annotated.Origin);
            case TypingAlias { Origin.Ref: TypingForm { Name: "Required" or "NotRequired" or "ReadOnly" } } qualified:
                return Strip(qualified.Arguments[0]);
            case TypingAlias alias:
                return Changed(alias.Arguments, Strip) is { } changed ? alias.With(changed) : type;
            case GenericAlias alias:
                return Changed(alias.Arguments, Strip) is { } parts ? new GenericAlias(alias.Origin, parts) : type;
            case UnionAlias union:
                return Changed(union.Members, Strip) is { } members ? members.Aggregate(static (a, b) => a | b) : type;
            default:
                return type;
        }
    }

    private static PyTuple? Changed(PyTuple types, Func<Any, Any> change)
    {
        var result = types.Select(t => t.IsNone ? t : change(t)).ToArray();
        return result.Zip(types).All(static p => Operators.Is(p.First, p.Second)) ? null : new PyTuple(result);
    }

    /// <summary>Where names of annotations are looked up.</summary>
    public static Func<string, Any> Finder(string module, Any globals, Any locals, Any owner = default) => name =>
    {
        foreach (var space in (Any[])[locals, globals])
            if (Look(space, name) is { IsUnbound: false } known)
                return known;
        if (owner.Ref is PyType type && type.Namespace.TryGetValue(name, out var inside))
            return inside;
        if (owner.Ref is IPyObject && Operators.GetAttr(owner, "__type_params__", Any.None).Ref is PyTuple parameters)
            foreach (var parameter in parameters)
                if (Operators.Str(parameter.Get("__name__")) == name)
                    return parameter;
        if (globals.Ref is not PyDict && Modules.Loaded.TryGetValue(module, out var home) && Operators.GetAttr(home, name, Any.Unbound) is { IsUnbound: false } member)
            return member;
        return Builtins.Find(name) is { IsUnbound: false } builtin ? builtin : throw new NameError($"name '{name}' is not defined") { Name = name };
    };

    /// <summary>A name in a dictionary, or in any mapping; unbound where there is none.</summary>
    private static Any Look(Any space, string name)
    {
        if (space.Ref is PyDict dict)
            return dict.TryGetAny(name, out var known) ? known : Any.Unbound;
        if (space.IsNone || space.IsUnbound || PyType.Of(space).Special("__getitem__").IsUnbound)
            return Any.Unbound;
        try
        {
            return space[name];
        }
        catch (KeyError)
        {
            return Any.Unbound;
        }
    }

    /// <summary>What a text of an annotation means.</summary>
    public static Any Read(string text, Func<string, Any> find) => new TypeHints(text, find).Whole();

    /// <exception cref="SyntaxError">A text is no expression of types.</exception>
    public static void Check(string text)
    {
        try
        {
            Read(text, static _ => AnyType.Placeholder);
        }
        catch (BaseException e) when (e is not SyntaxError)
        {
            // Names mean something only when they are looked up.
        }
    }

    private Any Whole()
    {
        var value = Union();
        Skip();
        return _at == text.Length ? value : throw Wrong();
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
            else if (Takes('('))
                value = value.Call(CallArguments());
            else
                return value;
        }
    }

    private Any Items(char end) => List(end, out var isTuple) is var items && items.Count == 1 && !isTuple ? items[0] : new PyTuple([.. items]);

    private List<Any> List(char end, out bool isTuple)
    {
        var items = new List<Any>();
        isTuple = false;
        while (!Takes(end))
        {
            if (Takes('*'))
            {
                items.AddRange(Operators.ToList(Union()));
                isTuple = true;
            }
            else
            {
                items.Add(Union());
            }
            if (Takes(','))
                isTuple = true;
            else if (_at >= text.Length)
                throw Wrong();
        }
        return items;
    }

    /// <summary>What stands between the brackets of a call.</summary>
    private Arguments CallArguments()
    {
        var given = new Arguments();
        while (!Takes(')'))
        {
            var start = _at;
            Skip();
            if (_at < text.Length && (char.IsLetter(text[_at]) || text[_at] == '_') && Identifier() is var name && Takes('=') && !(_at < text.Length && text[_at] == '='))
            {
                given.Add(name, Union());
            }
            else
            {
                _at = start;
                given.Add(Union());
            }
            if (!Takes(',') && _at >= text.Length)
                throw Wrong();
        }
        return given;
    }

    private SyntaxError Wrong() => new($"Forward reference must be an expression -- got {Operators.Repr(text)}");

    private Any Primary()
    {
        Skip();
        if (Takes('['))
            return new PyList<Any>(List(']', out _));
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
        if (Takes('-'))
            return Operators.Negative(Primary());
        if (_at < text.Length && char.IsAsciiDigit(text[_at]))
            return Number();
        var name = Identifier();
        return name switch { "None" => Any.None, "True" => true, "False" => false, _ => find(name) };
    }

    private Any Number()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '.' or '_' || (text[_at] is '+' or '-' && text[_at - 1] is 'e' or 'E')))
            _at++;
        var digits = text[start.._at].Replace("_", "", StringComparison.Ordinal);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? (Any)whole
            : double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : throw Wrong();
    }

    private string Identifier()
    {
        Skip();
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] == '_'))
            _at++;
        return _at > start ? text[start.._at] : throw Wrong();
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
