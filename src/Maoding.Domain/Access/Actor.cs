using Maoding.Domain.Organization;

namespace Maoding.Domain.Access;

/// <summary>A post the actor holds today.</summary>
/// <param name="UnitId">The post's unit; null for leaders of the region.</param>
public sealed record HeldPost(int PostId, PostKind Kind, int? UnitId, string Name);

/// <summary>Who asks: an account with the posts its person holds on the business date.</summary>
/// <param name="AccountId">0 for the system itself and for visitors.</param>
/// <param name="IsAdministrator">Accounts and settings only: no right to business data by itself.</param>
public sealed record Actor(int AccountId, int? PersonId, string Name, bool IsAdministrator, IReadOnlyList<HeldPost> Posts)
{
    /// <summary>Someone who has not signed in.</summary>
    public static Actor Visitor { get; } = new(0, null, "访客", false, []);

    /// <summary>What is done when its day has come, or by a start, and nobody did it by hand.</summary>
    public static Actor System { get; } = new(0, null, "系统自动", false, []);

    /// <summary>Whoever gave a command on the machine.</summary>
    public static Actor CommandLine { get; } = new(0, null, "命令行", false, []);

    /// <summary>Whoever sets an empty database up: there is no account yet.</summary>
    public static Actor Founder { get; } = new(0, null, "首次设置", false, []);

    public bool IsSignedIn => AccountId != 0;

    /// <summary>Units whose head or clerk the actor is.</summary>
    public IReadOnlyList<int> Units { get; } =
        [.. Posts.Where(p => p.Kind is PostKind.UnitHead or PostKind.UnitClerk && p.UnitId is not null).Select(p => p.UnitId!.Value).Distinct()];

    /// <summary>The leader posts the actor holds.</summary>
    public IReadOnlyList<int> LeaderPosts { get; } = [.. Posts.Where(p => p.Kind == PostKind.Leader).Select(p => p.PostId)];

    /// <summary>Name with first post, as audit entries and the header show it.</summary>
    public string Title => Posts.Count > 0 ? $"{Name}（{Posts[0].Name}）" : IsAdministrator ? $"{Name}（系统管理员）" : Name;

    public bool Is(PostKind kind) => Posts.Any(p => p.Kind == kind);
}
