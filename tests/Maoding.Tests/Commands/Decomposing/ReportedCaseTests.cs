using System.Globalization;
using Maoding.Documents.Reading;
using Maoding.TestKit;
using Maoding.Text;
using Xunit;

namespace Maoding.Tests.Commands.Decomposing;

/// <summary>Documents that were once misread.</summary>
public sealed class ReportedCaseTests
{
    [Fact]
    public void A_cell_that_shows_only_a_month_is_its_end() =>
        Assert.Equal(["2026-06-30", "2026-09-30"], Read("a01-month-cell.xlsx").Commitments.Select(c => Iso(c.Deadline?.Date)));

    [Fact]
    public void Words_struck_through_are_not_read()
    {
        var read = Read("a03-strike.docx");
        Assert.Contains(read.Commitments.SelectMany(c => c.Measures), m => m.Measure.Quantity?.Value.Number == 52);
    }

    [Fact]
    public void Radicals_are_read_as_the_characters_that_they_look_like()
    {
        var read = Read("a05-radicals.pdf");
        Assert.Equal(3, read.Targets.Count);
        Assert.Contains(read.Targets, t => t.Name == "地区生产总值");
        Assert.Contains(read.Commitments, c => c.Deadline?.Date == new DateOnly(2026, 10, 1));
    }

    private static Decomposition Read(string file)
    {
        Assert.SkipWhen(Corpus.Reports is null, "no ../shared/cases/reports beside this checkout");
        return new SpeechReader().Read(DocumentReader.Read(Path.Combine(Corpus.Reports, file)), null, 2026);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
