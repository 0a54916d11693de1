// Serves dist/ for a test: notes every request, sends the policy asked for, and puts a listener into pages so that
// nothing they complain about is missed in any engine.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
export const dist = join(root, "dist");

/** The policy that the page must live with. */
export const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".wasm": "application/wasm",
  ".css": "text/css; charset=utf-8", ".json": "application/json", ".svg": "image/svg+xml",
};

/** Collects complaints in `window.complaints`: errors, warnings, refused requests, broken policies. */
export const LISTENER = `
  window.complaints = [];
  const tell = (kind, what) => window.complaints.push(kind + ": " + what);
  for (const level of ["error", "warn"]) {
    const own = console[level];
    console[level] = (...what) => { tell(level, what.map(String).join(" ")); own.apply(console, what); };
  }
  addEventListener("error", e => tell("error", e.message || (e.target && (e.target.src || e.target.href)) || e), true);
  addEventListener("unhandledrejection", e => tell("rejection", e.reason && e.reason.stack || e.reason));
  addEventListener("securitypolicyviolation", e => tell("policy", e.violatedDirective + " " + e.blockedURI));
`;

/** `extra`: further pages by path. */
export async function serve({ policy = "", extra = {} } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://x").pathname);
    requests.push(path);
    const send = (status, type, body) => {
      response.writeHead(status, { "content-type": type, ...(policy && { "content-security-policy": policy }) });
      response.end(body);
    };
    try {
      if (path === "/listener.js") return send(200, TYPES[".js"], LISTENER);
      const file = path.endsWith("/") ? `${path}index.html` : path;
      let body = extra[path] ?? await readFile(join(dist, file));
      if (extname(file) === ".html") body = String(body).replace("<head>", '<head><script src="/listener.js"></script>');
      send(200, TYPES[extname(file)] ?? "application/octet-stream", body);
    } catch {
      send(404, "text/plain", "not found");
    }
  });
  await new Promise(ready => server.listen(0, "127.0.0.1", ready));
  const close = () => {
    server.closeAllConnections();
    return new Promise(done => server.close(done));
  };
  return { url: `http://localhost:${server.address().port}/`, requests, close };
}
