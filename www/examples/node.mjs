// The core without a page: node www/examples/node.mjs
import { init, Dossier } from "../../dist/pkg/synoptic.js";

await init();
const dossier = new Dossier();
dossier.add({ outlet: "Coast Courier", published: "2031-03-03", text: "Ferry runs aground\n\nNo one is missing, the coastguard said." });
dossier.add({ outlet: "Harbour Times", published: "2031-03-04", text: "Ferry on the rocks\n\nTwo crew members remain missing, the coastguard said." });
for (const group of dossier.claimDiff().groups) {
  console.log(group.relation, group.question || group.topic);
  for (const side of group.sides) {
    for (const { article, key } of side.members) console.log("  ", article, dossier.text(key.input).slice(key.start, key.end));
  }
}
dossier.free();
