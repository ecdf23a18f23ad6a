using System.Globalization;
using Maoding.Bench;

switch (args.FirstOrDefault() ?? "speed")
{
    case "speed":
        int[] lengths = args.Length > 1 ? [.. args[1..].Select(Number)] : [10_000, 1_000_000, 10_000_000];
        SpeedTable.Print(lengths, runs: 5);
        return 0;
    case "hostile":
        HostileTable.Print(args.Length > 1 ? Number(args[1]) : 1_000_000);
        return 0;
    case "start":
        StartTable.Print(Number(args[1]), args[2..]);
        return 0;
    default:
        Console.Error.WriteLine("speed [CHARACTERS…] | hostile [CHARACTERS] | start RUNS COMMAND…");
        return 2;
}

static int Number(string word) => int.Parse(word, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
