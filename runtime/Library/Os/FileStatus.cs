using System.Buffers.Binary;
using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What the system knows about a file: <see href="https://docs.python.org/3.13/library/os.html#os.stat_result">os.stat_result</see>.</summary>
internal readonly record struct FileStatus(uint Mode, ulong Inode, ulong Device, uint Links, uint User, uint Group, long Size, long AccessTime, long ModifyTime, long ChangeTime, uint BlockSize, long Blocks, ulong DeviceType)
{
    private const int FollowNot = 0x100;
    private const int EmptyPath = 0x1000;
    private const int CurrentFolder = -100;

    private static readonly string[] s_names = ["st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime"];

    private static readonly StructSequence s_result = Declare();

    public static PyType Type => s_result.Type;

    public bool IsDirectory => (Mode & 0xf000) == 0x4000;

    public bool IsFile => (Mode & 0xf000) == 0x8000;

    public bool IsLink => (Mode & 0xf000) == 0xa000;

    /// <summary>Times as a class's float seconds.</summary>
    public double ModifySeconds => ModifyTime / 1e9;

    private static StructSequence Declare()
    {
        var made = new StructSequence(
            "os.stat_result",
            s_names,
            ["st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev"]);
        // As items the times are whole seconds, as attributes they have fractions.
        foreach (var time in (string[])["st_atime", "st_mtime", "st_ctime"])
            made.Type.Property(time, self => Lib.Int(Operators.GetAttr(self, time + "_ns")) / 1e9);
        made.Type.Method("__repr__", static self => "os.stat_result(" + string.Join(", ", ((PyTuple)self.Ref!).Select(static (v, i) => $"{s_names[i]}={Operators.Repr(v)}")) + ")");
        return made;
    }

    /// <summary>The status of a path or of an open descriptor; null where the system refuses, with its error number left behind.</summary>
    public static FileStatus? Read(string path, bool follow = true)
        => OperatingSystem.IsLinux() ? Call(CurrentFolder, Posix.C(path), follow ? 0 : FollowNot) : Portable(path, follow);

    /// <inheritdoc cref="Read(string, bool)"/>
    public static FileStatus? Read(int descriptor) => Call(descriptor, [0], EmptyPath);

    /// <exception cref="OSError">The system refuses.</exception>
    public static FileStatus Of(Any path, bool follow = true)
    {
        if (Operators.IsIntLike(path))
            return Read(Descriptor(path)) ?? throw Posix.Failure(path);
        return Read(FileErrors.PathOf(path), follow) ?? throw Posix.Failure(PathText.Shown(path));
    }

    /// <summary>The number of a descriptor; a bool is told to be none.</summary>
    public static int Descriptor(Any number)
    {
        if (number.IsBool)
            Warnings.Issue(RuntimeWarning.Type, "bool is used as a file descriptor");
        return (int)Lib.Int(number);
    }

    private static FileStatus? Call(int folder, byte[] path, int flags)
    {
        DiskFile.FlushPending();
        var data = new byte[256];
        if (path.AsSpan(0, path.Length - 1).Contains((byte)0))
            throw new ValueError("embedded null byte");
        if (Posix.Status(folder, path, flags, 0x7ff, data) != 0)
            return null;
        uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(at));
        long I64(int at) => BinaryPrimitives.ReadInt64LittleEndian(data.AsSpan(at));
        long Time(int at) => (I64(at) * 1_000_000_000) + U32(at + 8);
        return new FileStatus(
            BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(28)), (ulong)I64(32), Combined(U32(136), U32(140)), U32(16), U32(20), U32(24), I64(40),
            Time(64), Time(112), Time(96), U32(4), I64(48), Combined(U32(128), U32(132)));
    }

    /// <summary>Both halves of a device's number in the C library's encoding.</summary>
    private static ulong Combined(uint major, uint minor)
        => ((major & 0xfffff000UL) << 32) | ((major & 0xfffUL) << 8) | ((minor & 0xffffff00UL) << 12) | (minor & 0xffUL);

    /// <summary>What .NET says of a file where the system has no statx.</summary>
    private static FileStatus? Portable(string path, bool follow)
    {
        FileSystemInfo info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if (follow && info.LinkTarget is not null)
            info = info.ResolveLinkTarget(returnFinalTarget: true) ?? info;
        if (!info.Exists)
        {
            System.Runtime.InteropServices.Marshal.SetLastPInvokeError(2);
            return null;
        }
        static long Time(DateTime time) => (time - DateTime.UnixEpoch).Ticks * 100;
        var kind = info.LinkTarget is not null ? 0xa000u : info is DirectoryInfo ? 0x4000u : 0x8000u;
        var mode = OperatingSystem.IsWindows() ? 0x1b6u : (uint)info.UnixFileMode;
        return new FileStatus(kind | mode, 0, 0, 1, 0, 0, info is FileInfo file ? file.Length : 4096, Time(info.LastAccessTimeUtc), Time(info.LastWriteTimeUtc), Time(info.CreationTimeUtc), 4096, 0, 0);
    }

    private static long Floor(long nanoseconds) => (long)Math.Floor(nanoseconds / 1e9);

    public Any ToAny() => s_result.Make(
        [Mode, (BigInteger)Inode, (BigInteger)Device, Links, User, Group, Size, Floor(AccessTime), Floor(ModifyTime), Floor(ChangeTime)],
        ("st_atime_ns", AccessTime), ("st_mtime_ns", ModifyTime), ("st_ctime_ns", ChangeTime), ("st_blksize", BlockSize), ("st_blocks", Blocks), ("st_rdev", (BigInteger)DeviceType));
}
