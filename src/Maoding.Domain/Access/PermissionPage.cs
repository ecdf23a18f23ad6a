using System.Text;
using Maoding.Domain.Organization;

namespace Maoding.Domain.Access;

/// <summary>The table of permissions as the page docs/permissions.md.</summary>
public static class PermissionPage
{
    private const string Head = """
        # Permissions

        Drawn from the table by `dotnet run --project src/Maoding -- permissions > docs/permissions.md`; a test compares.

        A post gives its holder what its column says, an account all that its holder's posts give together; what is not in the table is
        refused. A thing with a list of readers is absent for everybody who is not on it, whatever the table says
        ([ADR 0021](adr/0021-access-facts-and-readers.md)).

        | word | for which things |
        |---|---|
        | all | every one |
        | own | those that the unit leads or takes part in, or that the leader's post leads, once they have left their makers |
        | issued | those in force |
        | own, issued | both |

        """;

    public static string Draw()
    {
        var kinds = Enum.GetValues<PostKind>();
        var page = new StringBuilder(Head);
        page.Append("\n| permission |").AppendJoin('|', kinds.Select(k => $" {k} "))
            .Append("| others |\n|---|").AppendJoin('|', kinds.Select(_ => "---")).Append("|---|\n");
        foreach (var permission in Enum.GetValues<Permission>())
        {
            page.Append($"| {permission} |").AppendJoin('|', kinds.Select(k => $" {Word(Permissions.ScopeOf(k, permission))} "))
                .Append($"| {Others(permission)} |\n");
        }

        return page.ToString();
    }

    private static string Word(Scope scope) => scope switch
    {
        Scope.None => "",
        Scope.Issued => "issued",
        Scope.Own => "own",
        Scope.OwnOrIssued => "own, issued",
        _ => "all",
    };

    private static string Others(Permission permission) => permission switch
    {
        Permission.Open => "anyone",
        Permission.FirstRun => "anyone, while there is no account",
        _ when Permissions.ForAll.Contains(permission) => "whoever has signed in",
        _ when Permissions.ForAdministrators.Contains(permission) => "administrators",
        _ => "",
    };
}
