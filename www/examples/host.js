// Around the frame: takes the height that the embedded page tells.
const frame = document.querySelector("iframe");
addEventListener("message", (e) => {
  if (e.source !== frame.contentWindow || e.data?.type !== "synoptic-height") return;
  frame.height = String(Math.min(20_000, Math.max(200, Number(e.data.height) || 0)));
});
