using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Microsoft.CodeAnalysis;
using Pytocs.Cli.Diagnostics;
using Pytocs.Parser.Diagnostics;

namespace Pytocs.MSBuild;

/// <summary>Findings as errors, warnings and messages of a build, at their place in the Python file. What is an error stays one.</summary>
/// <param name="log">The build's log.</param>
/// <param name="severities">What <c>.editorconfig</c> says.</param>
/// <param name="isHidden">Whether a code is not shown for a file.</param>
/// <param name="errors">Codes of warnings that are errors.</param>
/// <param name="allAreErrors">Whether all warnings are.</param>
internal sealed class TaskFindings(TaskLoggingHelper log, ConfiguredSeverities severities, Func<string?, string, bool> isHidden, HashSet<string> errors, bool allAreErrors) : IFindingWriter
{
    public void Write(Finding finding)
    {
        var (code, start, end) = (finding.Descriptor.Code, finding.Start, finding.End);
        switch (SeverityOf(finding))
        {
            case ReportDiagnostic.Error:
                log.LogError(null, code, null, finding.Path, start.Line, start.Column, end.Line, end.Column, "{0}", finding.Message);
                break;
            case ReportDiagnostic.Warn:
                log.LogWarning(null, code, null, finding.Path, start.Line, start.Column, end.Line, end.Column, "{0}", finding.Message);
                break;
            case ReportDiagnostic.Info:
                log.LogMessage(null, code, null, finding.Path, start.Line, start.Column, end.Line, end.Column, MessageImportance.Normal, "{0}", finding.Message);
                break;
            default:
                break;
        }
    }

    private ReportDiagnostic SeverityOf(Finding finding)
    {
        var code = finding.Descriptor.Code;
        if (finding.Severity == Severity.Error)
            return ReportDiagnostic.Error;
        if (isHidden(finding.Path, code))
            return ReportDiagnostic.Suppress;
        var severity = severities.Of(finding.Path, code);
        if (severity == ReportDiagnostic.Default)
            severity = ReportDiagnostic.Warn;
        return severity == ReportDiagnostic.Warn && (allAreErrors || errors.Contains(code)) ? ReportDiagnostic.Error : severity;
    }

    public void Finish()
    {
        // A build has nothing to close.
    }
}
