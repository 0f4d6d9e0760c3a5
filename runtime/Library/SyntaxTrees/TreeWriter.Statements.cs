using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>Statements.</summary>
internal sealed partial class TreeWriter
{
    private bool Statement(Any node, string kind)
    {
        switch (kind)
        {
            case "Module":
                foreach (var ignored in node.Get("type_ignores"))
                    _ignored[Lib.Int(ignored.Get("lineno"))] = "ignore" + Operators.Str(ignored.Get("tag"));
                Body(node);
                _ignored.Clear();
                return true;
            case "FunctionType":
                Between("(", ")", true, () => List(node.Get("argtypes")));
                Optional(" -> ", node.Get("returns"));
                return true;
            case "Expr":
                Fill();
                Write(node.Get("value"), Level.Yield);
                return true;
            case "Import":
                Fill("import ");
                List(node.Get("names"));
                return true;
            case "ImportFrom":
                Fill("from " + new string('.', node.Get("level") is { Truth: true } level ? (int)Lib.Int(level) : 0));
                _text.Append(node.Get("module") is { Truth: true } module ? Operators.Str(module) : "").Append(" import ");
                List(node.Get("names"));
                return true;
            case "Pass" or "Break" or "Continue":
                Fill(kind.ToLowerInvariant());
                return true;
            case "Return":
                Fill("return");
                Optional(" ", node.Get("value"));
                return true;
            case "Raise":
                Raise(node);
                return true;
            case "Delete":
                Fill("del ");
                List(node.Get("targets"));
                return true;
            case "Assert":
                Fill("assert ");
                Write(node.Get("test"));
                Optional(", ", node.Get("msg"));
                return true;
            case "Global" or "Nonlocal":
                Fill(kind.ToLowerInvariant() + " ");
                List(Operators.ToList(node.Get("names")), n => _text.Append(Operators.Str(n)));
                return true;
            default:
                return Assignment(node, kind) || Compound(node, kind) || Definition(node, kind);
        }
    }

    private void Raise(Any node)
    {
        Fill("raise");
        if (node.Get("exc").IsNone)
        {
            if (!node.Get("cause").IsNone)
                throw new ValueError("Node can't use cause without an exception.");
            return;
        }
        Optional(" ", node.Get("exc"));
        Optional(" from ", node.Get("cause"));
    }

    private bool Assignment(Any node, string kind)
    {
        switch (kind)
        {
            case "Assign":
                Fill();
                foreach (var target in node.Get("targets"))
                {
                    Write(target, Level.Tuple);
                    _text.Append(" = ");
                }
                Write(node.Get("value"));
                _text.Append(TypeComment(node));
                return true;
            case "AugAssign":
                Fill();
                Write(node.Get("target"));
                _text.Append(' ').Append(s_operators[PyType.Of(node.Get("op")).Name].Text).Append("= ");
                Write(node.Get("value"));
                return true;
            case "AnnAssign":
                Fill();
                Between("(", ")", !node.Get("simple").Truth && NodeTypes.Is(node.Get("target"), "Name"), () => Write(node.Get("target")));
                _text.Append(": ");
                Write(node.Get("annotation"));
                Optional(" = ", node.Get("value"));
                return true;
            case "TypeAlias":
                Fill("type ");
                Write(node.Get("name"));
                TypeParameters(node.Get("type_params"));
                _text.Append(" = ");
                Write(node.Get("value"));
                return true;
            default:
                return false;
        }
    }

    private bool Compound(Any node, string kind)
    {
        switch (kind)
        {
            case "If":
                If(node);
                return true;
            case "While":
                Fill("while ");
                Write(node.Get("test"));
                Block(node.Get("body"));
                Clause("else", node.Get("orelse"));
                return true;
            case "For" or "AsyncFor":
                Fill(kind == "For" ? "for " : "async for ");
                Write(node.Get("target"), Level.Tuple);
                _text.Append(" in ");
                Write(node.Get("iter"));
                Block(node.Get("body"), TypeComment(node));
                Clause("else", node.Get("orelse"));
                return true;
            case "With" or "AsyncWith":
                Fill(kind == "With" ? "with " : "async with ");
                List(node.Get("items"));
                Block(node.Get("body"), TypeComment(node));
                return true;
            case "Try" or "TryStar":
                Try(node, kind == "TryStar");
                return true;
            case "ExceptHandler":
                Fill(_isInTryStar ? "except*" : "except");
                Optional(" ", node.Get("type"));
                _text.Append(node.Get("name") is { Truth: true } name ? " as " + Operators.Str(name) : "");
                Block(node.Get("body"));
                return true;
            case "Match":
                Fill("match ");
                Write(node.Get("subject"));
                Block(node.Get("cases"));
                return true;
            case "match_case":
                Fill("case ");
                Write(node.Get("pattern"));
                Optional(" if ", node.Get("guard"));
                Block(node.Get("body"));
                return true;
            default:
                return false;
        }
    }

    /// <summary>An else clause that holds an if alone is an elif.</summary>
    private void If(Any node)
    {
        for (var keyword = "if "; ; keyword = "elif ")
        {
            Fill(keyword);
            Write(node.Get("test"));
            Block(node.Get("body"));
            var rest = node.Get("orelse");
            if (rest.Ref is not PyList { Count: 1 } || !NodeTypes.Is(rest[0], "If"))
            {
                Clause("else", rest);
                return;
            }
            node = rest[0];
        }
    }

    private void Try(Any node, bool isStar)
    {
        var outer = _isInTryStar;
        _isInTryStar = isStar;
        Fill("try");
        Block(node.Get("body"));
        Write(node.Get("handlers"));
        Clause("else", node.Get("orelse"));
        Clause("finally", node.Get("finalbody"));
        _isInTryStar = outer;
    }

    private bool Definition(Any node, string kind)
    {
        if (kind is not ("ClassDef" or "FunctionDef" or "AsyncFunctionDef"))
            return false;
        NewLine();
        foreach (var decorator in node.Get("decorator_list"))
        {
            Fill("@");
            Write(decorator);
        }
        Fill(kind switch { "ClassDef" => "class ", "FunctionDef" => "def ", _ => "async def " } + Operators.Str(node.Get("name")));
        TypeParameters(Operators.GetAttr(node, "type_params", Any.Unbound));
        string? comment = null;
        if (kind == "ClassDef")
        {
            var arguments = Operators.ToList(node.Get("bases")).Concat(Operators.ToList(node.Get("keywords"))).ToList();
            Between("(", ")", arguments.Count > 0, () => List(arguments, a => Write(a)));
        }
        else
        {
            Between("(", ")", true, () => Write(node.Get("args")));
            Optional(" -> ", node.Get("returns"));
            comment = TypeComment(node);
        }
        _text.Append(':').Append(comment);
        _indent++;
        Body(node);
        _indent--;
        return true;
    }

    /// <summary>The statements of a body, the docstring between three quotes.</summary>
    private void Body(Any node)
    {
        var statements = Operators.ToList(node.Get("body"));
        var doc = AstModule.Doc(node);
        if (!doc.IsNone)
        {
            Fill(doc.Get("kind").Ref is "u" ? "u" : "");
            var (text, quotes) = Literal(Lib.Text(doc.Get("value")), s_multiQuotes, escapesSpace: false);
            _text.Append(quotes[0]).Append(text).Append(quotes[0]);
        }
        foreach (var statement in statements.Skip(doc.IsNone ? 0 : 1))
            Write(statement);
    }

    private string? TypeComment(Any node)
    {
        if (_ignored.TryGetValue(Lib.Int(node.Get("lineno")), out var ignored))
            return " # type: " + ignored;
        return node.Get("type_comment") is { IsNone: false } comment ? " # type: " + Operators.Str(comment) : null;
    }
}
