using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>How a parameter takes its argument, as inspect names it.</summary>
internal static class ParameterKinds
{
    private static readonly (string Name, string Description)[] s_all =
    [
        ("POSITIONAL_ONLY", "positional-only"), ("POSITIONAL_OR_KEYWORD", "positional or keyword"), ("VAR_POSITIONAL", "variadic positional"),
        ("KEYWORD_ONLY", "keyword-only"), ("VAR_KEYWORD", "variadic keyword"),
    ];

    private static readonly PyType s_type = CreateType();

    private static PyType CreateType()
    {
        var space = EnumMaking.Prepare("_ParameterKind", PyTuple.Of(EnumModule.IntEnum));
        Operators.SetItem(space, "__module__", "inspect");
        Operators.SetItem(space, "__qualname__", "_ParameterKind");
        Operators.SetItem(space, "__str__", new PyFunction("_ParameterKind.__str__", "self", static (Any self) => self.Get("_name_")));
        Operators.SetItem(space, "description", new PyProperty(new PyFunction("_ParameterKind.description", "self", static (Any self) => s_all[(int)(long)Operators.ToInt(self.Get("_value_"))].Description), Any.None, Any.None, Any.None));
        for (var i = 0; i < s_all.Length; i++)
            Operators.SetItem(space, s_all[i].Name, (long)i);
        return EnumMaking.Create(EnumMeta.Type, "_ParameterKind", PyTuple.Of(EnumModule.IntEnum), space, new PyDict<Any, Any>());
    }

    /// <summary>What it is in words: <c>positional or keyword</c>.</summary>
    public static string Description(ParameterKind kind) => s_all[(int)kind].Description;

    public static string Name(ParameterKind kind) => s_all[(int)kind].Name;

    public static Any Of(ParameterKind kind) => EnumMaking.Members(s_type)[s_all[(int)kind].Name];
}
