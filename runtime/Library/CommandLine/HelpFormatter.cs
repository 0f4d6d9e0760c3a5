using System.Text.RegularExpressions;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>
/// Lays out argparse's help: <see href="https://docs.python.org/3.13/library/argparse.html#formatter-class">formatter classes</see>. What
/// programs override is called by its Python name.
/// </summary>
internal sealed partial class HelpFormatter : LibraryObject
{
    public static readonly PyType Type = HelpFormatterTypes.Declare();

    private Section _section = new(null, Any.None);
    private string _program = "";
    private int _step;
    private int _position;
    private int _width;
    private int _indent;
    private int _longest;

    private sealed record Section(Section? Parent, Any Heading)
    {
        public List<Func<string>> Items { get; } = [];
    }

    private protected override PyType NativeClass => Type;

    public static HelpFormatter Self(Any o) => (HelpFormatter)o.Ref!;

    private Any Python => new(this, 0);

    public void Initialise(Any program, int step, int position, Any width)
    {
        _program = Operators.Str(program);
        _width = width.IsNone ? Terminal.Size().Columns - 2 : (int)Lib.Int(width);
        (_step, _position) = (step, Math.Min(position, Math.Max(_width - 20, step * 2)));
    }

    public void Start(Any heading)
    {
        _indent += _step;
        var (outer, section) = (_section, new Section(_section, heading));
        outer.Items.Add(() => Format(section));
        _section = section;
    }

    public void End()
    {
        _section = _section.Parent!;
        _indent -= _step;
    }

    public void AddText(Any text)
    {
        if (!text.IsNone && !ArgumentAction.IsSuppressed(text))
            _section.Items.Add(() => Operators.Str(Python.Invoke("_format_text", text)));
    }

    public void AddUsage(Any usage, Any actions, Any groups, Any prefix)
    {
        if (!ArgumentAction.IsSuppressed(usage))
            _section.Items.Add(() => Operators.Str(Python.Invoke("_format_usage", new Arguments { usage, actions, groups, prefix })));
    }

    public void AddArgument(Any item)
    {
        var action = ArgumentAction.Self(item);
        if (ArgumentAction.IsSuppressed(action.Help))
            return;
        int Length(Any a) => Str.Length(Operators.Str(Python.Invoke("_format_action_invocation", a))) + _indent;
        var length = Length(item);
        _indent += _step;
        foreach (var inner in action.Commands?.Listed ?? [])
            length = Math.Max(length, Length(inner));
        _indent -= _step;
        _longest = Math.Max(_longest, length);
        _section.Items.Add(() => Operators.Str(Python.Invoke("_format_action", item)));
    }

    public string Help()
    {
        var help = Format(_section);
        return help.Length == 0 ? "" : Regex.Replace(help, "\n\n\n+", "\n\n").Trim('\n') + "\n";
    }

    private string Format(Section section)
    {
        if (section.Parent is not null)
            _indent += _step;
        var text = string.Concat(section.Items.Select(static i => i()).Where(static t => t != ArgumentAction.Suppress));
        if (section.Parent is not null)
            _indent -= _step;
        if (text.Length == 0)
            return "";
        var heading = section.Heading.IsNone || ArgumentAction.IsSuppressed(section.Heading) ? "" : $"{new string(' ', _indent)}{Operators.Str(section.Heading)}:\n";
        return "\n" + heading + text + "\n";
    }

    public string FormatText(string text)
    {
        if (text.Contains("%(prog)", StringComparison.Ordinal))
            text = Expand(text);
        return Operators.Str(Python.Invoke("_fill_text", text, Math.Max(_width - _indent, 11), new string(' ', _indent))) + "\n\n";
    }

    private string Expand(string text) => TextFormat.Percent(text, new PyDict<Any, Any> { ["prog"] = _program });

    public string FormatAction(Any item)
    {
        var action = ArgumentAction.Self(item);
        var position = Math.Min(_longest + 2, _position);
        var (width, room) = (Math.Max(_width - position, 11), position - _indent - 2);
        var header = Operators.Str(Python.Invoke("_format_action_invocation", item));
        var pad = new string(' ', _indent);
        var (fits, first) = (action.Help.Truth && Str.Length(header) <= room, position);
        var result = new System.Text.StringBuilder();
        if (fits)
            (header, first) = (pad + Str.LJust(header, room) + "  ", 0);
        else
            header = $"{pad}{header}\n";
        result.Append(header);
        if (action.Help.Truth && Operators.Str(action.Help).Trim().Length > 0)
        {
            var help = Operators.Str(Python.Invoke("_expand_help", item));
            if (help.Length > 0)
            {
                foreach (var line in Operators.ToList(Python.Invoke("_split_lines", help, width)))
                {
                    result.Append(' ', first).Append(Operators.Str(line)).Append('\n');
                    first = position;
                }
            }
        }
        else if (!header.EndsWith('\n'))
        {
            result.Append('\n');
        }
        _indent += _step;
        foreach (var inner in action.Commands?.Listed ?? [])
            result.Append(Operators.Str(Python.Invoke("_format_action", inner)));
        _indent -= _step;
        return result.ToString();
    }

    public string Invocation(Any item)
    {
        var action = ArgumentAction.Self(item);
        if (!action.IsOptional)
            return Operators.Str(Metavar(action, Python.Invoke("_get_default_metavar_for_positional", item), 1)[0]);
        var options = string.Join(", ", action.Options);
        return action.Count is { IsSmallInt: true, Bits: 0 } ? options
            : $"{options} {Operators.Str(Python.Invoke("_format_args", item, Python.Invoke("_get_default_metavar_for_optional", item)))}";
    }

    /// <summary>The names of an argument's values, as many as are asked for or as its metavar has.</summary>
    private static PyTuple Metavar(ArgumentAction action, Any fallback, int count)
    {
        var name = !action.Metavar.IsNone ? action.Metavar
            : !action.Choices.IsNone ? $"{{{string.Join(',', Operators.ToList(action.Choices).Select(Operators.Str))}}}" : fallback;
        return name.Ref as PyTuple ?? new PyTuple([.. Enumerable.Repeat(name, count)]);
    }

    public static string FormatArguments(Any item, Any fallback)
    {
        var action = ArgumentAction.Self(item);
        string Names(string format, int count) => TextFormat.Percent(format, Metavar(action, fallback, count));
        switch (PyValueInstance.Unwrap(action.Count).Ref as string)
        {
            case "?":
                return Names("[%s]", 1);
            case "*":
                return Metavar(action, fallback, 1).Count == 2 ? Names("[%s [%s ...]]", 2) : Names("[%s ...]", 1);
            case "+":
                return Names("%s [%s ...]", 2);
            case "...":
                return "...";
            case "A...":
                return Names("%s ...", 1);
            case ArgumentAction.Suppress:
                return "";
        }
        if (action.Count.IsNone)
            return Names("%s", 1);
        if (!Operators.IsIntLike(action.Count))
            throw new ValueError("invalid nargs value");
        return Names(string.Join(' ', Enumerable.Repeat("%s", (int)Lib.Int(action.Count))), (int)Lib.Int(action.Count));
    }

    public string ExpandHelp(Any item)
    {
        var values = new PyDict<Any, Any>();
        foreach (var (name, value) in ArgumentAction.Self(item).Attributes())
            if (!ArgumentAction.IsSuppressed(value))
                values[name] = Operators.GetAttr(value, "__name__", Any.Unbound) is { IsUnbound: false } called ? called : value;
        if (values.TryGetValue("choices", out var choices) && !choices.IsNone)
            values["choices"] = string.Join(", ", Operators.ToList(choices).Select(Operators.Str));
        values["prog"] = _program;
        return TextFormat.Percent(Operators.Str(Python.Invoke("_get_help_string", item)), values);
    }
}
