import { resolve } from "node:path";
import { defineConfig } from "vite";

/** Bundles our own TypeScript for Node; packages stay in node_modules (TypeORM cannot be bundled: it requires at run time). */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: ["@sightline/protocol", "@sightline/password-strength"] },
  build: {
    ssr: true,
    outDir: resolve(import.meta.dirname, "dist"),
    emptyOutDir: true,
    target: "node20",
    sourcemap: true,
    rollupOptions: {
      input: {
        main: resolve(import.meta.dirname, "src/main.ts"),
        invite: resolve(import.meta.dirname, "src/invite.ts"),
        hashWorker: resolve(import.meta.dirname, "src/adapters/hashWorker.mjs"),
      },
      // The worker keeps its name: the sources and the build find it at the same address beside the hasher.
      output: { entryFileNames: ({ name }) => (name === "hashWorker" ? "[name].mjs" : "[name].js") },
    },
  },
});
