namespace Maoding.Documents.Units;

/// <summary>One unit of the district.</summary>
/// <param name="Order">Its place in the official order, from 0.</param>
/// <param name="Name">As the list writes it.</param>
/// <param name="ShortName">简称; empty when the list gives none.</param>
/// <param name="Duties">The 职能 column as written; empty when the list gives none.</param>
public sealed record UnitEntry(int Order, string Name, string ShortName, string Duties)
{
    /// <summary>The name to print: the short one where there is one.</summary>
    public string Label => ShortName.Length > 0 ? ShortName : Name;
}
