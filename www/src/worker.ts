/**
 * The engine's thread. As a module worker it imports the wasm wrapper beside it; as the classic Blob worker of
 * the inlined build it finds the wrapper's factory `synopticGlue` in its own text.
 */
import { portions } from "./portions.js";
import { serve } from "./serve.js";

serve((answer) => {
  for (const portion of portions(answer)) postMessage(portion);
}, (hear) => { onmessage = (e: MessageEvent) => hear(e.data); });
