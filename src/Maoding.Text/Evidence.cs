namespace Maoding.Text;

/// <summary>Why something was decided: the rule's name as the rule papers give it, and the words it saw.</summary>
public readonly record struct Evidence(string Rule, string Words)
{
    public override string ToString() => Words.Length == 0 ? Rule : $"{Rule}：“{Words}”";
}
