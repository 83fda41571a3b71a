import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The same renderer, built for browsers; the signaling server serves it. */
export default defineConfig({
  root: resolve(import.meta.dirname, "src/renderer"),
  base: "/",
  plugins: [react()],
  build: { outDir: resolve(import.meta.dirname, "dist-web"), emptyOutDir: true },
});
