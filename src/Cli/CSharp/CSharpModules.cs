using System.Text;
using Pytocs.Cli.Files;
using Pytocs.Lowering.Naming;

namespace Pytocs.Cli.CSharp;

/// <summary>
/// The C# file that tells the runtime of the user's classes: their members as functions of Python values, so that nothing looks for them
/// by reflection.
/// </summary>
internal static class CSharpModules
{
    public const string Name = "CSharpModules.g.cs";

    public static string Text(IReadOnlyList<CSharpClass> classes)
    {
        var text = new StringBuilder("""
            #nullable enable
            #pragma warning disable CS0612, CS0618 // Python code may use what is obsolete.
            using System.Runtime.CompilerServices;
            using Pytocs.Runtime.Core;

            /// <summary>The project's C# classes, as Python code imports them.</summary>
            internal static class CSharpModules
            {
            #pragma warning disable CA2255 // Python code imports the modules; nothing in C# mentions them.
                [ModuleInitializer]
            #pragma warning restore CA2255
                internal static void Register() => DotNet.Register(

            """.ReplaceLineEndings("\n"));
        text.AppendJoin(",\n", classes.GroupBy(static c => c.Module, StringComparer.Ordinal).Select(m => $"        DotNet.Module(\"{m.Key}\", {string.Join(", ", m.Select(c => FieldOf(classes, c)))})")).Append(");\n");
        foreach (var type in classes)
            text.Append('\n').Append(Class(classes, type));
        return text.Append("}\n").ToString();
    }

    private static string FieldOf(IReadOnlyList<CSharpClass> classes, CSharpClass type)
        => classes.Count(c => c.Name == type.Name) == 1 ? type.Name : type.Module.Replace('.', '_') + "_" + type.Name;

    private static string Class(IReadOnlyList<CSharpClass> classes, CSharpClass type)
    {
        var lines = new List<string>();
        if (type.Constructors.Count > 0)
            lines.Add($".New({Call(type, type.Constructors, "cls", i => $"new {type.CsName}({i})", type.Name)})");
        foreach (var method in type.Methods)
        {
            // An overridden method is the base's; C# finds the right one.
            var isStatic = method.First().IsStatic;
            lines.Add($".{(isStatic ? "StaticMethod" : "Method")}(\"{method.Key}\", {Call(type, [.. method], isStatic ? null : "self", i => $"{(isStatic ? type.CsName : Self(type))}.{Escaped(method.Key)}({i})", $"{type.Name}.{method.Key}")})");
        }
        foreach (var property in type.Properties)
            lines.Add(Property(type, property));
        foreach (var member in type.LeftOut.Except(type.Methods.Select(static m => m.Key)).Distinct())
            lines.Add($".Property(\"{member}\", static _ => throw new AttributeError(\"C# member '{type.Name}.{member}' takes or gives what Python code cannot have\"))");
        var @base = type.Base is { } parent ? ", " + FieldOf(classes, parent) : "";
        return $"    private static readonly PyType {Escaped(FieldOf(classes, type))} = DotNet.Class(typeof({type.CsName}), \"{type.Name}\", \"{type.Module}\"{@base}){string.Concat(lines.Select(static l => "\n        " + l))};\n";
    }

    private static string Escaped(string name) => CsKeywords.Escape(name);

    private static string Self(CSharpClass type) => $"a[0].As<{type.CsName}>()";

    /// <summary>The signature and body of a function that calls one of several overloads.</summary>
    private static string Call(CSharpClass type, IReadOnlyList<CSharpMethod> overloads, string? first, Func<string, string> call, string name)
    {
        var at = first is null ? 0 : 1;
        if (overloads is [var only])
        {
            var parameters = only.Parameters.Select(static p => p.IsRest ? "*" + p.Name : p.IsOptional ? $"{p.Name}=" : p.Name);
            var defaults = string.Concat(only.Parameters.Where(static p => p.IsOptional).Select(static p => ", " + p.Default));
            var signature = string.Join(", ", (first is null ? [] : (string[])[first, "/"]).Concat(parameters));
            return $"\"{signature}\", static a => {Result(only, call(Arguments(only, i => $"a[{i + at}]")))}{defaults}";
        }
        var text = new StringBuilder($"\"{(first is null ? "" : first + ", /, ")}*args\", static a =>\n        {{\n            var args = a[{at}].As<PyTuple>();\n");
        foreach (var overload in overloads.Where(static o => !o.Parameters.Any(static p => p.IsRest)).OrderBy(static o => o.Parameters.Sum(static p => p.Type.Rank)))
        {
            var required = overload.Parameters.Count(static p => !p.IsOptional);
            var counts = overload.Parameters.Count == required ? $"args.Count == {required}" : $"args.Count is >= {required} and <= {overload.Parameters.Count}";
            var fits = string.Concat(overload.Parameters.Select((p, i) => $" && {(p.IsOptional ? $"(args.Count <= {i} || {p.Type.Test($"args[{i}]")})" : p.Type.Test($"args[{i}]"))}"));
            text.Append($"            if ({counts}{fits})\n                return {Result(overload, call(Arguments(overload, i => overload.Parameters[i].IsOptional ? $"(args.Count > {i} ? args[{i}] : {overload.Parameters[i].Default})" : $"args[{i}]")))};\n");
        }
        return text.Append($"            throw DotNet.NoOverload(\"{name}\", args);\n        }}").ToString();
    }

    private static string Arguments(CSharpMethod method, Func<int, string> value)
        => string.Join(", ", method.Parameters.Select((p, i) => $"{p.CsName}: {p.Type.From(value(i))}"));

    private static string Result(CSharpMethod method, string code)
        => code.StartsWith("new ", StringComparison.Ordinal) ? $"Generic.ToAny({code})" : method.Result == CSharpType.Void ? $"DotNet.None(() => {code})" : method.Result.ToAny(code);

    private static string Property(CSharpClass type, CSharpProperty property)
    {
        var member = property.CsName;
        if (property.IsStatic)
            return property.IsConstant || type.IsEnum
                ? $".Attribute(\"{property.Name}\", {property.Type.ToAny($"{type.CsName}.{member}")})"
                : $".Shared(\"{property.Name}\", static () => {property.Type.ToAny($"{type.CsName}.{member}")}, {(property.HasSetter ? $"static v => {type.CsName}.{member} = {property.Type.From("v")}" : $"static _ => throw new AttributeError(\"C# property '{type.Name}.{property.Name}' cannot be set\")")})";
        var get = property.HasGetter ? $"static o => {property.Type.ToAny($"o.As<{type.CsName}>().{member}")}" : "static _ => throw new AttributeError(\"the property cannot be read\")";
        var set = property.HasSetter ? $", static (o, v) => o.As<{type.CsName}>().{member} = {property.Type.From("v")}" : "";
        return $".Property(\"{property.Name}\", {get}{set})";
    }
}
