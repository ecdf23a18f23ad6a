namespace Maoding.Text.Functions;

/// <summary>A suggested function of government for a stretch of text.</summary>
/// <param name="Name">One of the names in functions.md: 发展改革, 财政, …</param>
/// <param name="Score">
/// What the words found weigh together, above 0, seldom over 8; comparable only inside one ranking.
/// </param>
/// <param name="Words">The words that spoke for it, strongest first, at most three.</param>
/// <param name="FromContext">The stretch itself spoke for nobody: the words stand in its topic or heading.</param>
public readonly record struct FunctionScore(string Name, double Score, IReadOnlyList<string> Words, bool FromContext)
{
    /// <summary>Above what one side word (“相关”) alone can reach.</summary>
    private const double SideWordsOnly = 1.2;

    /// <summary>Someone may be named without a second look: a word of duty, in the stretch itself, spoke for it.</summary>
    public bool IsClear => !FromContext && Score > SideWordsOnly;

    /// <summary>Why it is suggested, as --explain prints it.</summary>
    public Evidence Evidence => new(FromContext ? "上文的职责用语" : "职责用语", string.Join('、', Words));
}
