// Nothing but an entry: `new URL("…", import.meta.url)` in the package names the wasm and the worker.
export default {
  mode: "production",
  entry: "./main.js",
  output: { path: new URL("out/webpack", import.meta.url).pathname, filename: "main.js", clean: true, publicPath: "auto" },
  performance: { hints: false },
  devtool: false,
};
