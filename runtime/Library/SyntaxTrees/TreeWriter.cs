using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>A tree as source text again. See <see href="https://docs.python.org/3.13/library/ast.html#ast.unparse">ast.unparse</see>.</summary>
internal sealed partial class TreeWriter
{
    /// <summary>How tight expressions bind, loosest first.</summary>
    private enum Level
    {
        Named, Tuple, Yield, Test, Or, And, Not, Compare, BitOr, BitXor, BitAnd, Shift, Arithmetic, Term, Factor, Power, Await, Atom,
    }

    private readonly Dictionary<long, string> _ignored = [];
    private StringBuilder _text = new();
    private int _indent;
    private bool _isInTryStar;

    /// <summary>Whether statements stand on the lines that their nodes tell, as far as there is room.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>The line that the next statement shall stand on.</summary>
    private long _line;

    /// <summary>How many lines have ended in the text so far, as far as it was counted.</summary>
    private long _lines;
    private int _counted;

    /// <exception cref="ValueError">The tree has no text.</exception>
    public string Text(Any tree)
    {
        Write(tree);
        return _text.ToString();
    }

    private static Level Tighter(Level level) => level == Level.Atom ? level : level + 1;

    /// <summary>Writes a node, or the nodes of a list; an expression in parentheses where its surroundings bind tighter.</summary>
    private void Write(Any node, Level around = Level.Test)
    {
        if (node.Ref is PyList)
        {
            foreach (var item in node)
                Write(item);
            return;
        }
        var kind = KeepsLines ? TreeFields.NameOf(node) : PyType.Of(node).Name;
        if (KeepsLines && NodeTypes.Is(node, "stmt"))
            _line = Lib.Int((Operators.GetAttr(node, "decorator_list", Any.None) is { Truth: true } decorators ? decorators[0] : node).Get("lineno"));
        if (!Statement(node, kind) && !Expression(node, kind, around) && !Operation(node, kind, around) && !Pattern(node, kind, around) && !Part(node, kind))
            foreach (var child in TreeWalk.Children(node))
                Write(child);
    }

    private void Fill(string text = "")
    {
        NewLine();
        if (_line > 0)
        {
            _lines += _text.ToString(_counted, _text.Length - _counted).Count(static c => c == '\n');
            for (; 1 + _lines < _line && _line < 1_000_000; _lines++)
                _text.Append('\n');
            _counted = _text.Length;
            _line = 0;
        }
        _text.Append(' ', _indent * 4).Append(text);
    }

    private void NewLine()
    {
        if (_text.Length > 0)
            _text.Append('\n');
    }

    private void Block(Any body, string? comment = null)
    {
        _text.Append(':').Append(comment);
        _indent++;
        Write(body);
        _indent--;
    }

    private void Clause(string keyword, Any body)
    {
        if (!body.Truth)
            return;
        Fill(keyword);
        Block(body);
    }

    private void List(Any items, Level level = Level.Test) => List(Operators.ToList(items), i => Write(i, level));

    private void List<T>(IEnumerable<T> items, Action<T> write)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                _text.Append(", ");
            isFirst = false;
            write(item);
        }
    }

    /// <summary>Items of a tuple: one alone has a comma.</summary>
    private void Items(Any items)
    {
        List(items);
        if (Builtins.Len(items) == 1)
            _text.Append(',');
    }

    private void Between(string open, string close, bool isNeeded, Action write)
    {
        if (isNeeded)
            _text.Append(open);
        write();
        if (isNeeded)
            _text.Append(close);
    }

    private void Optional(string before, Any node, Level level = Level.Test)
    {
        if (node.IsNone)
            return;
        _text.Append(before);
        Write(node, level);
    }

    private void TypeParameters(Any parameters)
    {
        if (!parameters.IsUnbound && !parameters.IsNone && Builtins.Len(parameters) > 0)
            Between("[", "]", true, () => List(parameters));
    }

    /// <summary>Parameters, keywords, aliases and other parts of statements and expressions.</summary>
    private bool Part(Any node, string kind)
    {
        switch (kind)
        {
            case "arguments":
                Parameters(node);
                return true;
            case "arg":
                _text.Append(Operators.Str(node.Get("arg")));
                Optional(": ", node.Get("annotation"));
                return true;
            case "keyword":
                _text.Append(node.Get("arg").IsNone ? "**" : Operators.Str(node.Get("arg")) + "=");
                Write(node.Get("value"));
                return true;
            case "alias":
                _text.Append(Operators.Str(node.Get("name"))).Append(node.Get("asname") is { Truth: true } name ? " as " + Operators.Str(name) : "");
                return true;
            case "withitem":
                Write(node.Get("context_expr"));
                Optional(" as ", node.Get("optional_vars"));
                return true;
            case "comprehension":
                _text.Append(node.Get("is_async").Truth ? " async for " : " for ");
                Write(node.Get("target"), Level.Tuple);
                _text.Append(" in ");
                Write(node.Get("iter"), Level.Or);
                foreach (var test in node.Get("ifs"))
                {
                    _text.Append(" if ");
                    Write(test, Level.Or);
                }
                return true;
            case "TypeVar" or "TypeVarTuple" or "ParamSpec":
                _text.Append(kind switch { "TypeVarTuple" => "*", "ParamSpec" => "**", _ => "" }).Append(Operators.Str(node.Get("name")));
                if (kind == "TypeVar")
                    Optional(": ", node.Get("bound"));
                Optional(" = ", node.Get("default_value"));
                return true;
            default:
                return false;
        }
    }

    private void Parameters(Any node)
    {
        var positional = Operators.ToList(node.Get("posonlyargs"));
        var all = positional.Concat(Operators.ToList(node.Get("args"))).ToList();
        var defaults = Operators.ToList(node.Get("defaults"));
        var parts = new List<Action>();
        for (var i = 0; i < all.Count; i++)
        {
            var (parameter, index) = (all[i], i);
            parts.Add(() =>
            {
                Write(parameter);
                if (index >= all.Count - defaults.Count)
                    Optional("=", defaults[index - all.Count + defaults.Count]);
                _text.Append(index + 1 == positional.Count ? ", /" : "");
            });
        }
        var (rest, named, keywords) = (node.Get("vararg"), Operators.ToList(node.Get("kwonlyargs")), node.Get("kwarg"));
        if (!rest.IsNone || named.Count > 0)
            parts.Add(() => Rest("*", rest));
        foreach (var (parameter, value) in named.Zip(Operators.ToList(node.Get("kw_defaults"))))
            parts.Add(() =>
            {
                Write(parameter);
                Optional("=", value);
            });
        if (!keywords.IsNone)
            parts.Add(() => Rest("**", keywords));
        List(parts, static p => p());
    }

    private void Rest(string stars, Any parameter)
    {
        _text.Append(stars);
        if (!parameter.IsNone)
            Write(parameter);
    }
}
