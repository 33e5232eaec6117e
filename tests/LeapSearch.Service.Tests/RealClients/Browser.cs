using System.Collections.Concurrent;
using LeapSearch.Testing;
using Microsoft.Playwright;

namespace LeapSearch.Service.Tests.RealClients;

/// <summary>Debian's Chromium, headless, with a page that keeps what went wrong in it.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Args =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-dev-shm-usage",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowserContext context;
    private readonly TemporaryFolder profile;

    private Browser(IPlaywright playwright, IBrowserContext context, TemporaryFolder profile, IPage page)
    {
        this.playwright = playwright;
        this.context = context;
        this.profile = profile;
        Page = page;
        page.SetDefaultTimeout(20_000);
        page.PageError += (_, error) => Errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Errors.Enqueue(message.Text);
            }
        };
        page.Request += (_, request) => Requests.Enqueue(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts and of the console, violations of the page's content policy among them.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Every address that the page asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static async Task<Browser> OpenAsync(ColorScheme scheme = ColorScheme.Light)
    {
        var playwright = await Playwright.CreateAsync();
        var profile = new TemporaryFolder();
        var context = await playwright.Chromium.LaunchPersistentContextAsync(profile.Path, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Args, ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = 1100, Height = 800 },
        });
        return new Browser(playwright, context, profile, context.Pages[0]);
    }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        playwright.Dispose();
        profile.Dispose();
    }
}
