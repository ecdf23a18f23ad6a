using System.Globalization;
using Maoding.Domain.Procedures;

namespace Maoding.Features.Building.Procedures;

/// <summary>The starting templates, offered for editing; the district confirms functions, days and needs.</summary>
public static class TemplateCatalogue
{
    /// <summary>New templates in the order of the file.</summary>
    public static IEnumerable<ProcedureTemplate> All()
    {
        using var stream = typeof(TemplateCatalogue).Assembly.GetManifestResourceStream("procedure-templates.md")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split("\n## ").Skip(1).Select(Template)];
    }

    private static ProcedureTemplate Template(string section)
    {
        var lines = section.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new ProcedureTemplate { Name = lines[0], Note = lines[1], Steps = [.. lines.Skip(4).Select(Step)] };
    }

    private static TemplateStep Step(string line)
    {
        var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        return new TemplateStep
        {
            Order = Number(cells[0]),
            Name = cells[1],
            Function = cells[2],
            StatutoryDays = Number(cells[3]),
            PromisedDays = Number(cells[4]),
            After = cells[5],
        };
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
