import { join } from "node:path";
import { build } from "vite";

/** A page of a bench as one script with all it imports in it. `entry`: its file, from this folder. */
export async function bundlePage(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry: join(import.meta.dirname, entry), formats: ["es"] },
    },
  });
  const [bundle] = [result].flat();
  const chunk = bundle && "output" in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error("the page of the bench was not built");
  return chunk.code;
}
