using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary>Objects by how they are remade, classes and functions by their names.</summary>
internal sealed partial class Pickler
{
    private void SaveReduce(PyTuple parts, Any value)
    {
        var (function, arguments) = (parts[0], parts[1]);
        if (arguments.Ref is not PyTuple args)
            throw new PicklingError("second element of the tuple returned by __reduce__ must be a tuple");
        if (!Builtins.Callable(function))
            throw new PicklingError("first element of the tuple returned by __reduce__ must be callable");
        var name = Operators.GetAttr(function, "__name__", Any.None).Ref as string;
        if (protocol >= 2 && name == "__newobj_ex__")
        {
            SaveNewEx(args);
        }
        else if (protocol >= 2 && name == "__newobj__")
        {
            SaveNew(args, value);
        }
        else
        {
            Save(function);
            Save(args);
            _out.Op(PickleOpcode.Reduce);
        }
        if (IsKnown(value, out var index))
        {
            _out.Op(PickleOpcode.Pop);
            Recall(index);
        }
        else
        {
            Memoize(value);
        }
        if (parts.Count > 3 && !parts[3].IsNone)
            Appends(Operators.Iter(parts[3]));
        if (parts.Count > 4 && !parts[4].IsNone)
            SetItems(Operators.Iter(parts[4]).Select(static p => (Operators.GetItem(p, 0), Operators.GetItem(p, 1))));
        if (parts.Count > 2 && !parts[2].IsNone)
            SaveState(parts[2], parts.Count > 5 ? parts[5] : Any.None, value);
    }

    private void SaveState(Any state, Any setter, Any value)
    {
        if (setter.IsNone)
        {
            Save(state);
            _out.Op(PickleOpcode.Build);
            return;
        }
        Save(setter);
        Save(value);
        Save(state);
        _out.Op(PickleOpcode.Tuple2);
        _out.Op(PickleOpcode.Reduce);
        _out.Op(PickleOpcode.Pop);
    }

    private void SaveNew(PyTuple args, Any value)
    {
        if (args.Count == 0)
            throw new PicklingError("__newobj__ arglist is empty");
        if (Operators.GetAttr(args[0], "__new__", Any.Unbound).IsUnbound)
            throw new PicklingError("args[0] from __newobj__ args has no __new__");
        if (!Operators.Is(Operators.GetAttr(value, "__class__"), args[0]))
            throw new PicklingError("args[0] from __newobj__ args has the wrong class");
        Save(args[0]);
        Save(new PyTuple([.. args.Skip(1)]));
        _out.Op(PickleOpcode.NewObj);
    }

    private void SaveNewEx(PyTuple args)
    {
        if (protocol >= 4)
        {
            Save(args[0]);
            Save(args[1]);
            Save(args[2]);
            _out.Op(PickleOpcode.NewObjEx);
            return;
        }
        var call = new Arguments { Operators.GetAttr(args[0], "__new__"), args[0] };
        call.Add(new Star(args[1]));
        foreach (var (key, given) in Lib.Dict(args[2]).Entries())
            call.Add(Operators.Str(key), given);
        Save(Modules.Import("functools").Get("partial").Call(call));
        Save(PyTuple.Empty);
        _out.Op(PickleOpcode.Reduce);
    }

    private void SaveType(Any value)
    {
        var unnamed = ReferenceEquals(value.Ref, PyType.Of(Any.None)) ? Any.None
            : ReferenceEquals(value.Ref, PyType.Of(Any.NotImplemented)) ? Any.NotImplemented
            : ReferenceEquals(value.Ref, PyType.Of(Any.Ellipsis)) ? Any.Ellipsis
            : Any.Unbound;
        if (unnamed.IsUnbound)
            SaveGlobal(value, Any.None);
        else
            SaveReduce(PyTuple.Of(PyType.Of(value), PyTuple.Of(unnamed)), value);
    }

    /// <summary>A class, function or constant by the name of its module and its own.</summary>
    /// <exception cref="PicklingError">The name does not lead to it.</exception>
    private void SaveGlobal(Any value, Any given)
    {
        var name = !given.IsNone ? Operators.Str(given)
            : Operators.GetAttr(value, "__qualname__", Any.Unbound) is { IsUnbound: false } full ? Operators.Str(full) : Operators.Str(Operators.GetAttr(value, "__name__"));
        var module = PickleNames.ModuleOf(value, name);
        var found = PickleNames.Find(module, name, value);
        if (!PickleNames.IsSame(found.Value, value))
            throw new PicklingError($"Can't pickle {Operators.Repr(value)}: it's not the same object as {module}.{name}");
        if (protocol >= 2 && CopyregModule.CodeOf(module, name) is > 0 and var code)
        {
            if (code <= 0xff)
                Short(PickleOpcode.Ext1, code);
            else if (code > 0xffff)
                Long(PickleOpcode.Ext4, code);
            else
            {
                Short(PickleOpcode.Ext2, code & 0xff);
                _out.Byte(code >> 8);
            }
            return;
        }
        if (protocol >= 4)
        {
            Save(module);
            Save(name);
            _out.Op(PickleOpcode.StackGlobal);
        }
        else if (name.Contains('.'))
        {
            SaveReduce(PyTuple.Of(Builtins.Get("getattr"), PyTuple.Of(found.Parent, name[(name.LastIndexOf('.') + 1)..])), value);
            return;
        }
        else
        {
            if (fixImports && protocol < 3)
                (module, name) = PickleNames.ToPython2(module, name);
            if (protocol < 3 && !(Encoding.UTF8.GetByteCount(module) == module.Length && Encoding.UTF8.GetByteCount(name) == name.Length))
                throw new PicklingError($"can't pickle global identifier '{module}.{name}' using pickle protocol {protocol}");
            Line(PickleOpcode.Global, module);
            _out.Line(name);
        }
        Memoize(value);
    }

    /// <summary>A buffer, which the callback may take out of the pickle.</summary>
    private void SaveBuffer(PickleBuffer buffer)
    {
        if (protocol < 5)
            throw new PicklingError("PickleBuffer can only be pickled with protocol >= 5");
        var view = buffer.View;
        if (!((Any)view).Get("contiguous").Truth)
            throw new PicklingError("PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
        if (bufferCallback.IsNone || bufferCallback.Call(buffer).Truth)
        {
            if (view.IsReadOnly)
                SaveBytes(new PyBytes(view.ToContiguous()));
            else
                SaveByteArray(new PyByteArray(view.ToContiguous()));
            return;
        }
        _out.Op(PickleOpcode.NextBuffer);
        if (view.IsReadOnly)
            _out.Op(PickleOpcode.ReadOnlyBuffer);
    }
}
