// What a site owner's auditor asks for, beside the package: the hash of every file, for `integrity=` of a CDN's script
// (https://www.w3.org/TR/sri-2/), and a bill of materials (CycloneDX 1.6: https://cyclonedx.org/docs/1.6/json/).
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** `{file: "sha384-…"}` of the files in a folder. */
export function integrity(folder) {
  const files = readdirSync(folder).filter(f => f !== "integrity.json" && f !== "sbom.cdx.json").sort();
  const hash = file => `sha384-${createHash("sha384").update(readFileSync(join(folder, file))).digest("base64")}`;
  return Object.fromEntries(files.map(file => [file, hash(file)]));
}

/** The crates that are compiled into the wasm, as `cargo metadata` tells them. */
export function crates(root) {
  const args = ["metadata", "--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown"];
  const { packages, resolve } = JSON.parse(execFileSync("cargo", args, { cwd: root, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }));
  const node = new Map(resolve.nodes.map(n => [n.id, n]));
  const found = new Set();
  // What only builds or tests need is in no file that ships; a macro leaves its output there.
  const visit = id => {
    if (found.has(id)) return;
    found.add(id);
    for (const d of node.get(id).deps) if (d.dep_kinds.some(k => k.kind === null)) visit(d.pkg);
  };
  visit(packages.find(p => p.name === "synoptic" && p.source === null).id);
  return packages.filter(p => found.has(p.id) && p.source !== null).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** SHA-256 of every crate, as the lockfile has it. */
export function checksums(root) {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const entry = /name = "(.+)"\nversion = "(.+)"\nsource = "(.+)"\nchecksum = "(.+)"/g;
  return new Map([...lock.matchAll(entry)].map(([, name, version, , sum]) => [`${name}@${version}`, sum]));
}

/** The npm packages that are bundled into the page. */
const BUNDLED = ["lit", "lit-html", "lit-element", "@lit/reactive-element"];

const hex = base64 => Buffer.from(base64, "base64").toString("hex");

/** A part as CycloneDX lists it. */
const part = (kind, name, version, license, hash) => {
  const purl = `pkg:${kind}/${name.replace("@", "%40")}@${version}`;
  return { type: "library", "bom-ref": purl, name, version, hashes: [hash], licenses: [{ expression: license.replaceAll("/", " OR ") }], purl };
};

function bill(root, version, hashes) {
  const sums = checksums(root);
  const lock = JSON.parse(readFileSync(join(root, "www/package-lock.json"), "utf8")).packages;
  const rust = crates(root).map(c => part("cargo", c.name, c.version, c.license, { alg: "SHA-256", content: sums.get(`${c.name}@${c.version}`) }));
  const npm = BUNDLED.map(name => [name, lock[`node_modules/${name}`]]).filter(([, found]) => found).map(([name, { version, license, integrity }]) =>
    part("npm", name, version, license, { alg: "SHA-512", content: hex(integrity.split("-")[1]) }));
  const files = Object.entries(hashes).map(([name, hash]) =>
    ({ type: "file", "bom-ref": `file:${name}`, name, hashes: [{ alg: "SHA-384", content: hex(hash.slice("sha384-".length)) }] }));
  const own = `pkg:npm/synoptic-view@${version}`;
  const licenses = [{ expression: "MIT OR Apache-2.0" }];
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "library", "bom-ref": own, name: "synoptic-view", version, licenses, purl: own, components: files } },
    components: [...rust, ...npm],
    dependencies: [{ ref: own, dependsOn: [...rust, ...npm].map(c => c["bom-ref"]) }],
  };
}

/** Writes both into the package's folder; the same sources give the same bytes. */
export function supply(root, pkg, version) {
  const hashes = integrity(pkg);
  writeFileSync(join(pkg, "integrity.json"), `${JSON.stringify(hashes, null, 2)}\n`);
  writeFileSync(join(pkg, "sbom.cdx.json"), `${JSON.stringify(bill(root, version, hashes), null, 2)}\n`);
}
