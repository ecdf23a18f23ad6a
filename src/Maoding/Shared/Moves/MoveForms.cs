using Maoding.Domain;
using Microsoft.AspNetCore.Html;

namespace Maoding.Shared.Moves;

/// <summary>One open move as a page draws it.</summary>
public sealed record MoveForm(Transition Step)
{
    public string Id => $"move-{Step.MoveKey}";

    /// <summary>What the move asks of this actor now; the table's unless the page says otherwise.</summary>
    public AskedReason? Reason { get; init; } = Step.Reason;

    /// <summary>The words above a form that opens.</summary>
    public string Title { get; init; } = Step.Name;

    public string Button { get; init; } = Step.Button;

    /// <summary>Asked before the move is made; null: nothing.</summary>
    public string? Confirm { get; init; } = Step.Confirm;

    /// <summary>Words to start from; null: none.</summary>
    public string? Words { get; init; }

    /// <summary>It stands open when the page comes.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Where the move is made, on a page of its own; null: here.</summary>
    public string? Href { get; init; }

    /// <summary>What the feature shows and asks before the words; null: nothing.</summary>
    public IHtmlContent? More { get; init; }

    /// <summary>Something is missing that <see cref="More"/> tells: there is no button yet.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Nothing but a button.</summary>
    public bool IsPlain => Reason is null && More is null;

    public static string FieldOf(Transition step) => $"Reason-{step.MoveKey}";
}

/// <summary>The moves open to the one who looks, for the partial _MoveForms.</summary>
/// <param name="Action">Address of the page's handler for moves.</param>
/// <param name="Tried">Key of the move whose form came back with a refusal; null: none.</param>
/// <param name="Typed">Its words.</param>
public sealed record MoveForms(string Action, int Version, IReadOnlyList<MoveForm> Moves, string? Tried, string? Typed)
{
    /// <param name="may">Lets the one who looks make a move of the thing.</param>
    public static IReadOnlyList<MoveForm> Of(LifeCycle table, string state, Func<Transition, bool> may) =>
        [.. table.From(state).Where(may).Select(t => new MoveForm(t))];
}
