using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/stat.html">stat</see>.</summary>
internal static class StatModule
{
    private static readonly (string Name, long Value)[] s_constants =
    [
        ("S_IFDIR", 0x4000), ("S_IFCHR", 0x2000), ("S_IFBLK", 0x6000), ("S_IFREG", 0x8000), ("S_IFIFO", 0x1000), ("S_IFLNK", 0xa000), ("S_IFSOCK", 0xc000),
        ("S_IFDOOR", 0), ("S_IFPORT", 0), ("S_IFWHT", 0), ("S_ISUID", 0x800), ("S_ISGID", 0x400), ("S_ENFMT", 0x400), ("S_ISVTX", 0x200),
        ("S_IREAD", 0x100), ("S_IWRITE", 0x80), ("S_IEXEC", 0x40), ("S_IRWXU", 0x1c0), ("S_IRUSR", 0x100), ("S_IWUSR", 0x80), ("S_IXUSR", 0x40),
        ("S_IRWXG", 0x38), ("S_IRGRP", 0x20), ("S_IWGRP", 0x10), ("S_IXGRP", 8), ("S_IRWXO", 7), ("S_IROTH", 4), ("S_IWOTH", 2), ("S_IXOTH", 1),
        ("ST_MODE", 0), ("ST_INO", 1), ("ST_DEV", 2), ("ST_NLINK", 3), ("ST_UID", 4), ("ST_GID", 5), ("ST_SIZE", 6), ("ST_ATIME", 7), ("ST_MTIME", 8), ("ST_CTIME", 9),
        ("UF_NODUMP", 1), ("UF_IMMUTABLE", 2), ("UF_APPEND", 4), ("UF_OPAQUE", 8), ("UF_NOUNLINK", 16), ("UF_COMPRESSED", 32), ("UF_HIDDEN", 32768),
        ("SF_ARCHIVED", 65536), ("SF_IMMUTABLE", 131072), ("SF_APPEND", 262144), ("SF_NOUNLINK", 1048576), ("SF_SNAPSHOT", 2097152),
        ("FILE_ATTRIBUTE_READONLY", 1), ("FILE_ATTRIBUTE_HIDDEN", 2), ("FILE_ATTRIBUTE_SYSTEM", 4), ("FILE_ATTRIBUTE_DIRECTORY", 16), ("FILE_ATTRIBUTE_ARCHIVE", 32),
        ("FILE_ATTRIBUTE_NORMAL", 128), ("FILE_ATTRIBUTE_REPARSE_POINT", 1024),
    ];

    public static PyModule Build()
    {
        var module = new PyModule("stat");
        foreach (var (name, value) in s_constants)
            module.Value(name, value);
        foreach (var (name, kind) in ((string, long)[])[("DIR", 0x4000), ("CHR", 0x2000), ("BLK", 0x6000), ("REG", 0x8000), ("FIFO", 0x1000), ("LNK", 0xa000), ("SOCK", 0xc000)])
            module.Function("S_IS" + name, mode => (Lib.Int(mode) & 0xf000) == kind);
        foreach (var name in (string[])["S_ISDOOR", "S_ISPORT", "S_ISWHT"])
            module.Function(name, static _ => false);
        return module
            .Function("S_IMODE", static mode => Lib.Int(mode) & 0xfff)
            .Function("S_IFMT", static mode => Lib.Int(mode) & 0xf000)
            .Function("filemode", static mode => FileMode(Lib.Int(mode)));
    }

    /// <summary>A mode as <c>ls -l</c> shows it.</summary>
    internal static string FileMode(long mode)
    {
        var kind = (mode & 0xf000) switch { 0xa000 => 'l', 0xc000 => 's', 0x8000 => '-', 0x6000 => 'b', 0x4000 => 'd', 0x2000 => 'c', 0x1000 => 'p', _ => '?' };
        char Run(int shift, long special, char both, char only)
            => (mode & special) != 0 ? (mode & (1L << shift)) != 0 ? both : only : (mode & (1L << shift)) != 0 ? 'x' : '-';
        char Bit(int shift, char letter) => (mode & (1L << shift)) != 0 ? letter : '-';
        return string.Concat(
            kind, Bit(8, 'r'), Bit(7, 'w')) + string.Concat(Run(6, 0x800, 's', 'S'), Bit(5, 'r'), Bit(4, 'w'))
            + string.Concat(Run(3, 0x400, 's', 'S'), Bit(2, 'r'), Bit(1, 'w')) + Run(0, 0x200, 't', 'T');
    }
}
