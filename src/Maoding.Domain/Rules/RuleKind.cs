using System.Text.Encodings.Web;
using System.Text.Json;

namespace Maoding.Domain.Rules;

/// <summary>
/// A kind of rules whose thresholds a district decides by dated editions: what values it has and how they read. Declared by the
/// feature that judges by it.
/// </summary>
public abstract class RuleKind
{
    /// <summary>In addresses and in the database.</summary>
    public abstract string Key { get; }

    /// <summary>亮灯规则.</summary>
    public abstract string Name { get; }

    /// <summary>What is judged by it, in a sentence.</summary>
    public abstract string About { get; }

    public abstract IReadOnlyList<RuleField> Fields { get; }

    /// <summary>The first holds while there is no edition.</summary>
    public abstract IReadOnlyList<RulePreset> Presets { get; }

    /// <summary>The values typed in, as an edition keeps them.</summary>
    /// <exception cref="RefusalException">The first of them that cannot be.</exception>
    public abstract string Read(RuleInput typed);

    /// <summary>An edition's values as a form shows them.</summary>
    public abstract RuleInput Show(string values);

    /// <summary>An edition's values in words, a line each.</summary>
    public abstract IReadOnlyList<string> Words(string values);

    /// <exception cref="RefusalException">RUL002: rules of this kind cannot begin on that day.</exception>
    public virtual void DemandStart(DateOnly day)
    {
    }
}

/// <summary>A kind with its values as one record.</summary>
public abstract class RuleKind<T> : RuleKind
    where T : class
{
    /// <summary>Chinese as it is: the audit and a person at the database read it.</summary>
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public T Parse(string values) => JsonSerializer.Deserialize<T>(values, _json) ?? throw new InvalidOperationException($"An edition of {Key} has no values.");

    public override string Read(RuleInput typed) => Write(Of(typed));

    public override RuleInput Show(string values) => Typed(Parse(values));

    public override IReadOnlyList<string> Words(string values) => Words(Parse(values));

    protected static string Write(T values) => JsonSerializer.Serialize(values, _json);

    /// <exception cref="RefusalException">The first value that cannot be.</exception>
    protected abstract T Of(RuleInput typed);

    protected abstract RuleInput Typed(T values);

    protected abstract IReadOnlyList<string> Words(T values);
}
