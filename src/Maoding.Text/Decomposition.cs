using Maoding.Text.Commitments;
using Maoding.Text.Deadlines;
using Maoding.Text.Functions;
using Maoding.Text.Ledgers;
using Maoding.Text.Structure;
using Maoding.Text.Targets;
using Maoding.Text.Themes;

namespace Maoding.Text;

/// <summary>One measure of a commitment with its place in the source and the functions it would fall to.</summary>
public sealed record AssignedMeasure(Measure Measure, TextSpan Span, IReadOnlyList<FunctionScore> Functions);

/// <summary>A sentence that directs work, as a proposed ledger row.</summary>
/// <param name="Number">From 1, in reading order.</param>
/// <param name="Quotes">Where its words stand in the source, the directing sentence first.</param>
/// <param name="Title">At most 30 characters of the sentence's own words.</param>
/// <param name="Functions">Best first; empty when no organ's duty is named.</param>
/// <param name="Deadline">The governing time phrase; null when the sentence has none.</param>
/// <param name="Score">Log odds of being a commitment; above 0.</param>
/// <param name="Split">Groups of measures (indices) by leading function when they belong to different ones, else empty.</param>
public sealed record Commitment(
    int Number,
    Sentence Sentence,
    IReadOnlyList<TextSpan> Quotes,
    string Title,
    IReadOnlyList<AssignedMeasure> Measures,
    IReadOnlyList<FunctionScore> Functions,
    Deadline? Deadline,
    IReadOnlyList<string> Themes,
    double Score,
    IReadOnlyList<MeasureGroup> Split);

/// <summary>Measures of one commitment that belong to one function.</summary>
public sealed record MeasureGroup(string Function, IReadOnlyList<int> Measures);

/// <summary>Why a person should look at a place; the codes are stable.</summary>
public enum ReviewCode
{
    /// <summary>A figure was redacted.</summary>
    Placeholder,

    /// <summary>A commitment names no organ's duty.</summary>
    NoFunction,

    /// <summary>Commitment or not was decided by a narrow margin.</summary>
    NarrowMargin,

    /// <summary>A commitment's measures belong to different functions: one row or several?</summary>
    Split,

    /// <summary>Two commitments seem to promise the same.</summary>
    SamePromise,

    /// <summary>A time phrase can be read as two days (6月前: before June or within it?).</summary>
    DeadlineReading,

    /// <summary>A theme announces more or fewer strands than the text lists.</summary>
    ThemeCount,
}

/// <summary>One thing for a person's eye.</summary>
/// <param name="Message">In Chinese: what it is and what to do.</param>
public sealed record ReviewNote(ReviewCode Code, TextSpan Span, string Message);

/// <summary>Everything read from one document.</summary>
/// <param name="Ledger">The rows of a breakdown plan that names its responsible units; null for a speech.</param>
public sealed record Decomposition(
    Outline Outline,
    int PlanYear,
    IReadOnlyList<Target> Targets,
    IReadOnlyList<Commitment> Commitments,
    IReadOnlyList<Theme> Themes,
    IReadOnlyList<LedgerRow>? Ledger,
    IReadOnlyList<ReviewNote> Review);
