using System.Runtime.InteropServices;
using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Sqlite;

/// <summary>The functions of the system's SQLite library, which every macOS and Windows has and most Linuxes do.</summary>
internal static unsafe class SqliteNative
{
    public const int Ok = 0, Row = 100, Done = 101;
    public const nint Transient = -1;

    private static readonly Lazy<nint> s_library = new(static () =>
    {
        foreach (var name in (string[])["libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib", "/usr/lib/libsqlite3.dylib", "winsqlite3", "sqlite3", "e_sqlite3"])
            if (NativeLibrary.TryLoad(name, out var library))
                return library;
        return 0;
    });

    /// <exception cref="ImportError">The system has no SQLite.</exception>
    public static void Require()
    {
        if (s_library.Value == 0)
            throw new ImportError("libsqlite3: cannot open shared object file: No such file or directory");
    }

    private static nint Of(string name) => NativeLibrary.GetExport(s_library.Value, "sqlite3_" + name);

    public static readonly delegate* unmanaged<byte*, nint*, int, byte*, int> Open = (delegate* unmanaged<byte*, nint*, int, byte*, int>)Of("open_v2");
    public static readonly delegate* unmanaged<nint, int> Close = (delegate* unmanaged<nint, int>)Of("close_v2");
    public static readonly delegate* unmanaged<nint, byte*> ErrorMessage = (delegate* unmanaged<nint, byte*>)Of("errmsg");
    public static readonly delegate* unmanaged<nint, int> ErrorCode = (delegate* unmanaged<nint, int>)Of("extended_errcode");
    public static readonly delegate* unmanaged<nint, int, int> BusyTimeout = (delegate* unmanaged<nint, int, int>)Of("busy_timeout");
    public static readonly delegate* unmanaged<nint, byte*, int, nint*, byte**, int> Prepare = (delegate* unmanaged<nint, byte*, int, nint*, byte**, int>)Of("prepare_v2");
    public static readonly delegate* unmanaged<nint, int> Step = (delegate* unmanaged<nint, int>)Of("step");
    public static readonly delegate* unmanaged<nint, int> Reset = (delegate* unmanaged<nint, int>)Of("reset");
    public static readonly delegate* unmanaged<nint, int> Finish = (delegate* unmanaged<nint, int>)Of("finalize");
    public static readonly delegate* unmanaged<nint, int> IsReadOnly = (delegate* unmanaged<nint, int>)Of("stmt_readonly");
    public static readonly delegate* unmanaged<nint, byte*> ExpandedText = (delegate* unmanaged<nint, byte*>)Of("expanded_sql");
    public static readonly delegate* unmanaged<nint, void> Free = (delegate* unmanaged<nint, void>)Of("free");
    public static readonly delegate* unmanaged<nint, int> ParameterCount = (delegate* unmanaged<nint, int>)Of("bind_parameter_count");
    public static readonly delegate* unmanaged<nint, int, byte*> ParameterName = (delegate* unmanaged<nint, int, byte*>)Of("bind_parameter_name");
    public static readonly delegate* unmanaged<nint, int, int> BindNull = (delegate* unmanaged<nint, int, int>)Of("bind_null");
    public static readonly delegate* unmanaged<nint, int, long, int> BindInt = (delegate* unmanaged<nint, int, long, int>)Of("bind_int64");
    public static readonly delegate* unmanaged<nint, int, double, int> BindFloat = (delegate* unmanaged<nint, int, double, int>)Of("bind_double");
    public static readonly delegate* unmanaged<nint, int, byte*, int, nint, int> BindText = (delegate* unmanaged<nint, int, byte*, int, nint, int>)Of("bind_text");
    public static readonly delegate* unmanaged<nint, int, byte*, int, nint, int> BindBlob = (delegate* unmanaged<nint, int, byte*, int, nint, int>)Of("bind_blob");
    public static readonly delegate* unmanaged<nint, int> ColumnCount = (delegate* unmanaged<nint, int>)Of("column_count");
    public static readonly delegate* unmanaged<nint, int, byte*> ColumnName = (delegate* unmanaged<nint, int, byte*>)Of("column_name");
    public static readonly delegate* unmanaged<nint, int, byte*> ColumnDeclared = (delegate* unmanaged<nint, int, byte*>)Of("column_decltype");
    public static readonly delegate* unmanaged<nint, int, int> ColumnType = (delegate* unmanaged<nint, int, int>)Of("column_type");
    public static readonly delegate* unmanaged<nint, int, nint> ColumnValue = (delegate* unmanaged<nint, int, nint>)Of("column_value");
    public static readonly delegate* unmanaged<nint, int> ValueType = (delegate* unmanaged<nint, int>)Of("value_type");
    public static readonly delegate* unmanaged<nint, long> ValueInt = (delegate* unmanaged<nint, long>)Of("value_int64");
    public static readonly delegate* unmanaged<nint, double> ValueFloat = (delegate* unmanaged<nint, double>)Of("value_double");
    public static readonly delegate* unmanaged<nint, byte*> ValueText = (delegate* unmanaged<nint, byte*>)Of("value_text");
    public static readonly delegate* unmanaged<nint, byte*> ValueBlob = (delegate* unmanaged<nint, byte*>)Of("value_blob");
    public static readonly delegate* unmanaged<nint, int> ValueBytes = (delegate* unmanaged<nint, int>)Of("value_bytes");
    public static readonly delegate* unmanaged<nint, int> Changes = (delegate* unmanaged<nint, int>)Of("changes");
    public static readonly delegate* unmanaged<nint, int> TotalChanges = (delegate* unmanaged<nint, int>)Of("total_changes");
    public static readonly delegate* unmanaged<nint, long> LastRow = (delegate* unmanaged<nint, long>)Of("last_insert_rowid");
    public static readonly delegate* unmanaged<nint, int> IsAutocommit = (delegate* unmanaged<nint, int>)Of("get_autocommit");
    public static readonly delegate* unmanaged<nint, void> Interrupt = (delegate* unmanaged<nint, void>)Of("interrupt");
    public static readonly delegate* unmanaged<byte*, int> IsComplete = (delegate* unmanaged<byte*, int>)Of("complete");
    public static readonly delegate* unmanaged<byte*> Version = (delegate* unmanaged<byte*>)Of("libversion");

    public static readonly delegate* unmanaged<nint, byte*, int, int, nint, delegate* unmanaged<nint, int, nint*, void>, delegate* unmanaged<nint, int, nint*, void>, delegate* unmanaged<nint, void>, delegate* unmanaged<nint, void>, int> CreateFunction
        = (delegate* unmanaged<nint, byte*, int, int, nint, delegate* unmanaged<nint, int, nint*, void>, delegate* unmanaged<nint, int, nint*, void>, delegate* unmanaged<nint, void>, delegate* unmanaged<nint, void>, int>)Of("create_function_v2");

    public static readonly delegate* unmanaged<nint, byte*, int, nint, delegate* unmanaged<nint, int, byte*, int, byte*, int>, delegate* unmanaged<nint, void>, int> CreateCollation
        = (delegate* unmanaged<nint, byte*, int, nint, delegate* unmanaged<nint, int, byte*, int, byte*, int>, delegate* unmanaged<nint, void>, int>)Of("create_collation_v2");

    public static readonly delegate* unmanaged<nint, nint> UserData = (delegate* unmanaged<nint, nint>)Of("user_data");
    public static readonly delegate* unmanaged<nint, int, nint> AggregateContext = (delegate* unmanaged<nint, int, nint>)Of("aggregate_context");
    public static readonly delegate* unmanaged<nint, void> ResultNull = (delegate* unmanaged<nint, void>)Of("result_null");
    public static readonly delegate* unmanaged<nint, long, void> ResultInt = (delegate* unmanaged<nint, long, void>)Of("result_int64");
    public static readonly delegate* unmanaged<nint, double, void> ResultFloat = (delegate* unmanaged<nint, double, void>)Of("result_double");
    public static readonly delegate* unmanaged<nint, byte*, int, nint, void> ResultText = (delegate* unmanaged<nint, byte*, int, nint, void>)Of("result_text");
    public static readonly delegate* unmanaged<nint, byte*, int, nint, void> ResultBlob = (delegate* unmanaged<nint, byte*, int, nint, void>)Of("result_blob");
    public static readonly delegate* unmanaged<nint, byte*, int, void> ResultError = (delegate* unmanaged<nint, byte*, int, void>)Of("result_error");
    public static readonly delegate* unmanaged<nint, byte*, byte*, byte*, long, int, nint*, int> BlobOpen = (delegate* unmanaged<nint, byte*, byte*, byte*, long, int, nint*, int>)Of("blob_open");
    public static readonly delegate* unmanaged<nint, int> BlobClose = (delegate* unmanaged<nint, int>)Of("blob_close");
    public static readonly delegate* unmanaged<nint, int> BlobSize = (delegate* unmanaged<nint, int>)Of("blob_bytes");
    public static readonly delegate* unmanaged<nint, byte*, int, int, int> BlobRead = (delegate* unmanaged<nint, byte*, int, int, int>)Of("blob_read");
    public static readonly delegate* unmanaged<nint, byte*, int, int, int> BlobWrite = (delegate* unmanaged<nint, byte*, int, int, int>)Of("blob_write");
    public static readonly delegate* unmanaged<nint, byte*, nint, byte*, nint> BackupBegin = (delegate* unmanaged<nint, byte*, nint, byte*, nint>)Of("backup_init");
    public static readonly delegate* unmanaged<nint, int, int> BackupStep = (delegate* unmanaged<nint, int, int>)Of("backup_step");
    public static readonly delegate* unmanaged<nint, int> BackupFinish = (delegate* unmanaged<nint, int>)Of("backup_finish");
    public static readonly delegate* unmanaged<nint, int> BackupRemaining = (delegate* unmanaged<nint, int>)Of("backup_remaining");
    public static readonly delegate* unmanaged<nint, int> BackupPages = (delegate* unmanaged<nint, int>)Of("backup_pagecount");

    /// <summary>A text as UTF-8 with a zero behind it.</summary>
    public static byte[] Text(string text) => [.. Encoding.UTF8.GetBytes(text), 0];

    public static string? Text(byte* text) => text == null ? null : Marshal.PtrToStringUTF8((nint)text);
}
