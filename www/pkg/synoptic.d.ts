
/** What `init` takes: an address, a response, bytes or a compiled module; nothing for the wasm beside the module. */
export type WasmSource = string | URL | Response | BufferSource | WebAssembly.Module;

/** Readies the engine. May be called again; only the first call that succeeds counts. */
export function init(source?: WasmSource | Promise<WasmSource> | { module_or_path?: WasmSource }): Promise<void>;
export default init;

/** The same at once, from bytes or a compiled module. */
export function initSync(source: BufferSource | WebAssembly.Module | { module: BufferSource | WebAssembly.Module }): void;

/** The package's version. */
export const version: string;
/** The number of the contract's version. */
export const schema: 1;
