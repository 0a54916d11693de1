import { createElement } from "react";
import { createRoot } from "react-dom/client";
import articles from "../articles.js";
import { Comparison } from "./Comparison.jsx";

createRoot(document.querySelector("#app")).render(createElement(Comparison, { articles }));
