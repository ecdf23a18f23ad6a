using Maoding.Storage;

namespace Maoding.Districts;

/// <summary>
/// One district in this process: where its data is, and all that is remembered of it between requests. Nothing of it is
/// static, so that hosts of several districts live side by side.
/// </summary>
public sealed class District(Database database)
{
    public Database Database => database;

    /// <summary>The newest snapshot of its directory.</summary>
    public DirectoryCache Directory { get; } = new();

    /// <summary>The one query of every request, compiled for its kind of database.</summary>
    public SessionQuery Sessions { get; } = new();

    /// <summary>Answers kept until the next write.</summary>
    public AnswerMemory Answers { get; } = new();

    /// <summary>Asked for while it is not set up.</summary>
    public FirstRunCode FirstRun { get; } = new(database);
}
