namespace Maoding.Domain.Audit;

/// <summary>One change: who, when, why, before and after. Written once; the database refuses to change or delete it.</summary>
public sealed class AuditEntry
{
    /// <summary>From 1 without gaps, in the order of the chain.</summary>
    public long Sequence { get; set; }

    /// <summary>System clock, UTC, microseconds.</summary>
    public DateTime At { get; set; }

    /// <summary>0 for the system itself.</summary>
    public int AccountId { get; set; }

    /// <summary>The person's name and post at that time, as they read then.</summary>
    public required string Actor { get; set; }

    /// <summary>What was done, in words: 采纳任务.</summary>
    public required string Action { get; set; }

    /// <summary>Name of the entity's type: Commitment.</summary>
    public required string Subject { get; set; }

    public int SubjectId { get; set; }

    /// <summary>Reason given by the person; empty where none is asked for.</summary>
    public string Why { get; set; } = "";

    /// <summary>The exact text that was hashed, JSON: everything above with before and after values.</summary>
    public required string Text { get; set; }

    /// <summary>Lower-case hex SHA-256 of the previous entry; 64 zeros for the first.</summary>
    public required string PreviousHash { get; set; }

    /// <summary>Lower-case hex SHA-256 of PreviousHash and Text.</summary>
    public required string Hash { get; set; }
}

/// <summary>The end of the chain: one row, locked as the last statement before a commit.</summary>
public sealed class AuditHead
{
    public int Id { get; set; } = 1;

    public long Sequence { get; set; }

    public string Hash { get; set; } = new('0', 64);

    /// <summary>Counts every write, also those that add no entry: while it stands still, so does everything that can be computed from the database.</summary>
    public long Writes { get; set; }
}

/// <summary>A form that was carried out: sending it again gives the same answer and writes nothing.</summary>
public sealed class HandledRequest
{
    /// <summary>Random, made with the form.</summary>
    public required string Key { get; set; }

    /// <summary>Where the person was sent afterwards.</summary>
    public string Location { get; set; } = "";

    public DateTime At { get; set; }
}
