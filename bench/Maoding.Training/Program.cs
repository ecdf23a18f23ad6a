using System.Globalization;
using Maoding.Training;

// dotnet run -c Release --project bench/Maoding.Training -- [--write] FOLDER…
// Leave-one-document-out figures for the commitment classifier; --write stores weights trained on all documents.
var folders = args.Where(a => a != "--write").ToArray();
if (folders.Length == 0)
{
    Console.Error.WriteLine("Name at least one folder of X.txt with X.labels.jsonl.");
    return 2;
}

var strength = double.Parse(Environment.GetEnvironmentVariable("STRENGTH") ?? "8", CultureInfo.InvariantCulture);
var trainer = new Trainer(Priors.Read(), strength);
var documents = folders.SelectMany(LabelledDocument.ReadFolder).ToList();
Console.WriteLine("document                     n   base-F1 prior-F1   LODO-P   LODO-R  LODO-F1   fit-F1");
var untrained = trainer.Prior(documents);
var all = trainer.Train(documents);
var (pooled, pooledBase, pooledPrior, pooledFit) = (new Score(), new Score(), new Score(), new Score());
foreach (var document in documents)
{
    var weights = trainer.Train([.. documents.Where(d => d != document)]);
    var held = Score.Of(document, e => weights.LogOdds(e) > 0);
    var baseline = Score.Of(document, Trainer.Baseline);
    var prior = Score.Of(document, e => untrained.LogOdds(e) > 0);
    var fit = Score.Of(document, e => all.LogOdds(e) > 0);
    pooled += held;
    pooledBase += baseline;
    pooledPrior += prior;
    pooledFit += fit;
    Console.WriteLine($"{document.Name,-25} {document.Examples.Count,5} {baseline.F1,9:0.000} {prior.F1,8:0.000} "
        + $"{held.Precision,8:0.000} {held.Recall,8:0.000} {held.F1,8:0.000} {fit.F1,8:0.000}");
    if (Environment.GetEnvironmentVariable("MISSES") is not null)
        Score.PrintMisses(document, Environment.GetEnvironmentVariable("FIT") is null ? weights : all);
}

Console.WriteLine($"{"pooled",-25} {documents.Sum(d => d.Examples.Count),5} {pooledBase.F1,9:0.000} {pooledPrior.F1,8:0.000} "
    + $"{pooled.Precision,8:0.000} {pooled.Recall,8:0.000} {pooled.F1,8:0.000} {pooledFit.F1,8:0.000}");
if (args.Contains("--write")) all.Write(Path.Combine("src", "Maoding.Text", "Lexicons", "commitment-weights.md"), documents);
return 0;
