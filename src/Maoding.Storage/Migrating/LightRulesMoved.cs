using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Maoding.Storage.Migrating;

/// <summary>
/// What the generated migration LinesReadersRules cannot know: the versions of the light rules become editions under the same keys, so
/// that closed months go on naming them. The partial classes beside the generated ones pass their operations through here.
/// </summary>
internal static class LightRulesMoved
{
    private const string Old = "LightRuleSets";
    private const string New = "RuleEditions";

    private const string Columns = """
        ("Id", "Kind", "Number", "Name", "From", "Source", "Values", "ApprovedBy", "ApprovedOn", "MadeOn", "MadeById", "Version")
        """;

    /// <summary>
    /// Whole tables of months would be written anew to point them to another table, and in pieces that a killed process leaves half done.
    /// They follow their parent when that is renamed instead, and the new table then takes its name: all in one transaction.
    /// </summary>
    public static IReadOnlyList<MigrationOperation> OnSqlite(IEnumerable<MigrationOperation> generated)
    {
        var operations = new List<MigrationOperation>();
        foreach (var operation in generated)
        {
            if (operation is DropForeignKeyOperation or AddForeignKeyOperation or DropTableOperation { Name: Old }) continue;
            if (operation is not CreateTableOperation { Name: New } create)
            {
                operations.Add(operation);
                continue;
            }

            const string apart = "RuleEditionsMade", day = """COALESCE(PRINTF('%d-%02d-01', s."FromMonth" / 100, s."FromMonth" % 100), '9999-12-31')""";
            (create.Name, create.PrimaryKey!.Table) = (apart, apart);
            foreach (var column in create.Columns) column.Table = apart;
            operations.Add(Sql($"""ALTER TABLE "{Old}" RENAME TO "{New}" """));
            operations.Add(create);
            operations.Add(Sql($"INSERT INTO \"{apart}\" {Columns} {Select(day, "CHAR(10)", New)}"));
            operations.Add(Sql($"""DROP TABLE "{New}" """));
            operations.Add(Sql($"""ALTER TABLE "{apart}" RENAME TO "{New}" """));
        }

        return operations;
    }

    public static IReadOnlyList<MigrationOperation> OnPostgres(IEnumerable<MigrationOperation> generated)
    {
        var operations = generated.ToList();
        var drop = operations.Find(o => o is DropTableOperation { Name: Old })!;
        operations.Remove(drop);
        const string day = """COALESCE(MAKE_DATE(s."FromMonth" / 100, s."FromMonth" % 100, 1), DATE '9999-12-31')""";
        operations.InsertRange(operations.FindIndex(o => o is CreateTableOperation { Name: New }) + 1,
        [
            Sql($"INSERT INTO \"{New}\" {Columns} {Select(day, "CHR(10)", Old)}"),
            Sql($"""SELECT SETVAL(PG_GET_SERIAL_SEQUENCE('"{New}"', 'Id'), MAX("Id")) FROM "{New}" HAVING MAX("Id") IS NOT NULL"""),
        ]);
        operations.Add(drop);
        return operations;
    }

    /// <summary>Lines of rules become a list; plans follow one another by years, so that numbers run on in the order in which versions held.</summary>
    private static string Select(string day, string lineEnd, string table) => $$"""
        SELECT s."Id", 'lights', ROW_NUMBER() OVER (ORDER BY p."Year", s."Number"), s."Name", {{day}}, s."Reason",
               '{"rules":["' || REPLACE(s."Rules", {{lineEnd}}, '","') || '"]}', '', NULL, s."MadeOn", s."MadeById", s."Version"
        FROM "{{table}}" s JOIN "Plans" p ON p."Id" = s."PlanId"
        """;

    private static SqlOperation Sql(string statement) => new() { Sql = statement };
}
