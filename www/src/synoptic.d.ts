/** The wasm wrapper as wasm-bindgen writes it beside the bundle; only what the page uses. */
import type { Dossier as D } from "./protocol.js";
export default function init(o?: { module_or_path: unknown }): Promise<unknown>;
export const Dossier: { new (): D; sample(): D };
export const version: string;
