namespace LeapSearch.Catalog;

/// <summary>HTML as its text; taken over by Analysis when its highlighting lands.</summary>
internal static class Html
{
    public static string ToText(string html) => html;
}
