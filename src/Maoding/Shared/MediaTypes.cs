namespace Maoding.Shared;

/// <summary>Media types of the documents that are given out and taken in.</summary>
public static class MediaTypes
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
