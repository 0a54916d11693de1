// Where the parts come from: licences that may be shipped, lockfiles that pin by hash, hashes that fit what was built.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checksums, crates, integrity } from "../build/supply.mjs";
import { dist, root } from "./lib/site.mjs";

const pkg = join(dist, "pkg");
const json = file => JSON.parse(readFileSync(file, "utf8"));
/** Licences under which a part may go into what ships; `deny.toml` says the same. */
const ALLOWED = new Set(["MIT", "Apache-2.0", "Unlicense", "Unicode-3.0"]);
/** True if a licence expression can be met by what is allowed. */
const meets = licence => licence.replaceAll(/[()]/g, " ").replaceAll("/", " OR ").split(/ AND /).every(part => part.split(/ OR /).some(l => ALLOWED.has(l.trim())));

test("every crate that ships may ship, and is pinned by its hash", () => {
  const sums = checksums(root);
  const found = crates(root);
  assert.ok(found.length > 5 && found.length < 60, `${found.length} crates`);
  for (const { name, version, license, source } of found) {
    assert.ok(meets(license), `${name} ${version}: ${license}`);
    assert.match(source, /^registry\+https:\/\/github\.com\/rust-lang\/crates\.io-index$/, `${name} is from elsewhere`);
    assert.match(sums.get(`${name}@${version}`) ?? "", /^[0-9a-f]{64}$/, `${name} ${version} has no hash`);
  }
});

test("every npm package is pinned by its hash and comes from the registry", () => {
  for (const [place, { version, integrity, link, license }] of Object.entries(json(join(root, "www/package-lock.json")).packages)) {
    if (place === "" || link) continue;
    assert.match(integrity ?? "", /^sha512-/, `${place} ${version} has no hash`);
    assert.ok(license, `${place} has no licence`);
  }
});

test("integrity.json has the hash of every file", () => {
  assert.deepEqual(json(join(pkg, "integrity.json")), integrity(pkg));
});

test("the bill of materials names what ships", () => {
  const { components, metadata, specVersion } = json(join(pkg, "sbom.cdx.json"));
  assert.equal(specVersion, "1.6");
  const names = components.map(c => c.name);
  for (const name of ["jiff", "html5gum", "serde_json", "lit"]) assert.ok(names.includes(name), `${name} is not in ${names}`);
  assert.ok(!names.includes("insta"), "what only tests need does not ship");
  assert.deepEqual(metadata.component.components.map(c => c.name), Object.keys(json(join(pkg, "integrity.json"))));
  for (const c of components) assert.ok(c.hashes[0].content && c.licenses[0].expression && c.purl, c.name);
});
