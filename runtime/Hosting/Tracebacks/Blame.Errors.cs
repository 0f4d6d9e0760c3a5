namespace Pytocs.Runtime.Core;

/// <summary>Which part of a statement raised an exception: what the exception itself says of it.</summary>
internal static partial class Blame
{
    /// <param name="unit">The statement.</param>
    /// <param name="error">The exception.</param>
    /// <param name="inside">The runtime's methods that the statement was in, outermost first.</param>
    /// <param name="file">The file that the statement is in.</param>
    public static MapPart? Error(MapUnit unit, BaseException error, List<string> inside, string file)
    {
        var raise = unit.Parts.FindLast(static p => p.Kind == 'r');
        if (raise is not null && (unit.Parts.Count == 1 || unit.Parts.Exists(p => p.Name == error.Class.Name)))
            return raise;
        return Inside(unit, inside) ?? First(unit, Specific(unit, error, file), file) ?? raise ?? LastCall(unit);
    }

    /// <summary>The call of what the runtime was doing: <c>sorted(...)</c> in <c>Sorted</c>.</summary>
    private static MapPart? Inside(MapUnit unit, List<string> inside)
    {
        foreach (var method in inside)
            if (unit.Parts.FindLast(p => p.Kind == 'c' && p.Name.Length > 0 && p.Name.Replace("_", "", StringComparison.Ordinal).Equals(method, StringComparison.OrdinalIgnoreCase)) is { } call)
                return call;
        return null;
    }

    private static MapPart? Specific(MapUnit unit, BaseException error, string file)
    {
        MapPart? Last(Func<MapPart, bool> fits) => unit.Parts.FindLast(p => fits(p));
        MapPart? Named(char kind, string? name) => name is null ? null : unit.Parts.Find(p => p.Kind == kind && p.Name == name);
        switch (error)
        {
            case AssertionError:
                return Last(static p => p.Kind == 't');
            case EOFError:
                // input by another name: what reads comes before what works on the line.
                return unit.Parts.Find(static p => p.Kind == 'c');
            case ImportError:
                return Last(static p => p.Kind == 'i');
            case UnboundLocalError:
                return Named('n', VariableName().Match(Text(error)).Groups[1].Value);
            case NameError name:
                return Named('n', name.Name.Ref as string ?? VariableName().Match(Text(error)).Groups[1].Value);
            case AttributeError attribute:
                return Named('.', attribute.AttributeName.Ref as string) ?? (FieldName().Match(Text(error)) is { Success: true } field ? Last(p => p.Kind == '.' && p.Name == field.Groups[1].Value) : null) ?? ByMessage(unit, Text(error), file);
            case ZeroDivisionError:
                return Division(unit, Text(error), file);
            case OverflowError:
                return ByMessage(unit, Text(error), file) ?? Last(static p => p.Kind is 'o' or 'a');
            case KeyError or IndexError:
                return Last(static p => p.Kind == 'c' && p.Name is "pop" or "remove" or "popitem" or "popleft") ?? Subscript(unit, error);
            default:
                return ByMessage(unit, Text(error), file);
        }
    }

    /// <summary>The error's message; nothing where the program's own code fails to give it.</summary>
    private static string Text(BaseException error)
    {
        try
        {
            return Operators.Str(error);
        }
        catch (BaseException)
        {
            return "";
        }
    }

    /// <summary>The subscript that fails: a key says which one it was; of constant indexes the first, as of <c>sys.argv</c>.</summary>
    private static MapPart? Subscript(MapUnit unit, BaseException error)
    {
        var subscripts = unit.Parts.FindAll(p => p.Kind == 's' && MayRaise(p, error));
        if (error is KeyError && error.Args.Count == 1)
        {
            var key = Operators.Repr(error.Args[0]);
            return subscripts.Find(p => p.Name == key) ?? AtDepth(unit, subscripts.FindAll(static p => p.Name.Length == 0), error) ?? subscripts.LastOrDefault();
        }
        return subscripts.TrueForAll(static p => p.Name.Length > 0) ? subscripts.FirstOrDefault() : AtDepth(unit, subscripts, error);
    }

    /// <summary>The last subscript that as many follow, in <c>table[row][column]</c>, as containers stand in what was looked into; else the last of all.</summary>
    private static MapPart? AtDepth(MapUnit unit, List<MapPart> subscripts, BaseException error)
    {
        if (error is not LookupError { Depth: > 0 and var depth } || subscripts.Count < 2)
            return subscripts.LastOrDefault();
        var following = subscripts.ConvertAll(p => Following(unit, p));
        var place = following.LastIndexOf(Math.Min(depth - 1, following.Max()));
        return subscripts[place < 0 ? ^1 : place];
    }

    /// <summary>How many subscripts stand right behind one.</summary>
    private static int Following(MapUnit unit, MapPart subscript)
        => unit.Parts.Find(p => p.Kind == 's' && p.Anchors.Line == subscript.Span.EndLine && p.Anchors.Column == subscript.Span.EndColumn) is { } next ? 1 + Following(unit, next) : 0;

    /// <summary>Whether a subscript of what is known to be looked into there may fail in this way.</summary>
    private static bool MayRaise(MapPart subscript, BaseException error)
    {
        if (subscript.Container.Length == 0)
            return true;
        var isDict = subscript.Container.StartsWith("dict", StringComparison.Ordinal);
        if (error is KeyError)
            return isDict && (subscript.Container == "dict" || error.Args.Count != 1 || subscript.Container[5..] == PyType.Of(error.Args[0]).Name);
        return !isDict && (subscript.Container == "deque" || Text(error).StartsWith(subscript.Container, StringComparison.Ordinal));
    }

    private static MapPart? ByMessage(MapUnit unit, string message, string file)
    {
        MapPart? Last(Func<MapPart, bool> fits) => unit.Parts.FindLast(p => fits(p));
        bool Says(string text) => message.Contains(text, StringComparison.Ordinal);
        if (Says("unsupported operand type(s) for"))
            return Operation(unit, Operator().Match(message).Groups[1].Value, message, file) ?? Last(static p => p.Kind is 'o' or 'a');
        if (Says("can only concatenate") || (Says("must be str, not") && !Says("()")))
            return Operation(unit, "+", message, file);
        if (Says("can't multiply sequence"))
            return Operation(unit, "*", message, file);
        if (Says("format requires") || Says("arguments for format string") || Says("not all arguments converted"))
            return Last(static p => p.Kind is 'o' or 'a' && p.Name == "%");
        if (Says("shift count") || Says("negative power"))
            return Last(static p => p.Kind is 'o' or 'a');
        if (Says("not supported between instances"))
            return Last(p => p.Kind == 'q' && message.StartsWith($"'{p.Name}'", StringComparison.Ordinal)) ?? LastCall(unit);
        if (Says("argument of type") || Says("requires string as left operand"))
            return Last(static p => p.Kind == 'q' && p.Name == "in");
        if (Says("bad operand type for unary"))
            return Last(static p => p.Kind == 'u');
        if (Says("not subscriptable") || Says("indices must be") || Says("item assignment") || Says("item deletion"))
            return Last(static p => p.Kind == 's');
        if (Says("to unpack") || Says("cannot unpack"))
            return Last(static p => p.Kind == 'k');
        if (Says("context manager protocol"))
            return Last(static p => p.Kind == 'e');
        if (Says("'await' expression"))
            return Last(static p => p.Kind == 'w');
        if (Says("async iter") || Says("'async for'"))
            return Last(static p => p.Kind == 'F');
        if (Says("format code") || Says("format specifier") || Says("unsupported format string"))
            return Last(static p => p.Kind == 'f') ?? LastCall(unit);
        if (Says("unhashable type"))
            return Last(static p => p.Kind == 's' && p.Name.Length == 0) ?? Last(static p => p.Kind == 'v') ?? LastCall(unit);
        if (AbstractName().Match(message) is { Success: true } made)
            return Last(p => p.Kind == 'c' && p.Name == made.Groups[1].Value) ?? LastCall(unit);
        if (Says("object is not iterable"))
            return AskedForIterator(unit) ?? LastCall(unit);
        if (CalledName().Match(message) is { Success: true } called)
            return Last(p => p.Kind == 'c' && p.Name == called.Groups[1].Value) ?? (Owner(message[..message.IndexOf("()", StringComparison.Ordinal)]) is { } owner ? Last(p => p.Kind == 'c' && p.Name == owner) : null) ?? LastCall(unit);
        return message.StartsWith("could not convert string to float", StringComparison.Ordinal) ? Last(static p => p.Kind == 'c' && p.Name == "float") : null;
    }

    private static string? Owner(string qualName) => qualName.Split('.') is { Length: > 1 } path ? path[^2] : null;
}
