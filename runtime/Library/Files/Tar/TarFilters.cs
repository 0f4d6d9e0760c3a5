using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tar;

/// <summary>What members may do when they are taken out: <see href="https://docs.python.org/3.13/library/tarfile.html#extraction-filters">filters</see>.</summary>
internal static class TarFilters
{
    private static readonly PyType s_error = PyType.Emitted("FilterError", "tarfile", TarfileModule.Error);
    private static readonly Dictionary<string, PyType> s_errors = new[] { "AbsolutePathError", "OutsideDestinationError", "SpecialFileError", "AbsoluteLinkError", "LinkOutsideDestinationError" }
        .ToDictionary(static n => n, static n => PyType.Emitted(n, "tarfile", s_error));

    public static void Add(PyModule module)
    {
        module.Type(s_error);
        foreach (var type in s_errors.Values)
            module.Type(type);
        module.Function("data_filter", "member, dest_path", static (member, folder) => Checked((TarEntry)member.Ref!, PathText.Of(folder).Text, data: true))
            .Function("tar_filter", "member, dest_path", static (member, folder) => Checked((TarEntry)member.Ref!, PathText.Of(folder).Text, data: false))
            .Function("fully_trusted_filter", "member, dest_path", static (member, _) => member);
    }

    /// <summary>The member as a filter lets it through; None where it is left out.</summary>
    public static Any Apply(Any filter, TarEntry member, string folder)
    {
        if (filter.IsNone)
        {
            Warnings.Issue(DeprecationWarning.Type, "Python 3.14 will, by default, filter extracted tar archives and reject files or modify their metadata. Use the filter argument to control this behavior.");
            return member;
        }
        return filter.Ref is not string name ? filter.Call(member, folder) : name switch
        {
            "data" => Checked(member, folder, data: true),
            "tar" => Checked(member, folder, data: false),
            "fully_trusted" => member,
            _ => throw new ValueError($"filter {Str.Repr(name)} not found"),
        };
    }

    private static BaseException Error(string name, TarEntry member, string message)
    {
        var error = s_errors[name].Call(message);
        error.Set("tarinfo", member);
        return (BaseException)error.Ref!;
    }

    private static bool Lies(string path, string folder) => path == folder || path.StartsWith(folder == "/" ? folder : folder + "/", StringComparison.Ordinal);

    private static Any Checked(TarEntry given, string destination, bool data)
    {
        var folder = PosixPaths.Absolute(destination);
        var member = given.Copy();
        member.Name = given.Name.TrimStart('/');
        var target = PosixPaths.Normalise(PosixPaths.Join(folder, member.Name));
        if (!Lies(target, folder))
            throw Error("OutsideDestinationError", given, $"{Str.Repr(given.Name)} would be extracted to {Str.Repr(target)}, which is outside the destination");
        member.Mode &= 0x1ed;
        if (!data)
            return member;
        (member.User, member.Group, member.UserName, member.GroupName) = (-1, -1, "", "");
        if (given.IsFile || given.Kind == TarEntry.HardLink)
        {
            if ((member.Mode & 0x40) == 0)
                member.Mode &= ~0x49L;
            member.Mode |= 0x180;
        }
        else if (given.IsFolder || given.Kind == TarEntry.SymbolicLink)
        {
            member.Mode = -1;
        }
        else
        {
            throw Error("SpecialFileError", given, $"{Str.Repr(given.Name)} is a special file");
        }
        if (given.Kind is TarEntry.HardLink or TarEntry.SymbolicLink)
        {
            if (given.Target.StartsWith('/'))
                throw Error("AbsoluteLinkError", given, $"{Str.Repr(given.Name)} is a link to an absolute path");
            var home = given.Kind == TarEntry.SymbolicLink ? PosixPaths.Split(target).Head : folder;
            var end = PosixPaths.Normalise(PosixPaths.Join(home, given.Target));
            if (!Lies(end, folder))
                throw Error("LinkOutsideDestinationError", given, $"{Str.Repr(given.Name)} would link to {Str.Repr(end)}, which is outside the destination");
        }
        return member;
    }
}
