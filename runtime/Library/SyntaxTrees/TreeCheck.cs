using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>Whether a tree that has all fields can be compiled: contexts of expressions, lists that must not be empty, patterns.</summary>
internal static class TreeCheck
{
    private static readonly HashSet<string> s_constants = ["None", "True", "False"];

    /// <summary>Looks at a module, an expression or an interactive statement.</summary>
    /// <exception cref="ValueError">It cannot be compiled.</exception>
    public static void Run(Any tree)
    {
        if (TreeFields.NameOf(tree) == "Expression")
            Expression(tree.Get("body"), "Load");
        else
            Statements(tree.Get("body"));
    }

    private static void Statements(Any body)
    {
        foreach (var statement in body)
            Statement(statement);
    }

    private static void Body(Any node, string owner, string field = "body")
    {
        NotEmpty(node.Get(field), field, owner);
        Statements(node.Get(field));
    }

    private static void NotEmpty(Any list, string field, string owner)
    {
        if (!list.Truth)
            throw new ValueError($"empty {field} on {owner}");
    }

    private static void Statement(Any node)
    {
        Recursion.Check("during compilation");
        var kind = TreeFields.NameOf(node);
        switch (kind)
        {
            case "FunctionDef" or "AsyncFunctionDef":
                Body(node, kind);
                Arguments(node.Get("args"));
                All(node.Get("decorator_list"), "Load");
                Maybe(node.Get("returns"));
                break;
            case "ClassDef":
                Body(node, kind);
                All(node.Get("bases"), "Load");
                Keywords(node.Get("keywords"));
                All(node.Get("decorator_list"), "Load");
                break;
            case "Delete":
                NotEmpty(node.Get("targets"), "targets", kind);
                All(node.Get("targets"), "Del");
                break;
            case "Assign":
                NotEmpty(node.Get("targets"), "targets", kind);
                All(node.Get("targets"), "Store");
                Expression(node.Get("value"), "Load");
                break;
            case "AugAssign" or "AnnAssign":
                if (kind == "AnnAssign" && node.Get("simple").Truth && TreeFields.NameOf(node.Get("target")) != "Name")
                    throw new TypeError("AnnAssign with simple non-Name target");
                Expression(node.Get("target"), "Store");
                Maybe(node.Get("value"));
                if (kind == "AnnAssign")
                    Expression(node.Get("annotation"), "Load");
                break;
            case "TypeAlias":
                if (TreeFields.NameOf(node.Get("name")) != "Name")
                    throw new TypeError("TypeAlias with non-Name name");
                Expression(node.Get("name"), "Store");
                Expression(node.Get("value"), "Load");
                break;
            case "For" or "AsyncFor":
                Expression(node.Get("target"), "Store");
                Expression(node.Get("iter"), "Load");
                Body(node, kind);
                Statements(node.Get("orelse"));
                break;
            case "While" or "If":
                Expression(node.Get("test"), "Load");
                Body(node, kind);
                Statements(node.Get("orelse"));
                break;
            case "With" or "AsyncWith":
                NotEmpty(node.Get("items"), "items", kind);
                foreach (var item in node.Get("items"))
                {
                    Expression(item.Get("context_expr"), "Load");
                    Maybe(item.Get("optional_vars"), "Store");
                }
                Body(node, kind);
                break;
            case "Match":
                Expression(node.Get("subject"), "Load");
                NotEmpty(node.Get("cases"), "cases", kind);
                foreach (var one in node.Get("cases"))
                {
                    PatternCheck.Run(one.Get("pattern"), isStarAllowed: false);
                    Maybe(one.Get("guard"));
                    Body(one, "match_case");
                }
                break;
            case "Raise":
                if (node.Get("exc").IsNone && !node.Get("cause").IsNone)
                    throw new ValueError("Raise with cause but no exception");
                Maybe(node.Get("exc"));
                Maybe(node.Get("cause"));
                break;
            case "Try" or "TryStar":
                Try(node, kind);
                break;
            case "Import" or "Global" or "Nonlocal":
                NotEmpty(node.Get("names"), "names", kind);
                break;
            case "ImportFrom":
                if (Operators.GetAttr(node, "level", Any.None) is { IsNone: false } level && Lib.Int(level) < 0)
                    throw new ValueError("Negative ImportFrom level");
                NotEmpty(node.Get("names"), "names", kind);
                break;
            case "Return" or "Expr":
                Maybe(node.Get("value"));
                break;
            case "Assert":
                Expression(node.Get("test"), "Load");
                Maybe(node.Get("msg"));
                break;
        }
    }

    private static void Try(Any node, string kind)
    {
        Body(node, kind);
        if (!node.Get("handlers").Truth && !node.Get("finalbody").Truth)
            throw new ValueError($"{kind} has neither except handlers nor finalbody");
        if (!node.Get("handlers").Truth && node.Get("orelse").Truth)
            throw new ValueError($"{kind} has orelse but no except handlers");
        foreach (var handler in node.Get("handlers"))
        {
            Maybe(handler.Get("type"));
            Body(handler, "ExceptHandler");
        }
        Statements(node.Get("orelse"));
        Statements(node.Get("finalbody"));
    }

    private static void Arguments(Any node)
    {
        foreach (var list in (string[])["posonlyargs", "args", "kwonlyargs"])
            foreach (var parameter in node.Get(list))
                Maybe(parameter.Get("annotation"));
        foreach (var rest in (string[])["vararg", "kwarg"])
            if (node.Get(rest) is { IsNone: false } parameter)
                Maybe(parameter.Get("annotation"));
        if (Builtins.Len(node.Get("defaults")) > Builtins.Len(node.Get("posonlyargs")) + Builtins.Len(node.Get("args")))
            throw new ValueError("more positional defaults than args on arguments");
        if (Builtins.Len(node.Get("kw_defaults")) != Builtins.Len(node.Get("kwonlyargs")))
            throw new ValueError("length of kwonlyargs is not the same as kw_defaults on arguments");
        All(node.Get("defaults"), "Load");
        All(node.Get("kw_defaults"), "Load");
    }

    private static void Keywords(Any keywords)
    {
        foreach (var keyword in keywords)
            Expression(keyword.Get("value"), "Load");
    }

    private static void All(Any list, string context)
    {
        foreach (var item in list)
            Maybe(item, context);
    }

    private static void Maybe(Any node, string context = "Load")
    {
        if (!node.IsNone)
            Expression(node, context);
    }

    private static void Context(Any node, string kind, string context)
    {
        if (kind is "Attribute" or "Subscript" or "Starred" or "Name" or "List" or "Tuple")
        {
            if (kind == "Name")
                Name(Operators.Str(node.Get("id")));
            if (TreeFields.NameOf(node.Get("ctx")) is var has && has != context)
                throw new ValueError($"expression must have {context} context but has {has} instead");
        }
        else if (context != "Load")
        {
            throw new ValueError($"expression which can't be assigned to in {context} context");
        }
    }

    /// <exception cref="ValueError">The name is a constant.</exception>
    public static void Name(string name)
    {
        if (s_constants.Contains(name))
            throw new ValueError($"identifier field can't represent '{name}' constant");
    }

    /// <summary>Looks at an expression.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="context">What is done with it: Load, Store or Del.</param>
    public static void Expression(Any node, string context)
    {
        Recursion.Check("during compilation");
        var kind = TreeFields.NameOf(node);
        Context(node, kind, context);
        switch (kind)
        {
            case "BoolOp":
                if (Builtins.Len(node.Get("values")) < 2)
                    throw new ValueError("BoolOp with less than 2 values");
                All(node.Get("values"), "Load");
                break;
            case "Lambda":
                Arguments(node.Get("args"));
                Expression(node.Get("body"), "Load");
                break;
            case "Dict":
                if (Builtins.Len(node.Get("keys")) != Builtins.Len(node.Get("values")))
                    throw new ValueError("Dict doesn't have the same number of keys as values");
                All(node.Get("keys"), "Load");
                All(node.Get("values"), "Load");
                break;
            case "ListComp" or "SetComp" or "GeneratorExp" or "DictComp":
                Comprehension(node);
                foreach (var part in kind == "DictComp" ? (string[])["key", "value"] : ["elt"])
                    Expression(node.Get(part), "Load");
                break;
            case "Compare":
                if (!node.Get("comparators").Truth)
                    throw new ValueError("Compare with no comparators");
                if (Builtins.Len(node.Get("comparators")) != Builtins.Len(node.Get("ops")))
                    throw new ValueError("Compare has a different number of comparators and operands");
                All(node.Get("comparators"), "Load");
                Expression(node.Get("left"), "Load");
                break;
            case "Call":
                Expression(node.Get("func"), "Load");
                All(node.Get("args"), "Load");
                Keywords(node.Get("keywords"));
                break;
            case "Constant":
                Constant(node.Get("value"));
                break;
            case "NamedExpr":
                if (TreeFields.NameOf(node.Get("target")) != "Name")
                    throw new TypeError("NamedExpr target must be a Name");
                Expression(node.Get("target"), "Store");
                Expression(node.Get("value"), "Load");
                break;
            case "List" or "Tuple":
                All(node.Get("elts"), context);
                break;
            case "Starred":
                Expression(node.Get("value"), context);
                break;
            default:
                foreach (var child in TreeWalk.Children(node))
                    if (NodeTypes.Is(child, "expr"))
                        Expression(child, "Load");
                break;
        }
    }

    private static void Comprehension(Any node)
    {
        if (!node.Get("generators").Truth)
            throw new ValueError("comprehension with no generators");
        foreach (var generator in node.Get("generators"))
        {
            Expression(generator.Get("target"), "Store");
            Expression(generator.Get("iter"), "Load");
            All(generator.Get("ifs"), "Load");
        }
    }

    private static void Constant(Any value)
    {
        if (value.Ref is PyTuple { IsExact: true } or PyFrozenSet)
        {
            foreach (var item in value)
                Constant(item);
            return;
        }
        var type = PyType.Of(value);
        if (!value.IsNone && type.Name is not ("int" or "float" or "complex" or "bool" or "str" or "bytes" or "ellipsis") || type.Module != "builtins")
            throw new TypeError($"got an invalid type in Constant: {type.Name}");
    }
}
