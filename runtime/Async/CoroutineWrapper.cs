using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>What <c>coroutine.__await__()</c> gives.</summary>
internal sealed class CoroutineWrapper(Coroutine coroutine) : PyIterator, IGenerator
{
    public static readonly PyType Type = DeclareType("coroutine_wrapper")
        .Method("send", "self, value, /", static (self, value) => ((IGenerator)self.Ref!).Send(value))
        .Method("throw", "self, /, *args", static (self, args) => ((IGenerator)self.Ref!).Throw(GeneratorProtocol.ErrorOf((PyTuple)args.Ref!)))
        .Method("close", static self =>
        {
            ((IGenerator)self.Ref!).Close();
            return Any.None;
        });

    public override PyType Class => Type;

    public override bool TryNext(out Any value)
    {
        if (!coroutine.Step(Any.None, null, out value, out var error))
            return true;
        if (error is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return false;
    }

    public override Any Next() => coroutine.Send(Any.None);

    public Any Send(Any value) => coroutine.Send(value);

    bool IGenerator.TrySend(Any sent, out Any value) => ((IGenerator)coroutine).TrySend(sent, out value);

    public Any Throw(BaseException error) => coroutine.Throw(error);

    public void Close() => coroutine.Close();
}
