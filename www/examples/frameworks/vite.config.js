// One build for the three. What the package needs is `worker`; what each framework needs is its plugin.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import react from "@vitejs/plugin-react";
import vue from "@vitejs/plugin-vue";

const NAMES = ["react", "vue", "svelte"];
const entries = file => Object.fromEntries(NAMES.map(name => [name, new URL(`${name}/${file}`, import.meta.url).pathname]));

export default ({ isSsrBuild }) => ({
  base: "./",
  plugins: [react(), vue({ template: { compilerOptions: { isCustomElement: tag => tag === "synoptic-view" } } }), svelte()],
  worker: { format: "es" },
  optimizeDeps: { exclude: ["synoptic-view"] },
  build: isSsrBuild
    ? { outDir: "out/server", emptyOutDir: true, rolldownOptions: { input: entries("server.js") } }
    : { target: "es2022", outDir: "out/client", emptyOutDir: true, rolldownOptions: { input: entries("index.html") } },
});
