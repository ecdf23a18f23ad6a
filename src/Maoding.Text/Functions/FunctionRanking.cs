namespace Maoding.Text.Functions;

/// <summary>A suggested function of government for a stretch of text.</summary>
/// <param name="Name">One of the names in functions.md: 发展改革, 财政, …</param>
/// <param name="Score">Sum of the weights of the words found, above 0; comparable only inside one ranking.</param>
/// <param name="Words">The words that spoke for it, strongest first.</param>
public readonly record struct FunctionScore(string Name, double Score, IReadOnlyList<string> Words);
