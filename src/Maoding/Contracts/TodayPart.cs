using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Shared.Addresses;

namespace Maoding.Contracts;

/// <summary>What a feature puts on 今日; registered as a service of this type. Parts are asked one after another, by their place.</summary>
public abstract class TodayPart
{
    /// <summary>Where its cards and items stand among those of others, ascending: the order of the work, in hundreds by stage; no two share one.</summary>
    public abstract int Place { get; }

    /// <summary>Of the entry of the navigation beneath which its things are counted, where they lead to no other entry.</summary>
    public abstract string Section { get; }

    /// <summary>Whether it speaks of a year's plan: then it is asked once for each year that is open, and not before there is one; else once.</summary>
    public virtual bool IsOfYear => true;

    /// <summary>Adds what waits for the actor; the number of statements must not depend on the data.</summary>
    public abstract Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop);
}

/// <summary>A number at the top of the page, leading to the rows behind it.</summary>
public sealed record TodayCard(string Name, int Number, string Words, string Href);

/// <summary>Something that waits for the actor, with its one next action.</summary>
/// <param name="Section">Of the part that says it.</param>
/// <param name="Number">How many it speaks of.</param>
/// <param name="Year">The year that it belongs to; null: to none.</param>
public sealed record TodayItem(string Mark, string Title, string Detail, string Action, string Href, string Section, int Number, int? Year);

/// <summary>Who looks, at which plan, on which day.</summary>
/// <param name="PlanOrNull">The year's for parts of a year; else the usual one, null before there is any.</param>
public sealed record TodayScene(Actor Actor, DirectorySnapshot Directory, Plan? PlanOrNull, DateOnly Today)
{
    /// <summary>For parts of a year.</summary>
    public Plan Plan => PlanOrNull ?? throw new InvalidOperationException("There is no plan.");
}

/// <summary>What has been found so far.</summary>
public sealed class Gathered
{
    private readonly List<TodayCard> _cards = [];
    private readonly List<TodayItem> _items = [];

    /// <summary>Of the part that is being asked.</summary>
    public string Section { get; set; } = "";

    /// <summary>The year that is being asked about; null for what belongs to none.</summary>
    public TodayYear? Year { get; set; }

    public IReadOnlyList<TodayCard> Cards => _cards;

    public IReadOnlyList<TodayItem> Items => _items;

    /// <summary>Of another year than the usual one only when there is something.</summary>
    public void Card(string name, int number, string words, string href)
    {
        if (number > 0 || Year?.Carried is null) _cards.Add(new TodayCard(Told(name, " "), number, words, YearAddress.Carry(href, Year?.Carried)));
    }

    public void Add(string mark, string title, string detail, string action, string href) => Add(1, mark, title, detail, action, href);

    /// <summary>Only when there is something; {0} in the title is the number.</summary>
    public void AddSome(int number, string mark, string title, string detail, string action, string href)
    {
        if (number <= 0) return;
        Add(number, mark, title.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), detail, action, href);
    }

    private void Add(int number, string mark, string title, string detail, string action, string href) =>
        _items.Add(new TodayItem(mark, Told(title, "："), detail, action, YearAddress.Carry(href, Year?.Carried), Section, number, Year?.Year));

    private string Told(string words, string mark) =>
        Year is { IsTold: true } of ? string.Create(CultureInfo.InvariantCulture, $"{of.Year}年{mark}{words}") : words;
}

/// <summary>A year that parts are asked about.</summary>
/// <param name="IsTold">Several are open: it is said of each thing which it belongs to.</param>
/// <param name="Carried">As addresses have to tell it; null for the usual one.</param>
public sealed record TodayYear(int Year, bool IsTold, int? Carried);
