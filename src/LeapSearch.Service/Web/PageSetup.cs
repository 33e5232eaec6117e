using Microsoft.AspNetCore.ResponseCompression;

namespace LeapSearch.Service.Web;

/// <summary>The page at <c>/</c>: static files beside the program, with headers that let it load nothing from elsewhere.</summary>
internal static class PageSetup
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UsePage(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        });
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file =>
            {
                var headers = file.Context.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers["Referrer-Policy"] = "no-referrer";

                // Kept by the browser but asked after each time: a new version of the service shows at once.
                headers.CacheControl = "no-cache";
            },
        });
    }

    /// <summary>Compresses the page and JSON answers; gRPC has its own compression.</summary>
    public static void AddPageCompression(this IServiceCollection services)
        => services.AddResponseCompression(compression =>
        {
            compression.MimeTypes = ["application/json", "text/html", "text/css", "text/javascript", "image/svg+xml"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
}
