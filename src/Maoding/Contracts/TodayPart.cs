using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;

namespace Maoding.Contracts;

/// <summary>What a feature puts on 今日; registered as a service of this type. Parts are asked one after another, by their place.</summary>
public abstract class TodayPart
{
    /// <summary>Where its cards and items stand among those of others, ascending: the order of the work, in hundreds by stage; no two share one.</summary>
    public abstract int Place { get; }

    /// <summary>Of the entry of the navigation beneath which its things are counted, where they lead to no other entry.</summary>
    public abstract string Section { get; }

    /// <summary>Whether it has nothing to say before there is a plan.</summary>
    public virtual bool NeedsPlan => true;

    /// <summary>Adds what waits for the actor; the number of statements must not depend on the data.</summary>
    public abstract Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop);
}

/// <summary>A number at the top of the page, leading to the rows behind it.</summary>
public sealed record TodayCard(string Name, int Number, string Words, string Href);

/// <summary>Something that waits for the actor, with its one next action.</summary>
/// <param name="Section">Of the part that says it.</param>
/// <param name="Number">How many it speaks of.</param>
public sealed record TodayItem(string Mark, string Title, string Detail, string Action, string Href, string Section, int Number);

/// <summary>Who looks, at which plan, on which day.</summary>
/// <param name="PlanOrNull">Null before there is one.</param>
public sealed record TodayScene(Actor Actor, DirectorySnapshot Directory, Plan? PlanOrNull, DateOnly Today)
{
    /// <summary>For parts that need a plan.</summary>
    public Plan Plan => PlanOrNull ?? throw new InvalidOperationException("There is no plan.");

    /// <summary>The plan whose year runs, for what belongs to the year: a draft of the next year does not end the work of this one.</summary>
    public Plan RunningPlan => Directory.Ledger.Running ?? Plan;
}

/// <summary>What has been found so far.</summary>
public sealed class Gathered
{
    private readonly List<TodayCard> _cards = [];
    private readonly List<TodayItem> _items = [];

    /// <summary>Of the part that is being asked.</summary>
    public string Section { get; set; } = "";

    public IReadOnlyList<TodayCard> Cards => _cards;

    public IReadOnlyList<TodayItem> Items => _items;

    public void Card(string name, int number, string words, string href) => _cards.Add(new TodayCard(name, number, words, href));

    public void Add(string mark, string title, string detail, string action, string href) => Add(1, mark, title, detail, action, href);

    /// <summary>Only when there is something; {0} in the title is the number.</summary>
    public void AddSome(int number, string mark, string title, string detail, string action, string href)
    {
        if (number <= 0) return;
        Add(number, mark, title.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), detail, action, href);
    }

    private void Add(int number, string mark, string title, string detail, string action, string href) =>
        _items.Add(new TodayItem(mark, title, detail, action, href, Section, number));
}
