// The worker is a module with an import of its own; in development the package is served as it is.
export default {
  base: "./",
  worker: { format: "es" },
  build: { target: "es2022", outDir: "out/vite", emptyOutDir: true },
  optimizeDeps: { exclude: ["synoptic-view"] },
};
