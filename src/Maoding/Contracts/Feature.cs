namespace Maoding.Contracts;

/// <summary>
/// One thing that the product does, with everything that it brings: a subclass in its folder and a line in the list of features.
/// What it puts on other pages are parts (<see cref="TodayPart"/> and its like), registered with its services, so that
/// those pages know no guest by name; docs/architecture.md lists the parts and where those will stand that nothing needs yet.
/// </summary>
public abstract class Feature
{
    /// <summary>Its name in Chinese, such as 问题清单; no two share one.</summary>
    public abstract string Name { get; }

    /// <summary>Entries of the navigation, in the order in which they stand in their area.</summary>
    public virtual IEnumerable<NavigationPlace> Navigation => [];

    /// <summary>What it does by the clock, in the order in which a start catches up.</summary>
    public virtual IEnumerable<TimedPlan> Works => [];

    /// <summary>Its services and the parts that it adds to other pages.</summary>
    public virtual void AddServices(IServiceCollection services)
    {
    }

    /// <summary>Its endpoints that are no pages, each with the permission that it needs.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder app)
    {
    }
}
