using System.Data.Common;
using System.Globalization;
using System.Text;
using Maoding.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Maoding.WebBench;

/// <summary>
/// The two yardsticks as a process of their own: /raw sends bytes as long as the page, /sql reads the page's rows by ADO.NET and writes them as text.
/// </summary>
internal static class Baseline
{
    private const string Query = """
        SELECT "Id", "ParentId", "Number", "Order", "Kind", "State", "Title", "LeadUnitId",
            "LeaderPostId", "SecondLeaderPostId", "DueKind", "Due", "Share", "Light", "MonthlyPlan"
        FROM "Commitments" WHERE "PlanId" = @plan AND ("State" & 255) >= @state ORDER BY "Order", "Id" LIMIT @limit
        """;

    public static async Task RunAsync(Database database, int port, int bytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var app = builder.Build();
        var body = Encoding.ASCII.GetBytes(new string('x', bytes));
        app.MapGet("/raw", (HttpContext context) =>
        {
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await using var source = database.IsPostgres ? NpgsqlDataSource.Create(database.ConnectionString) : null;
        app.MapGet("/sql", (HttpContext context) => SqlAsync(context, source, database.ConnectionString));
        await app.RunAsync();
    }

    private static async Task SqlAsync(HttpContext context, NpgsqlDataSource? source, string connectionString)
    {
        await using DbConnection connection = source is not null ? source.CreateConnection() : new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Query;
        foreach (var (name, value) in ((string, object)[])[("plan", 1), ("state", 30), ("limit", 100)])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var text = new StringBuilder();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    text.Append(reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)).Append('\t');
                text.Append('\n');
            }
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    }
}
