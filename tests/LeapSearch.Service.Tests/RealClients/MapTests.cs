using System.Text.Json;
using LeapSearch.Service.Tests.Hosting;
using LeapSearch.Testing;
using Microsoft.Playwright;
using Xunit;

namespace LeapSearch.Service.Tests.RealClients;

/// <summary>The map on a film's page, in Chromium: what it shows, by keyboard, by mouse, and as a screen reader has it.</summary>
[Collection(SampleService.Collection)]
public sealed class MapTests(SampleService service)
{
    private const string Film = $"/#/films/{SampleService.FilmId}";

    [NeedsFact("/usr/bin/chromium")]
    public async Task TheFilmIsInTheMiddleAndEveryRelatedFilmIsTiedToIt()
    {
        await using var browser = await Browser.OpenAsync();
        var map = await OpenAsync(browser);
        var box = (await map.BoundingBoxAsync())!;
        var middle = (await map.Locator(".middle circle").BoundingBoxAsync())!;
        Assert.Equal(box.X + (box.Width / 2), middle.X + (middle.Width / 2), 2.0);
        Assert.Equal(box.Y + (box.Height / 2), middle.Y + (middle.Height / 2), 2.0);

        using var http = new HttpClient { BaseAddress = new Uri(service.HttpAddress) };
        using var answer = JsonDocument.Parse(await http.GetStringAsync($"/v1/films/{SampleService.FilmId}/related?pageSize=12"));
        var wanted = answer.RootElement.GetProperty("results").EnumerateArray().Select(r => "#/films/" + r.GetProperty("film").GetProperty("id").GetString());
        var drawn = await map.Locator(".film:not(.middle)").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        Assert.Equal(wanted, drawn);

        // A tie is joined to the middle and to each film that it ties; every node lies inside.
        var ties = await map.Locator(".node:not(.film)").CountAsync();
        var lines = await map.Locator("line").CountAsync();
        Assert.InRange(ties, 2, 40);
        Assert.True(lines >= ties + drawn.Length, $"{lines} lines for {ties} ties and {drawn.Length} films");
        foreach (var node in await map.Locator(".node").AllAsync())
        {
            var place = (await node.BoundingBoxAsync())!;
            Assert.InRange(place.X, box.X - 1, box.X + box.Width - place.Width + 1);
            Assert.InRange(place.Y, box.Y - 1, box.Y + box.Height - place.Height + 1);
        }

        Assert.Empty(browser.Errors);
        Assert.All(browser.Requests, url => Assert.StartsWith(service.HttpAddress, url));
    }

    [NeedsFact("/usr/bin/chromium")]
    public async Task ArrowsMoveAndEnterOpens()
    {
        await using var browser = await Browser.OpenAsync();
        var page = browser.Page;
        var map = await OpenAsync(browser);
        await map.Locator(".film").Last.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(map.Locator(".middle")).ToBeFocusedAsync();

        foreach (var (key, axis, sign) in new[] { ("ArrowRight", "x", 1), ("ArrowLeft", "x", -1), ("ArrowDown", "y", 1), ("ArrowUp", "y", -1) })
        {
            await page.Keyboard.PressAsync("Home");
            await page.Keyboard.PressAsync(key);
            var moved = await page.EvaluateAsync<double>(
                $"document.activeElement.getBoundingClientRect().{axis} - document.querySelector('.map .middle').getBoundingClientRect().{axis}");
            Assert.True(moved * sign > 0, $"{key} moved by {moved} along {axis}");
        }

        // From the middle, Tab comes to the ties first and to the best film after the last of them.
        await page.Keyboard.PressAsync("Home");
        var ties = await map.Locator(".node:not(.film)").CountAsync();
        for (var i = 0; i <= ties; i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        var film = map.Locator(".film:not(.middle)").First;
        await Assertions.Expect(film).ToBeFocusedAsync();
        await Assertions.Expect(map.Locator("line.lit").First).ToBeAttachedAsync();
        var target = await film.GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/" + target);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($".map .middle[href='{target}']")).ToBeVisibleAsync();
        Assert.Empty(browser.Errors);
    }

    [NeedsFact("/usr/bin/chromium")]
    public async Task AScreenReaderHasNamesAndAList()
    {
        await using var browser = await Browser.OpenAsync();
        var page = browser.Page;
        await OpenAsync(browser);
        var map = page.GetByRole(AriaRole.Group, new() { Name = "Map of films around Leap" });
        await Assertions.Expect(map.GetByRole(AriaRole.Link, new() { Name = "Leap, 2020. In the middle of the map" })).ToHaveAttributeAsync("aria-current", "page");
        await Assertions.Expect(map.GetByRole(AriaRole.Link, new() { Name = "Dearest, 2014. Same director: Peter Chan" })).ToBeVisibleAsync();
        await Assertions.Expect(map.GetByRole(AriaRole.Link, new() { Name = "Gong Li, cast. Ties Leap to " })).ToHaveAttributeAsync("href", "#/people/gong-li");
        await Assertions.Expect(map.GetByRole(AriaRole.Link, new() { Name = "Drama, genre. Ties Leap to " })).ToBeVisibleAsync();

        // The way past the map, and the same content as a list there.
        await page.GetByRole(AriaRole.Link, new() { Name = "Skip the map" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("The map as a list")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        var list = page.GetByRole(AriaRole.List, new() { Name = "What ties Leap to other films" });
        await Assertions.Expect(list).ToBeVisibleAsync();
        var drawn = await map.Locator("a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        var listed = await list.GetByRole(AriaRole.Link).EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        Assert.Equal(drawn.Skip(1).Order(StringComparer.Ordinal), listed.Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(browser.Errors);
    }

    [NeedsFact("/usr/bin/chromium")]
    public async Task FilmsWithNeitherPersonNorGenreInCommonAreTiedToTheMiddleItself()
    {
        await using var browser = await Browser.OpenAsync();
        var map = await OpenAsync(browser, "/#/films/tokyo-olympiad-1965");
        await browser.Page.GetByText("The map as a list").ClickAsync();
        var alone = browser.Page.Locator(".map-list li", new() { HasText = "No person or genre in common" });
        await Assertions.Expect(alone).ToContainTextAsync("Red Beard");
        var inMap = await map.Locator(".film:not(.middle)").CountAsync();
        var listed = await browser.Page.Locator(".map-list a[href^='#/films/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        Assert.Equal(inMap, listed.Distinct().Count());
        Assert.Empty(browser.Errors);
    }

    [NeedsFact("/usr/bin/chromium")]
    public async Task AMousePullsANodeWithoutOpeningItAndAClickOpens()
    {
        await using var browser = await Browser.OpenAsync();
        var page = browser.Page;
        var map = await OpenAsync(browser);
        await map.ScrollIntoViewIfNeededAsync();
        var node = map.Locator(".film:not(.middle)").First;
        var before = await node.GetAttributeAsync("transform");
        var shape = (await node.Locator("circle").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(shape.X + 5, shape.Y + 5);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(shape.X + 60, shape.Y - 40, new MouseMoveOptions { Steps = 5 });
        await Assertions.Expect(node).Not.ToHaveAttributeAsync("transform", before!);
        await page.Mouse.UpAsync();
        Assert.Equal(service.HttpAddress + Film, page.Url);

        var target = await node.GetAttributeAsync("href");
        await node.Locator("circle").ClickAsync(new LocatorClickOptions { Force = true });
        await page.WaitForURLAsync("**/" + target);
        Assert.Empty(browser.Errors);
    }

    [NeedsFact("repo:tests/clients/node_modules/d3-force")]
    public async Task TheLibraryIsThatOfItsPackage()
    {
        var shipped = Path.Combine(Repository.Root, "src", "LeapSearch.Service", "wwwroot", "vendor", "d3-force");
        foreach (var file in Directory.EnumerateFiles(shipped, "*.js"))
        {
            var name = Path.GetFileName(file);
            var package = Path.Combine(Repository.Root, "tests", "clients", "node_modules", name[..^".min.js".Length], "dist", name);
            Assert.Equal(await File.ReadAllTextAsync(package), await File.ReadAllTextAsync(file));
        }
    }

    private async Task<ILocator> OpenAsync(Browser browser, string film = Film)
    {
        await browser.Page.GotoAsync(service.HttpAddress + film);
        var map = browser.Page.Locator("svg.map");
        await Assertions.Expect(map).ToBeVisibleAsync();
        return map;
    }
}
