import { join } from "node:path";
import { build } from "vite";

/** The bench's page as one script, with the app's own connection in it. */
export async function bundlePage(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry: join(import.meta.dirname, "benchPage.ts"), formats: ["es"] },
    },
  });
  const [bundle] = [result].flat();
  const chunk = bundle && "output" in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error("the page of the bench was not built");
  return chunk.code;
}
