using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>The classes of argparse that arguments are added to, but for the parser itself.</summary>
internal static class ContainerTypes
{
    public static readonly PyType Container = Declare();

    public static readonly PyType Group = PyType.Emitted("_ArgumentGroup", "argparse", Container)
        .Method("__init__", "self, container, title=None, description=None, **kwargs", static a => Lib.Do(() => Self(a[0]).JoinGroup(Self(a[1]), a[2], a[3], (PyDict<Any, Any>)a[4].Ref!, exclusive: false)))
        .Property("title", static self => Self(self).Title, static (self, value) => Self(self).Title = value)
        .Property("_group_actions", static self => Self(self).GroupActions);

    public static readonly PyType Exclusive = PyType.Emitted("_MutuallyExclusiveGroup", "argparse", Group)
        .Method("__init__", "self, container, required=False", static a => Lib.Do(() =>
        {
            Self(a[0]).JoinGroup(Self(a[1]), Any.None, Any.None, new PyDict<Any, Any>(), exclusive: true);
            Self(a[0]).Required = a[2];
        }))
        .Property("required", static self => Self(self).Required, static (self, value) => Self(self).Required = value);

    private static ArgumentContainer Self(Any o) => ArgumentContainer.Self(o);

    public static ArgumentContainer NewGroup(ArgumentContainer owner, Any title, Any description, PyDict<Any, Any> options)
    {
        var group = Self(Group.Call(new Arguments { owner, title, description, new StarStar(options) }));
        owner.Groups.Append(group);
        return group;
    }

    public static ArgumentContainer NewExclusive(ArgumentContainer owner, Any required)
    {
        var group = Self(Exclusive.Call(owner, required));
        owner.Exclusive.Append(group);
        return group;
    }

    private static PyType Declare()
    {
        var type = PyType.Emitted("_ActionsContainer", "argparse");
        type.New(static (cls, _) => LibraryObject.As(cls, new ArgumentContainer()));
        return type
            .Method("register", "self, registry_name, value, object", static a => Lib.Do(() =>
            {
                if (!Self(a[0]).Registries.ContainsKey(a[1]))
                    Self(a[0]).Registries[a[1]] = new PyDict<Any, Any>();
                Operators.SetItem(Self(a[0]).Registries[a[1]], a[2], a[3]);
            }))
            .Method("_registry_get", "self, registry_name, value, default=None", static a => ((PyDict)Self(a[0]).Registries[a[1]].Ref!).TryGetAny(a[2], out var found) ? found : a[3])
            .Method("set_defaults", "self, **kwargs", static (self, given) => Lib.Do(() =>
            {
                foreach (var (key, value) in Operators.MappingItems(given))
                {
                    Self(self).Defaults[key] = value;
                    foreach (var action in Self(self).All.Where(action => Operators.Equal(action.Dest, key)))
                        action.Default = value;
                }
            }))
            .Method("get_default", "self, dest", static (self, dest) =>
                Self(self).All.FirstOrDefault(a => Operators.Equal(a.Dest, dest) && !a.Default.IsNone)?.Default ?? Self(self).Defaults.Get(dest, Any.None))
            .Method("add_argument", "self, *args, **kwargs", static a => Self(a[0]).AddArgument(Lib.Tuple(a[1]), (PyDict<Any, Any>)a[2].Ref!))
            .Method("add_argument_group", "self, title=None, description=None, **kwargs", static a => NewGroup(Self(a[0]), a[1], a[2], (PyDict<Any, Any>)a[3].Ref!))
            .Method("add_mutually_exclusive_group", "self, *, required=False", static a => NewExclusive(Self(a[0]), a[1]))
            .Method("_add_action", "self, action", static (self, action) => Self(self).Add(ArgumentAction.Self(action)))
            .Property("description", static self => Self(self).Description, static (self, value) => Self(self).Description = value)
            .Property("prefix_chars", static self => Self(self).PrefixCharacters, static (self, value) => Self(self).PrefixCharacters = value)
            .Property("argument_default", static self => Self(self).ArgumentDefault, static (self, value) => Self(self).ArgumentDefault = value)
            .Property("conflict_handler", static self => Self(self).ConflictHandler, static (self, value) => Self(self).ConflictHandler = value)
            .Property("_actions", static self => Self(self).Actions)
            .Property("_action_groups", static self => Self(self).Groups)
            .Property("_mutually_exclusive_groups", static self => Self(self).Exclusive)
            .Property("_option_string_actions", static self => Self(self).ByOption)
            .Property("_registries", static self => Self(self).Registries)
            .Property("_defaults", static self => Self(self).Defaults);
    }
}
