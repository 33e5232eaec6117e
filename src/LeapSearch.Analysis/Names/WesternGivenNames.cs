using System.Collections.Frozen;

namespace LeapSearch.Analysis.Names;

/// <summary>Western given names that film people of China, Hong Kong, Taiwan, Korea and Japan put beside their own: Tony Leung Chiu-wai, Brigitte Lin Ching-hsia.</summary>
/// <remarks>
/// A query may hold other words beside a name: "leap gong li" is not a person called Gong Li by two of three words, but what a reader types
/// for a film and an actress. So of a name as typed only a word of this list may be left out. The list is judged from credits, not counted; what is
/// also a common word of film titles (Summer, Honey) is not in it, but for Fruit Chan, who is known by it. A name that it lacks is
/// still found by its other words.
/// </remarks>
internal static class WesternGivenNames
{
    private const string Sorted = """
        aaron abe ada adam adrian agnes alan albert alex alexander alfred alice alicia allen amanda amber amy andrea andrew andy angela angelababy angelica anita ann
        anna annabelle anne annie anson anthony antonio ariel arthur athena aubrey audrey austin barbara barbie barry beatrice ben benjamin benny benz bernard bernice
        bert betty bill billy bob bobby bonnie brandon brandy brenda brian brigitte bruce bryan calvin candice candy carina carl carlos carman carmen carol carrie
        carson cary casey catherine cathy cecilia chad chapman charlene charles charlie charmaine cherie cheryl chester chloe chris chrissie christian christina
        christine christopher christy cindy claire clara clarence clifford clifton cody connie conrad cora corey crystal cynthia daisy damian daniel danny dante daphne
        darren dave david dean deanie debbie denise dennis derek diana diane dicky dominic don donald donnie doris dorothy douglas duncan dylan eason eddie eddy edgar
        edison edmond edmund edward edwin ekin elaine elanne eleanor elizabeth ella ellen elsie elva emil emily emma eric erica erik ernest esther ethan eugene eunice
        eva evelyn fala fanny faye felix fennie fernando fiona flora florence frances francis frank frankie fred freddie frederick fruit gabriel gary gemma gene
        genevieve george gerald gianna gigi gillian gina gladys glen gloria gordon grace greg gregory griffin gwen hacken hannah hans harold harriet harry harvey hayden
        hebe helen helena henry herbert herman hilary howard hubert hugo ian ida irene iris isaac isabel isabella isabelle ivan ivana ivy jack jackie jacklyn
        jackson jacky jacob jacqueline jade james jamie jan jane janet janice jason jasper jay jaycee jean jeanette jeff jeffrey jennifer jenny jeremy jerry jessica
        jessie jet jill jim jimmy jo joan joanna joanne jocelyn joe joel joey john johnnie johnny johnson jolin jonathan jordan joseph josephine joshua josie joyce juan
        judy julia julian juliana julie juliet justin kara karen karena karl kate katherine kathy katie kay keith kelly kelvin ken kenneth kenny kent kevin kimberly
        kitty kristal kristy lana larine larry laura lauren laurence lawrence leanne leehom lena leo leon leonard leslie lester lewis liam lilian lillian lily linda
        linus lisa liza loletta lorraine louis louisa louise lowell lucas lucy luke lydia lynn mabel madeleine maggie mandy marco marcus margaret maria marie mario mark
        martha martin marvin mary mathew matt matthew maurice max may melanie melissa melvin michael michele michelle mike minnie miranda mona monica moses myolie nancy
        naomi natalie natalis nathan neil nelson nicholas nick nicky nicola nicole nicolette niki nina nora norman oliver olivia oscar otto owen pamela pat patricia
        patrick paul paula pauline pearl peggy penny perry peter phil philip phillip phoebe phyllis pierre polly priscilla queenie quentin quincy rachel ralph randolph
        randy ray raymond rebecca regina rene rex richard richie rick ricky ringo rita robert robin robinson roger roland ron ronald ronny rosa rosamund rose
        rosemary rowena roy ruby rudy russell ruth ryan sabrina sally sam samantha sammi sammo sammy samo samson samuel sandra sandy sarah scott sean selena serena
        shane sharla sharon shaun shawn sheila sheren sherman shirley sibelle sidney simon sonija sonny sophia sophie stanley stella stephanie stephen stephy steve
        steven stuart sue susan susanna suzanne sylvia tammy tavia ted teddy terence teresa terrance terry theresa thomas tiffany tim timmy timothy tina toby
        todd tom tommy tony tracy travis tricia tyler valerie vanessa vera veronica vic vicki vicky victor victoria vincent viola virginia vivian vivien wallace walter
        warren wayne wendy wesley wilfred william willie wilson winnie winston yammie yolanda yvette yvonne zac zachary zoe
        """;

    private static readonly FrozenSet<string> Names = Sorted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded word is such a name.</summary>
    public static bool Contains(string word) => Names.Contains(word);
}
