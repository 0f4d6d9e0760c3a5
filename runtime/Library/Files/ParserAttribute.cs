using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>parser</c> of classes of paths and of paths: the module of functions for their flavour, imported when it is first asked for.</summary>
internal sealed class ParserAttribute : PyObject, IDescriptor
{
    private static readonly PyType s_type = PyType.Builtin("ParserAttribute", module: "pathlib._local");

    public override PyType Class => s_type;

    public bool IsData => false;

    public Any Get(Any instance, PyType owner) => Modules.Import(owner.IsSubclassOf(PathTypes.PureWindowsPath) ? "ntpath" : "posixpath");

    public void Set(Any instance, Any value) => throw new AttributeError("parser");

    public void Delete(Any instance) => throw new AttributeError("parser");
}
