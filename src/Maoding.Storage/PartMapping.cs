using System.Reflection;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maoding.Storage;

/// <summary>Says in the mappings what is audited as a part of another row, and reads it from the model. What is owned is a part by itself.</summary>
internal static class PartMapping
{
    /// <summary>On the foreign key that leads to the owner. It stands in the compiled model as well.</summary>
    private const string Part = "Maoding:Part";

    /// <summary>On an entity whose columns Subject and SubjectId name its owner, of any type.</summary>
    private const string PartOfAny = "Maoding:PartOfAny";

    private static readonly MethodInfo Finder = typeof(PartMapping).GetMethod(nameof(FindOwner), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void AsPart<TOwner, TPart>(this ReferenceCollectionBuilder<TOwner, TPart> key)
        where TOwner : class
        where TPart : class =>
        key.HasAnnotation(Part, true);

    public static void IsPartOfAny<T>(this EntityTypeBuilder<T> entity)
        where T : class =>
        entity.HasAnnotation(PartOfAny, true);

    /// <summary>Its owner is named by a subject and an id.</summary>
    public static bool IsPartOfAny(this IReadOnlyEntityType entity) => entity.FindAnnotation(PartOfAny) is not null;

    /// <summary>How a part leads to its owner; null for what is none.</summary>
    public static PartOwner? Owner(this IEntityType entity) => entity.GetOrAddRuntimeAnnotationValue(
        "Maoding:Owner",
        static part => part!.GetForeignKeys().Where(k => k.IsOwnership || k.FindAnnotation(Part) is not null).Select(Of).SingleOrDefault(),
        entity);

    private static PartOwner Of(IForeignKey key)
    {
        var owner = key.PrincipalEntityType.ClrType;
        return new PartOwner(owner, key.Properties.Single().Name, Finder.MakeGenericMethod(owner).CreateDelegate<Func<MaodingContext, int, EntityEntry?>>());
    }

    private static EntityEntry<T>? FindOwner<T>(MaodingContext db, int id)
        where T : class =>
        db.Set<T>().Local.FindEntry(id);
}

/// <param name="Type">Of the owner.</param>
/// <param name="Key">The part's column that names it.</param>
/// <param name="Find">The owner among what the context tracks.</param>
internal sealed record PartOwner(Type Type, string Key, Func<MaodingContext, int, EntityEntry?> Find);
