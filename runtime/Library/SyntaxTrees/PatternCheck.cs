using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>Whether patterns of a tree can be compiled. See <see href="https://docs.python.org/3.13/library/ast.html#pattern-matching">pattern matching</see>.</summary>
internal static class PatternCheck
{
    /// <exception cref="ValueError">It cannot.</exception>
    public static void Run(Any node, bool isStarAllowed)
    {
        switch (TreeFields.NameOf(node))
        {
            case "MatchValue":
                Literal(node.Get("value"), isKey: false);
                break;
            case "MatchSingleton":
                if (!node.Get("value").IsNone && !node.Get("value").IsBool)
                    throw new ValueError("MatchSingleton can only contain True, False and None");
                break;
            case "MatchSequence":
                All(node.Get("patterns"), isStarAllowed: true);
                break;
            case "MatchMapping":
                if (Builtins.Len(node.Get("keys")) != Builtins.Len(node.Get("patterns")))
                    throw new ValueError("MatchMapping doesn't have the same number of keys as patterns");
                Capture(node.Get("rest"));
                foreach (var key in node.Get("keys"))
                    Literal(key, isKey: true);
                All(node.Get("patterns"), isStarAllowed: false);
                break;
            case "MatchClass":
                Class(node);
                break;
            case "MatchStar":
                if (!isStarAllowed)
                    throw new ValueError("can't use MatchStar here");
                Capture(node.Get("name"));
                break;
            case "MatchAs":
                Capture(node.Get("name"));
                if (node.Get("pattern").IsNone)
                    break;
                if (node.Get("name").IsNone)
                    throw new ValueError("MatchAs must specify a target name if a pattern is given");
                Run(node.Get("pattern"), isStarAllowed: false);
                break;
            case "MatchOr":
                if (Builtins.Len(node.Get("patterns")) < 2)
                    throw new ValueError("MatchOr requires at least 2 patterns");
                All(node.Get("patterns"), isStarAllowed: false);
                break;
        }
    }

    private static void All(Any patterns, bool isStarAllowed)
    {
        foreach (var pattern in patterns)
            Run(pattern, isStarAllowed);
    }

    private static void Class(Any node)
    {
        if (Builtins.Len(node.Get("kwd_attrs")) != Builtins.Len(node.Get("kwd_patterns")))
            throw new ValueError("MatchClass doesn't have the same number of keyword attributes as patterns");
        TreeCheck.Expression(node.Get("cls"), "Load");
        var cls = node.Get("cls");
        while (TreeFields.NameOf(cls) == "Attribute")
            cls = cls.Get("value");
        if (TreeFields.NameOf(cls) != "Name")
            throw new ValueError("MatchClass cls field can only contain Name or Attribute nodes.");
        foreach (var name in node.Get("kwd_attrs"))
            TreeCheck.Name(Operators.Str(name));
        All(node.Get("patterns"), isStarAllowed: false);
        All(node.Get("kwd_patterns"), isStarAllowed: false);
    }

    private static void Capture(Any name)
    {
        if (name.IsNone)
            return;
        if (name.Ref is "_")
            throw new ValueError("can't capture name '_' in patterns");
        TreeCheck.Name(Operators.Str(name));
    }

    /// <summary>What a pattern compares with: a literal or a dotted name.</summary>
    private static void Literal(Any node, bool isKey)
    {
        TreeCheck.Expression(node, "Load");
        switch (TreeFields.NameOf(node))
        {
            case "Constant":
                var value = node.Get("value");
                if (value.Ref is PyTuple or PyFrozenSet || PyType.Of(value).Name == "ellipsis" || ((value.IsNone || value.IsBool) && !isKey))
                    throw new ValueError("unexpected constant inside of a literal pattern");
                return;
            case "Attribute" or "JoinedStr":
                return;
            case "UnaryOp" when TreeFields.NameOf(node.Get("op")) == "USub" && IsNumber(node.Get("operand")):
                return;
            case "BinOp" when TreeFields.NameOf(node.Get("op")) is "Add" or "Sub" && IsNumber(node.Get("right")) && (IsNumber(node.Get("left")) || TreeFields.NameOf(node.Get("left")) == "UnaryOp"):
                return;
            default:
                throw new ValueError("patterns may only match literals and attribute lookups");
        }
    }

    private static bool IsNumber(Any node) => TreeFields.NameOf(node) == "Constant" && PyType.Of(node.Get("value")).Name is "int" or "float" or "complex";
}
