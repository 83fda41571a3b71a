import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { soundStreams, withChanges } from "./graph";
import { createGraphReader } from "./graphReader";
import { client, graphOf, node, pulseStream, recorder } from "./graphSamples";

describe("what pw-dump --monitor prints", () => {
  const printed = [
    '[\n  {\n    "id": 1,\n    "type": "PipeWire:Interface:Node",\n    "info": { "props": { "a": "]" } }\n  }\n]\n',
    '[\n  {\n    "id": 1,\n    "info": null\n  }\n]\n[\n  {\n    "id": 2,\n    "info": {}\n  }\n]\n',
  ].join("");
  const ids = [1, 1, 2];

  test("is read however it is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(printed.length), { maxLength: 8 }), (cuts) => {
        const read = createGraphReader();
        const edges = [0, ...cuts.toSorted((one, other) => one - other), printed.length];
        const objects = edges.slice(1).flatMap((end, index) => read(printed.slice(edges[index], end)));
        expect(objects.map(({ id }) => id)).toEqual(ids);
      }),
    );
  });

  test("is refused when it is not that", () => {
    expect(() => createGraphReader()("nonsense\n]\n")).toThrow();
  });

  test("objects change, and go", () => {
    const before = graphOf(node(1, { a: 1 }), node(2, {}));
    const after = withChanges(before, [node(1, { a: 2 }), { id: 2, info: null }]);
    expect([...after.values()]).toEqual([node(1, { a: 2 })]);
  });
});

describe("who plays", () => {
  test("a PulseAudio program's process is what it says, not PipeWire's own server", () => {
    expect(soundStreams(graphOf(pulseStream(10, 77, "Firefox")))).toEqual([
      { nodeId: 10, pid: 77, flatpakId: null, binary: "firefox", appName: "Firefox" },
    ]);
  });

  test("a native program's process is what PipeWire knows, whatever it says", () => {
    const stream = node(10, { "media.class": "Stream/Output/Audio", "client.id": 11, "application.process.id": 1 });
    const graph = graphOf(stream, client(11, { "pipewire.sec.pid": 88, "application.process.binary": "mpv" }));
    expect(soundStreams(graph)).toEqual([{ nodeId: 10, pid: 88, flatpakId: null, binary: "mpv", appName: "mpv" }]);
  });

  test("a Flatpak's process ids mean nothing here; its id does", () => {
    const graph = withChanges(graphOf(pulseStream(10, 3, "VLC")), [
      client(11, { "pipewire.access.portal.app_id": "org.videolan.VLC" }),
    ]);
    expect(soundStreams(graph)).toMatchObject([{ pid: null, flatpakId: "org.videolan.VLC" }]);
  });

  test("numbers may come as text", () => {
    const graph = graphOf(pulseStream(10, 77, "Player", { "client.id": "11", "application.process.id": "78" }));
    expect(soundStreams(graph)).toMatchObject([{ pid: 78 }]);
  });

  test("recorders, filters and loopbacks are nobody who plays: our own call may be in them", () => {
    const loopback = pulseStream(10, 900, "loopback", { "node.link-group": "loopback-1" });
    expect(soundStreams(graphOf(recorder, loopback))).toEqual([]);
  });
});
