using System.Collections.Frozen;
using System.Reflection;

namespace Maoding.Domain.Audit;

/// <summary>What the office calls an entity and its values, in the log; and a choice, in the log and on pages alike.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class CalledAttribute(string word) : Attribute
{
    public string Word => word;

    /// <summary>The name that it has in entries written before it was renamed; null for none.</summary>
    public string? Before { get; init; }

    /// <summary>On an entity: the value that is meant, where it is inherited or a column without a property; null: the entity.</summary>
    public string? Member { get; init; }

    /// <summary>On an audited entity: where it stands among the kinds that the log can be searched for.</summary>
    public int Place { get; init; }
}

/// <summary>The words of choices, from their members.</summary>
public static class ChoiceWords
{
    /// <exception cref="ArgumentOutOfRangeException">The choice does not have it.</exception>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Words<T>.ByValue.TryGetValue(value, out var word) ? word : throw new ArgumentOutOfRangeException(nameof(value), value, typeof(T).Name);

    /// <summary>The word of a member by its name; null where there is none.</summary>
    public static string? Of(Type choice, string name) => choice.GetField(name)?.GetCustomAttribute<CalledAttribute>()?.Word;

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetNames<T>().ToFrozenDictionary(
            Enum.Parse<T>, name => Of(typeof(T), name) ?? throw new InvalidOperationException($"{typeof(T).Name}.{name} is not called anything."));
    }
}
