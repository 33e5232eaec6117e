// @grpc/grpc-js with the published protos against a running service: node grpcjs.mjs ADDRESS PROTOS FILM_ID
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import grpc from "@grpc/grpc-js";
import loader from "@grpc/proto-loader";

const [address, protos, filmId] = process.argv.slice(2);
const files = ["search_service", "recommendation_service", "index_service"].map((name) => `leapsearch/v1/${name}.proto`);
const options = { includeDirs: [protos], longs: String, enums: String, defaults: true };
const { leapsearch } = grpc.loadPackageDefinition(loader.loadSync(files, options));
const credentials = grpc.credentials.createInsecure();
const search = new leapsearch.v1.SearchService(address, credentials);
const recommendations = new leapsearch.v1.RecommendationService(address, credentials);
const index = new leapsearch.v1.IndexService(address, credentials);

const healthProto = {
  Check: {
    path: "/grpc.health.v1.Health/Check", requestStream: false, responseStream: false,
    // HealthCheckRequest { string service = 1; } and HealthCheckResponse { ServingStatus status = 1; }: by hand, as no package ships them.
    requestSerialize: (name) => Buffer.concat([Buffer.from([0x0a, name.length]), Buffer.from(name)]),
    responseDeserialize: (bytes) => (bytes.length === 0 ? 0 : bytes[1]),
    requestDeserialize: (bytes) => bytes, responseSerialize: (bytes) => bytes,
  },
};
const health = new (grpc.makeGenericClientConstructor(healthProto, "Health"))(address, credentials);

const call = (client, method, request) => new Promise((resolve, reject) =>
  client[method](request, { deadline: Date.now() + 60_000 }, (error, answer) => (error ? reject(error) : resolve(answer))));

// google.rpc.Status and its details, decoded with the vendored protos.
const protobuf = createRequire(createRequire(import.meta.url).resolve("@grpc/proto-loader"))("protobufjs");
const root = new protobuf.Root();
root.resolvePath = (_, target) => (target.startsWith("google/protobuf/") ? target : `${protos}/${target}`);
root.loadSync(["google/rpc/status.proto", "google/rpc/error_details.proto"], { keepCase: true });

function details(error) {
  const status = root.lookupType("google.rpc.Status").decode(error.metadata.get("grpc-status-details-bin")[0]);
  const found = {};
  for (const any of status.details) {
    const name = any.type_url.split("/")[1];
    found[name] = root.lookupType(name).toObject(root.lookupType(name).decode(any.value), { defaults: true });
  }
  return found;
}

async function failing(client, method, request, code) {
  const error = await call(client, method, request).then(() => assert.fail(`${method} did not fail`), (e) => e);
  assert.equal(error.code, code, error.message);
  assert.notEqual(error.details, "");
  const found = details(error);
  assert.equal(found["google.rpc.ErrorInfo"].domain, "leapsearch");
  return { message: error.details, ...found };
}

const found = await call(search, "Search", { query: "leap", pageSize: 3 });
assert.equal(found.results[0].document.film.id, filmId);
assert.equal(found.results[0].document.film.originalTitle, "夺冠");

const suggested = await call(search, "Suggest", { prefix: "lea" });
assert.ok(suggested.suggestions.some((s) => s.id === filmId && s.type === "DOCUMENT_TYPE_FILM"));

const film = await call(search, "GetFilm", { filmId });
assert.equal(film.title, "Leap");

const related = await call(recommendations, "RelatedFilms", { filmId, pageSize: 5 });
assert.ok(related.results.length > 0);
assert.ok(related.results.every((r) => r.film.id !== filmId));

const status = await call(index, "GetStatus", {});
assert.equal(status.state, "INDEX_STATE_SERVING");

for (const name of ["", "leapsearch.v1.SearchService", "leapsearch.v1.RecommendationService", "leapsearch.v1.IndexService"]) {
  assert.equal(await call(health, "Check", name), 1, `health of '${name}'`);
}

const missing = await failing(search, "GetFilm", { filmId: "no-such-film" }, grpc.status.NOT_FOUND);
assert.match(missing.message, /no-such-film/);
const wrong = await failing(search, "Search", { query: "leap", pageSize: -1 }, grpc.status.INVALID_ARGUMENT);
assert.equal(wrong["google.rpc.BadRequest"].field_violations[0].field, "page_size");
await failing(search, "Search", { query: "x".repeat(1_000_000) }, grpc.status.INVALID_ARGUMENT);
const tooLarge = await call(search, "Search", { query: "x".repeat(5_000_000) }).catch((e) => e);
assert.equal(tooLarge.code, grpc.status.RESOURCE_EXHAUSTED);

console.log("grpc-js agrees");
process.exit(0);
