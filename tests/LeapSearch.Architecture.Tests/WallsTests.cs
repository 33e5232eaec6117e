using System.Text.RegularExpressions;
using System.Xml.Linq;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Architecture.Tests;

/// <summary>Rooms know only the rooms below them: by project reference, by using line, and by qualified name.</summary>
public sealed partial class WallsTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Contracts"] = [],
        ["Store"] = [],
        ["Analysis"] = [],
        ["LuceneExtensions"] = [],
        ["Catalog"] = ["Contracts", "Store", "Analysis", "LuceneExtensions"],
        ["Import"] = ["Contracts"],
        ["Client"] = ["Contracts"],
        ["Service"] = ["Catalog", "Import", "Contracts"],
        ["Cli"] = ["Catalog", "Import", "Client", "Contracts"],
    };

    /// <summary>Packages that must not be seen in a room, whatever pulls them in.</summary>
    private static readonly Dictionary<string, string[]> Forbidden = new()
    {
        ["Contracts"] = ["Lucene.Net", "Microsoft.Data.Sqlite", "Microsoft.AspNetCore"],
        ["Store"] = ["Lucene.Net", "Google.Protobuf", "Microsoft.AspNetCore", "LeapSearch.V1"],
        ["Analysis"] = ["Google.Protobuf", "Microsoft.Data.Sqlite", "Microsoft.AspNetCore", "LeapSearch.V1"],
        ["LuceneExtensions"] = ["Google.Protobuf", "Microsoft.Data.Sqlite", "Microsoft.AspNetCore", "LeapSearch.V1"],
        ["Catalog"] = ["Microsoft.AspNetCore", "Spectre.Console", "Microsoft.Data.Sqlite"],
        ["Import"] = ["Lucene.Net", "Microsoft.Data.Sqlite", "Microsoft.AspNetCore"],
        ["Client"] = ["Lucene.Net", "Microsoft.Data.Sqlite", "Microsoft.AspNetCore"],
        ["Service"] = ["Microsoft.Data.Sqlite", "Spectre.Console"],
        ["Cli"] = ["Microsoft.Data.Sqlite", "Lucene.Net", "Microsoft.AspNetCore"],
    };

    public static TheoryData<string> Rooms => new(Allowed.Keys);

    [Fact]
    public void EveryRoomHasARule()
    {
        var rooms = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)["LeapSearch.".Length..]);
        Assert.Equal(Allowed.Keys.Order(), rooms.Order());
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void ReferencesPointDownwards(string room)
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", $"LeapSearch.{room}", $"LeapSearch.{room}.csproj"));
        var references = project.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!)["LeapSearch.".Length..]);
        Assert.Empty(references.Except(Allowed[room]));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void SourcesNameOnlyRoomsBelow(string room)
    {
        var breaches = new List<string>();
        foreach (var file in SourceFiles(room))
        {
            var text = File.ReadAllText(file);
            foreach (Match match in RoomName().Matches(text))
            {
                var named = match.Groups["room"].Value;
                if (named != room && Allowed.ContainsKey(named) && !Allowed[room].Contains(named))
                {
                    breaches.Add($"{Path.GetRelativePath(Repository.Root, file)} names {match.Value}");
                }
            }

            foreach (var package in Forbidden[room])
            {
                if (Regex.IsMatch(text, $@"^\s*using (static )?{Regex.Escape(package)}\b|(?<![\w./""])global::{Regex.Escape(package)}\b", RegexOptions.Multiline))
                {
                    breaches.Add($"{Path.GetRelativePath(Repository.Root, file)} uses {package}");
                }
            }
        }

        Assert.Empty(breaches);
    }

    private static IEnumerable<string> SourceFiles(string room)
        => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", $"LeapSearch.{room}"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"));

    [GeneratedRegex(@"\bLeapSearch\.(?<room>[A-Z]\w+)")]
    private static partial Regex RoomName();
}
