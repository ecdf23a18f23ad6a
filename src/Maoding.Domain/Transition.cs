using Maoding.Domain.Access;

namespace Maoding.Domain;

/// <summary>How a button looks.</summary>
public enum ButtonLook
{
    /// <summary>What is done in most cases.</summary>
    Main = 0,

    Plain,

    /// <summary>Ends something, or sends it back.</summary>
    Danger,
}

/// <summary>The words that a move asks for: why, what was done, what came of it.</summary>
/// <param name="Label">Of the field on the form: 还差什么.</param>
/// <param name="Code">Of the refusal.</param>
/// <param name="Refusal">Says what to write when nothing was written, or too much.</param>
/// <param name="Most">Letters.</param>
public sealed record AskedReason(string Label, string Code, string Refusal, int Most)
{
    /// <summary>Without it the words are welcome and may be left out.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Says what to do about too many words; null: <see cref="Refusal"/> says both.</summary>
    public string? TooLong { get; init; }

    /// <summary>Height of the field; 1: a line.</summary>
    public int Lines { get; init; } = 3;

    /// <summary>What was typed, without the blanks around it.</summary>
    /// <param name="field">Of the form, which the refusal names.</param>
    /// <exception cref="RefusalException">With <see cref="Code"/>.</exception>
    public string Demand(string? typed, string field)
    {
        var words = (typed ?? "").Trim();
        if (words.Length > Most) throw new RefusalException(Code, TooLong ?? Refusal) { Field = field };
        return words.Length > 0 || !IsRequired ? words : throw new RefusalException(Code, Refusal) { Field = field };
    }
}

/// <summary>One legal move as data: whoever may make it, what it asks, what its button says.</summary>
/// <param name="Name">The move as the office says it.</param>
/// <param name="Permission">Asked for with the facts of the thing that moves.</param>
public record Transition(string MoveKey, string Name, string FromKey, string ToKey, Permission Permission)
{
    /// <summary>Null: the move asks for no words.</summary>
    public AskedReason? Reason { get; init; }

    /// <summary>What its button says.</summary>
    public string Button { get; init; } = Name;

    /// <summary>Asked before the move is made; null: nothing.</summary>
    public string? Confirm { get; init; }

    public ButtonLook Look { get; init; }

    /// <summary>Said when it is done.</summary>
    public string Done { get; init; } = $"已登记“{Name}”。";
}

/// <summary>A legal move of a table that stands in the code.</summary>
public sealed record Transition<TState, TMove>(TMove Move, string Name, TState From, TState To, Permission Permission)
    : Transition(Move.ToString(), Name, From.ToString(), To.ToString(), Permission)
    where TState : struct, Enum
    where TMove : struct, Enum;
