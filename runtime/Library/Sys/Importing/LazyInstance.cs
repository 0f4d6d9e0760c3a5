using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>
/// An object of a class in Python that most programs never look at: its class is made, and its attributes are set, once something does.
/// </summary>
/// <param name="type">The class.</param>
/// <param name="fill">Sets the attributes.</param>
internal sealed class LazyInstance(Func<PyType> type, Action<PyDict<Any, Any>> fill) : PyObject
{
    private bool _isFilled;

    public override PyType Class => type();

    public override PyDict<Any, Any>? InstanceDict(bool create)
    {
        if (!_isFilled)
        {
            _isFilled = true;
            fill(base.InstanceDict(create: true)!);
        }
        return base.InstanceDict(create);
    }
}
