using System.Text;

namespace Pytocs.Lowering.Naming;

/// <summary>Python names in C#'s style.</summary>
public static class CsNames
{
    private static readonly Dictionary<string, string> s_dunders = new()
    {
        ["__init__"] = "Init", ["__aenter__"] = "EnterAsync", ["__aexit__"] = "ExitAsync", ["__anext__"] = "NextAsync", ["__aiter__"] = "AsyncIter",
        ["__str__"] = "ToText", ["__repr__"] = "Represent", ["__getitem__"] = "GetItem", ["__setitem__"] = "SetItem", ["__delitem__"] = "DeleteItem",
        ["__eq__"] = "EqualTo", ["__ne__"] = "NotEqualTo", ["__lt__"] = "LessThan", ["__le__"] = "LessOrEqual", ["__gt__"] = "GreaterThan", ["__ge__"] = "GreaterOrEqual",
        ["__hash__"] = "ComputeHash", ["__bool__"] = "ToBool", ["__len__"] = "GetLength", ["__iter__"] = "Iterate", ["__next__"] = "MoveOn", ["__call__"] = "Invoke",
        ["__radd__"] = "RightAdd", ["__rsub__"] = "RightSub", ["__rmul__"] = "RightMul", ["__iadd__"] = "InPlaceAdd",
    };

    /// <summary>Members that every C# object or every Python object has, and so names that an emitted member must not take.</summary>
    private static readonly HashSet<string> s_taken =
    [
        "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals", "GetEnumerator", "Class", "InstanceDict", "Call", "Type",
        "Message", "Data", "Source", "StackTrace", "HelpLink", "HResult", "TargetSite", "InnerException", "GetBaseException", "GetObjectData",
        // Built-ins, which emitted code calls without their class.
        "Print", "Len", "Repr", "Format", "ToStr", "Ascii", "Hash", "Id", "Next", "Iter", "Sum", "AnyOf", "AllOf", "Callable", "IsInstance", "IsSubclass", "HasAttr", "GetAttr",
        "SetAttr", "DelAttr", "Ord", "Chr", "Hex", "Oct", "Bin", "F", "Get", "Find",
        "Args", "Cause", "Context", "SuppressContext", "Traceback", "Main", "Run", "Module", "SetClass", "SetInstanceDict",
    ];

    /// <summary><c>fetch_all</c> to <c>FetchAll</c>.</summary>
    public static string Pascal(string name)
    {
        if (s_dunders.TryGetValue(name, out var known))
            return known;
        var text = new StringBuilder(name.Length);
        var upper = true;
        var isConstant = name.Any(char.IsUpper) && !name.Any(char.IsLower);
        foreach (var c in name)
        {
            if (c == '_')
            {
                upper = true;
                continue;
            }
            text.Append(upper ? char.ToUpperInvariant(c) : isConstant ? char.ToLowerInvariant(c) : c);
            upper = false;
        }
        if (text.Length == 0)
            return name.Length == 1 ? "Underscore" : "Underscores" + name.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (char.IsDigit(text[0]))
            text.Insert(0, '_');
        var result = text.ToString();
        return s_taken.Contains(result) ? result + "_" : result;
    }

    /// <summary><c>fetch_all</c> to <c>fetchAll</c>; C# keywords get their <c>@</c> from the emitter.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name).TrimEnd('_');
        var lead = 0;
        // A run of capitals, as in HTTPServer, is lowered as one word.
        while (lead < pascal.Length && char.IsUpper(pascal[lead]) && (lead == 0 || lead + 1 == pascal.Length || !char.IsLower(pascal[lead + 1])))
            lead++;
        return pascal[..lead].ToLowerInvariant() + pascal[lead..];
    }
}
