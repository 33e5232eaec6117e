// connect-web's gRPC-Web transport in a browser. Bundled for a test page, which sets window.check to { baseUrl, descriptors, filmId }
// and reads window.outcome: "agrees" or an error.
import { fromBinary, createFileRegistry } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { createGrpcWebTransport } from "@connectrpc/connect-web";

function assert(condition, what) {
  if (!condition) {
    throw new Error(what);
  }
}

async function run({ baseUrl, descriptors, filmId }) {
  const bytes = Uint8Array.from(atob(descriptors), (c) => c.charCodeAt(0));
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, bytes));
  const transport = createGrpcWebTransport({ baseUrl, defaultTimeoutMs: 60_000 });
  const client = (name) => createClient(registry.getService(name), transport);
  const search = client("leapsearch.v1.SearchService");

  const found = await search.search({ query: "leap", pageSize: 3 });
  const first = found.results[0].document.document;
  assert(first.case === "film" && first.value.id === filmId, `Search found ${JSON.stringify(first.value.id)} first`);
  assert(first.value.originalTitle === "夺冠", "the original title");
  const suggested = await search.suggest({ prefix: "lea" });
  assert(suggested.suggestions.some((s) => s.id === filmId), "Suggest");
  assert((await search.getFilm({ filmId })).title === "Leap", "GetFilm");
  const related = await client("leapsearch.v1.RecommendationService").relatedFilms({ filmId, pageSize: 5 });
  assert(related.results.length > 0, "RelatedFilms");
  assert((await client("grpc.health.v1.Health").check({ service: "leapsearch.v1.SearchService" })).status === 1, "Health");

  const failing = async (call, code) => {
    const error = await call.then(() => undefined, (e) => ConnectError.from(e));
    assert(error?.code === code, `expected ${Code[code]}, got ${error}`);
    assert(error.rawMessage !== "", "a message");
    const [info] = error.findDetails(registry.getMessage("google.rpc.ErrorInfo"));
    assert(info?.domain === "leapsearch", "ErrorInfo");
    return error;
  };
  const missing = await failing(search.getFilm({ filmId: "no-such-film" }), Code.NotFound);
  assert(missing.rawMessage.includes("no-such-film"), missing.rawMessage);
  const wrong = await failing(search.search({ query: "leap", pageSize: -1 }), Code.InvalidArgument);
  const [bad] = wrong.findDetails(registry.getMessage("google.rpc.BadRequest"));
  assert(bad.fieldViolations[0].field === "page_size", "the field");
  return "agrees";
}

window.outcome = "";
run(window.check).then((outcome) => { window.outcome = outcome; }, (error) => { window.outcome = `${error}`; });
