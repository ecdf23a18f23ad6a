using System.Text;

namespace Maoding.Text;

/// <summary>
/// Signs that look like others or like nothing: radicals that stand for characters (⼩, ⻓), and signs without a shape.
/// Text and Domain both compile this file, since neither knows the other.
/// </summary>
internal static class PlainForms
{
    /// <summary>Radicals of the supplement for which Unicode itself names no character, each followed by it.</summary>
    private const string Radicals =
        "⺁厂⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎尢⺏尣⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺶羊"
        + "⺷羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐"
        + "⻭歯⻮齿⻯竜⻰龙⻱龟⻲龟⻳龟";

    /// <summary>The characters of the 214 radicals from U+2F00 on: without cultures of its own the program knows no compatibility forms.</summary>
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋"
        + "比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛"
        + "辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    private static readonly Dictionary<char, char> _characters = Characters();

    /// <summary>The sign that people mean by one: the character of a radical; '\0' for a sign without a shape; else the sign itself.</summary>
    public static char Of(char sign) => sign switch
    {
        < '\u00ad' => sign,
        '\u00ad' or '\u034f' or '\u061c' or '\u180e' or '\ufeff' or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e')
            or (>= '\u2060' and <= '\u206f') or (>= '\ufe00' and <= '\ufe0f') or (>= '\ufff9' and <= '\ufffb') => '\0',
        >= '\u2e80' and <= '\u2fd5' => _characters.GetValueOrDefault(sign, sign),
        _ => sign,
    };

    /// <summary>The text in plain signs; itself where it has no others.</summary>
    public static string Clean(string text)
    {
        var first = 0;
        while (first < text.Length && Of(text[first]) == text[first]) first++;
        if (first == text.Length) return text;
        var clean = new StringBuilder(text, 0, first, text.Length);
        foreach (var sign in text.AsSpan(first))
            if (Of(sign) is not '\0' and var plain) clean.Append(plain);
        return clean.ToString();
    }

    private static Dictionary<char, char> Characters()
    {
        var found = new Dictionary<char, char>();
        for (var i = 0; i < Radicals.Length; i += 2) found[Radicals[i]] = Radicals[i + 1];
        for (var i = 0; i < Kangxi.Length; i++) found[(char)('\u2f00' + i)] = Kangxi[i];
        return found;
    }
}
