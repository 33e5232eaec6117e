using System.Net;
using System.Net.Http.Headers;
using Google.Rpc;
using Grpc.Core;
using LeapSearch.Service.Tests.Hosting;
using LeapSearch.V1;
using Xunit;
using RpcStatus = Google.Rpc.Status;

namespace LeapSearch.Service.Tests;

/// <summary>Bytes that are no message, over HTTP/2 and gRPC-Web.</summary>
public sealed class MalformedTests
{
    private const string Search = "/leapsearch.v1.SearchService/Search";

    // A string field (1) of two bytes that are no UTF-8; a field cut off; a compressed frame that is no gzip.
    public static TheoryData<byte[], bool> Messages => new()
    {
        { [0x0A, 0x02, 0xC3, 0x28], false },
        { [0x0A, 0x50, 0x41], false },
        { [1, 2, 3, 4], true },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task AnUnreadableMessageIsInvalidArgumentOverGrpc(byte[] message, bool compressed)
    {
        await using var service = await FakeService.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(service.GrpcAddress) };
        using var request = Request(message, compressed, "application/grpc");
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        using var answer = await http.SendAsync(request);
        AssertInvalid(answer);
        Assert.Empty(service.Log.Warnings);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task AnUnreadableMessageIsInvalidArgumentOverGrpcWeb(byte[] message, bool compressed)
    {
        await using var service = await FakeService.StartAsync();
        using var request = Request(message, compressed, "application/grpc-web");
        using var answer = await service.Http.SendAsync(request);
        AssertInvalid(answer);
    }

    [Fact]
    public async Task AnUnreadableMessageInAStreamIsInvalidArgument()
    {
        await using var service = await FakeService.StartAsync();
        var broken = new Method<byte[], byte[]>(
            MethodType.DuplexStreaming, IndexService.Descriptor.FullName, "StreamDocuments", Bytes(), Bytes());
        using var call = service.Channel.CreateCallInvoker().AsyncDuplexStreamingCall(broken, null, new CallOptions());
        await call.RequestStream.WriteAsync([0x0A, 0x50, 0x41]);
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal("MALFORMED_MESSAGE", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task AnUnknownMethodIsUnimplemented()
    {
        await using var service = await FakeService.StartAsync();
        var unknown = new Method<byte[], byte[]>(MethodType.Unary, SearchService.Descriptor.FullName, "Nothing", Bytes(), Bytes());
        using var call = service.Channel.CreateCallInvoker().AsyncUnaryCall(unknown, null, new CallOptions(), []);
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
    }

    private static Marshaller<byte[]> Bytes() => Marshallers.Create<byte[]>(b => b, b => b);

    private static HttpRequestMessage Request(byte[] message, bool compressed, string contentType)
    {
        byte[] frame = [(byte)(compressed ? 1 : 0), 0, 0, 0, (byte)message.Length, .. message];
        var request = new HttpRequestMessage(HttpMethod.Post, Search) { Content = new ByteArrayContent(frame) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.Add("te", "trailers");
        request.Headers.Add("grpc-encoding", compressed ? "gzip" : "identity");
        return request;
    }

    private static void AssertInvalid(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("3", Assert.Single(answer.Headers.GetValues("grpc-status")));
        var encoded = Assert.Single(answer.Headers.GetValues("grpc-status-details-bin"));
        var status = RpcStatus.Parser.ParseFrom(Convert.FromBase64String(encoded.PadRight((encoded.Length + 3) / 4 * 4, '=')));
        Assert.Equal("MALFORMED_MESSAGE", status.GetDetail<ErrorInfo>()!.Reason);
    }
}
