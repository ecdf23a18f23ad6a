namespace Maoding.Shared.Lists;

/// <summary>A filter at work.</summary>
/// <param name="Without">The address of the list without it.</param>
public sealed record Chip(string Name, string Value, string Without);

/// <summary>The filters at work above a list.</summary>
/// <param name="NoneHref">The list without any of them; null when one click does that already.</param>
public sealed record ChipsModel(IEnumerable<Chip> Chips, string? NoneHref);
