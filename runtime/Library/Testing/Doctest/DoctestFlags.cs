namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/doctest.html#option-flags">Option flags</see>, with CPython's numbers.</summary>
[Flags]
internal enum DoctestFlags
{
    None = 0,
    DontAcceptTrueForOne = 1,
    DontAcceptBlankLine = 2,
    NormalizeWhitespace = 4,
    Ellipsis = 8,
    Skip = 16,
    IgnoreExceptionDetail = 32,
    ReportUdiff = 64,
    ReportCdiff = 128,
    ReportNdiff = 256,
    ReportOnlyFirstFailure = 512,
    FailFast = 1024,
}
