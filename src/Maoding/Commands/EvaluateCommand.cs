using System.CommandLine;
using Maoding.Commands.Evaluating;

namespace Maoding.Commands;

/// <summary>maoding evaluate DIR: scores the reader on a folder of labelled documents and lists every miss.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("文件夹") { Description = "放着 X.txt 和 X.labels.jsonl 的文件夹" };
        var quiet = new Option<bool>("--summary") { Description = "只打印分数，不列出每个差错" };
        var command = new Command("evaluate", "用标注好的文件给拆解打分") { folder, quiet };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(quiet)));
        return command;
    }

    private static int Run(string folder, bool quiet)
    {
        if (!Directory.Exists(folder)) throw new EvaluationException("EVA001", $"找不到文件夹“{folder}”，请检查路径。");
        var documents = LabelledDocument.ReadFolder(folder);
        if (documents.Count == 0)
            throw new EvaluationException("EVA002", $"“{folder}”里没有成对的 X.txt 和 X.labels.jsonl，请换一个文件夹。");

        var scores = Commands.Progress.While("正在评测", progress => Evaluation.Score(documents, progress));
        EvaluationReport.Write(scores, Console.Out, quiet);
        return 0;
    }
}
