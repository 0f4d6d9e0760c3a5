using Microsoft.Build.Utilities;
using Pytocs.Cli.Diagnostics;
using Pytocs.Parser.Diagnostics;

namespace Pytocs.MSBuild;

/// <summary>Findings as errors and warnings of a build, at their place in the Python file.</summary>
internal sealed class TaskFindings(TaskLoggingHelper log, HashSet<string> hidden, HashSet<string> errors, bool allAreErrors) : IFindingWriter
{
    public void Write(Finding finding)
    {
        var code = finding.Descriptor.Code;
        var (start, end) = (finding.Start, finding.End);
        if (finding.Severity == Severity.Error || allAreErrors || errors.Contains(code))
        {
            if (finding.Severity == Severity.Error || !hidden.Contains(code))
                log.LogError(null, code, null, finding.Path, start.Line, start.Column, end.Line, end.Column, "{0}", finding.Message);
        }
        else if (!hidden.Contains(code))
        {
            log.LogWarning(null, code, null, finding.Path, start.Line, start.Column, end.Line, end.Column, "{0}", finding.Message);
        }
    }

    public void Finish()
    {
        // A build has nothing to close.
    }
}
