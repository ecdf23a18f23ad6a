using Microsoft.Playwright;

namespace Maoding.TestKit;

/// <summary>Selects words of a page as a person does with the mouse.</summary>
public static class Selecting
{
    /// <summary>Selects the first place where the words stand in one piece of text.</summary>
    /// <param name="container">Id of the element to look in.</param>
    /// <exception cref="PlaywrightException">The words stand nowhere in it.</exception>
    public static Task SelectWordsAsync(this IPage page, string container, string words) => page.EvaluateAsync(
        """
        ([container, words]) => {
            const walker = document.createTreeWalker(document.getElementById(container), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
                return;
            }
            throw new Error(`${words} stands nowhere in #${container}`);
        }
        """,
        new[] { container, words });
}
