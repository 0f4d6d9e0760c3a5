using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Options;

/// <summary>How the words of a command line become values: the functions of <c>Option.TYPE_CHECKER</c>.</summary>
internal static class OptionTypes
{
    public static readonly PyFunction Builtin = new("check_builtin", "option, opt, value", static (Any[] a) => Read(Operators.Str(a[0].Get("type")), Operators.Str(a[1]), a[2])) { Module = "optparse" };

    public static readonly PyFunction Choice = new("check_choice", "option, opt, value", static (Any[] a) => a[0].Get("choices").Contains(a[2]) ? a[2]
        : throw OptparseModule.BadValue($"option {Operators.Str(a[1])}: invalid choice: {Operators.Repr(a[2])} (choose from {string.Join(", ", Operators.ToList(a[0].Get("choices")).Select(Operators.Repr))})")) { Module = "optparse" };

    public static readonly PyDict<Any, Any> Checkers = new() { ["int"] = Builtin, ["long"] = Builtin, ["float"] = Builtin, ["complex"] = Builtin, ["choice"] = Choice };

    private static Any Read(string type, string option, Any value)
    {
        try
        {
            return type switch
            {
                "float" => Builtins.Get("float").Call(value),
                "complex" => Builtins.Get("complex").Call(value),
                _ => Number(Operators.Str(value), Builtins.Get("int")),
            };
        }
        catch (ValueError)
        {
            throw OptparseModule.BadValue($"option {option}: invalid {type switch { "float" => "floating-point", "complex" => "complex", _ => "integer" }} value: {Operators.Repr(value)}");
        }
    }

    /// <summary>A number as command lines have them: of the base that its beginning tells.</summary>
    public static Any Number(string text, Any type)
    {
        var (radix, digits) = text.Length >= 2 && text[..2].ToLowerInvariant() is "0x" or "0b" ? (text[1] is 'x' or 'X' ? 16 : 2, text.Length > 2 ? text[2..] : "0") : (text.StartsWith('0') ? 8 : 10, text);
        return type.Call(digits, radix);
    }
}
