using System.Globalization;
using Maoding.Domain.Access;

namespace Maoding.Tests.Hosting;

/// <summary>Something that addresses name, and what permission checks know of it.</summary>
/// <param name="Under">The addresses that name it begin so: problems/</param>
/// <param name="Kind">As a failure names it: housing's.</param>
/// <param name="Values">What stands for each part of the address.</param>
public sealed record Thing(string Under, string Kind, params (string Name, object Value)[] Values)
{
    /// <summary>What permission checks know of it, for each permission; without it the table alone decides.</summary>
    public Func<Permission, AccessFacts>? Facts { get; init; }

    /// <summary>Without this permission for it, it is absent and not refused.</summary>
    public Permission? SeenBy { get; init; }

    /// <summary>Why it is not there for anybody in the addresses below <see cref="Under"/>; null where it is.</summary>
    public string? Nowhere { get; init; }

    /// <summary>What it is too early for is said with a code.</summary>
    public bool IsEarly { get; init; }

    public bool Allows(Actor actor, Permission permission) =>
        Permissions.Allows(actor, permission) && (Facts is null || Permissions.Allows(actor, permission, Facts(permission)));

    public bool IsAbsentFor(Actor actor) => Nowhere is not null || (SeenBy is { } seeing && !Allows(actor, seeing));

    /// <summary>Its value for a part of an address.</summary>
    public string? Of(string name) => Values.Where(v => v.Name == name).Select(v => Convert.ToString(v.Value, CultureInfo.InvariantCulture)).FirstOrDefault();
}
