using System.Globalization;
using Maoding.Bench;

// Maoding.Bench speed [CHARACTERS…] | hostile [CHARACTERS]
switch (args.FirstOrDefault() ?? "speed")
{
    case "speed":
        int[] lengths = args.Length > 1 ? [.. args[1..].Select(Number)] : [10_000, 1_000_000, 10_000_000];
        SpeedTable.Print(lengths, runs: 5);
        return 0;
    case "hostile":
        HostileTable.Print(args.Length > 1 ? Number(args[1]) : 1_000_000);
        return 0;
    case "loop": { var r = new Maoding.Text.SpeechReader(); var s = Maoding.Text.SourceText.FromPlain(BenchText.Of(Number(args[1]))); for (var i = 0; i < 40; i++) r.Read(s, null, 2026); return 0; }
    case "stages": Stages.Print(Number(args[1])); return 0;
    default:
        Console.Error.WriteLine("speed [CHARACTERS…] | hostile [CHARACTERS]");
        return 2;
}

static int Number(string word) => int.Parse(word, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
