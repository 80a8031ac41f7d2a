using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace NeedsSurvey.Web.Hosting;

/// <summary>Why the program cannot listen, in words for the person who started it.</summary>
public static class ListenWords
{
    /// <summary>The sentence for a fault of the web server's start; null when it has nothing to do with listening.</summary>
    /// <param name="urls">What was to be listened on.</param>
    public static string? Of(string urls, Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            var words = cause switch
            {
                AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
                    "another program uses the address. Stop that program, or set another address",
                SocketException { SocketErrorCode: SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported } =>
                    "this machine does not have the address. Set one that it has",
                SocketException { SocketErrorCode: SocketError.AccessDenied } or UnauthorizedAccessException =>
                    "this user may not use the address (below port 1024, only root may). Set another",
                SocketException other => $"{other.Message.TrimEnd('.')}. Set another address",
                FormatException other => $"{other.Message.TrimEnd('.')}. Set an address like http://127.0.0.1:5080",
                _ => null,
            };
            if (words is not null)
                return $"Cannot listen on {urls}: {words} with ASPNETCORE_URLS.";
        }
        return null;
    }
}
