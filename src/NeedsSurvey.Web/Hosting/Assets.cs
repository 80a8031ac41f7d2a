// The few files of wwwroot, read and compressed once: the best compression costs nothing after the first request, and the first page of a
// respondent on a slow line is as small as it can be. An address that carries the content's hash (?v=) is kept for good.

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace NeedsSurvey.Web.Hosting;

/// <summary>Serves wwwroot.</summary>
public static class Assets
{
    /// <summary>Maps one route for each file; a new file needs a restart.</summary>
    public static void MapAssets(this WebApplication app)
    {
        Components.Stylesheet.UseFilesOf(app.Environment);
        var root = Path.Combine(app.Environment.ContentRootPath, "wwwroot");
        var open = app.Public().ExcludeFromDescription();
        foreach (var file in Directory.Exists(root) ? Directory.GetFiles(root, "*", SearchOption.AllDirectories) : [])
        {
            var asset = new Lazy<Asset>(() => Asset.Read(file));
            open.MapGet("/" + Path.GetRelativePath(root, file).Replace('\\', '/'), (HttpContext http) => asset.Value.Write(http));
        }
    }

    private sealed record Asset(string Type, string Tag, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
    {
        public static Asset Read(string file)
        {
            var plain =
                Path.GetExtension(file) == ".css"
                    ? Encoding.UTF8.GetBytes(CompactStyles.Of(File.ReadAllText(file)))
                    : File.ReadAllBytes(file);
            var type = Path.GetExtension(file) switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".svg" => "image/svg+xml",
                ".png" => "image/png",
                ".ico" => "image/x-icon",
                ".txt" => "text/plain; charset=utf-8",
                _ => "application/octet-stream",
            };
            var compresses = type is not ("image/png" or "application/octet-stream");
            return new Asset(
                type,
                '"' + Convert.ToHexStringLower(SHA256.HashData(plain))[..16] + '"',
                plain,
                compresses ? Pack(plain, to => new BrotliStream(to, CompressionLevel.SmallestSize)) : null,
                compresses ? Pack(plain, to => new GZipStream(to, CompressionLevel.SmallestSize)) : null
            );
        }

        public Task Write(HttpContext http)
        {
            var headers = http.Response.Headers;
            headers.ETag = Tag;
            headers.Vary = HeaderNames.AcceptEncoding;
            headers.CacheControl = http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, no-cache";
            if (http.Request.Headers.IfNoneMatch.ToString().Contains(Tag, StringComparison.Ordinal))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
            var accepted = http.Request.Headers.AcceptEncoding.ToString();
            var (bytes, encoding) =
                Brotli is not null && accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? (Brotli, "br")
                : Gzip is not null && accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (Gzip, "gzip")
                : (Plain, null);
            headers.ContentEncoding = encoding;
            http.Response.ContentType = Type;
            http.Response.ContentLength = bytes.Length;
            return http.Response.Body.WriteAsync(bytes).AsTask();
        }

        private static byte[] Pack(byte[] plain, Func<Stream, Stream> packer)
        {
            using var packed = new MemoryStream();
            using (var stream = packer(packed))
                stream.Write(plain);
            return packed.ToArray();
        }
    }
}
