namespace Maoding.Text.Targets;

/// <summary>A target found, by places in its sentence.</summary>
internal sealed record Finding(
    int Start, int End, string Name, TargetKind Kind, Figure? Value, Figure? Value2, string? Unit, string Rule, string Words, string? Partner = null);
