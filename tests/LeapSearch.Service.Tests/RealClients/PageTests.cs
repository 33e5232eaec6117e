using LeapSearch.Service.Tests.Hosting;
using LeapSearch.Testing;
using Microsoft.Playwright;
using Xunit;

namespace LeapSearch.Service.Tests.RealClients;

/// <summary>The page at <c>/</c>, by keyboard, in Chromium.</summary>
[Collection(SampleService.Collection)]
public sealed class PageTests(SampleService service)
{
    [NeedsFact("/usr/bin/chromium")]
    public async Task TypeChooseOpenAndFollow()
    {
        await using var browser = await Browser.OpenAsync();
        var page = browser.Page;
        await page.GotoAsync(service.HttpAddress);
        var box = page.GetByRole(AriaRole.Combobox);
        await Assertions.Expect(box).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("lea", new KeyboardTypeOptions { Delay = 20 });
        var list = page.GetByRole(AriaRole.Listbox);
        await Assertions.Expect(list).ToBeVisibleAsync();
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Leap");

        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", "suggestion-0");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(list).ToBeHiddenAsync();
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "false");

        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(list).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/#/films/{SampleService.FilmId}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Leap");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#main").GetByText("夺冠").First).ToBeVisibleAsync();

        var related = page.Locator("section", new() { HasText = "Related films" }).GetByRole(AriaRole.Link).First;
        await related.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync($"location.hash.startsWith('#/films/') && location.hash !== '#/films/{SampleService.FilmId}'");
        Assert.Empty(browser.Errors);
        Assert.All(browser.Requests, url => Assert.StartsWith(service.HttpAddress, url));
    }

    [NeedsFact("/usr/bin/chromium")]
    public async Task EnterSearchesAndGroupsByType()
    {
        await using var browser = await Browser.OpenAsync(ColorScheme.Dark);
        var page = browser.Page;
        await page.GotoAsync(service.HttpAddress);
        await page.GetByRole(AriaRole.Combobox).FillAsync("leap");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/#/search?q=leap");
        var first = page.Locator("section").First;
        await Assertions.Expect(first.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("Films");
        await Assertions.Expect(first.GetByRole(AriaRole.Link).First).ToHaveTextAsync("Leap");
        await Assertions.Expect(page.Locator("#main mark").First).ToBeVisibleAsync();
        Assert.Empty(browser.Errors);
    }

    [NeedsFact("/usr/bin/chromium")]
    public async Task AnUnknownPageSaysSo()
    {
        await using var browser = await Browser.OpenAsync();
        await browser.Page.GotoAsync(service.HttpAddress + "/#/films/no-such-film");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no-such-film");
    }

    [Fact]
    public async Task ThePageMayLoadNothingFromElsewhere()
    {
        using var http = new HttpClient { BaseAddress = new Uri(service.HttpAddress) };
        using var answer = await http.GetAsync("/");
        var policy = string.Join(";", answer.Headers.GetValues("content-security-policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("x-content-type-options")));
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        var root = Path.Combine(Repository.Root, "src", "LeapSearch.Service", "wwwroot");
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file);
            Assert.DoesNotContain("innerHTML", text);
            Assert.DoesNotMatch("(src|href)=\"https?:", text);
            Assert.Equal(System.Net.HttpStatusCode.OK, (await http.GetAsync("/" + Path.GetRelativePath(root, file))).StatusCode);
        }
    }
}
