using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Health.V1;
using LeapSearch.V1;

namespace LeapSearch.Service.Tests.RealClients;

/// <summary>The published protos as a FileDescriptorSet, for clients that make their messages from it.</summary>
internal static class Descriptors
{
    public static byte[] Set()
    {
        var set = new FileDescriptorSet();
        var seen = new HashSet<string>();
        foreach (var file in new[]
        {
            SearchServiceReflection.Descriptor, RecommendationServiceReflection.Descriptor, IndexServiceReflection.Descriptor,
            HealthReflection.Descriptor, StatusReflection.Descriptor, ErrorDetailsReflection.Descriptor,
        })
        {
            Add(file, set, seen);
        }

        return set.ToByteArray();
    }

    // A file stands after what it imports, as its readers ask.
    private static void Add(FileDescriptor file, FileDescriptorSet set, HashSet<string> seen)
    {
        if (seen.Add(file.Name))
        {
            foreach (var import in file.Dependencies)
            {
                Add(import, set, seen);
            }

            set.File.Add(file.ToProto());
        }
    }
}
