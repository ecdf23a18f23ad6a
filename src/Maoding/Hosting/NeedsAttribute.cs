using Maoding.Domain.Access;

namespace Maoding.Hosting;

/// <summary>Declares what a page handler or endpoint asks for. Without it the answer is a refusal; the service checks again with the row.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission => permission;
}

public static class NeedsExtensions
{
    public static TBuilder Needs<TBuilder>(this TBuilder builder, Permission permission)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NeedsAttribute(permission));
}
