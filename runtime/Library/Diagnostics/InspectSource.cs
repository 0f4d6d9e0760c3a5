using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Finds the text of classes and functions in their files. See <see href="https://docs.python.org/3.13/library/inspect.html#retrieving-source-code">retrieving source code</see>.</summary>
internal static partial class InspectSource
{
    /// <summary>A class or function as the file has it: lines from zero.</summary>
    private sealed record Definition(string QualName, bool IsClass, int First, int Start, int End);

    public static void Declare(PyModule module) => module
        .Function("findsource", "object", static a => Place(a[0]) is var (lines, first, _) ? PyTuple.Of(Lib.List(lines), first) : Any.None)
        .Function("getsourcelines", "object", static a => Block(a[0]) is var (lines, first) ? PyTuple.Of(Lib.List(lines), first) : Any.None)
        .Function("getsource", "object", static a => string.Concat(Block(a[0]).Lines))
        .Function("getcomments", "object", static a => Comments(a[0]))
        .Function("getdoc", "object", static a => Doc(a[0]));

    [GeneratedRegex(@"^(\s*)(?:(class)|(?:async\s+)?def)\s+(\w+)")]
    private static partial Regex Header();

    private static (List<string> Lines, int First) Block(Any o)
    {
        var (lines, first, end) = Place(o);
        return o.Ref is PyModule || (o.Ref is PyFrame { Level.Name: "<module>" }) ? (lines, 0) : (lines[first..end], first + 1);
    }

    /// <summary>The lines of the file, and which of them are the object's.</summary>
    /// <exception cref="OSError">The source cannot be found.</exception>
    private static (List<string> Lines, int First, int End) Place(Any o)
    {
        var target = o.Ref is PyModule ? o : SignatureFinder.Unwrapped(o, static _ => false);
        if (target.Ref is BoundMethod method)
            target = method.Function;
        var file = Operators.Str(InspectFrames.FileOf(target));
        var lines = Operators.ToList(Modules.ImportFrom("linecache", "getlines").Call(file)).Select(Operators.Str).ToList();
        if (lines.Count == 0)
            throw new OSError("could not get source code");
        if (target.Ref is PyModule)
            return (lines, 0, lines.Count);
        var name = target.Ref switch
        {
            PyType type => type.QualName,
            PyFunction function => function.Code.QualifiedName,
            PyCode code => code.QualifiedName,
            PyFrame { Level: { } level } => level.QualName,
            PyTraceback traceback => traceback.Level.QualName,
            _ => "",
        };
        if (name == "<module>")
            return (lines, 0, lines.Count);
        if (LineOf(target) is { } line)
            return line > lines.Count || line < 1 ? throw new OSError("lineno is out of bounds") : (lines, line - 1, EndOf(lines, line - 1));
        var found = Definitions(lines).LastOrDefault(d => d.QualName == name && d.IsClass == target.Ref is PyType)
            ?? throw new OSError(target.Ref is PyType ? "could not find class definition" : "could not find function definition");
        return (lines, found.First, found.End);
    }

    /// <summary>The line on which a definition begins, where it is known: with the first decorator.</summary>
    private static int? LineOf(Any target)
    {
        if (target.Ref is PyType type)
            return type.Attributes().TryGetValue("__firstlineno__", out var first) ? (int)Lib.Int(first) : throw new OSError("source code not available");
        return target.Ref is PyFunction { Code.KnowsItsLine: true } function ? function.Code.FirstLine : target.Ref is PyCode { KnowsItsLine: true } code ? code.FirstLine : null;
    }

    /// <summary>Where the definition that begins on a line ends: after its decorators, and its block or its one statement.</summary>
    private static int EndOf(List<string> lines, int first)
    {
        var at = first;
        while (at < lines.Count && lines[at].TrimStart() is var text && (text.StartsWith('@') || text.Length == 0 || text[0] == '#'))
        {
            var scan = new LineScanner();
            do
                scan.Read(lines[at++]);
            while (at < lines.Count && scan.IsInside);
        }
        return at >= lines.Count ? lines.Count : Header().Match(lines[at]) is { Success: true } header ? End(lines, at, header.Groups[1].Length) : EndOfStatement(lines, at);
    }

    private static int EndOfStatement(List<string> lines, int at)
    {
        var scan = new LineScanner();
        do
            scan.Read(lines[at++]);
        while (at < lines.Count && scan.IsInside);
        return at;
    }

    private static List<Definition> Definitions(List<string> lines)
    {
        var result = new List<Definition>();
        var open = new Stack<(int Indent, string Name, bool IsClass)>();
        var scan = new LineScanner();
        for (var i = 0; i < lines.Count; i++)
        {
            var isContinued = scan.IsInside;
            scan.Read(lines[i]);
            if (isContinued || Header().Match(lines[i]) is not { Success: true } header)
                continue;
            var indent = header.Groups[1].Length;
            while (open.Count > 0 && open.Peek().Indent >= indent)
                open.Pop();
            var (name, isClass) = (header.Groups[3].Value, header.Groups[2].Success);
            var qualName = string.Concat(open.Reverse().Select(static o => o.Name + (o.IsClass ? "." : ".<locals>."))) + name;
            open.Push((indent, name, isClass));
            result.Add(new Definition(qualName, isClass, FirstDecorator(lines, i, indent), i, End(lines, i, indent)));
        }
        return result;
    }

    private static int FirstDecorator(List<string> lines, int at, int indent)
    {
        var first = at;
        for (var i = at - 1; i >= 0; i--)
        {
            var line = lines[i];
            if (line.Trim().Length == 0)
                break;
            var own = line.Length - line.TrimStart().Length;
            if (own == indent && line.TrimStart().StartsWith('@'))
                first = i;
            else if (own <= indent && !line.TrimStart().StartsWith(')') && !line.TrimStart().StartsWith('#'))
                break;
        }
        return first;
    }

    /// <summary>Where the block that a header opens ends.</summary>
    private static int End(List<string> lines, int header, int indent)
    {
        var at = EndOfStatement(lines, header);
        var code = lines[at - 1].Split('#')[0].TrimEnd();
        if (!code.EndsWith(':'))
            return at;
        var scan = new LineScanner();
        var (end, body) = (at, -1);
        for (; at < lines.Count; at++)
        {
            var isContinued = scan.IsInside;
            var line = lines[at];
            scan.Read(line);
            var text = line.Trim();
            var own = line.Length - line.TrimStart().Length;
            if (isContinued)
            {
                end = at + 1;
                continue;
            }
            if (text.Length == 0)
                continue;
            if (text[0] == '#')
            {
                // A comment belongs to the block as far as it stands in line with its statements.
                if (body >= 0 && own >= body)
                    end = at + 1;
                continue;
            }
            if (own <= indent)
                break;
            if (body < 0)
                body = own;
            end = at + 1;
        }
        return end;
    }

    private static Any Comments(Any o)
    {
        var (lines, first, _) = Place(o);
        if (o.Ref is PyModule)
        {
            var start = lines.Count > 0 && lines[0].StartsWith("#!", StringComparison.Ordinal) ? 1 : 0;
            while (start < lines.Count && lines[start].Trim() is "" or "#")
                start++;
            var comments = lines.Skip(start).TakeWhile(static l => l.StartsWith('#')).ToList();
            return comments.Count == 0 ? Any.None : string.Concat(comments);
        }
        var indent = lines[first].Length - lines[first].TrimStart().Length;
        var at = first;
        while (at > 0 && lines[at - 1].TrimStart().StartsWith('#') && lines[at - 1].Length - lines[at - 1].TrimStart().Length == indent)
            at--;
        return at == first ? Any.None : string.Concat(lines[at..first].Select(static l => l.TrimStart()));
    }

    /// <summary>The docstring, or that of what the object overrides.</summary>
    public static Any Documentation(Any o) => Doc(o);

    private static Any Doc(Any o)
    {
        var doc = Operators.GetAttr(o, "__doc__", Any.None);
        if (doc.IsNone || (o.Ref is PyType type && !type.Namespace.ContainsKey("__doc__")))
            doc = Inherited(o);
        return doc.Ref is string text ? InspectRules.CleanDoc(text) : Any.None;
    }

    private static Any Inherited(Any o)
    {
        if (o.Ref is PyType type)
        {
            foreach (var parent in type.Mro)
                if (!ReferenceEquals(parent, PyType.Object) && Operators.GetAttr(parent, "__doc__", Any.None) is { Ref: string } doc)
                    return doc;
            return Any.None;
        }
        if (o.Ref is FieldDescriptor or SlotDescriptor && Operators.GetAttr(o, "__objclass__", Any.None).Ref is PyType slotted
            && slotted.Namespace.TryGetValue("__slots__", out var slots) && slots.Ref is PyDict documented && documented.TryGetAny(Operators.GetAttr(o, "__name__"), out var text))
            return text;
        var target = o.Ref is PyProperty property ? property.Getter : o.Ref is BoundMethod method ? method.Function : o;
        if (target.Ref is not PyFunction { QualName: var qualName, Name: var name, Module: var module } || !qualName.Contains('.', StringComparison.Ordinal))
            return Any.None;
        if (o.Ref is PyProperty && Operators.GetAttr(o, "__name__", Any.None).Ref is string own)
            name = own;
        var owner = Modules.Loaded.TryGetValue(module, out var home) ? home : Any.None;
        foreach (var part in qualName.Split('.').SkipLast(1))
            owner = Operators.GetAttr(owner, part, Any.None);
        if (owner.Ref is not PyType cls)
            return Any.None;
        foreach (var parent in cls.Mro)
            if (parent.Namespace.TryGetValue(name, out var member) && Operators.GetAttr(member, "__doc__", Any.None) is { Ref: string } doc)
                return doc;
        return Any.None;
    }

    /// <summary>Follows brackets and strings over the lines of a file.</summary>
    private sealed class LineScanner
    {
        private int _brackets;
        private string? _quote;
        private bool _isContinued;

        /// <summary>Whether the next line belongs to the same logical line or text.</summary>
        public bool IsInside => _brackets > 0 || _quote is not null || _isContinued;

        public void Read(string line)
        {
            _isContinued = false;
            for (var i = 0; i < line.Length; i++)
            {
                var c = line[i];
                if (_quote is not null)
                {
                    if (c == '\\')
                        i++;
                    else if (string.CompareOrdinal(line, i, _quote, 0, _quote.Length) == 0)
                        (i, _quote) = (i + _quote.Length - 1, null);
                }
                else if (c == '#')
                {
                    return;
                }
                else if (c is '"' or '\'')
                {
                    var isLong = i + 2 < line.Length && line[i + 1] == c && line[i + 2] == c;
                    _quote = new string(c, isLong ? 3 : 1);
                    i += _quote.Length - 1;
                }
                else if (c is '(' or '[' or '{')
                {
                    _brackets++;
                }
                else if (c is ')' or ']' or '}')
                {
                    _brackets--;
                }
                else if (c == '\\' && line[(i + 1)..].Trim().Length == 0)
                {
                    _isContinued = true;
                }
            }
            if (_quote is { Length: 1 })
                _quote = null;
        }
    }
}
