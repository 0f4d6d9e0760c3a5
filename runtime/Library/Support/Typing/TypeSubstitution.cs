namespace Pytocs.Runtime.Core;

/// <summary>
/// Type parameters in generic aliases, and what takes their place.
/// See <see href="https://docs.python.org/3.13/library/typing.html#user-defined-generic-types">user-defined generic types</see>.
/// </summary>
internal static class TypeSubstitution
{
    /// <summary>The type parameters that types mention, each once.</summary>
    /// <param name="types">What is searched.</param>
    /// <param name="ordered">Whether parameters with a default have to come last.</param>
    /// <exception cref="TypeError">A parameter without a default follows one that has it.</exception>
    public static PyTuple Parameters(IEnumerable<Any> types, bool ordered = false)
    {
        var found = new List<Any>();
        var (afterDefault, afterTuple) = (false, false);
        foreach (var type in types)
        {
            if (type.Ref is PyType)
                continue;
            if (type.Ref is PyTuple or PyList)
            {
                Add(found, Parameters(Operators.ToList(type)));
                continue;
            }
            if (IsParameter(type))
            {
                if (ordered && !found.Contains(type))
                {
                    var hasDefault = type.Ref is TypeParameter { HasDefault: true };
                    if (hasDefault && afterTuple)
                        throw new TypeError("Type parameter with a default follows TypeVarTuple");
                    if (!hasDefault && afterDefault)
                        throw new TypeError($"Type parameter {Operators.Repr(type)} without a default follows type parameter with a default");
                    afterDefault |= hasDefault;
                }
                Add(found, [type]);
                continue;
            }
            afterTuple |= IsUnpackedParameter(type);
            if (type.Ref is IPyObject && Operators.GetAttr(type, "__parameters__", Any.Unbound) is { Ref: PyTuple inner })
                Add(found, inner);
        }
        return new PyTuple([.. found]);
    }

    private static void Add(List<Any> found, IEnumerable<Any> more)
    {
        foreach (var one in more)
            if (!found.Exists(f => Operators.Same(f, one)))
                found.Add(one);
    }

    /// <summary>Whether a value takes part in substitution by itself: a type variable, or an object that says so.</summary>
    public static bool IsParameter(Any type)
        => type.Ref is TypeParameter || (type.Ref is PyInstance && !Operators.GetAttr(type, "__typing_subst__", Any.Unbound).IsUnbound);

    /// <summary>Whether a value is <c>*Ts</c>.</summary>
    public static bool IsUnpackedParameter(Any type)
        => type.Ref is TypingAlias { Kind: AliasKind.Unpack } alias && alias.Arguments[0].Ref is TypeParameter { IsVariadic: true };

    /// <summary>Whether a value may stand for the parameters of a callable.</summary>
    public static bool IsParameterExpression(Any type)
        => type == Any.Ellipsis || type.Ref is PyTuple or PyList or TypeParameter { IsParamSpec: true } or TypingAlias { Kind: AliasKind.Concatenate };

    /// <summary>What a starred type brings, or null where the type is no unpacked tuple.</summary>
    public static PyTuple? UnpackedTuple(Any type)
        => type.Ref is PyType or not IPyObject ? null : Operators.GetAttr(type, "__typing_unpacked_tuple_args__", Any.None).Ref as PyTuple;

    /// <summary>Replaces starred tuples of a known length by their items.</summary>
    public static PyTuple Unpack(IEnumerable<Any> types)
    {
        var result = new List<Any>();
        foreach (var type in types)
        {
            if (UnpackedTuple(type) is { } inner && !(inner.Count > 0 && inner[^1] == Any.Ellipsis))
                result.AddRange(inner);
            else
                result.Add(type);
        }
        return new PyTuple([.. result]);
    }

    /// <summary>The arguments of an alias with others in place of its parameters.</summary>
    /// <param name="alias">The alias, as messages show it.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="given">What was written in brackets.</param>
    /// <param name="isCallable">Whether lists of types are parts of the row.</param>
    /// <exception cref="TypeError">Too many or too few are given, or there are no parameters.</exception>
    public static PyTuple Apply(Any alias, PyTuple parameters, PyTuple arguments, PyTuple given, bool isCallable)
    {
        if (parameters.Count == 0)
            throw new TypeError($"{Operators.Repr(alias)} is not a generic class");
        var values = Prepare(alias, parameters, Unpack(given));
        var count = values.Count;
        if (count != parameters.Count)
            throw new TypeError($"Too {(count > parameters.Count ? "many" : "few")} arguments for {Operators.Repr(alias)}; actual {count}, expected {parameters.Count}");
        var map = new Dictionary<Any, Any>();
        for (var i = 0; i < parameters.Count; i++)
            map[parameters[i]] = values[i];
        return new PyTuple([.. Replace(arguments, map, isCallable)]);
    }

    /// <summary>What each parameter gets, after each has had a look at all.</summary>
    public static PyTuple Prepare(Any alias, PyTuple parameters, PyTuple given)
    {
        foreach (var parameter in parameters)
        {
            var hook = Operators.GetAttr(parameter, "__typing_prepare_subst__", Any.Unbound);
            if (!hook.IsUnbound)
                given = new PyTuple([.. Operators.ToList(hook.Call(alias, given))]);
        }
        return given;
    }

    private static List<Any> Replace(IEnumerable<Any> arguments, Dictionary<Any, Any> map, bool isCallable)
    {
        var result = new List<Any>();
        foreach (var old in arguments)
        {
            if (old.Ref is PyType)
            {
                result.Add(old);
                continue;
            }
            if (old.Ref is PyTuple or PyList)
            {
                result.Add(new PyTuple([.. Replace(Operators.ToList(old), map, isCallable)]));
                continue;
            }
            var value = old;
            if (IsParameter(old))
            {
                value = old.Get("__typing_subst__").Call(map[old]);
            }
            else if (old.Ref is IPyObject && Operators.GetAttr(old, "__parameters__", Any.Unbound) is { Ref: PyTuple { Count: > 0 } inner })
            {
                var items = new List<Any>();
                foreach (var parameter in inner)
                {
                    if (parameter.Ref is TypeParameter { IsVariadic: true })
                        items.AddRange(Operators.ToList(map[parameter]));
                    else
                        items.Add(map[parameter]);
                }
                value = old[new PyTuple([.. items])];
            }
            if ((isCallable && value.Ref is PyTuple) || IsUnpackedParameter(old))
                result.AddRange(value.Ref is PyTuple many ? many : Unpack([value]));
            else if (UnpackedTuple(value) is { } tuple && !(tuple.Count > 0 && tuple[^1] == Any.Ellipsis))
                result.AddRange(tuple);
            else
                result.Add(value);
        }
        return result;
    }
}
