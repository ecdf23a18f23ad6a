namespace Maoding.Shared.Addresses;

/// <summary>The address of the page of holidays.</summary>
public static class HolidayLinks
{
    public const string Index = "/holidays";

    /// <summary>The form for a year.</summary>
    public static string Enter(int year) => $"{Index}?of={year}#new";
}
