using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Maoding.Domain.Audit;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Maoding.Storage.Auditing;

/// <summary>Puts values into the text that is hashed: readable Chinese, no secret, no long text.</summary>
internal static class AuditText
{
    private const int LongText = 2000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly HashSet<string> Secrets = ["PasswordHash", "PasswordHistory", "SecurityStamp", "ConcurrencyStamp"];

    /// <summary>Columns that say nothing by themselves.</summary>
    private static readonly HashSet<string> Silent = ["Version", "ChangedAt", "ChangedById", "DueMonth", "DirectoryVersion", "Asked"];

    public static string Of(AuditEntry entry, AuditChange change) => new JsonObject
    {
        ["sequence"] = entry.Sequence,
        ["at"] = entry.At.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        ["account"] = entry.AccountId,
        ["actor"] = entry.Actor,
        ["action"] = entry.Action,
        ["subject"] = entry.Subject,
        ["id"] = entry.SubjectId,
        ["why"] = entry.Why,
        ["before"] = JsonNode.Parse(change.Before),
        ["after"] = JsonNode.Parse(change.After),
    }.ToJsonString(Json);

    /// <summary>Every telling value of a row.</summary>
    public static string Whole(EntityEntry entry)
    {
        var values = new JsonObject();
        foreach (var property in entry.Properties.Where(Tells)) values[property.Metadata.Name] = Value(property.Metadata.Name, property.CurrentValue);
        return values.ToJsonString(Json);
    }

    public static string Write(JsonObject values) => values.ToJsonString(Json);

    public static bool Tells(PropertyEntry property) => !Silent.Contains(property.Metadata.Name);

    public static JsonNode? Value(string name, object? value) => value switch
    {
        null => null,
        _ when Secrets.Contains(name) => JsonValue.Create("（不记录）"),
        string { Length: > LongText } text => new JsonObject
        {
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            ["length"] = text.Length,
        },
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        Enum name2 => JsonValue.Create(name2.ToString()),
        DateTime time => JsonValue.Create(time.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture)),
        DateOnly day => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTimeOffset time => Value(name, time.UtcDateTime),
        _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };
}
