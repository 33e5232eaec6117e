using Google.Protobuf.Reflection;
using LeapSearch.Contracts;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.WebUtilities;

namespace LeapSearch.Service.Json;

/// <summary>Holds a JSON call's query string against the fields of its request message.</summary>
internal static class QueryCheck
{
    /// <summary>What is wrong with the query string, or null.</summary>
    public static LeapSearchException? Find(GrpcJsonTranscodingMetadata call, HttpRequest request)
    {
        // Raw names: the framework's collection folds case, so that ?query=a&Query=b would lose both.
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            var name = pair.DecodeName().ToString();
            if (call.HttpRule.Body == "*")
            {
                return LeapSearchException.InvalidArgument(name, $"The query parameter '{name}' has no meaning here: this call takes its fields in the body.");
            }

            if (Field(call.MethodDescriptor.InputType, name) is not { } field)
            {
                return LeapSearchException.InvalidArgument(
                    name, $"There is no query parameter '{name}'; {call.MethodDescriptor.Name} takes {Names(call.MethodDescriptor.InputType)}.");
            }

            if (field.IsMap)
            {
                return LeapSearchException.InvalidArgument(field.Name, $"'{name}' is a map, which a query cannot carry; use POST.");
            }

            if (request.RouteValues.ContainsKey(field.Name))
            {
                return LeapSearchException.InvalidArgument(field.Name, $"'{name}' is given by the path already.");
            }
        }

        return null;
    }

    /// <summary>The field that a dotted name means, in JSON or proto spelling, or null.</summary>
    private static FieldDescriptor? Field(MessageDescriptor message, string name)
    {
        FieldDescriptor? field = null;
        foreach (var part in name.Split('.'))
        {
            if (field is not null)
            {
                // A map ends the path: what follows would be its key.
                if (field.IsMap)
                {
                    return field;
                }

                if (field.FieldType != FieldType.Message || field.IsRepeated)
                {
                    return null;
                }

                message = field.MessageType;
            }

            field = message.Fields.InDeclarationOrder().FirstOrDefault(f => f.JsonName == part || f.Name == part);
            if (field is null)
            {
                return null;
            }
        }

        return field;
    }

    private static string Names(MessageDescriptor message)
    {
        var names = message.Fields.InDeclarationOrder().Where(f => !f.IsMap).Select(f => f.JsonName).ToArray();
        return names.Length == 0 ? "none" : string.Join(", ", names);
    }
}
