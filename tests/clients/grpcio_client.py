"""grpcio against a running service: python3 grpcio_client.py ADDRESS DESCRIPTORS FILM_ID

DESCRIPTORS is a FileDescriptorSet of the published protos; messages are made from it, without generated code.
"""
import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

address, descriptors, film_id = sys.argv[1:4]
pool = descriptor_pool.DescriptorPool()
with open(descriptors, "rb") as file:
    for proto in descriptor_pb2.FileDescriptorSet.FromString(file.read()).file:
        pool.Add(proto)
factory = message_factory.MessageFactory(pool)


def message(name):
    return factory.GetPrototype(pool.FindMessageTypeByName(name))


channel = grpc.insecure_channel(address)


def call(service, method, /, **fields):
    descriptor = pool.FindServiceByName(service).FindMethodByName(method)
    request = message(descriptor.input_type.full_name)(**fields)
    stub = channel.unary_unary(
        f"/{service}/{method}",
        request_serializer=lambda m: m.SerializeToString(),
        response_deserializer=message(descriptor.output_type.full_name).FromString,
    )
    return stub(request, timeout=60)


def failing(code, service, method, /, **fields):
    try:
        call(service, method, **fields)
    except grpc.RpcError as error:
        assert error.code() == code, error
        assert error.details(), error
        trailers = dict(error.trailing_metadata())
        status = message("google.rpc.Status").FromString(trailers["grpc-status-details-bin"])
        assert status.code == code.value[0]
        found = {}
        for packed in status.details:
            kind = packed.type_url.split("/")[1]
            found[kind] = message(kind).FromString(packed.value)
        assert found["google.rpc.ErrorInfo"].domain == "leapsearch"
        return error.details(), found
    raise AssertionError(f"{method} did not fail")


SEARCH, RECOMMEND, INDEX = (f"leapsearch.v1.{name}Service" for name in ("Search", "Recommendation", "Index"))

found = call(SEARCH, "Search", query="leap", page_size=3)
assert found.results[0].document.film.id == film_id, found
assert found.results[0].document.film.original_title == "夺冠"
assert any(s.id == film_id for s in call(SEARCH, "Suggest", prefix="lea").suggestions)
assert call(SEARCH, "GetFilm", film_id=film_id).title == "Leap"
related = call(RECOMMEND, "RelatedFilms", film_id=film_id, page_size=5).results
assert related and all(r.film.id != film_id for r in related)
assert call(INDEX, "GetStatus").state == 1
for name in ("", SEARCH, RECOMMEND, INDEX):
    assert call("grpc.health.v1.Health", "Check", service=name).status == 1, name

text, _ = failing(grpc.StatusCode.NOT_FOUND, SEARCH, "GetFilm", film_id="no-such-film")
assert "no-such-film" in text
_, details = failing(grpc.StatusCode.INVALID_ARGUMENT, SEARCH, "Search", query="leap", page_size=-1)
assert details["google.rpc.BadRequest"].field_violations[0].field == "page_size"
failing(grpc.StatusCode.INVALID_ARGUMENT, SEARCH, "Search", query="x" * 1_000_000)
try:
    call(SEARCH, "Search", query="x" * 5_000_000)
    raise AssertionError("a request of 5 MB was taken")
except grpc.RpcError as error:
    assert error.code() == grpc.StatusCode.RESOURCE_EXHAUSTED, error

print("grpcio agrees")
