using System.Globalization;
using System.Text.Json;
using Maoding.Districts;

namespace Maoding.Features.Administration.Audit;

/// <summary>One value before and after.</summary>
public sealed record AuditChangeLine(string Label, string Before, string After);

/// <summary>Puts the values of an entry's text into words.</summary>
public sealed class AuditValues(string subject, DirectorySnapshot directory, IReadOnlyDictionary<int, string> accounts)
{
    private const string Nothing = "（空）";

    /// <summary>The changed values in the order of the entry; none for an entry without values.</summary>
    public IReadOnlyList<AuditChangeLine> Read(string text)
    {
        using var parsed = JsonDocument.Parse(text);
        var (before, after) = (parsed.RootElement.GetProperty("before"), parsed.RootElement.GetProperty("after"));
        var names = before.EnumerateObject().Concat(after.EnumerateObject()).Select(p => p.Name).Distinct();
        return [.. names.Select(n => new AuditChangeLine(AuditWords.Value(subject, n), Of(before, n), Of(after, n)))];
    }

    private string Of(JsonElement side, string name) => side.TryGetProperty(name, out var value) ? Words(subject, name, value) : "";

    private string Words(string entity, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => Nothing,
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Number => Number(Last(name), value),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(part => Part(name, part))),
        JsonValueKind.Object when value.TryGetProperty("sha256", out var hash) => $"共 {value.GetProperty("length").GetInt32()} 字，SHA-256 {hash.GetString()}",
        JsonValueKind.String => Text(entity, name, value.GetString()!),
        _ => value.GetRawText(),
    };

    /// <summary>A part of a task in one line.</summary>
    private string Part(string name, JsonElement part) => string.Join("，", part.EnumerateObject()
        .Where(p => p.Name is not ("Id" or "CommitmentId" or "AmendmentId" or "Subject" or "SubjectId") && p.Value.ValueKind != JsonValueKind.Null)
        .Select(p => $"{AuditWords.Value(name, p.Name)} {Words(name, p.Name, p.Value)}"));

    private string Number(string name, JsonElement value)
    {
        if (!value.TryGetInt32(out var id)) return value.GetRawText();
        return name switch
        {
            "UnitId" or "LeadUnitId" or "ProposedUnitId" => Known(directory.UnitName(id), id),
            "PostId" or "ProposedPostId" or "LeaderPostId" or "SecondLeaderPostId" => Known(directory.Post(id)?.Name, id),
            "BroughtById" => $"内部号 {id}",
            "PersonId" => Known(directory.Person(id)?.Name, id),
            _ when name.EndsWith("ById", StringComparison.Ordinal) => id == 0 ? "系统" : Known(accounts.GetValueOrDefault(id), id),
            _ when name.EndsWith("Id", StringComparison.Ordinal) => $"内部号 {id}",
            _ => value.GetRawText(),
        };
    }

    private static string Known(string? name, int id) => name is { Length: > 0 } ? name : $"内部号 {id}";

    private static string Text(string entity, string name, string text)
    {
        if (text.Length == 0) return Nothing;
        if (AuditWords.Choice(entity, name, text) is var chosen && chosen != text) return chosen;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        return DateTime.TryParseExact(
            text, "yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? BusinessClock.InChina(time).ToString("yyyy年M月d日 HH:mm:ss", CultureInfo.InvariantCulture)
            : text;
    }

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];
}
