using Maoding.Domain;
using Maoding.Shared.Moves;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Hosting;

/// <summary>A page of one thing that lives by a table of moves: the partial _MoveForms draws its buttons.</summary>
public abstract class MovePage : MaodingPage
{
    /// <summary>Of the thing, as its sender saw it.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Key of the move that was asked for; null: none.</summary>
    [BindProperty]
    public string? Move { get; set; }

    /// <summary>The words that the move asks for.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <param name="action">Address of the page's handler for moves.</param>
    public MoveForms Forms(string action, int version, IEnumerable<MoveForm> moves) => new(action, version, [.. moves], Move, Reason);

    /// <summary>Makes the move that the form asks for and says so on the next page.</summary>
    /// <param name="next">Address of that page.</param>
    protected Task<IActionResult> MoveAsync(int id, string next, Func<MoveAsk, Task<Transition>> make, Func<Task> reload) => Try(
        async () =>
        {
            Notice((await make(new MoveAsk(id, Version, Move ?? "", Reason, Once(next)))).Done);
            return Redirect(next);
        },
        reload);
}
