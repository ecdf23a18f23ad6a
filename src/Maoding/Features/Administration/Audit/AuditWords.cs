using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Maoding.Domain;
using Maoding.Domain.Audit;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Rules;
using Maoding.Storage.Accounts;

namespace Maoding.Features.Administration.Audit;

/// <summary>What the audit's names of rows, values and choices are called in the office: read once from what stands at the entities.</summary>
public static class AuditWords
{
    /// <summary>What entries of earlier versions speak of and nothing is today; a renamed thing says its earlier name itself.</summary>
    private static readonly FrozenDictionary<string, string> Gone = new Dictionary<string, string>
    {
        ["LightRuleSet"] = "亮灯规则",
        ["LightRuleSet.PlanId"] = "计划",
        ["LightRuleSet.Number"] = "编号",
        ["LightRuleSet.Name"] = "名称",
        ["LightRuleSet.Rules"] = "规则",
        ["LightRuleSet.FromMonth"] = "起用月份",
        ["LightRuleSet.Reason"] = "理由",
        ["LightRuleSet.MadeOn"] = "制定日期",
        ["LightRuleSet.MadeById"] = "制定人",
        ["MonthClose.RuleSetId"] = "亮灯规则",
        ["MonthLight.RuleSetId"] = "亮灯规则",
        ["ProjectMonth.RuleSetId"] = "亮灯规则",
        ["StoredFile.CommitmentId"] = "任务",
        ["StoredFile.ProjectId"] = "项目",
        ["StoredFile.ReviewId"] = "联审联批",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (string Word, Type? Choice)> Known = Read();

    /// <summary>Audited rows, in the order of the search form.</summary>
    public static IReadOnlyList<(string Subject, string Word)> Subjects { get; } =
    [
        .. Entities().Where(e => typeof(IAudited).IsAssignableFrom(e)).OrderBy(e => Own(e).Place).Select(e => (e.Name, Own(e).Word)),
    ];

    /// <summary>任务: an entity, audited by itself or as a part of another.</summary>
    public static string Subject(string subject) => Word(subject) ?? subject;

    /// <summary>The name of a value; Part.Value for a part's, Part for a list of them.</summary>
    public static string Value(string subject, string name)
    {
        var (entity, value) = Apart(subject, name);
        if (entity != subject) return $"{Subject(entity)}·{Value(entity, value)}";
        return value == "Id" ? "内部号" : Word($"{subject}.{value}") ?? Subject(value);
    }

    /// <summary>A choice in words; any other text as it is.</summary>
    public static string Choice(string subject, string name, string text)
    {
        var (entity, value) = Apart(subject, name);
        return (entity, value) switch
        {
            (nameof(TargetFigure), nameof(TargetFigure.Kind)) => TargetKinds.NameOf(text) is { Length: > 0 } kind ? kind : text,
            (nameof(StoredFile), nameof(StoredFile.Subject)) => Subject(text),
            (nameof(RuleEdition), nameof(RuleEdition.Kind)) => text == LightKind.Lights ? LightKind.Only.Name : text,
            (nameof(RuleEdition), nameof(RuleEdition.Values)) => string.Join('\n', Leaves(JsonDocument.Parse(text).RootElement)),
            _ => Known.GetValueOrDefault($"{entity}.{value}").Choice is { } choice ? ChoiceWords.Of(choice, text) ?? text : text,
        };
    }

    private static string? Word(string name) => Known.GetValueOrDefault(name).Word ?? Gone.GetValueOrDefault(name);

    /// <summary>Whose value a name means: the row's own, or with a point that of a part.</summary>
    private static (string Entity, string Value) Apart(string subject, string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is var cut and > 0 ? (name[..cut], name[(cut + 1)..]) : (subject, name);

    private static IEnumerable<Type> Entities() => new[] { typeof(IAudited).Assembly, typeof(Account).Assembly }
        .SelectMany(a => a.GetTypes()).Where(t => t.IsClass && t.IsDefined(typeof(CalledAttribute), false));

    private static CalledAttribute Own(Type entity) => entity.GetCustomAttributes<CalledAttribute>().Single(c => c.Member is null);

    /// <summary>By "Entity" and "Entity.Value", renamed ones by both names.</summary>
    private static FrozenDictionary<string, (string Word, Type? Choice)> Read()
    {
        var words = new Dictionary<string, (string, Type?)>();
        void Add(string prefix, string name, CalledAttribute called, Type? choice)
        {
            words.Add(prefix + name, (called.Word, choice));
            if (called.Before is { } before) words.Add(prefix + before, (called.Word, choice));
        }

        foreach (var entity in Entities())
        {
            Add("", entity.Name, Own(entity), null);
            foreach (var name in new[] { entity.Name, Own(entity).Before }.OfType<string>())
            {
                foreach (var called in entity.GetCustomAttributes<CalledAttribute>())
                    if (called.Member is { } member) Add($"{name}.", member, called, null);
                foreach (var property in entity.GetProperties())
                    if (property.GetCustomAttribute<CalledAttribute>() is { } called) Add($"{name}.", property.Name, called, ChoiceOf(property.PropertyType));
            }
        }

        return words.ToFrozenDictionary();
    }

    private static Type? ChoiceOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } choice ? choice : null;

    /// <summary>The values of a rule of any kind, a line each.</summary>
    private static IEnumerable<string> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Leaves(p.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        _ => [value.ToString()],
    };
}
