using System.Collections.Immutable;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Whether handlers can be C# catch clauses, one each.</summary>
internal sealed partial class BodyLowerer
{
    /// <summary>
    /// Whether .NET 10's just-in-time compiler ends the process at the clauses: where one with a filter stands beside one that holds
    /// a loop and a try of its own.
    /// </summary>
    private bool BreaksCompiler(ImmutableArray<Py.ExceptHandler> handlers)
    {
        return handlers.Length > 1 && handlers.Any(h => Holds(h, static n => n is Py.While or Py.ForStatement) && Holds(h, static n => n is Py.TryStatement or Py.WithStatement))
            && handlers.Any(h => HandlerType(h.Type).Test is not null);

        static bool Holds(Py.ExceptHandler handler, Func<Py.Node, bool> test) => handler.Body.SelectMany(Py.Tree.Nodes).Any(test);
    }

    /// <summary>
    /// The handlers that can run. C# refuses a clause of which the ones before catch all, and .NET 10's just-in-time compiler ends the process at
    /// some tests that never succeed.
    /// </summary>
    private ImmutableArray<Py.ExceptHandler> Reached(Py.TryStatement @try)
    {
        var caught = new HashSet<string>(StringComparer.Ordinal);
        var reached = ImmutableArray.CreateBuilder<Py.ExceptHandler>();
        foreach (var handler in @try.Handlers)
        {
            var classes = handler.Type is Py.Tuple tuple ? tuple.Elts : handler.Type is { } type ? [type] : [];
            if (caught.Contains("BaseException") || (classes.Length > 0 && classes.All(c => KnownError(c) is not null && IsCaught(ErrorNames(c)))))
                continue;
            reached.Add(handler);
            caught.UnionWith(handler.Type is null ? ["BaseException"] : classes.Select(KnownError).OfType<LowNamedType>().Select(static t => t.Name));
        }
        return reached.ToImmutable();

        bool IsCaught(IEnumerable<string> names) => names.Any(caught.Contains) || (caught.Contains("PyException") && !names.Any(s_beyondException.Contains));
    }

    /// <summary>The classes that do not derive from Exception.</summary>
    private static readonly HashSet<string> s_beyondException = new(StringComparer.Ordinal) { "BaseException", "SystemExit", "KeyboardInterrupt", "GeneratorExit", "CancelledError" };

    /// <summary>The C# classes that the exceptions of a clause have in common, up to Exception; the root where they are several.</summary>
    private IEnumerable<string> ErrorNames(Py.Expression type)
    {
        if (TypeOf(type) is LibraryType library && ExceptionTypes.FindIn(library) is { } known)
            return [known.CsName, .. ExceptionTypes.Ancestors(known.Name)];
        var names = new List<string>();
        for (var cls = (TypeOf(type) as ClassType)?.Class; cls is not null; cls = cls.Base)
            names.AddRange(cls.LibraryBase is { } root ? [cls.CsName, root, .. ExceptionTypes.Ancestors(root)] : [cls.CsName]);
        return names;
    }
}
