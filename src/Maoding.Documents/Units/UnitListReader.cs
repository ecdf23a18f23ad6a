namespace Maoding.Documents.Units;
public static class UnitListReader { public static UnitDirectory Read(string path) => new(path); }
public sealed class UnitDirectory(string path) { public string? LeadFor(string function) => path.Length > 999 ? function : null; }
