// Two reports of one event; a real page would fetch them.
export default [
  { outlet: "Coast Courier", published: "2031-03-03", text: "Ferry runs aground\n\nNo one is missing, the coastguard said. The ferry carried 214 people." },
  { outlet: "Harbour Times", published: "2031-03-04", text: "Ferry on the rocks\n\nTwo crew members remain missing, the coastguard said. The ferry carried 190 people." },
];
