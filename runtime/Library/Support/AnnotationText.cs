namespace Pytocs.Runtime.Core;

/// <summary>
/// Annotations that are text, evaluated as far as annotations go: names with dots, subscripts, <c>|</c>, literals and lists.
/// See <see href="https://docs.python.org/3.13/library/typing.html#typing.get_type_hints">get_type_hints</see>.
/// </summary>
internal sealed class AnnotationText(string text, Func<string, Any> find)
{
    private int _at;

    /// <summary><c>typing.get_type_hints(o)</c>.</summary>
    public static Any Hints(Any o, Any globals, Any locals)
    {
        var result = new PyDict<Any, Any>();
        if (o.Ref is PyType type)
        {
            foreach (var @base in type.Mro.ToArray().Reverse())
                if (@base.Namespace.TryGetValue("__annotations__", out var own))
                    Evaluate(own, @base.Module, globals, locals, result);
            return result;
        }
        while (Operators.GetAttr(o, "__wrapped__", Any.Unbound) is { IsUnbound: false } wrapped)
            o = wrapped;
        var hints = Operators.GetAttr(o, "__annotations__", Any.Unbound);
        if (hints.IsUnbound && !Builtins.Callable(o))
            throw new TypeError($"{Operators.Repr(o)} is not a module, class, method, or function.");
        if (!hints.IsUnbound && !hints.IsNone)
            Evaluate(hints, Operators.GetAttr(o, "__module__", "__main__").Ref as string ?? "__main__", globals, locals, result);
        return result;
    }

    private static void Evaluate(Any annotations, string module, Any globals, Any locals, PyDict<Any, Any> result)
    {
        foreach (var (name, value) in ((PyDict)annotations.Ref!).Entries())
            result[name] = value.IsNone ? SingletonTypes.NoneType : value.Ref is string text ? new AnnotationText(text, n => Find(n, module, globals, locals)).Evaluate() : value;
    }

    private static Any Find(string name, string module, Any globals, Any locals)
    {
        foreach (var scope in (Any[])[locals, globals])
            if (scope.Ref is PyDict dict && dict.TryGetAny(name, out var given))
                return given;
        if (Modules.Loaded.TryGetValue(module, out var home) && Operators.GetAttr(home, name, Any.Unbound) is { IsUnbound: false } own)
            return own;
        if (BuiltinsModule.Instance.Namespace.TryGetValue(name, out var builtin))
            return builtin;
        return Modules.Has("typing", name) ? Operators.GetAttr(Modules.Import("typing"), name) : throw new NameError($"name '{name}' is not defined") { Name = name };
    }

    private Any Evaluate()
    {
        var value = Union();
        Skip();
        return _at == text.Length ? value : throw Wrong();
    }

    private SyntaxError Wrong() => new($"Forward reference must be an expression -- got {Str.Repr(text)}");

    private void Skip()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }

    private bool Take(char c)
    {
        Skip();
        if (_at == text.Length || text[_at] != c)
            return false;
        _at++;
        return true;
    }

    private Any Union()
    {
        var value = Item();
        while (Take('|'))
            value |= Item();
        return value;
    }

    private Any Item()
    {
        var value = Primary();
        while (true)
        {
            if (Take('['))
                value = value[Arguments(']')];
            else if (Take('.'))
                value = value.Get(Word());
            else
                return value;
        }
    }

    /// <summary>What stands between brackets: one value, or a tuple.</summary>
    private Any Arguments(char end)
    {
        var items = new List<Any>();
        var isTuple = false;
        while (!Take(end))
        {
            items.Add(Union());
            if (Take(','))
                isTuple = true;
            else if (!Take(end))
                throw Wrong();
            else
                break;
        }
        return isTuple || items.Count != 1 ? new PyTuple([.. items]) : items[0];
    }

    private string Word()
    {
        Skip();
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] == '_'))
            _at++;
        return _at > start ? text[start.._at] : throw Wrong();
    }

    private Any Primary()
    {
        Skip();
        if (_at == text.Length)
            throw Wrong();
        var c = text[_at];
        if (c is '\'' or '"')
        {
            var end = text.IndexOf(c, _at + 1);
            if (end < 0)
                throw Wrong();
            var inner = text[(_at + 1)..end];
            _at = end + 1;
            return inner;
        }
        if (Take('['))
            return Arguments(']') is { Ref: PyTuple tuple } ? new PyList<Any>(tuple) : Any.None;
        if (Take('('))
            return Arguments(')');
        if (text.AsSpan(_at).StartsWith("..."))
        {
            _at += 3;
            return Builtins.Get("Ellipsis");
        }
        var word = Word();
        return word switch
        {
            "None" => Any.None,
            "True" => true,
            "False" => false,
            _ when char.IsDigit(word[0]) => PyInt.Parse(word),
            _ => find(word),
        };
    }
}
