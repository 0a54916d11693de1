import "synoptic-view/define";
import { useState } from "react";

// React 19 sets what the element has as a property (`articles`), writes the rest as attributes, and listens for on….
export function Comparison({ articles }) {
  const [view, setView] = useState("differences");
  const [found, setFound] = useState(null);
  const [problem, setProblem] = useState(null);
  return (
    <>
      <button onClick={() => setView("timeline")}>When did it happen?</button>
      <p role="status">{problem ?? (found === null ? "Reading …" : `${found} points compared`)}</p>
      <synoptic-view
        articles={articles}
        view={view}
        onsynoptic-result={e => setFound(e.detail.result.diff.groups.length)}
        onsynoptic-error={e => setProblem(e.detail.message)}
      />
    </>
  );
}
