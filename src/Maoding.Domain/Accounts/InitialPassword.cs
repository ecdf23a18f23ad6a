using System.Buffers.Binary;

namespace Maoding.Domain.Accounts;

/// <summary>
/// A first password to print on a slip: three groups of two syllables and two digits, such as Kemu48-Tawa27-Wexu59. No
/// sign that another could be mistaken for (0 O o, 1 l I i, 2 Z, 5 S, 8 B), four classes of characters, some 50 bits of chance. Letters
/// alternate and digits stand in pairs, so no run is ever too long.
/// </summary>
public static class InitialPassword
{
    /// <summary>Random bytes that one password uses.</summary>
    public const int RandomBytes = Groups * ChoicesPerGroup * sizeof(ushort);

    private const int Groups = 3;
    private const int ChoicesPerGroup = 6;
    private const string Consonants = "dfghkmnprtwxy";
    private const string Vowels = "aeu";
    private const string Digits = "23456789";

    /// <summary>
    /// The password that these random bytes make. In the rare case that <see cref="PasswordRules.Check"/> finds the account's name in it, draw again.
    /// </summary>
    /// <param name="random">At least <see cref="RandomBytes"/> from a cryptographic generator.</param>
    /// <exception cref="ArgumentException">Too few bytes.</exception>
    public static string From(ReadOnlySpan<byte> random)
    {
        if (random.Length < RandomBytes) throw new ArgumentException($"{RandomBytes} random bytes are needed", nameof(random));
        Span<char> password = stackalloc char[(Groups * (ChoicesPerGroup + 1)) - 1];
        var at = 0;
        for (var group = 0; group < Groups; group++)
        {
            if (group > 0) password[at++] = '-';
            foreach (var letters in (ReadOnlySpan<string>)[Consonants, Vowels, Consonants, Vowels, Digits, Digits])
            {
                // Two bytes a choice: the remainder's bias stays below one in ten thousand.
                password[at++] = letters[BinaryPrimitives.ReadUInt16LittleEndian(random) % letters.Length];
                random = random[sizeof(ushort)..];
            }

            password[at - ChoicesPerGroup] = char.ToUpperInvariant(password[at - ChoicesPerGroup]);
        }

        return password.ToString();
    }
}
