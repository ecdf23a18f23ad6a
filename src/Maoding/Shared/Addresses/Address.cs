using System.Globalization;
using System.Text;

namespace Maoding.Shared.Addresses;

/// <summary>An address with its query; what is empty is left out.</summary>
public sealed class Address(string path)
{
    private readonly StringBuilder _text = new(path);

    public Address With(string name, string? value)
    {
        if (value is { Length: > 0 }) _text.Append(_text.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    public Address With(string name, int? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The first page is as usual and left out.</summary>
    public Address WithPage(int page) => With("page", page > 1 ? page : null);

    public Address With(string name, DateOnly? value) => With(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>1 when it is so.</summary>
    public Address With(string name, bool isSo) => With(name, isSo ? "1" : "");

    public override string ToString() => _text.ToString();
}

/// <summary>What an address asks for; what cannot be understood counts as not asked.</summary>
public readonly struct AddressReader(IQueryCollection query)
{
    public string Word(string name) => query[name].ToString().Trim();

    public bool Is(string name) => Word(name) == "1";

    public int? Number(string name) => int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public T? Choice<T>(string name)
        where T : struct, Enum => Number(name) is { } value && Enum.IsDefined((T)Enum.ToObject(typeof(T), value)) ? (T)Enum.ToObject(typeof(T), value) : null;

    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>From 1; the list knows which is its last.</summary>
    public int Page => Math.Max(1, Number("page") ?? 1);
}
