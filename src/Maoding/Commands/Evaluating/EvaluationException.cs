namespace Maoding.Commands.Evaluating;

/// <summary>A corpus folder cannot be scored. Codes: EVA001 no folder, EVA002 no labels in it, EVA003 a damaged label line.</summary>
internal sealed class EvaluationException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
