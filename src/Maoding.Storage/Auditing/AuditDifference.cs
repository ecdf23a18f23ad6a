using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Maoding.Storage.Auditing;

/// <summary>Collects what changes in one row: taken before the save (old values), described after it (new keys).</summary>
internal sealed class AuditDifference
{
    private readonly JsonObject _before = [];
    private readonly List<(string Name, PropertyEntry Property)> _changed = [];
    private readonly List<(string Name, EntityEntry Part)> _added = [];

    public void Add(EntityEntry entry, bool isOwner)
    {
        var name = entry.Metadata.ShortName();
        if (!isOwner && entry.State == EntityState.Added) _added.Add((name, entry));
        else if (!isOwner && entry.State == EntityState.Deleted) List(_before, name).Add(Values(entry, original: true));
        else Compare(entry, isOwner ? "" : $"{name}.");
    }

    public AuditChange Describe(EntityEntry owner)
    {
        var after = new JsonObject();
        foreach (var (name, property) in _changed) after[name] = AuditText.Value(property.Metadata.Name, property.CurrentValue);
        foreach (var (name, part) in _added) List(after, name).Add(Values(part, original: false));
        return new AuditChange(owner.Metadata.ShortName(), (int)owner.Property("Id").CurrentValue!, AuditText.Write(_before), AuditText.Write(after));
    }

    private void Compare(EntityEntry entry, string prefix)
    {
        foreach (var property in entry.Properties.Where(AuditText.Tells))
        {
            if (entry.State == EntityState.Added && property.CurrentValue is null or "") continue;
            if (entry.State == EntityState.Modified && !property.IsModified) continue;
            if (entry.State != EntityState.Added) _before[prefix + property.Metadata.Name] = AuditText.Value(property.Metadata.Name, property.OriginalValue);
            if (entry.State != EntityState.Deleted) _changed.Add((prefix + property.Metadata.Name, property));
        }
    }

    private static JsonObject Values(EntityEntry entry, bool original)
    {
        var values = new JsonObject();
        foreach (var property in entry.Properties.Where(AuditText.Tells))
            values[property.Metadata.Name] = AuditText.Value(property.Metadata.Name, original ? property.OriginalValue : property.CurrentValue);
        return values;
    }

    private static JsonArray List(JsonObject values, string name)
    {
        if (values[name] is not JsonArray list) values[name] = list = [];
        return list;
    }
}
