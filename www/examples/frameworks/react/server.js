import { createElement } from "react";
import { renderToString } from "react-dom/server";
import articles from "../articles.js";
import { Comparison } from "./Comparison.jsx";

export const render = async () => renderToString(createElement(Comparison, { articles }));
