// The element driven from a script: articles as a property, findings as an event.
import "../../dist/pkg/define.js";

const view = document.querySelector("synoptic-view");
view.addEventListener("synoptic-result", ({ detail: { result } }) => {
  const conflicts = result.diff.groups.filter(g => g.relation === "conflict");
  document.querySelector("#found").textContent = `${conflicts.length} contradictions`;
  if (conflicts.length) view.show({ group: conflicts[0].id });
});
view.addEventListener("synoptic-error", ({ detail }) => {
  document.querySelector("#found").textContent = `${detail.code}: ${detail.message}`;
});
view.articles = [
  { outlet: "Coast Courier", published: "2031-03-03", text: "Ferry runs aground\n\nNo one is missing, the coastguard said." },
  { outlet: "Harbour Times", published: "2031-03-04", text: "Ferry on the rocks\n\nTwo crew members remain missing, the coastguard said." },
];
