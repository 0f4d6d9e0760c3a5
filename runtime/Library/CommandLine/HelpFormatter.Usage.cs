using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>The usage line and how it wraps.</summary>
internal sealed partial class HelpFormatter
{
    public string FormatUsage(Any usage, Any actions, Any groups, Any prefix)
    {
        var lead = prefix.IsNone ? "usage: " : Operators.Str(prefix);
        if (!usage.IsNone)
            return $"{lead}{Expand(Operators.Str(usage))}\n\n";
        var all = Operators.ToList(actions).ConvertAll(ArgumentAction.Self);
        var (optionals, positionals) = (all.FindAll(static a => a.IsOptional), all.FindAll(static a => !a.IsOptional));
        var line = string.Join(' ', ((IEnumerable<string>)[_program, .. Parts([.. optionals, .. positionals], groups)]).Where(static p => p.Length > 0));
        var width = _width - _indent;
        if (lead.Length + Str.Length(line) <= width)
            return $"{lead}{line}\n\n";
        var (first, second) = (Parts(optionals, groups), Parts(positionals, groups));
        List<string> lines;
        if (lead.Length + Str.Length(_program) <= 0.75 * width)
        {
            var indent = new string(' ', lead.Length + _program.Length + 1);
            lines = first.Count > 0 ? [.. Wrap([_program, .. first], indent, lead, width), .. Wrap(second, indent, null, width)]
                : second.Count > 0 ? Wrap([_program, .. second], indent, lead, width) : [_program];
        }
        else
        {
            var indent = new string(' ', lead.Length);
            lines = Wrap([.. first, .. second], indent, null, width);
            if (lines.Count > 1)
                lines = [.. Wrap(first, indent, null, width), .. Wrap(second, indent, null, width)];
            lines.Insert(0, _program);
        }
        return $"{lead}{string.Join('\n', lines)}\n\n";
    }

    /// <summary>Lines of parts; behind a lead the first line has no indent.</summary>
    private static List<string> Wrap(IEnumerable<string> parts, string indent, string? lead, int width)
    {
        var (lines, line, length) = (new List<string>(), new List<string>(), (lead?.Length ?? indent.Length) - 1);
        foreach (var part in parts)
        {
            if (length + 1 + Str.Length(part) > width && line.Count > 0)
            {
                lines.Add(indent + string.Join(' ', line));
                line.Clear();
                length = indent.Length - 1;
            }
            line.Add(part);
            length += Str.Length(part) + 1;
        }
        if (line.Count > 0)
            lines.Add(indent + string.Join(' ', line));
        if (lead is not null && lines.Count > 0)
            lines[0] = lines[0][indent.Length..];
        return lines;
    }

    /// <summary>The parts of a usage: one an argument, with the signs of the groups about them.</summary>
    private List<string> Parts(List<ArgumentAction> actions, Any groups)
    {
        var (grouped, spans) = (new HashSet<ArgumentAction>(), new SortedDictionary<(int Start, int End), ArgumentContainer>());
        foreach (var group in Operators.ToList(groups).Select(ArgumentContainer.Self))
        {
            var own = group.Own.ToList();
            if (own.Count == 0)
                throw new ValueError($"empty group {Operators.Repr(group)}");
            var start = actions.IndexOf(own[0]);
            if (start < 0 || own.TrueForAll(static a => ArgumentAction.IsSuppressed(a.Help)) || !actions.Skip(start).Take(own.Count).SequenceEqual(own))
                continue;
            grouped.UnionWith(own);
            spans[(start, start + own.Count)] = group;
        }
        var parts = actions.ConvertAll(a => Part(a, grouped.Contains(a)));
        var separated = new HashSet<int>();
        foreach (var ((start, end), group) in spans.Reverse())
        {
            var shown = parts.GetRange(start, end - start).OfType<string>().ToList();
            var (open, close) = !group.Required.Truth ? ("[", "]") : shown.Count > 1 ? ("(", ")") : ("", "");
            shown[0] = open + shown[0];
            shown[^1] += close;
            for (var i = 0; i < end - start; i++)
                parts[start + i] = i >= shown.Count ? null : i == shown.Count - 1 || !separated.Add(start + i) ? shown[i] : shown[i] + " |";
        }
        return [.. parts.OfType<string>()];
    }

    /// <summary>One argument of a usage; null where it is not shown.</summary>
    private string? Part(ArgumentAction action, bool grouped)
    {
        if (ArgumentAction.IsSuppressed(action.Help))
            return null;
        if (!action.IsOptional)
        {
            var text = Operators.Str(Python.Invoke("_format_args", action, Python.Invoke("_get_default_metavar_for_positional", action)));
            return grouped && text.StartsWith('[') && text.EndsWith(']') ? text[1..^1] : text;
        }
        var shown = action.Count is { IsSmallInt: true, Bits: 0 }
            ? Operators.Str(((Any)action).Invoke("format_usage"))
            : $"{action.Options.First()} {Operators.Str(Python.Invoke("_format_args", action, Python.Invoke("_get_default_metavar_for_optional", action)))}";
        return action.Required.Truth || grouped ? shown : $"[{shown}]";
    }
}
