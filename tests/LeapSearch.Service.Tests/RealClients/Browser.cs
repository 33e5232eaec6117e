using System.Collections.Concurrent;
using LeapSearch.Testing;
using Microsoft.Playwright;

namespace LeapSearch.Service.Tests.RealClients;

/// <summary>
/// A page in Debian's Chromium, headless, that keeps what went wrong in it. Every page has a context (cookies, storage, cache) of its own in one
/// Chromium, which takes seconds to start and ends with the test process.
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Args =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-dev-shm-usage",
    ];

    private static readonly Lazy<Task<IBrowser>> Chromium = new(async () =>
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Args });
    });

    private readonly IBrowserContext context;

    private Browser(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
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
        var chromium = await Chromium.Value;
        var context = await chromium.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = 1100, Height = 800 } });
        return new Browser(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
