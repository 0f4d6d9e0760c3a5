using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

/// <summary>An except clause.</summary>
internal sealed record Handler(Expr? Type, Target? Name, Block Body)
{
    public bool Matches(Frame f, BaseException error) => Type is null || Except.Matches(error, Type.Eval(f));

    /// <summary>The name is unbound when the clause ends.</summary>
    public void Unbind(Frame f)
    {
        if (Name is null)
            return;
        Name.Store(f, Any.None);
        Name.Delete(f);
    }
}

/// <summary><c>try</c> with except clauses, and what follows where none was needed.</summary>
internal sealed class TryStmt(Block body, Handler[] handlers, Block orelse) : Stmt
{
    public override bool Suspends { get; } = body.Suspends || orelse.Suspends || handlers.Any(static h => h.Body.Suspends);

    public override Flow Exec(Frame f)
    {
        Flow flow;
        try
        {
            flow = body.Exec(f);
        }
        catch (BaseException error)
        {
            var at = f.At;
            error.Caught(new Place(f, at));
            using var handling = Handling.Of(error);
            foreach (var handler in handlers)
            {
                if (!handler.Matches(f, error))
                    continue;
                handler.Name?.Store(f, error);
                try
                {
                    return handler.Body.Exec(f);
                }
                finally
                {
                    handler.Unbind(f);
                }
            }
            f.At = at;
            throw;
        }
        return flow == Flow.Next ? orelse.Exec(f) : flow;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        Flow flow;
        try
        {
            flow = body.Suspends ? await body.ExecAsync(f) : body.Exec(f);
        }
        catch (BaseException error)
        {
            var at = f.At;
            error.Caught(new Place(f, at));
            using var handling = Handling.Of(error);
            foreach (var handler in handlers)
            {
                if (!handler.Matches(f, error))
                    continue;
                handler.Name?.Store(f, error);
                try
                {
                    return handler.Body.Suspends ? await handler.Body.ExecAsync(f) : handler.Body.Exec(f);
                }
                finally
                {
                    handler.Unbind(f);
                }
            }
            f.At = at;
            throw;
        }
        return flow != Flow.Next ? flow : orelse.Suspends ? await orelse.ExecAsync(f) : orelse.Exec(f);
    }
}

/// <summary><c>try</c> with <c>except*</c> clauses.</summary>
internal sealed class TryStarStmt(Block body, Handler[] handlers, Block orelse) : Stmt
{
    public override bool Suspends { get; } = body.Suspends || orelse.Suspends || handlers.Any(static h => h.Body.Suspends);

    public override Flow Exec(Frame f)
    {
        Flow flow;
        try
        {
            flow = body.Exec(f);
        }
        catch (BaseException error)
        {
            error.Caught(new Place(f, f.At));
            var groups = new ExceptStar(error);
            foreach (var handler in handlers)
            {
                try
                {
                    if (!groups.Match(handler.Type!.Eval(f), out var group))
                        continue;
                    using var handling = Handling.Of(group);
                    handler.Name?.Store(f, group);
                    try
                    {
                        handler.Body.Exec(f);
                    }
                    finally
                    {
                        handler.Unbind(f);
                    }
                }
                catch (BaseException raised)
                {
                    groups.Add(raised);
                }
            }
            groups.Finish();
            return Flow.Next;
        }
        return flow == Flow.Next ? orelse.Exec(f) : flow;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        Flow flow;
        try
        {
            flow = body.Suspends ? await body.ExecAsync(f) : body.Exec(f);
        }
        catch (BaseException error)
        {
            error.Caught(new Place(f, f.At));
            var groups = new ExceptStar(error);
            foreach (var handler in handlers)
            {
                try
                {
                    if (!groups.Match(handler.Type!.Eval(f), out var group))
                        continue;
                    using var handling = Handling.Of(group);
                    handler.Name?.Store(f, group);
                    try
                    {
                        if (handler.Body.Suspends)
                            await handler.Body.ExecAsync(f);
                        else
                            handler.Body.Exec(f);
                    }
                    finally
                    {
                        handler.Unbind(f);
                    }
                }
                catch (BaseException raised)
                {
                    groups.Add(raised);
                }
            }
            groups.Finish();
            return Flow.Next;
        }
        return flow != Flow.Next ? flow : orelse.Suspends ? await orelse.ExecAsync(f) : orelse.Exec(f);
    }
}

/// <summary><c>try</c> with a finally clause around everything else.</summary>
internal sealed class FinallyStmt(Stmt body, Block final) : Stmt
{
    public override bool Suspends { get; } = body.Suspends || final.Suspends;

    public override Flow Exec(Frame f)
    {
        Flow flow;
        try
        {
            flow = body.Exec(f);
        }
        catch (BaseException error)
        {
            var at = f.At;
            error.Caught(new Place(f, at));
            using var handling = Handling.Of(error);
            var left = final.Exec(f);
            if (left != Flow.Next)
                return left;
            f.At = at;
            throw;
        }
        var result = f.Result;
        var after = final.Exec(f);
        if (after != Flow.Next)
            return after;
        f.Result = result;
        return flow;
    }

    public override async Coro<Flow> ExecAsync(Frame f)
    {
        Flow flow;
        try
        {
            flow = body.Suspends ? await body.ExecAsync(f) : body.Exec(f);
        }
        catch (BaseException error)
        {
            var at = f.At;
            error.Caught(new Place(f, at));
            using var handling = Handling.Of(error);
            var left = final.Suspends ? await final.ExecAsync(f) : final.Exec(f);
            if (left != Flow.Next)
                return left;
            f.At = at;
            throw;
        }
        var result = f.Result;
        var after = final.Suspends ? await final.ExecAsync(f) : final.Exec(f);
        if (after != Flow.Next)
            return after;
        f.Result = result;
        return flow;
    }
}
