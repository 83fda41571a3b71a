import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

// Paths are absolute because electron-vite resolves relative ones against the folder it is started in. Everything is
// bundled (externalizeDeps off), as the sandboxed preload may have no node_modules. Koffi is native code and stays outside;
// it is imported on Windows only, so the app starts without it.
const desktop = resolve(import.meta.dirname, "apps/desktop");

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      outDir: resolve(desktop, "out/main"),
      rollupOptions: { input: { index: resolve(desktop, "src/main/index.ts") }, external: ["electron", "koffi"] },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: resolve(desktop, "out/preload"),
      rollupOptions: {
        input: {
          index: resolve(desktop, "src/preload/index.ts"),
          overlay: resolve(desktop, "src/preload/overlay.ts"),
        },
        external: ["electron"],
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: resolve(desktop, "src/renderer"),
    base: "./",
    plugins: [react()],
    build: {
      outDir: resolve(desktop, "out/renderer"),
      minify: true,
      // The page's policy allows fonts and scripts from files only, no data: URLs.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          index: resolve(desktop, "src/renderer/index.html"),
          overlay: resolve(desktop, "src/renderer/overlay.html"),
        },
      },
    },
  },
});
