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
    private bool BreaksCompiler(Py.TryStatement @try)
    {
        return @try.Handlers.Length > 1 && @try.Handlers.Any(h => Holds(h, static n => n is Py.While or Py.ForStatement) && Holds(h, static n => n is Py.TryStatement or Py.WithStatement))
            && @try.Handlers.Any(h => HandlerType(h.Type).Test is not null);

        static bool Holds(Py.ExceptHandler handler, Func<Py.Node, bool> test) => handler.Body.SelectMany(Py.Tree.DescendantsAndSelf).Any(test);
    }

    /// <summary>Whether a clause before another one may catch all that the other names.</summary>
    private bool HasUnreachable(Py.TryStatement @try)
    {
        var types = @try.Handlers.Select(h => h.Type is null ? "BaseException" : KnownError(h.Type) is LowNamedType known ? known.Name : null).ToArray();
        bool Catches(string before, int at) => before == "BaseException"
            || (types[at] is not null && ErrorNames(@try.Handlers[at].Type!) is var names && (before == "PyException" ? !names.Any(s_beyondException.Contains) : names.Contains(before)));
        return System.Linq.Enumerable.Range(1, Math.Max(0, types.Length - 1)).Any(at => @try.Handlers[at].Type is not null && types.Take(at).Any(before => before is not null && Catches(before, at)));
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
