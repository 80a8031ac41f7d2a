using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace NeedsSurvey.Web.Components;

/// <summary>Addresses of files in wwwroot with a hash of their content, so that they can be cached for good and change at once.</summary>
public static class Stylesheet
{
    private static readonly ConcurrentDictionary<string, string> Hrefs = new();
    private static IWebHostEnvironment? environment;

    public static void UseFilesOf(IWebHostEnvironment files) => environment = files;

    public static string Href(string file) => Hrefs.GetOrAdd(file, static name =>
        {
            var info = environment?.WebRootFileProvider.GetFileInfo(name);
            if (info is not { Exists: true })
                return "/" + name;
            using var stream = info.CreateReadStream();
            return $"/{name}?v={Convert.ToHexStringLower(SHA256.HashData(stream))[..12]}";
        });
}
