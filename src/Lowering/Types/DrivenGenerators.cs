using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;
using SyntaxTree = Pytocs.Parser.Ast.Tree;

namespace Pytocs.Lowering.Types;

/// <summary>
/// Generators that stay in the variable that they are made for, are started by the statement behind it, and are only sent values, thrown
/// errors and closed: everything that their yields receive is seen.
/// </summary>
internal sealed class DrivenGenerators
{
    private static readonly string[] s_sending = ["send", "asend"];
    private static readonly string[] s_ending = ["close", "aclose", "throw", "athrow"];

    private readonly HashSet<Py.Call> _made = [];
    private readonly Dictionary<Py.Call, Py.Call> _sends = [];

    private DrivenGenerators()
    {
    }

    /// <summary>The generators of a module's functions and, where no other module sees its variables, of the module itself.</summary>
    public static DrivenGenerators Of(SemanticModel model)
    {
        var result = new DrivenGenerators();
        // Code that looks up variables by their names may send anything.
        if (!model.Module.Mentions(s_sending) || SyntaxTree.All<Py.Call>(model.Module).Any(static c => c.Func is Py.Name { Id: "eval" or "exec" } || c is { Func: Py.Name { Id: "globals" or "locals" or "vars" }, Args.IsEmpty: true }))
            return result;
        foreach (var definition in SyntaxTree.All<Py.FunctionDefinition>(model.Module))
            result.Block(definition.Body, definition);
        if (model.Program.Modules.Count == 1)
            result.Block(model.Module.Body, model.Module);
        return result;
    }

    /// <summary>Whether a call makes such a generator.</summary>
    public bool Makes(Py.Call call) => _made.Contains(call);

    /// <summary>The call that makes the generator that a call sends something; null for any other.</summary>
    public Py.Call? SentBy(Py.Call call) => _sends.GetValueOrDefault(call);

    private void Block(ImmutableArray<Py.Statement> body, Py.Node owner)
    {
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] is Py.Assign { Targets: [Py.Name target], Value: Py.Call made } && i + 1 < body.Length)
                Variable(target, made, body[i + 1], owner);
            else if (body[i] is Py.AnnAssign { Target: Py.Name annotated, Value: Py.Call value } && i + 1 < body.Length)
                Variable(annotated, value, body[i + 1], owner);
            foreach (var inner in Blocks(body[i]))
                Block(inner, owner);
        }
    }

    private static IEnumerable<ImmutableArray<Py.Statement>> Blocks(Py.Statement statement) => statement switch
    {
        Py.If s => [s.Body, s.Orelse],
        Py.While s => [s.Body, s.Orelse],
        Py.ForStatement s => [s.Body, s.Orelse],
        Py.WithStatement s => [s.Body],
        Py.TryStatement s => [s.Body, .. s.Handlers.Select(static h => h.Body), s.Orelse, s.Finalbody],
        Py.Match s => s.Cases.Select(static c => c.Body),
        _ => [],
    };

    private void Variable(Py.Name target, Py.Call made, Py.Statement next, Py.Node owner)
    {
        var known = new HashSet<Py.Name> { target };
        if (Start(next, target.Id) is not { } start)
            return;
        known.Add(start.Name);
        var sends = new List<Py.Call>();
        foreach (var node in SyntaxTree.Own(owner))
        {
            if (node is not Py.Call { Func: Py.Attribute { Attr: var method, Value: Py.Name name } } call || name.Id != target.Id)
                continue;
            if (s_ending.Contains(method))
            {
                known.Add(name);
            }
            else if (s_sending.Contains(method) && call is { Args: [not Py.Starred], Keywords.IsEmpty: true })
            {
                known.Add(name);
                if (call != start.Call)
                    sends.Add(call);
            }
        }
        if (SyntaxTree.DescendantsAndSelf(owner).Any(n => n is Py.Name name ? name.Id == target.Id && !known.Contains(name) : n != owner && Binds(n, target.Id)))
            return;
        _made.Add(made);
        foreach (var send in sends)
            _sends[send] = made;
    }

    /// <summary>The call in a simple statement that advances a generator for the first time, if that is all the statement does with it.</summary>
    private static (Py.Call Call, Py.Name Name)? Start(Py.Statement statement, string generator)
    {
        if (statement is not (Py.ExprStatement or Py.Assign or Py.AnnAssign or Py.Return))
            return null;
        var nodes = SyntaxTree.DescendantsAndSelf(statement).ToList();
        if (nodes.OfType<Py.Name>().Count(n => n.Id == generator) != 1 || nodes.Exists(static n => n is Py.Lambda or Py.Comprehension))
            return null;
        return nodes.OfType<Py.Call>().Select(call => call switch
        {
            { Func: Py.Name { Id: "next" or "anext" }, Args: [Py.Name name], Keywords.IsEmpty: true } when name.Id == generator => (call, name),
            { Func: Py.Attribute { Attr: "__next__" or "__anext__", Value: Py.Name name }, Args.IsEmpty: true } when name.Id == generator => (call, name),
            { Func: Py.Attribute { Attr: "send" or "asend", Value: Py.Name name }, Args: [Py.Constant { Value: null }], Keywords.IsEmpty: true } when name.Id == generator => (call, name),
            _ => ((Py.Call, Py.Name)?)null,
        }).FirstOrDefault(static found => found is not null);
    }

    /// <summary>Whether a node that is no name binds one, or says where it is bound.</summary>
    private static bool Binds(Py.Node node, string name) => node switch
    {
        Py.FunctionDefinition n => n.Name == name,
        Py.ClassDef n => n.Name == name,
        Py.Argument n => n.Arg == name,
        Py.ExceptHandler n => n.Name == name,
        Py.MatchAs n => n.Name == name,
        Py.MatchStar n => n.Name == name,
        Py.MatchMapping n => n.Rest == name,
        Py.Alias n => (n.Asname ?? n.Name.Split('.')[0]) == name,
        Py.Global n => n.Names.Contains(name),
        Py.Nonlocal n => n.Names.Contains(name),
        _ => false,
    };
}
